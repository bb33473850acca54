import { RequestType } from 'vscode-languageserver-protocol';

/* The custom messages about questions; part of `protocol.ts`. */

/** A kind of question. */
export interface KindInfo {
  readonly id: string;
  readonly title: string;
  /** Usual time for an answer. */
  readonly minutes?: number;
}

/** The kinds of questions there are, and what is known of one question. */
export interface KindFacts {
  readonly kinds: readonly KindInfo[];
  /** The question of the document; absent when it has none. */
  readonly question?: string;
  /** Id of the kind the question is of. */
  readonly kind?: string;
  /** Time limit for it: what the draft says, else the settings, else what is usual for the kind. */
  readonly minutes?: number;
}

/**
 * Client → server: the kinds of questions there are, and what a question is: that of an open document, or one of which
 * there is no draft yet.
 */
export const KindsRequest = new RequestType<
  { readonly uri?: string; readonly question?: string },
  KindFacts,
  void
>('zhangfa/kinds');
