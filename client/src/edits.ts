import { l10n, type TextEditor } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { TextEdit } from 'vscode-languageserver-types';
import type { VersionedEdits } from '../../server/src/lsp/protocol';
import { tell } from './notices';

/**
 * Asks for edits and applies them as one step to undo. Edits for a version that is not the document's any more are
 * not applied; they are asked for once more, and given up if the document has changed again.
 * @returns the edits applied; undefined when there were none to apply, which the writer has been told
 */
export async function applyEdits(
  editor: TextEditor,
  client: BaseLanguageClient,
  ask: () => Promise<VersionedEdits | null>,
): Promise<readonly TextEdit[] | undefined> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const answer = await ask();
    if (!answer || answer.edits.length === 0) {
      tell('information', l10n.t('There is nothing to change in this draft.'));
      return undefined;
    }
    // VS Code itself refuses the edit if the document changes between here and there.
    const isCurrent = answer.version === editor.document.version;
    if (
      isCurrent &&
      (await editor.edit((builder) => {
        for (const { range, newText } of answer.edits)
          builder.replace(client.protocol2CodeConverter.asRange(range), newText);
      }))
    )
      return answer.edits;
  }
  tell('warning', l10n.t('The draft changed in the meantime. Please try again.'));
  return undefined;
}
