import { fold } from '../text/fold';
import { fitLevel, POINT } from './rank';
import { fitOf, pointOf, sectionOf } from './slots';
import type { PhraseStore } from './store';
import type { Origin } from './types';
import { bigramsOf } from './units';

/** What a query asks of a phrase's place in a framework. */
export interface Scope {
  readonly framework?: string | undefined;
  readonly section?: string | undefined;
  /** Phrases that serve it come before the others of the section. */
  readonly point?: string | undefined;
  readonly origin?: Origin | undefined;
}

/** The rows a scope admits; grows with the store (`extend`) until a document is taken out. */
export class ScopeTable {
  /** Per row: 0 when it is not admitted, else its step of fit, and POINT. */
  fits = new Uint8Array(0);
  readonly #rows: number[] = [];
  /** Occurrences below this are read. */
  #upTo = 0;

  constructor(readonly scope: Scope) {}

  /** The rows admitted, each once. */
  get rows(): readonly number[] {
    return this.#rows;
  }

  /** Reads the occurrences added since. */
  extend(store: PhraseStore): void {
    const { rows: rowOf, owners, slotStarts, slotCounts, slots } = store;
    if (this.#upTo === rowOf.length) return;
    if (this.fits.length < store.size) {
      const fits = new Uint8Array(Math.max(store.size, this.fits.length * 2));
      fits.set(this.fits);
      this.fits = fits;
    }
    const { origin, point, framework, section } = this.scope;
    const anywhere = framework === undefined && section === undefined;
    const admitted = this.#admitted(store.names.sections);
    const wanted = point === undefined ? -1 : store.names.point(point);
    for (let at = this.#upTo; at < rowOf.length; at++) {
      const document = store.documents[owners.at(at)];
      if (!document || (origin !== undefined && document.origin !== origin)) continue;
      const row = rowOf.at(at);
      const known = this.fits[row] ?? 0;
      let fit = anywhere ? Math.max(1, known) : known;
      const end = slotStarts.at(at) + slotCounts.at(at);
      for (let slot = slotStarts.at(at); slot < end; slot++) {
        const packed = slots.at(slot);
        if (!admitted[sectionOf(packed)]) continue;
        const own = anywhere ? 1 : fitLevel(fitOf(packed) / 255);
        fit = Math.max(fit, own + (pointOf(packed) === wanted ? POINT : 0));
      }
      this.fits[row] = fit;
      if (known === 0 && fit !== 0) this.#rows.push(row);
    }
    this.#upTo = rowOf.length;
  }

  #admitted(names: readonly string[]): boolean[] {
    const { framework, section } = this.scope;
    return names.map((name) => {
      const cut = name.indexOf('/');
      const [first, second] = [name.slice(0, cut), name.slice(cut + 1)];
      return (framework ?? first) === first && (section ?? second) === second;
    });
  }
}

/** Where a question is cut: at what every exam question says, at characters with no meaning of their own, at signs. */
const CUT = new RegExp(
  [
    '工作人员|公务员|办事人员|工作|单位|人员|处理|作为|负责|领导|群众|情况|问题|认为|理解|现在|基层|应该|应当|解决',
    '[的了是在和与你我他她它们这那有不就都也还要会能对把被为以及其等一个上下中来去到着过吗呢吧啊请问何如怎么样做想谈说看得地之而或]',
    '[^\\p{L}\\p{N}]',
  ].join('|'),
  'u',
);
/** A bigram in more than this share of the phrases tells nothing. */
const COMMON = 1 / 8;

/**
 * Per row, how many bigrams of the question it shares, 0-3; those of exam phrasing, over function words, or common to
 * many phrases are left out. Keep the result as long as question and store are unchanged.
 * @param rowsWith the rows there are with a bigram, each once
 */
export function questionTable(
  store: PhraseStore,
  rowsWith: (first: number, second: number) => readonly number[],
  question: string,
): Uint8Array {
  const shared = new Uint8Array(store.size);
  for (const code of new Set(fold(question).split(CUT).flatMap(bigramsOf))) {
    const rows = rowsWith(code >>> 16, code & 0xffff);
    if (rows.length > Math.max(3, store.live * COMMON)) continue;
    for (const row of rows) shared[row] = Math.min(3, (shared[row] ?? 0) + 1);
  }
  return shared;
}
