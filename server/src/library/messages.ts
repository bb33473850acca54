import type { Locale } from '../core/messages/messages';
import type {
  DocumentFile,
  DocumentView,
  DocumentWorker,
  KeptDocument,
  LibraryProblem,
  ReadOutcome,
  StoreDamage,
} from './types';

/** What the server asks of the thread, by name: the parameters and the answer. */
export interface Calls {
  find: {
    readonly params: { readonly inputs: readonly string[] };
    readonly result: Awaited<ReturnType<DocumentWorker['find']>>;
  };
  read: {
    readonly params: { readonly file: DocumentFile; readonly bytes?: Uint8Array | undefined };
    readonly result: ReadOutcome;
  };
  view: {
    readonly params: {
      readonly uri: string;
      readonly locale: Locale;
      readonly bytes?: Uint8Array | undefined;
    };
    readonly result: DocumentView | LibraryProblem;
  };
  /** The documents come before the answer, one `part` each. */
  load: {
    readonly params: { readonly path: string; readonly tag: string };
    readonly result: ArrayBuffer | StoreDamage;
  };
  keep: { readonly params: { readonly document: KeptDocument }; readonly result: null };
  save: {
    readonly params: {
      readonly path: string;
      readonly tag: string;
      readonly index: ArrayBuffer;
      readonly documents: number;
    };
    readonly result: null;
  };
}

export type Method = keyof Calls;

/** Server → thread. */
export type Call = {
  readonly [M in Method]: { readonly id: number; readonly method: M; readonly params: Calls[M]['params'] };
}[Method];

/** Thread → server. */
export type Answer =
  | { readonly id: number; readonly result: Calls[Method]['result'] }
  | { readonly id: number; readonly part: KeptDocument }
  | { readonly id: number; readonly error: string };
