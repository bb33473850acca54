import { l10n, type TextDocument } from 'vscode';
import {
  type ReportAnswer,
  ReportModelRequest,
  TreatAsDraftNotification,
} from '../../../server/src/lsp/protocol';
import { connect } from '../notices';
import type { Services } from '../services';

/**
 * Has a document checked, as a draft whatever it looks like.
 * @throws Error when the server knows nothing of it
 */
export async function askReport(
  document: TextDocument,
  { session, drafts }: Pick<Services, 'session' | 'drafts'>,
): Promise<ReportAnswer> {
  const client = await connect(session);
  const uri = document.uri.toString();
  if (!drafts.isDraft(document.uri)) await client.sendNotification(TreatAsDraftNotification, { uri });
  for (let attempt = 0; ; attempt++) {
    const answer = await client.sendRequest(ReportModelRequest, { uri });
    if (!answer) throw new Error(l10n.t('this document cannot be checked'));
    // Written on while it was checked: once more, so that its places are those of the text.
    if (answer.version === document.version || attempt > 1) return answer;
  }
}

/** What a file is called. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
