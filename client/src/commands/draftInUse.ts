import type { TextEditor } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { CoverageParams } from '../../../server/src/lsp/protocol';
import { connect, tellNoDraft, tellNotTreated } from '../notices';
import type { Services } from '../services';

/** A draft in an editor, what is known of it, and whom to ask for more. */
export interface DraftInUse {
  readonly editor: TextEditor;
  readonly state: CoverageParams;
  readonly client: BaseLanguageClient;
}

/**
 * The draft a command is about. Where there is none, the writer is told.
 * @param shown the editor, when the command names it; otherwise the one in use
 */
export async function draftInUse(
  { session, drafts }: Pick<Services, 'session' | 'drafts'>,
  shown?: TextEditor,
): Promise<DraftInUse | undefined> {
  const editor = shown ?? (await drafts.reach());
  if (!editor) {
    tellNoDraft();
    return undefined;
  }
  const client = await connect(session);
  const state = drafts.get(editor.document.uri);
  if (state?.isDraft !== true) {
    tellNotTreated();
    return undefined;
  }
  return { editor, state, client };
}
