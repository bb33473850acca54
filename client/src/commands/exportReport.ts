import { Uri } from 'vscode';
import { tellNoDraft } from '../notices';
import { EXPORT_FORMATS } from '../report/controls';
import { exportReport, pickFormat } from '../report/export';
import type { Services } from '../services';

/**
 * `zhangfa.exportReport`: checks a draft and writes its report to a file.
 * @param uri the document; the draft in the editor when absent
 * @param format `markdown`, `html` or `print`; asked for when absent
 */
export async function exportCommand(services: Services, uri?: unknown, format?: unknown): Promise<void> {
  const target = typeof uri === 'string' ? Uri.parse(uri) : (await services.drafts.reach())?.document.uri;
  if (!target) {
    tellNoDraft();
    return;
  }
  const wanted = EXPORT_FORMATS.find((one) => one === format) ?? (await pickFormat());
  if (wanted) await exportReport(services, target, wanted);
}
