import { l10n, type QuickPickItem, Uri, window } from 'vscode';
import { STATUS_MARK } from '../../../server/src/core/features/statusMark';
import { InsertSectionRequest, type SectionState } from '../../../server/src/lsp/protocol';
import { selectFirstBlank } from '../blank';
import { byUrgency, statusWords } from '../coverage';
import { applyEdits } from '../edits';
import type { Services } from '../services';
import { draftInUse } from './draftInUse';

/**
 * `zhangfa.insertSection`: inserts the outline of a section at its place and selects the first blank to fill in.
 * @param uri the document; the draft in the editor when absent
 * @param section its id; asked for when absent
 */
export async function insertSection(services: Services, uri?: unknown, section?: unknown): Promise<void> {
  const shown = typeof uri === 'string' ? await window.showTextDocument(Uri.parse(uri)) : undefined;
  const draft = await draftInUse(services, shown);
  if (!draft) return;
  const { editor, state, client } = draft;
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
  const words = statusWords(l10n);
  return need === 'optional' ? `${words[status]}${l10n.t(', ')}${l10n.t('optional')}` : words[status];
}
