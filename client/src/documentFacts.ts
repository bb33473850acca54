import type { DocumentInfo } from '../../server/src/lsp/protocol';
import type { Words } from './coverage';

/** What lists say of a reference document, in words; each part is empty where there is nothing to say. */
export interface DocumentFacts {
  /** Its own title, where that is not its name. */
  readonly title: readonly string[];
  readonly sentences: readonly string[];
  readonly phrases: readonly string[];
  readonly leftOut: readonly string[];
}

/** Puts what is known of a document in words. */
export function documentFacts(
  { name, title, sentences, phrases, dropped = 0 }: DocumentInfo,
  l10n: Words,
): DocumentFacts {
  return {
    title: title === undefined || title === name ? [] : [title],
    sentences: sentences === undefined ? [] : [l10n.t('{0} sentences', sentences)],
    phrases: phrases === undefined ? [] : [l10n.t('{0} phrases', phrases)],
    leftOut: dropped === 0 ? [] : [l10n.t('left out: {0}', dropped)],
  };
}

/** What asks for attention comes first: what was not read. */
export function unreadFirst(documents: readonly DocumentInfo[]): DocumentInfo[] {
  const isUnread = ({ problem }: DocumentInfo): boolean => problem !== undefined;
  return [...documents.filter(isUnread), ...documents.filter((info) => !isUnread(info))];
}
