import {
  l10n,
  Position,
  type QuickPickItem,
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  window,
} from 'vscode';
import type { TextEdit } from 'vscode-languageserver-types';
import { InsertSectionRequest, type SectionState } from '../../../server/src/lsp/protocol';
import { byUrgency, STATUS_MARK } from '../coverage';
import { applyEdits } from '../edits';
import { connect, tellNoDraft, tellNotTreated } from '../notices';
import { firstPlaceholder } from '../placeholder';
import type { Services } from '../services';

/**
 * `zhangfa.insertSection`: inserts the outline of a section at its place and selects the first blank to fill in.
 * @param uri the document; the draft in the editor when absent
 * @param section its id; asked for when absent
 */
export async function insertSection(
  { session, drafts }: Services,
  uri?: unknown,
  section?: unknown,
): Promise<void> {
  const editor = typeof uri === 'string' ? await window.showTextDocument(Uri.parse(uri)) : drafts.editor;
  if (!editor) {
    tellNoDraft();
    return;
  }
  const client = await connect(session);
  const state = drafts.get(editor.document.uri);
  if (state?.isDraft !== true) {
    tellNotTreated();
    return;
  }
  const id = typeof section === 'string' ? section : await pickSection(state.sections ?? []);
  if (id === undefined) return;
  const params = { uri: editor.document.uri.toString(), section: id };
  const edits = await applyEdits(editor, client, async () =>
    client.sendRequest(InsertSectionRequest, params),
  );
  if (edits) selectFirstBlank(editor, edits);
}

async function pickSection(sections: readonly SectionState[]): Promise<string | undefined> {
  const items = byUrgency(sections).map((section): QuickPickItem & { id: string } => ({
    label: `${STATUS_MARK[section.status]} ${section.title}`,
    description: describe(section),
    id: section.id,
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Insert a section'),
    placeHolder: l10n.t('Missing sections come first'),
  });
  return picked?.id;
}

function describe({ status, need }: SectionState): string {
  const words = { full: l10n.t('complete'), weak: l10n.t('weak'), absent: l10n.t('missing') };
  return need === 'optional' ? `${words[status]}${l10n.t(', ')}${l10n.t('optional')}` : words[status];
}

/** The start of the topmost edit is where it was: nothing before it has moved. */
function selectFirstBlank(editor: TextEditor, edits: readonly TextEdit[]): void {
  const { document } = editor;
  const starts = edits.map(({ range: { start } }) =>
    document.offsetAt(new Position(start.line, start.character)),
  );
  const blank = firstPlaceholder(document.getText(), Math.min(...starts));
  if (!blank) return;
  const range = new Range(document.positionAt(blank.from), document.positionAt(blank.to));
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
