import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import { parseDraft } from '../core/draft/draft';
import { type WorkspaceModel, type WorkspaceRow, workspaceRow } from '../core/features/reportWorkspace';
import { messages } from '../core/messages/messages';
import { textOfFile, type UnreadableFile } from '../files/decode';
import { displayPath } from '../files/displayPath';
import type { FileAccess } from '../files/fileAccess';
import type { Session } from './session';

const MAX_FILES = 2000;

/**
 * Checks every draft below the folders and sums each of them up. The text of an open document goes before the
 * file's. A file that cannot be read is named at the end; it stops nothing.
 */
export async function workspaceReport(
  session: Session,
  files: FileAccess,
  folders: readonly string[],
  progress: WorkDoneProgressReporter,
  token: CancellationToken,
): Promise<WorkspaceModel> {
  const { locale } = session;
  const rows: WorkspaceRow[] = [];
  const unreadable: WorkspaceModel['unreadable'][number][] = [];
  const found = await Promise.all(
    folders.map((folder) => files.find(folder, ['**/*.{md,markdown}'], MAX_FILES)),
  );
  // Folders may lie in each other.
  const uris = [...new Set(found.flat())];
  progress.begin(messages(locale).workspaceProgress, 0, undefined, true);
  for (const [index, uri] of uris.entries()) {
    if (token.isCancellationRequested) break;
    const name = session.pathInFolder(uri) ?? displayPath(uri);
    progress.report(Math.round((index / uris.length) * 100), name);
    const source = session.documents.document(uri)?.getText() ?? (await readText(uri, files));
    if (typeof source !== 'string') {
      unreadable.push({ name, reason: messages(locale).unreadable[source.reason] });
      continue;
    }
    const checked = await session.checkDraft(uri, parseDraft(source));
    if (checked) rows.push(workspaceRow(uri, name, checked.analysis, checked.findings, locale));
  }
  progress.done();
  return { locale, files: uris.length, cancelled: token.isCancellationRequested, rows, unreadable };
}

async function readText(uri: string, files: FileAccess): Promise<string | { reason: UnreadableFile }> {
  const decoded = textOfFile(await files.read(uri));
  return 'text' in decoded ? decoded.text : decoded;
}
