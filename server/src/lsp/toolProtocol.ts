import { RequestType } from 'vscode-languageserver-protocol';

/* The custom messages about tools for assistants; part of `protocol.ts`. */

/** What a tool for agents answers: for reading, and the same for programs; or why it cannot. */
export type ToolAnswer = { readonly text: string; readonly result: object } | { readonly error: string };

/** Client → server: checks a text for an agent, with the settings of the place its URI names. */
export const CheckToolRequest = new RequestType<
  {
    readonly text: string;
    /** What the text is called; absent for one that is in no file. */
    readonly path?: string;
    readonly uri?: string;
    readonly framework?: string;
    readonly minutes?: number;
    readonly rate?: number;
  },
  ToolAnswer,
  void
>('zhangfa/checkTool');

/** Client → server: phrases for a section (`framework/section`, and a point if wanted) for an agent. */
export const SuggestToolRequest = new RequestType<
  { readonly section: string; readonly words?: string; readonly limit?: number },
  ToolAnswer,
  void
>('zhangfa/suggestTool');
