import { u32At } from '../text/typedArrays';
import { compareTexts } from '../text/compareTexts';
import { countHanzi } from '../text/count';
import { packSlot } from './slots';
import { flagsOf, StoreColumns } from './storeColumns';
import type { Origin, PhraseDocument, PhraseEntry, Place } from './types';
import { keyOf, mix } from './units';

/** No phrase has more UTF-16 units than this; a longer one is left out. */
const MAX_UNITS = 255;

/** A document of the store; `first` and `count` say which occurrences are its own. */
export interface StoredDocument {
  readonly id: string;
  readonly version: string;
  readonly origin: Origin;
  readonly first: number;
  readonly count: number;
}

/**
 * All phrases, in columns. A row is one text (with its register and keywords); it has an occurrence for every place
 * it stands in. Rows without occurrences are dead: they keep their number, and go when the store is built anew.
 */
export class PhraseStore extends StoreColumns {
  readonly documents: (StoredDocument | undefined)[] = [];
  readonly #numbers = new Map<string, number>();
  /** Row + 1 by hash of what makes the row; built when it is first needed. */
  #table: Uint32Array | undefined;
  #dead = 0;
  /** Occurrences, and documents, that were taken out and still have their place. */
  #gone = { occurrences: 0, documents: 0 };

  /** Rows that are there. */
  get live(): number {
    return this.size - this.#dead;
  }

  /** Whether nothing was taken out since the store was built. */
  get isTidy(): boolean {
    return this.#gone.documents === 0;
  }

  /** Share of occurrences that were taken out, 0-1. */
  get waste(): number {
    return this.#gone.occurrences / Math.max(1, this.rows.length);
  }

  /** Number of a document, or -1. */
  numberOf(id: string): number {
    return this.#numbers.get(id) ?? -1;
  }

  /** Takes a document in; one with the same id must have been removed. Entries that are too long are left out. */
  add({ id, version, origin, entries }: PhraseDocument): void {
    const document = this.documents.length;
    const first = this.rows.length;
    for (const entry of entries) {
      if (entry.text.length === 0 || entry.text.length > MAX_UNITS) continue;
      const row = this.#rowFor(entry, origin);
      const head = this.heads.at(row);
      // A document's occurrences are added together, so one of its own is the newest.
      if (head === 0 || this.owners.at(head - 1) !== document) {
        this.documentCounts.set(row, Math.min(0xffff, this.documentCounts.at(row) + 1));
      }
      this.#pushOccurrence(row, document, entry, head);
    }
    this.documents.push({ id, version, origin, first, count: this.rows.length - first });
    this.#numbers.set(id, document);
  }

  /** Takes a document out. @returns whether it was there */
  remove(id: string): boolean {
    const number = this.numberOf(id);
    const document = this.documents[number];
    if (!document) return false;
    const touched = new Set<number>();
    for (let at = document.first; at < document.first + document.count; at++) {
      touched.add(this.rows.at(at));
      this.#unlink(at);
    }
    for (const row of touched) {
      this.documentCounts.set(row, Math.max(0, this.documentCounts.at(row) - 1));
      if (!this.isLive(row)) {
        this.#dead++;
        this.#forget(row);
      }
    }
    this.#gone.documents++;
    this.#gone.occurrences += document.count;
    this.documents[number] = undefined;
    this.#numbers.delete(id);
    return true;
  }

  /** What was added of a document that is there. */
  entriesOf({ first, count }: StoredDocument): PhraseEntry[] {
    return Array.from({ length: count }, (_, index): PhraseEntry => {
      const at = first + index;
      const row = this.rows.at(at);
      return {
        text: this.text(row),
        slots: this.slotsOf(at),
        register: this.register(row),
        keywords: this.keywords(row),
        line: this.lines.at(at),
        from: this.froms.at(at),
        to: this.tos.at(at),
      };
    });
  }

  /** Where a row stands, in order of document and place. */
  places(row: number): Place[] {
    const places: Place[] = [];
    for (let next = this.heads.at(row); next !== 0; next = this.nexts.at(next - 1)) {
      const at = next - 1;
      places.push({
        document: this.documents[this.owners.at(at)]?.id ?? '',
        line: this.lines.at(at),
        from: this.froms.at(at),
        to: this.tos.at(at),
      });
    }
    if (places.length < 2) return places;
    return places.sort((a, b) => compareTexts(a.document, b.document) || a.line - b.line || a.from - b.from);
  }

  /** After the columns were filled from a file. */
  restore(documents: readonly StoredDocument[]): void {
    for (const document of documents) {
      this.#numbers.set(document.id, this.documents.length);
      this.documents.push(document);
    }
  }

