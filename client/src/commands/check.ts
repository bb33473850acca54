import { type TextDocument, Uri, workspace } from 'vscode';
import { tellNoDraft } from '../notices';
import { DraftPage } from '../report/draftPage';
import type { Services } from '../services';

/** `zhangfa.check`: checks the draft in the editor, or any Markdown on demand, and shows the report. */
export async function check(services: Services): Promise<void> {
  const document = (await services.drafts.reach())?.document;
  if (document) await showReport(document, services);
  else tellNoDraft();
}

/** `zhangfa.report`: the same for a document named by its URI; for code lenses and code actions. */
export async function report(services: Services, uri: unknown): Promise<void> {
  if (typeof uri !== 'string') return check(services);
  await showReport(await workspace.openTextDocument(Uri.parse(uri)), services);
}

async function showReport(document: TextDocument, services: Services): Promise<void> {
  services.reports.show(document.uri.toString(), await DraftPage.of(document, services));
}
