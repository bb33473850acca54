import { Column } from '../phrases/columns';
import { mix } from '../phrases/units';
import type { DocumentUnits } from './documentUnits';

/** Word units that are looked up together. */
export const GRAM = 8;
/** Of so many places of a document one is in the table, so that a run of GRAM + STRIDE - 1 units holds one. */
const STRIDE = 5;
/** Of all places that share a hash, so many are looked at: the same line may stand in a thousand documents. */
const MOST_VISITED = 32;

/** Entries of a document are numbered in chunks of so many; a chunk that is given back is used again. */
const CHUNK = 64;
const FIRST_BUCKETS = 1024;

const BASE = 0x01000193;
/** What the first unit of a gram weighs in its hash. */
const OLDEST = Array.from({ length: GRAM - 1 }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** The hash of the gram that ends with `unit`, from the hash of the one before and the unit that began it. */
export function rolled(hash: number, gone: number, unit: number): number {
  return (Math.imul(hash - Math.imul(gone, OLDEST), BASE) + unit) | 0;
}

interface Held {
  readonly text: DocumentUnits;
  /** Numbers of its chunks, in order. */
  readonly chunks: readonly number[];
  /** Entries. */
  readonly count: number;
}

/**
 * Where in the documents a gram stands. An entry is every STRIDEth place of a document; entries whose hashes fall into
 * one bucket are linked. Buckets are added one by one (linear hashing), so that no document ever waits for the others
 * to be sorted anew. 8 to 16 bytes for an entry.
 */
export class GramTable {
  /** Entry + 1 by bucket. */
  readonly #heads = new Column(Uint32Array);
  /** Per entry the next one of its bucket, + 1. */
  readonly #nexts = new Column(Uint32Array);
  /** The largest power of two that is not more than the buckets. */
  #half = FIRST_BUCKETS;
  /** Per chunk its document, and the number its first entry has there. */
  readonly #chunks: ({ readonly text: DocumentUnits; readonly first: number } | undefined)[] = [];
  readonly #free: number[] = [];
  readonly #held = new Map<string, Held>();
  #live = 0;

  constructor() {
    for (let i = 0; i < FIRST_BUCKETS; i++) this.#heads.push(0);
  }

  /** Takes a document in; one with its id must have been removed. */
  add(text: DocumentUnits): void {
    const count = Math.max(0, Math.floor((text.units.length - GRAM) / STRIDE) + 1);
    const chunks: number[] = [];
    for (let first = 0; first < count; first += CHUNK) {
      const chunk = this.#free.pop() ?? this.#newChunk();
      this.#chunks[chunk] = { text, first };
      chunks.push(chunk);
      for (let i = 0; i < CHUNK && first + i < count; i++) this.#link(chunk * CHUNK + i);
    }
    this.#held.set(text.document.id, { text, chunks, count });
  }

  /** Takes a document out. @returns whether it was there */
  remove(id: string): boolean {
    const held = this.#held.get(id);
    if (!held) return false;
    this.#held.delete(id);
    const buckets = new Set<number>();
    for (let i = 0; i < held.count; i++) buckets.add(this.#bucketOf(hashAt(held.text, i * STRIDE)));
    for (const bucket of buckets) this.#unlink(bucket, held.text);
    for (const chunk of held.chunks) {
      this.#chunks[chunk] = undefined;
      this.#free.push(chunk);
    }
    this.#live -= held.count;
    return true;
  }

  /**
   * Calls `visit` with the places of documents that may have a gram (its hash falls into their bucket), until it says
   * that it has enough.
   */
  forPlaces(hash: number, visit: (text: DocumentUnits, at: number) => boolean): void {
    let link = this.#heads.at(this.#bucketOf(hash));
    for (let visited = 0; link !== 0 && visited < MOST_VISITED; visited++) {
      const chunk = this.#chunks[Math.floor((link - 1) / CHUNK)];
      if (chunk && visit(chunk.text, (chunk.first + ((link - 1) % CHUNK)) * STRIDE)) return;
      link = this.#nexts.at(link - 1);
    }
  }

  #newChunk(): number {
    for (let i = 0; i < CHUNK; i++) this.#nexts.push(0);
    return this.#chunks.length;
  }

  #link(entry: number): void {
    if (++this.#live > this.#heads.length) this.#addBucket();
    const bucket = this.#bucketOf(this.#hashOf(entry));
    this.#nexts.set(entry, this.#heads.at(bucket));
    this.#heads.set(bucket, entry + 1);
  }

  /** Takes the entries of a document out of a bucket. */
  #unlink(bucket: number, text: DocumentUnits): void {
    this.#relink(bucket, (entry) =>
      this.#chunks[Math.floor(entry / CHUNK)]?.text === text ? undefined : bucket,
    );
  }

  /** One more bucket: the entries of the one it was part of are shared out. */
  #addBucket(): void {
    const bucket = this.#heads.length - this.#half;
    this.#heads.push(0);
    if (this.#heads.length === 2 * this.#half) this.#half *= 2;
    this.#relink(bucket, (entry) => this.#bucketOf(this.#hashOf(entry)));
  }

  /** Links the entries of a bucket anew, in the same order, to the bucket given for each. */
  #relink(bucket: number, bucketFor: (entry: number) => number | undefined): void {
    const entries: number[] = [];
    for (let link = this.#heads.at(bucket); link !== 0; link = this.#nexts.at(link - 1))
      entries.push(link - 1);
    this.#heads.set(bucket, 0);
    for (let i = entries.length - 1; i >= 0; i--) {
      const entry = entries[i] ?? 0;
      const target = bucketFor(entry);
      if (target === undefined) continue;
      this.#nexts.set(entry, this.#heads.at(target));
      this.#heads.set(target, entry + 1);
    }
  }

  #hashOf(entry: number): number {
    const chunk = this.#chunks[Math.floor(entry / CHUNK)];
    return chunk ? hashAt(chunk.text, (chunk.first + (entry % CHUNK)) * STRIDE) : 0;
  }

  #bucketOf(hash: number): number {
    const bucket = mix(hash) & (2 * this.#half - 1);
    return bucket < this.#heads.length ? bucket : bucket - this.#half;
  }
}

/** The hash of the gram that begins at a unit of a document. */
function hashAt({ units }: DocumentUnits, at: number): number {
  let hash = 0;
  for (let i = 0; i < GRAM; i++) hash = (Math.imul(hash, BASE) + (units[at + i] ?? 0)) | 0;
  return hash;
}
