import { type Event, EventEmitter, l10n, Uri } from 'vscode';
import type { WorkspaceModel } from '../../../server/src/core/features/reportWorkspace';
import type { Page } from '../reports';
import type { Action } from './controls';
import { showBeside } from './showBeside';
import { workspaceBody } from './workspaceView';

/** The report of a folder. */
export class WorkspacePage implements Page {
  readonly #report: WorkspaceModel;
  readonly #changed = new EventEmitter<'page' | 'stale'>();
  readonly onDidChange: Event<'page' | 'stale'> = this.#changed.event;
  readonly isStale = false;

  constructor(report: WorkspaceModel) {
    this.#report = report;
  }

  get title(): string {
    return l10n.t('Report: workspace');
  }

  body(): string {
    return workspaceBody(this.#report, true);
  }

  async act(action: Action): Promise<void> {
    if (action.act !== 'open') return;
    // Only what the report itself names is opened, whatever the page asks for.
    const row = this.#report.rows[action.index];
    if (row) await showBeside(Uri.parse(row.uri));
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
