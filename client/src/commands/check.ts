import { l10n, type TextDocument, Uri, workspace } from 'vscode';
import { ReportRequest, TreatAsDraftNotification } from '../../../server/src/lsp/protocol';
import { connect, tellNoDraft } from '../notices';
import type { Services } from '../services';

/** `zhangfa.check`: checks the draft in the editor, or any Markdown on demand, and shows the report. */
export async function check({ drafts, ...services }: Services): Promise<void> {
  const document = drafts.editor?.document;
  if (document) await showReport(document, { drafts, ...services });
  else tellNoDraft();
}

/** `zhangfa.report`: the same for a document named by its URI; for code lenses and code actions. */
export async function report(services: Services, uri: unknown): Promise<void> {
  if (typeof uri !== 'string') return check(services);
  await showReport(await workspace.openTextDocument(Uri.parse(uri)), services);
}

async function showReport(document: TextDocument, { session, drafts, reports }: Services): Promise<void> {
  const client = await connect(session);
  const uri = document.uri.toString();
  if (!drafts.isDraft(document.uri)) await client.sendNotification(TreatAsDraftNotification, { uri });
  const answer = await client.sendRequest(ReportRequest, { uri });
  if (!answer) throw new Error(l10n.t('this document cannot be checked'));
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  await reports.show(uri, l10n.t('Report: {0}', name), answer.markdown);
}
