import { l10n, SnippetString, type TextEditor, window } from 'vscode';
import { toSnippet } from '../../../server/src/core/text/snippet';
import { PhrasePicker } from '../phrasePicker';
import type { Services } from '../services';
import { draftInUse } from './draftInUse';

/** `zhangfa.insertPhrase`: lets the writer look for a phrase, and inserts it at the cursor as one step to undo. */
export async function insertPhrase(services: Services): Promise<void> {
  const draft = await draftInUse(services);
  if (!draft) return;
  const { editor, client } = draft;
  const place = {
    uri: editor.document.uri.toString(),
    position: client.code2ProtocolConverter.asPosition(editor.selection.active),
  };
  const phrase = await new PhrasePicker(client, place, services.output).pick();
  if (phrase !== undefined) await insert(editor, phrase.text);
}

/** Inserts a phrase at the cursor, with its blanks to fill in, as one step to undo. */
export async function insert(editor: TextEditor, phrase: string): Promise<void> {
  // A source looked at meanwhile may have taken the editor's place.
  const { document, selections, viewColumn } = editor;
  const shown = await window.showTextDocument(document, viewColumn === undefined ? {} : { viewColumn });
  // At the cursor: what is selected stays.
  const places = selections.map(({ active }) => active);
  const isDone = await shown.insertSnippet(new SnippetString(toSnippet(phrase)), places);
  if (!isDone) throw new Error(l10n.t('the draft cannot be changed'));
}
