import { distinctRows } from './distinct';
import { type Initials, InitialTable } from './initials';
import { buildPostings, findRows, forBigrams, NO_POSTINGS, type Postings } from './postings';
import { byInitials, complete, listAll, search, type Sight } from './query';
import { Best, UsedWords } from './rank';
import { compacted, PhraseStore } from './store';
import { suggestion } from './suggestion';
import { questionTable, type Scope, ScopeTable } from './tables';
import { readBefore, readWords, replaced, type Typed } from './typed';
import type { PhraseDocument, Suggestion } from './types';
import { bigram } from './units';

/** What phrases are wanted for. */
export interface PhraseQuery extends Scope {
  /** Text before the cursor, at least of its line: phrases that go on from it come first, then any of the scope. */
  readonly before?: string | undefined;
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
const SPARE = 3;
/** No query gets more. */
const MAX_LIMIT = 200;
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
  /** Rows from `#postings.upTo` on, by bigram; those below `#pendingUpTo` are in. */
  #pending = new Map<number, number[]>();
  #pendingUpTo: number;
  /** Changes with every document. */
  #generation = 0;
  #scopes = new Map<string, ScopeTable>();
  #question: { readonly text: string; readonly table: Uint8Array } | undefined;
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
    const { size, waste } = this.#store;
    return Math.min(1, waste + (size - this.#postings.upTo) / Math.max(1, size));
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
      const store = this.#store.isTidy ? this.#store : compacted(this.#store);
      const steps = buildPostings(store);
      let step = steps.next();
      while (!step.done && generation === this.#generation) {
        yield step.value;
        step = steps.next();
      }
      if (!step.done || generation !== this.#generation) continue;
      this.#store = store;
      this.#postings = step.value;
      this.#scopes.clear();
      this.#changed();
      this.#pending = new Map();
      this.#pendingUpTo = step.value.upTo;
      this.#learnt = 0;
      return;
    }
  }

  /** The store and postings, settled: what a file of the index holds. */
  parts(): { readonly store: PhraseStore; readonly postings: Postings } {
    if (!this.#store.isTidy || this.#postings.upTo < this.#store.size) this.settle();
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
    const letters = searching ? (wanted.length === 1 ? (wanted[0]?.letters ?? '') : '') : typed.letters;
    const spelt = this.#spell(sight, letters, best);
    if (searching && !spelt) search(sight, wanted, best);
    if (searching || spelt) {
      const replace = searching ? 0 : letters.length;
      return distinctRows(this.#store, best.rows, limit).map((row) => this.#offer(row, typed, replace));
    }
    return this.#completed(sight, typed, best, limit).map((row) => this.#offer(row, typed));
  }

  /** Rows for what is typed before the cursor; while there are too few, more that have less to do with it. */
  #completed(sight: Sight, typed: Typed, best: Best, limit: number): number[] {
    let rows: number[] = [];
    for (const all of typed.units.length > 0 ? [false, true] : []) {
      best.clear();
      complete(sight, typed, best, all);
      rows = distinctRows(this.#store, best.rows, limit);
      if (rows.length >= limit) return rows;
    }
    best.clear();
    listAll(sight, best);
    return distinctRows(this.#store, [...rows, ...best.rows], limit);
  }

  #offer(row: number, typed: Typed, replace?: number): Suggestion {
    return suggestion(this.#store, row, replace ?? replaced(typed, this.#store.text(row)).length);
  }

  #spell(sight: Sight, letters: string, best: Best): boolean {
    if (letters === '' || !sight.initials) return false;
    sight.initials.learn(sight.store, this.#learnt, sight.store.size);
    this.#learnt = sight.store.size;
    byInitials(sight, letters, best);
    return best.rows.length > 0;
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
        table: questionTable(store, (a, b) => this.#rowsWith(a, b), question),
      };
    }
    if (draft !== undefined && draft !== this.#used?.draft) this.#used = new UsedWords(draft);
    return {
      store,
      hanzi: store.hanzi.view(),
      documents: store.documentCounts.view(),
      postings: this.#postings,
      pending: this.#pending,
      scope,
      question: question === undefined ? undefined : this.#question?.table,
      used: draft === undefined ? undefined : this.#used,
      initials: this.#initials,
    };
  }

  /** Puts rows added since into the lists of what is pending. */
  #catchUp(): void {
    const store = this.#store;
    for (; this.#pendingUpTo < store.size; this.#pendingUpTo++) {
      const row = this.#pendingUpTo;
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

  /** The rows there are with a bigram, each once. */
  #rowsWith(first: number, second: number): number[] {
    const [from, to] = findRows(this.#postings, first, second);
    const pending = this.#pending.get(bigram(first, second)) ?? [];
    return [...this.#postings.rows.subarray(from, to), ...pending].filter((row) => this.#store.isLive(row));
  }

  #changed(): void {
    this.#generation++;
    this.#question = undefined;
  }
}
