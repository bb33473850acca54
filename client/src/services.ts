import type { LogOutputChannel } from 'vscode';
import type { Drafts } from './drafts';
import type { Reports } from './reports';
import type { Session } from './session';

/** What the commands work with. */
export interface Services {
  readonly session: Session;
  readonly drafts: Drafts;
  readonly reports: Reports;
  readonly output: LogOutputChannel;
}
