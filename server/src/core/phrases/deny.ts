import { Automaton } from '../analysis/automaton';
import type { WordingList } from '../framework/types';
import { fold } from '../text/fold';
import { dedupeKey } from './dedupe';
import type { DenyEntry, DenyList } from './types';

/** Why a text is not suggested. */
export interface Denial {
  readonly entry: DenyEntry;
  /** The word found, as listed. */
  readonly word: string;
}

/**
 * Keeps out of the suggestions what must not be said, even where the document only names it to reject it: what is
 * inserted stands in the writer's mouth.
 */
export class DenyFilter {
  readonly #automaton: Automaton;
  readonly #meanings: readonly (readonly Denial[])[];
  readonly #allowed: ReadonlySet<string>;

  /**
   * @param lists what is denied
   * @param allowed texts that are not, whatever is in them: the set phrases one may well use
   */
  constructor(lists: readonly DenyList[], allowed: Iterable<string> = []) {
    this.#allowed = new Set([...allowed].map(dedupeKey));
    const meanings = new Map<string, Denial[]>();
    for (const entry of lists.flatMap(({ entries }) => entries)) {
      for (const word of entry.match) {
        const key = fold(word);
        const known = meanings.get(key);
        if (known) known.push({ entry, word });
        else meanings.set(key, [{ entry, word }]);
      }
    }
    this.#automaton = new Automaton([...meanings.keys()]);
    this.#meanings = [...meanings.values()];
  }

  /** Why a text is denied, by the first listed word in it; undefined when it may be suggested. */
  denial(text: string): Denial | undefined {
    if (this.#allowed.has(dedupeKey(text))) return undefined;
    const folded = fold(text);
    let found: Denial | undefined;
    this.#automaton.scan(folded, (pattern) => {
      found ??= this.#meanings[pattern]?.find(
        ({ entry }) => !entry.unless.some((word) => folded.includes(fold(word))),
      );
    });
    return found;
  }
}

/**
 * The wordings the rules flag, as a deny list: a suggestion must not bring in what would be reported once inserted.
 */
export function denyWording(lists: readonly WordingList[]): DenyList[] {
  return lists.map(({ id, title, origin, entries }) => ({
    id: `wording/${id}`,
    title,
    origin,
    entries: entries.map(({ id: entry, match, unless, why, source }) => ({
      id: entry,
      match,
      unless,
      reason: why,
      ...(source ? { source } : {}),
    })),
  }));
}