  #pushOccurrence(row: number, document: number, entry: PhraseEntry, head: number): void {
    const start = this.slots.length;
    for (const slot of entry.slots.slice(0, 255)) {
      const packed = packSlot(slot, this.names);
      if (packed !== undefined) this.slots.push(packed);
    }
    this.rows.push(row);
    this.owners.push(document);
    this.lines.push(entry.line);
    this.froms.push(entry.from);
    this.tos.push(entry.to);
    this.slotStarts.push(start);
    this.slotCounts.push(this.slots.length - start);
    this.nexts.push(head);
    this.heads.set(row, this.rows.length);
  }

  #unlink(occurrence: number): void {
    const row = this.rows.at(occurrence);
    const after = this.nexts.at(occurrence);
    if (this.heads.at(row) === occurrence + 1) {
      this.heads.set(row, after);
      return;
    }
    for (const at of this.occurrences(row)) {
      if (this.nexts.at(at) !== occurrence + 1) continue;
      this.nexts.set(at, after);
      return;
    }
  }

  #rowFor(entry: PhraseEntry, origin: Origin): number {
    const flags = flagsOf(origin === 'bank', entry.register);
    const keywords = (entry.keywords ?? []).join('\n').slice(0, MAX_UNITS);
    const all = entry.text + keywords;
    let table = this.#table ?? this.#rebuild(this.size);
    if (this.size * 2 >= table.length) table = this.#rebuild(this.size);
    let hash = START ^ flags;
    for (let i = 0; i < all.length; i++) hash = Math.imul(hash ^ all.charCodeAt(i), STEP);
    let slot = mix(hash) & (table.length - 1);
    for (; table[slot] !== 0; slot = (slot + 1) & (table.length - 1)) {
      const row = u32At(table, slot) - 1;
      if (row !== GONE && this.#same(row, flags, entry.text.length, all)) return row;
    }
    const row = this.size;
    this.starts.push(this.units.length);
    this.units.pushText(all);
    this.lengths.push(entry.text.length);
    this.extras.push(keywords.length);
    this.hanzi.push(Math.min(255, countHanzi(entry.text)));
    this.firsts.push(firstUnit(entry.text));
    this.flags.push(flags);
    this.documentCounts.push(0);
    this.heads.push(0);
    table[slot] = row + 1;
    return row;
  }

  #same(row: number, flags: number, length: number, all: string): boolean {
    if (this.flags.at(row) !== flags || this.lengths.at(row) !== length) return false;
    if (length + this.extras.at(row) !== all.length) return false;
    const start = this.starts.at(row);
    for (let i = 0; i < all.length; i++) if (this.units.at(start + i) !== all.charCodeAt(i)) return false;
    return true;
  }

  #hashOf(row: number): number {
    const start = this.starts.at(row);
    const end = start + this.lengths.at(row) + this.extras.at(row);
    let hash = START ^ this.flags.at(row);
    for (const unit of this.units.view(start, end)) hash = Math.imul(hash ^ unit, STEP);
    return mix(hash);
  }

  #rebuild(least: number): Uint32Array {
    let size = 1024;
    while (size < least * 3) size *= 2;
    const table = new Uint32Array(size);
    for (let row = 0; row < this.size; row++) {
      if (!this.isLive(row)) continue;
      let slot = this.#hashOf(row) & (size - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (size - 1);
      table[slot] = row + 1;
    }
    this.#table = table;
    return table;
  }

  /** A dead row is not found again: its text comes back as a new row. */
  #forget(row: number): void {
    const table = this.#table;
    if (!table) return;
    let slot = this.#hashOf(row) & (table.length - 1);
    while (table[slot] !== 0 && table[slot] !== row + 1) slot = (slot + 1) & (table.length - 1);
    if (table[slot] !== 0) table[slot] = GONE + 1;
  }
}

/** Stands in the table for a row that is dead, so that what lies behind it is still found. */
const GONE = 0xfffffffe;

/** Where a hash of units starts, and what each unit multiplies it with (FNV-1a). */
const START = 0x811c9dc5;
const STEP = 0x01000193;

/** The first word unit of a text, folded; 0 when it has none. */
function firstUnit(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const unit = keyOf(text.charCodeAt(i));
    if (unit !== 0) return unit;
  }
  return 0;
}

/** The same documents in a new store, without what is no longer needed; pauses after every document. */
export function* compacted(store: PhraseStore): Generator<number, PhraseStore> {
  const fresh = new PhraseStore(store.names);
  for (const [number, document] of store.documents.entries()) {
    if (!document) continue;
    fresh.add({ ...document, entries: store.entriesOf(document) });
    yield number / store.documents.length;
  }
  return fresh;
}
