import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import { parseDraft } from '../core/draft/draft';
import { escapeMarkdown, verdict } from '../core/features/report';
import { STATUS_MARK } from '../core/features/sectionCard';
import { messages } from '../core/messages/messages';
import { expectedSections } from '../core/rules/sectionMissing';
import { decodeText } from '../files/decode';
import { displayPath } from '../files/displayPath';
import type { FileAccess } from '../files/fileAccess';
import type { Session } from './session';

const MAX_FILES = 2000;

/**
 * Checks every draft below the folders and sums them up in a table. The text of an open document goes before the
 * file's. A file that cannot be read is named at the end; it stops nothing.
 */
export async function workspaceReport(
  session: Session,
  files: FileAccess,
  folders: readonly string[],
  progress: WorkDoneProgressReporter,
  token: CancellationToken,
): Promise<{ markdown: string; drafts: number }> {
  const text = messages(session.locale);
  const rows: string[] = [];
  const unreadable: string[] = [];
  const found = await Promise.all(
    folders.map((folder) => files.find(folder, ['**/*.{md,markdown}'], MAX_FILES)),
  );
  // Folders may lie in each other.
  const uris = [...new Set(found.flat())];
  progress.begin(text.workspaceProgress, 0, undefined, true);
  for (const [index, uri] of uris.entries()) {
    if (token.isCancellationRequested) break;
    const name = session.pathInFolder(uri) ?? displayPath(uri);
    progress.report(Math.round((index / uris.length) * 100), name);
    const source = session.documents.document(uri)?.getText() ?? (await readText(uri, files));
    if (typeof source !== 'string') {
      unreadable.push(`- ${escapeMarkdown(name)}：${text.unreadable[source.reason]}`);
      continue;
    }
    const checked = await session.checkDraft(uri, parseDraft(source));
    if (!checked) continue;
    const { analysis, findings } = checked;
    const coverage = expectedSections(analysis).map(
      ({ section, status }) => `${section.title[session.locale]} ${STATUS_MARK[status]}`,
    );
    rows.push(
      `| [${escapeMarkdown(name)}](${uri}) | ${analysis.choice?.framework.title[session.locale] ?? ''} | ${coverage.join(' ')} | ${verdict(analysis, session.locale)} | ${findings.length} | ${text.duration(analysis.length.spokenSeconds)} |`,
    );
  }
  progress.done();
  const { draft, framework, sections, verdict: judged, findings, spoken } = text.workspaceColumns;
  const markdown = [
    `# ${text.workspaceTitle}`,
    '',
    text.workspaceSummary(rows.length, uris.length),
    ...(token.isCancellationRequested ? ['', text.workspaceCancelled] : []),
    '',
    ...(rows.length === 0
      ? []
      : [
          `| ${draft} | ${framework} | ${sections} | ${judged} | ${findings} | ${spoken} |`,
          '| --- | --- | --- | --- | ---: | ---: |',
          ...rows,
          '',
        ]),
    ...(unreadable.length === 0 ? [] : [`## ${text.workspaceUnreadable}`, '', ...unreadable, '']),
  ].join('\n');
  return { markdown, drafts: rows.length };
}

async function readText(
  uri: string,
  files: FileAccess,
): Promise<string | { reason: 'binary' | 'not-utf8' | 'gone' }> {
  const bytes = await files.read(uri);
  if (!bytes) return { reason: 'gone' };
  const decoded = decodeText(bytes);
  return 'text' in decoded ? decoded.text : decoded;
}
