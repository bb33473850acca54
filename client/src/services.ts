import type { LogOutputChannel, Uri } from 'vscode';
import type { Drafts } from './drafts';
import type { Pause } from './pause';
import type { Places } from './places';
import type { Practice } from './practice/practice';
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
  readonly practice: Practice;
  readonly pause: Pause;
  readonly output: LogOutputChannel;
  /** Where the extension's own files are. */
  readonly extensionUri: Uri;
}
