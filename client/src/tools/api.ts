import * as vscode from 'vscode';

/** A tool as VS Code calls it; only what is used of its API, which is newer than the oldest VS Code we run in. */
export interface Tool {
  invoke(options: { readonly input: unknown }): Promise<unknown>;
  prepareInvocation(): { readonly invocationMessage: string };
}

/** What is needed of an editor that offers tools to its assistants. */
export interface ToolApi {
  register(name: string, tool: Tool): vscode.Disposable;
  /** A result of several texts. */
  result(texts: readonly string[]): unknown;
}

/** The part of VS Code's API that came after 1.91. */
interface Newer {
  readonly lm?: { readonly registerTool?: (name: string, tool: Tool) => vscode.Disposable };
  readonly LanguageModelToolResult?: new (content: readonly unknown[]) => unknown;
  readonly LanguageModelTextPart?: new (value: string) => unknown;
}

/** VS Code's tools; undefined where it has none. */
export function toolApi(api: object = vscode): ToolApi | undefined {
  const { lm, LanguageModelToolResult: Result, LanguageModelTextPart: Part } = api as Newer;
  if (typeof lm?.registerTool !== 'function' || !Result || !Part) return undefined;
  const register = lm.registerTool.bind(lm);
  return {
    register,
    result: (texts) => new Result(texts.map((text) => new Part(text))),
  };
}
