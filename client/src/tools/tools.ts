import { type Disposable, l10n, workspace } from 'vscode';
import { CheckToolRequest, SuggestToolRequest, type ToolAnswer } from '../../../server/src/lsp/protocol';
import type { Drafts } from '../drafts';
import type { Session } from '../session';
import { type ToolApi, toolApi } from './api';
import { readDraft } from './draftText';
import { readCheckInput, readSuggestInput, ToolInputError } from './input';

/**
 * Offers what the checker knows to the assistants of the editor, which then ground on it instead of guessing; nothing
 * where the editor has no such tools. The arguments and the answers are those of `zhangfa mcp`.
 */
export function registerTools(session: Session, drafts: Drafts, api = toolApi()): readonly Disposable[] {
  if (!api) return [];
  const registered: Disposable[] = [];
  try {
    registered.push(
      register(api, 'zhangfa_check', l10n.t('Checking the draft'), (input) => check(input, session, drafts)),
      register(api, 'zhangfa_suggest', l10n.t('Looking for phrases'), async (input) => {
        const asked = readSuggestInput(input);
        return (await session.ready()).sendRequest(SuggestToolRequest, asked);
      }),
    );
  } catch {
    // An editor in which they are still a proposal refuses them, and goes on without.
  }
  return registered;
}

function register(
  api: ToolApi,
  name: string,
  message: string,
  answer: (input: unknown) => Promise<ToolAnswer>,
): Disposable {
  return api.register(name, {
    prepareInvocation: () => ({ invocationMessage: message }),
    invoke: async ({ input }) => {
      const said = await answer(input).catch((error: unknown): ToolAnswer => {
        // What the assistant can put right it is told: an exception would only stand in VS Code's log.
        if (error instanceof ToolInputError) return { error: error.message };
        throw error;
      });
      return api.result('error' in said ? [said.error] : [said.text, JSON.stringify(said.result)]);
    },
  });
}

/** The draft in the editor when the assistant names none. */
async function check(input: unknown, session: Session, drafts: Drafts): Promise<ToolAnswer> {
  const { text, path, ...options } = readCheckInput(input);
  const draft = text === undefined ? await (path === undefined ? inUse(drafts) : readDraft(path)) : { text };
  return (await session.ready()).sendRequest(CheckToolRequest, { ...draft, ...options });
}

function inUse({ editor }: Drafts): { readonly text: string; readonly path: string; readonly uri: string } {
  if (!editor)
    throw new ToolInputError('没有打开的草稿，请给 text 或 path / no draft is open: give text or path');
  const { document } = editor;
  return {
    text: document.getText(),
    path: workspace.asRelativePath(document.uri),
    uri: document.uri.toString(),
  };
}
