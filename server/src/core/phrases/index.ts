import { u32At } from '../text/typedArrays';
import { Distinct } from './distinct';
import { type Initials, InitialTable } from './initials';
import { buildPostings, forBigrams, forSlices, NO_POSTINGS, type Postings } from './postings';
import { byInitials, complete, completeLoosely, listAll, search, type Sight } from './query';
import { Best, UsedWords } from './rank';
import { compacted, PhraseStore } from './store';
import { suggestion } from './suggestion';
import { matterRows, questionTable, type Scope, ScopeTable } from './tables';
import { readBefore, readWords, replaced, type Typed } from './typed';
import type { PhraseDocument, Suggestion } from './types';
import { bigram } from './units';

/** What phrases are wanted for. */
export interface PhraseQuery extends Scope {
  /** Text before the cursor, at least of its line: phrases that go on from it come first, then any of the scope. */
  readonly before?: string | undefined;
  /** Only phrases that have what is typed: no others of the scope when these are few or nothing is typed. */
  readonly typedOnly?: boolean | undefined;
  /** Words to search for, parted by white space; nothing else is found then. Goes before `before`. */
  readonly words?: string | undefined;
  /** Text of the question; phrases that share its words come first. */
  readonly question?: string | undefined;
  /** Text of the draft; phrases used in it come later. */
  readonly draft?: string | undefined;
  /** How many phrases at most. */
  readonly limit: number;
}

/** Of so many times the rows wanted are looked at, so that the list stays full without near duplicates. */
const SPARE = 2;
/** With fewer phrases for what is typed, others of the scope are offered too. */
const FEW = 8;
/** No query gets more. */
const MAX_LIMIT = 200;
/** No rows. */
const NO_ROWS: ReadonlySet<number> = new Set();
/** The scopes whose tables are kept. */
const KEPT_SCOPES = 32;

/**
 * Phrases of documents and banks, found by text, section, question and pinyin initials. Documents come and go one by
 * one; what was added since the last `settle` is found too, only slower. The same documents give the same answers,
 * in whatever order they came.
 */
export class PhraseIndex {
  #store: PhraseStore;
  #postings: Postings;
  /** Rows with occurrences from `#postings.upTo` on, by bigram; those below `#pendingUpTo` are in. */
  #pending = new Map<number, number[]>();
  #pendingUpTo: number;
  /** Changes with every document. */
  #generation = 0;
  #scopes = new Map<string, ScopeTable>();
  #question:
    { readonly text: string; readonly table: Uint8Array; readonly matter: ReadonlySet<number> } | undefined;
  #used: UsedWords | undefined;
  #initials: InitialTable | undefined;
  /** Rows below this are known to `#initials`. */
  #learnt = 0;

  /** Without arguments an empty index; with them what was read from a file. */
  constructor(store = new PhraseStore(), postings: Postings = NO_POSTINGS) {
    this.#store = store;
    this.#postings = postings;
    this.#pendingUpTo = postings.upTo;
  }

  /** Whether letters are read as the initials of pinyin; until `useInitials` they are only letters. */
  get spells(): boolean {
    return this.#initials !== undefined;
  }

  /** Gives the readings of characters. They are asked for when letters are first typed, each character once. */
  useInitials(initials: Initials): void {
    this.#initials = new InitialTable(initials);
    this.#learnt = 0;
  }

  /** Documents that are in, with their versions, by id. */
  get documents(): ReadonlyMap<string, { readonly version: string; readonly phrases: number }> {
    const there = this.#store.documents.filter((document) => document !== undefined);
    return new Map(there.map(({ id, version, count }) => [id, { version, phrases: count }]));
  }

  /** Distinct phrases. */
  get size(): number {
    return this.#store.live;
  }

