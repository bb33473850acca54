import { Utils } from 'vscode-uri';
import { parseUri } from '../files/uri';
import { reportMarkdown } from '../core/features/report';
import { reportModel } from '../core/features/reportModel';
import type { ServerContext } from './context';
import { ownDocument } from './ownDocument';
import * as protocol from './protocol';
import type { Locate } from './referenceLinks';
import { workspaceReport } from './workspaceReport';

/** Answers what a client asks for reports. */
export function answerReportRequests(context: ServerContext, locate: Locate): void {
  const { connection, session, folders, files, locale, publisher } = context;
  const nameOf = (uri: string): string => Utils.basename(parseUri(uri)) || uri;

  connection.onRequest(protocol.ReportRequest, async ({ uri }) => {
    publisher.request(uri);
    const checked = await session.check(uri);
    if (!checked?.analysis) return null;
    const linkTo = (line: number, column: number): string => `${uri}#L${line},${column}`;
    const { analysis, findings, settings } = checked;
    return { markdown: reportMarkdown(analysis, findings, nameOf(uri), locale, linkTo, settings.weights) };
  });
  connection.onRequest(protocol.ReportModelRequest, async ({ uri }) => {
    publisher.request(uri);
    const checked = await session.check(uri);
    if (!checked?.analysis) return null;
    const { analysis, findings, settings, known, document } = checked;
    const { minutes, speakingRate, weights } = settings;
    const report = reportModel(analysis, findings, {
      name: nameOf(uri),
      locale,
      minutes,
      speakingRate,
      weights,
      references: known?.references,
      own: known && ownDocument(known.references, uri),
    });
    const runs = report.sources.flatMap((source) => source.runs);
    return { version: document.version, report, locations: runs.map(({ span }) => locate(span) ?? null) };
  });
  connection.onRequest(protocol.WorkspaceReportRequest, async ({ workDoneToken }, token) => {
    // A client that gave no token sees no progress.
    const progress = connection.window.attachWorkDoneProgress(workDoneToken);
    return workspaceReport(session, files, [...folders], progress, token);
  });
}
