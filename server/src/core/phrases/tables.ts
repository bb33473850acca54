import { u32At, u8At } from '../text/typedArrays';
import { fold } from '../text/fold';
import { particularsIn } from './particulars';
import { baseRank, fitIn, fitLevel, POINT } from './rank';
import { fitOf, pointOf, sectionOf } from './slots';
import type { PhraseStore } from './store';
import type { Origin } from './types';
import { bigramsOf } from './units';

/** More than any base rank, and than the rows of any index. */
const MAX_RANK = 1 << 14;
const ROWS = 2 ** 32;

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
  /** Per row its base rank; 0 when it is not admitted. */
  bases = new Uint32Array(0);
  readonly #rows: number[] = [];
  #ranked: Uint32Array | undefined;
  /** Occurrences below this are read. */
  #upTo = 0;
  /** The sections admitted, of so many names. */
  #sections: { of: readonly string[]; count: number; admitted: readonly number[] } | undefined;

  constructor(readonly scope: Scope) {}

  /** Numbers of the sections admitted; undefined for all, and for rows of no section. */
  sections(store: PhraseStore): readonly number[] | undefined {
    if (this.scope.framework === undefined && this.scope.section === undefined) return undefined;
    const { sections } = store.names;
    // Names only come, and every query asks.
    if (this.#sections?.of !== sections || this.#sections.count !== sections.length) {
      const admitted = this.#admitted(sections).flatMap((there, section) => (there ? [section] : []));
      this.#sections = { of: sections, count: sections.length, admitted };
    }
    return this.#sections.admitted;
  }

  /** The rows admitted, each once. */
  get rows(): readonly number[] {
    return this.#rows;
  }

  /** The rows admitted, by base rank, the best first; sorted when first asked for. */
  get ranked(): Uint32Array {
    if (!this.#ranked) {
      // One number for rank and row sorts faster than a comparison.
      const keys = Float64Array.from(this.#rows, (row) => (MAX_RANK - u32At(this.bases, row)) * ROWS + row);
      this.#ranked = Uint32Array.from(keys.sort(), (key) => key % ROWS);
    }
    return this.#ranked;
  }

  /** Reads the occurrences added since. */
  extend(store: PhraseStore): void {
    if (this.#upTo === store.rows.length) return;
    if (this.bases.length < store.size) {
      const bases = new Uint32Array(Math.max(store.size, this.bases.length * 2));
      bases.set(this.bases);
      this.bases = bases;
    }
    this.#ranked = undefined;
    const { origin, point, framework, section } = this.scope;
    const anywhere = framework === undefined && section === undefined;
    const admitted = this.#admitted(store.names.sections);
    const wanted = point === undefined ? -1 : store.names.point(point);
    const [rowOf, owners, slots] = [store.rows.view(), store.owners.view(), store.slots.view()];
    const [starts, counts] = [store.slotStarts.view(), store.slotCounts.view()];
    for (let at = this.#upTo; at < rowOf.length; at++) {
      const document = store.documents[u32At(owners, at)];
      if (!document || (origin !== undefined && document.origin !== origin)) continue;
      const row = u32At(rowOf, at);
      const known = u32At(this.bases, row);
      let fit = anywhere ? Math.max(1, fitIn(known)) : fitIn(known);
      const start = u32At(starts, at);
      const end = start + u8At(counts, at);
      for (let slot = start; slot < end; slot++) {
        const packed = u32At(slots, slot);
        if (!admitted[sectionOf(packed)]) continue;
        const own = anywhere ? 1 : fitLevel(fitOf(packed) / 255);
        fit = Math.max(fit, own + (pointOf(packed) === wanted ? POINT : 0));
      }
      if (fit === 0) continue;
      if (known === 0) this.#rows.push(row);
      this.bases[row] = baseRank(fit, store.hanzi.at(row), store.documentCounts.at(row));
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

/**
 * Where a question is cut: at what every exam question says, at characters with no meaning of their own, at signs. Made
 * an expression when a question is first read: for all scripts that takes long, and a start has no time for it.
 */
const CUT = [
  '工作人员|公务员|办事人员|工作|单位|人员|处理|作为|负责|领导|群众|情况|问题|认为|理解|现在|基层|应该|应当|解决',
  '[的了是在和与你我他她它们这那有不就都也还要会能对把被为以及其等一个上下中来去到着过吗呢吧啊请问何如怎么样做想谈说看得地之而或]',
  '[^\\p{L}\\p{N}]',
].join('|');
/** A bigram in more than this share of the phrases tells nothing. */
const COMMON = 1 / 8;

/**
 * Per row, how many bigrams of the question it shares, 0-3; those of exam phrasing, over function words, or common to
 * many phrases are left out. Keep the result as long as question and store are unchanged.
 * @param rowsWith the rows there are with a bigram, each once
 */
export function questionTable(
  store: PhraseStore,
  rowsWith: (code: number) => ReadonlySet<number>,
  question: string,
): Uint8Array {
  const shared = new Uint8Array(store.size);
  for (const code of new Set(fold(question).split(new RegExp(CUT, 'u')).flatMap(bigramsOf))) {
    const rows = rowsWith(code);
    if (rows.size > Math.max(3, store.live * COMMON)) continue;
    for (const row of rows) shared[row] = Math.min(3, u8At(shared, row) + 1);
  }
  return shared;
}

/**
 * The rows about the persons and things a question is about: all that they name the question names too.
 * @param rowsWith the rows there are with a bigram, each once
 */
export function matterRows(
  store: PhraseStore,
  rowsWith: (code: number) => ReadonlySet<number>,
  question: string,
): ReadonlySet<number> {
  const folded = fold(question);
  const found = new Set<number>();
  for (const word of particularsIn(folded)) {
    const [code] = bigramsOf(word);
    for (const row of code === undefined ? [] : rowsWith(code)) {
      const named = particularsIn(fold(store.text(row)));
      if (named.length > 0 && named.every((other) => folded.includes(other))) found.add(row);
    }
  }
  return found;
}
