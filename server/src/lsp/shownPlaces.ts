import type { Finding, RuleCode } from '../core/rules/types';
import { firstThat } from '../core/text/firstThat';

/** A finding the writer sees; its place may be moved along with the text. */
export interface Shown {
  readonly code: RuleCode;
  readonly from: number;
  readonly to: number;
}

/** Where the findings of one rule are. */
interface Places {
  /** In order. */
  readonly from: number[];
  /** The furthest end of these so far. */
  readonly furthest: number[];
  /** Where there is one without extent. */
  readonly points: Set<number>;
}

/**
 * Tells of many findings whether the writer has seen them: each of a few steps, as there may be thousands of both.
 * Holds as long as the shown ones do not move.
 */
export class ShownPlaces {
  readonly #places = new Map<RuleCode, Places>();

  constructor(shown: readonly Shown[]) {
    for (const { code, from, to } of shown.toSorted((a, b) => a.from - b.from)) {
      let places = this.#places.get(code);
      if (!places) this.#places.set(code, (places = { from: [], furthest: [], points: new Set() }));
      places.furthest.push(Math.max(to, places.furthest.at(-1) ?? to));
      places.from.push(from);
      if (from === to) places.points.add(from);
    }
  }

  /** Whether one of the same rule was shown that overlaps the finding, or has the same place. */
  has({ code, range: { from, to } }: Pick<Finding, 'code' | 'range'>): boolean {
    const places = this.#places.get(code);
    if (!places) return false;
    const last = firstThat(places.from, (other) => other >= to) - 1;
    return (places.furthest[last] ?? -1) > from || (from === to && places.points.has(from));
  }
}
