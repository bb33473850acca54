import { commands, env, l10n, type QuickPickItem, UIKind, Uri, window, workspace } from 'vscode';
import { ReportRequest } from '../../../server/src/lsp/protocol';
import { connect, tell } from '../notices';
import type { Services } from '../services';
import { askReport, fileName } from './ask';
import type { ExportFormat } from './controls';
import { newNonce, page } from './html';
import { moment } from './moment';
import { PRINT_SCRIPT } from './script';
import { STYLE } from './style';
import { reportBody } from './view';

/** Asks for the form of an exported report; undefined when the writer thinks better of it. */
export async function pickFormat(): Promise<ExportFormat | undefined> {
  const items: (QuickPickItem & { readonly format: ExportFormat })[] = [
    { label: 'Markdown', description: '.md', format: 'markdown' },
    { label: l10n.t('Web page'), description: '.html', format: 'html' },
    { label: l10n.t('Print, or save as PDF'), description: l10n.t('in the browser'), format: 'print' },
  ];
  const picked = await window.showQuickPick(items, { title: l10n.t('Export the report') });
  return picked?.format;
}

/** Checks a draft and writes the report where the writer wants it; to be printed, it is opened in the browser. */
export async function exportReport(services: Services, uri: Uri, format: ExportFormat): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  if (format === 'print' && env.uiKind === UIKind.Desktop && env.remoteName === undefined) {
    const folder = services.reports.storage;
    await workspace.fs.createDirectory(folder);
    // One file, written over each time: nothing piles up.
    const target = Uri.joinPath(folder, 'print.html');
    await write(target, await htmlOf(services, uri, true));
    await env.openExternal(target);
    return;
  }
  const ending = format === 'markdown' ? 'md' : 'html';
  const target = await window.showSaveDialog({
    defaultUri: placeFor(uri, ending),
    filters: format === 'markdown' ? { Markdown: ['md'] } : { HTML: ['html'] },
    title: l10n.t('Export the report'),
  });
  if (!target) return;
  const text =
    format === 'markdown'
      ? await markdownOf(services, document.uri, target)
      : await htmlOf(services, uri, format === 'print');
  await write(target, text);
  tell('information', l10n.t('The report is in “{0}”.', fileName(target.path)), {
    [l10n.t('Open')]: () => commands.executeCommand('vscode.open', target),
  });
}

async function markdownOf({ session }: Services, uri: Uri, target: Uri): Promise<string> {
  const client = await connect(session);
  const answer = await client.sendRequest(ReportRequest, { uri: uri.toString() });
  if (!answer) throw new Error(l10n.t('this document cannot be checked'));
  const folder = (one: Uri): string => one.with({ path: one.path.replace(/[^/]*$/, '') }).toString();
  // Beside the draft, a link needs no more than its name, and tells nobody where the folder is.
  return folder(uri) === folder(target)
    ? answer.markdown.replaceAll(`](${uri.toString()}#`, `](${encodeURIComponent(fileName(uri.path))}#`)
    : answer.markdown;
}

async function htmlOf(services: Services, uri: Uri, prints: boolean): Promise<string> {
  const document = await workspace.openTextDocument(uri);
  const { report } = await askReport(document, services);
  const history = services.reports.history.of(uri.toString());
  return page({
    title: l10n.t('Report: {0}', report.name),
    language: report.locale === 'zh' ? 'zh-CN' : 'en',
    body: reportBody(report, { live: false, history, moment }),
    style: STYLE,
    nonce: newNonce(),
    ...(prints ? { script: PRINT_SCRIPT } : {}),
  });
}

/** Beside the draft, with its name; in the first folder for one not saved yet. */
function placeFor(uri: Uri, ending: string): Uri {
  const name = `${fileName(uri.path).replace(/\.[^.]*$/, '')}-${l10n.t('report')}.${ending}`;
  if (uri.scheme !== 'untitled') return Uri.joinPath(uri, '..', name);
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder ? Uri.joinPath(folder, name) : Uri.file(`/${name}`);
}

async function write(target: Uri, text: string): Promise<void> {
  await workspace.fs.writeFile(target, new TextEncoder().encode(text));
}
