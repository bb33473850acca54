import { l10n, ProgressLocation, window } from 'vscode';
import { RereadDocumentsNotification } from '../../../server/src/lsp/protocol';
import { connect, tell } from '../notices';
import { notRead } from '../referenceStatus';
import type { Services } from '../services';
import { showDocuments } from './showDocuments';

/** Reading goes on after this, in milliseconds; only nobody waits for it any more. */
export const PATIENCE = 120_000;

/** `zhangfa.rereadDocuments`: reads all reference documents anew, and says what came of it. */
export async function rereadDocuments(services: Services): Promise<void> {
  const { session, references } = services;
  const client = await connect(session);
  const options = { location: ProgressLocation.Window, title: l10n.t('Reading reference documents…') };
  const state = await window.withProgress(options, async () =>
    references.readAfter(async () => client.sendNotification(RereadDocumentsNotification), PATIENCE),
  );
  if (!state) return;
  const { documents, phrases, problems } = state;
  const read = l10n.t('{0} reference documents, {1} phrases', documents, phrases);
  tell(
    problems.length > 0 ? 'warning' : 'information',
    problems.length > 0 ? l10n.t('{0}; {1}', read, notRead(problems.length)) : read,
    { [l10n.t('Show')]: () => showDocuments(services) },
  );
}