  /** Share of the index that is not built in yet or no longer needed, 0-1: above a quarter `settle` pays. */
  get unsettled(): number {
    const { rows, waste } = this.#store;
    return Math.min(1, waste + (rows.length - this.#postings.upTo) / Math.max(1, rows.length));
  }

  /** Takes a document in, in place of the one with its id. Time grows with the document only. */
  add(document: PhraseDocument): void {
    this.remove(document.id);
    this.#store.add(document);
    this.#changed();
  }

  /** Takes a document out. @returns whether it was there */
  remove(id: string): boolean {
    const removed = this.#store.remove(id);
    if (removed) {
      this.#scopes.clear();
      this.#changed();
    }
    return removed;
  }

  /** Builds all documents in, at once: about 0.3 s for 100 000 phrases. */
  settle(): void {
    const steps = this.settling();
    while (!steps.next().done);
  }

  /**
   * The same in steps of a few milliseconds, between which queries are answered; drop the generator to cancel. When
   * documents come or go between two steps it starts again.
   * @returns yields the share that is done, 0-1
   */
  *settling(): Generator<number, void> {
    for (;;) {
      const generation = this.#generation;
      const steps = settled(this.#store);
      let step = steps.next();
      while (!step.done && generation === this.#generation) {
        yield step.value;
        step = steps.next();
      }
      if (!step.done || generation !== this.#generation) continue;
      this.#store = step.value.store;
      this.#postings = step.value.postings;
      this.#scopes.clear();
      this.#changed();
      this.#pending = new Map();
      this.#pendingUpTo = this.#postings.upTo;
      this.#learnt = 0;
      return;
    }
  }

  /** The store and postings, settled: what a file of the index holds. */
  parts(): { readonly store: PhraseStore; readonly postings: Postings } {
    if (!this.#store.isTidy || this.#postings.upTo < this.#store.rows.length) this.settle();
    return { store: this.#store, postings: this.#postings };
  }

  /** Finds phrases, best first (see rank.ts); near duplicates of a better one are left out. */
  query(query: PhraseQuery): Suggestion[] {
    const limit = query.limit >= 1 ? Math.min(MAX_LIMIT, Math.floor(query.limit)) : 0;
    const sight = this.#look(query);
    const words = (query.words ?? '').split(/\s+/).map(readWords);
    const wanted = words.filter(({ units }) => units.length > 0);
    const searching = wanted.length > 0;
    const typed = readBefore(searching ? '' : (query.before ?? ''));
    const best = new Best(this.#store, limit * SPARE + 8);
    const [only, ...others] = searching ? wanted : [typed];
    const letters = only && others.length === 0 ? only.letters : '';
    const spelt = this.#spell(sight, letters, best);
    if (searching && !spelt) search(sight, wanted, best);
    const distinct = new Distinct(this.#store, limit);
    if (searching || spelt) {
      distinct.take(best.rows());
      const replace = searching ? 0 : letters.length;
      return distinct.kept.map((row) => this.#offer(row, typed, replace));
    }
    const few = Math.min(limit, FEW);
    // While there are too few, more that have less to do with what is typed.
    for (const step of typed.units.length > 0 ? [complete, completeLoosely] : []) {
      if (distinct.kept.length >= few) break;
      best.clear();
      step(sight, typed, best);
      distinct.take(best.rows());
    }
    if (!query.typedOnly && (typed.units.length === 0 || distinct.kept.length < few)) {
      best.clear();
      listAll(sight, best);
      distinct.take(best.rows(), typed.units.length === 0 ? limit : few);
    }
    return distinct.kept.map((row) => this.#offer(row, typed));
  }

  #offer(row: number, typed: Typed, replace?: number): Suggestion {
    const start = this.#store.starts.at(row);
    const units = this.#store.units.view(start, start + this.#store.lengths.at(row));
    return suggestion(this.#store, row, replace ?? replaced(typed, units));
  }

  #spell(sight: Sight, letters: string, best: Best): boolean {
    if (letters === '' || !sight.initials) return false;
    sight.initials.learn(sight.store, this.#learnt);
    this.#learnt = sight.store.size;
    byInitials(sight, letters, best);
    return best.size > 0;
  }

  #look(query: PhraseQuery): Sight {
    const store = this.#store;
    this.#catchUp();
    const { framework, section, point, origin, question, draft } = query;
    const key = [framework, section, point, origin].map((part) => part ?? '').join('/');
    let scope = this.#scopes.get(key);
    if (!scope) {
      if (this.#scopes.size >= KEPT_SCOPES) this.#scopes.clear();
      this.#scopes.set(key, (scope = new ScopeTable({ framework, section, point, origin })));
    }
    scope.extend(store);
    if (question !== undefined && question !== this.#question?.text) {
      this.#question = {
        text: question,
        table: questionTable(store, (code) => this.#rowsWith(code), question),
        matter: matterRows(store, (code) => this.#rowsWith(code), question),
      };
    }
    if (draft !== undefined && draft !== this.#used?.draft) this.#used = new UsedWords(draft);
    return {
      store,
      postings: this.#postings,
      pending: this.#pending,
      scope,
      sections: scope.sections(store),
      question: question === undefined ? undefined : this.#question?.table,
      matter: (question === undefined ? undefined : this.#question?.matter) ?? NO_ROWS,
      used: draft === undefined ? undefined : this.#used,
      initials: this.#initials,
    };
  }

  /** Puts rows with occurrences added since into the lists of what is pending. */
  #catchUp(): void {
    const store = this.#store;
    for (; this.#pendingUpTo < store.rows.length; this.#pendingUpTo++) {
      const row = store.rows.at(this.#pendingUpTo);
      const put = (code: number): void => {
        const rows = this.#pending.get(code);
        if (!rows) this.#pending.set(code, [row]);
        else if (rows.at(-1) !== row) rows.push(row);
      };
      forBigrams(store, row, (code) => {
        put(code);
        put(bigram(code >>> 16, 0));
      });
    }
  }

  /** The rows there are with a bigram. */
  #rowsWith(code: number): Set<number> {
    const found = new Set<number>();
    const { entries, rowBits } = this.#postings;
    const rowMask = 2 ** rowBits - 1;
    const add = (row: number): void => {
      if (this.#store.isLive(row)) found.add(row);
    };
    forSlices(this.#postings, code, undefined, (from, to) => {
      for (let at = from; at < to; at++) add(u32At(entries, at) & rowMask);
    });
    for (const row of this.#pending.get(code) ?? []) add(row);
    return found;
  }

  #changed(): void {
    this.#generation++;
    this.#question = undefined;
  }
}

/** Builds a store in, anew when something was taken out of it. */
function* settled(
  store: PhraseStore,
): Generator<number, { readonly store: PhraseStore; readonly postings: Postings }> {
  const tidy = store.isTidy ? store : yield* compacted(store);
  return { store: tidy, postings: yield* buildPostings(tidy) };
}
