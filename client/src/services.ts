import type { LogOutputChannel } from 'vscode';
import type { Drafts } from './drafts';
import type { Places } from './places';
import type { References } from './references';
import type { Reports } from './reports';
import type { Session } from './session';

/** What the commands work with. */
export interface Services {
  readonly session: Session;
  readonly drafts: Drafts;
  readonly places: Places;
  readonly references: References;
  readonly reports: Reports;
  readonly output: LogOutputChannel;
}
