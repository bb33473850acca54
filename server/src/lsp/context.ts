import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import type { Builtin } from '../builtin';
import type { Locale } from '../core/messages/messages';
import type { FileAccess } from '../files/fileAccess';
import type { StartWorker } from '../library/types';
import type { RubricStore } from '../rubrics/rubricStore';
import type { Later } from './calm';
import type { InitializationOptions } from './protocol';
import type { Publisher } from './publisher';
import type { Session } from './session';
import type { SettingsStore } from './settings';

/** What the place the server runs in provides. */
export interface Host {
  readonly builtin: Builtin;
  readonly version: string;
  /** Used when the client does not offer its own file access; absent in a browser. */
  readonly files?: FileAccess;
  /** Reads reference documents. */
  readonly startWorker: StartWorker;
  /** The user's own folder; absent in a browser. */
  readonly home?: string;
  /** Runs work after the messages already received have been handled. */
  readonly defer: (work: () => void) => void;
  /** Runs work after some milliseconds; returns how to call it off. */
  readonly later: Later;
}

/** What the features of one connection share. */
export interface ServerContext {
  readonly connection: Connection;
  readonly host: Host;
  readonly options: InitializationOptions;
  readonly capabilities: ClientCapabilities;
  readonly locale: Locale;
  /** URIs of the workspace folders. */
  readonly folders: ReadonlySet<string>;
  readonly files: FileAccess;
  readonly settings: SettingsStore;
  readonly rubrics: RubricStore;
  readonly session: Session;
  readonly publisher: Publisher;
}

/** What goes wrong, for the log. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
