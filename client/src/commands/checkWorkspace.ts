import { type CancellationToken, l10n, type Progress, ProgressLocation, window, workspace } from 'vscode';
import type { WorkspaceModel } from '../../../server/src/core/features/reportWorkspace';
import { WorkspaceReportRequest } from '../../../server/src/lsp/protocol';
import { connect, openSettings, tell } from '../notices';
import { WorkspacePage } from '../report/workspacePage';
import type { Services } from '../services';
import type { Session } from '../session';

/** `zhangfa.checkWorkspace`: checks every draft of the workspace and shows a summary. */
export async function checkWorkspace({ session, reports }: Services): Promise<void> {
  if ((workspace.workspaceFolders ?? []).length === 0) {
    tell('information', l10n.t('Open the folder with your drafts first.'));
    return;
  }
  await connect(session);
  const options = {
    location: ProgressLocation.Notification,
    title: l10n.t('Checking the drafts of the workspace'),
    cancellable: true,
  };
  const report = await window.withProgress(options, async (progress, token) =>
    request(session, progress, token),
  );
  if (!report) return;
  if (report.rows.length > 0) {
    reports.show('workspace', new WorkspacePage(report));
    return;
  }
  tell(
    'information',
    l10n.t(
      'There are no drafts in this workspace. A draft names its question or framework, or lies where the setting “zhangfa.drafts” says.',
    ),
    { [l10n.t('Open Settings')]: () => openSettings('zhangfa.drafts') },
  );
}

/** One check at a time is the rule, but a second one must not take the progress of the first. */
let requests = 0;

/** @returns undefined when cancelled */
async function request(
  session: Session,
  progress: Progress<{ message?: string; increment?: number }>,
  token: CancellationToken,
): Promise<WorkspaceModel | undefined> {
  const workDoneToken = `zhangfa-workspace-${++requests}`;
  let reached = 0;
  const client = await session.ready();
  const listener = session.onProgress(workDoneToken, ({ percentage, message }) => {
    const increment = Math.max(0, (percentage ?? reached) - reached);
    reached += increment;
    progress.report({ increment, ...(message === undefined ? {} : { message }) });
  });
  try {
    return await client.sendRequest(WorkspaceReportRequest, { workDoneToken }, token);
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  } finally {
    listener.dispose();
  }
}
