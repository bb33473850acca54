import type { Block } from '../../draft/blocks';
import type { Sentence } from '../../draft/sentences';
import { cut, pieceAt } from './pieces';
import { PieceTable } from './pieceTable';
import { winnerOf } from './votes';

/** So many sentences may be gone without the numbers being given anew. */
const LEAST_GONE = 1000;

/** So many new pieces find room at once. */
const FIRST_ROOM = 1 << 15;

/** A block as the index knows it. */
class Indexed {
  /** Numbers of its sentences in the index. */
  readonly lines: number[];

  /** @param order its place among the blocks */
  constructor(
    readonly block: Block,
    public order: number,
  ) {
    this.lines = new Array<number>(block.sentences.length);
  }
}

/** A sentence of a block, and its number there. */
interface Place {
  readonly indexed: Indexed;
  readonly at: number;
  readonly sentence: Sentence;
}

/*
 * The cells of a sentence: its number in its block; where it begins there and its length; the number of the sentence it
 * repeats, plus one, 0 for none.
 */
const AT = 0;
const FROM = 1;
const LENGTH = 2;
const EARLIER = 3;
const WIDTH = 4;

const LEAST_LINES = 64;

/**
 * Which sentences repeat an earlier one almost word for word. It is brought in step with a list of blocks, and then
 * costs the sentences that changed since the last list: what it says depends on the blocks alone, not on how they came
 * about. It gives every sentence a number, which says nothing about its place.
 */
export class RepeatIndex {
  #blocks: Indexed[] = [];
  #table = new PieceTable();
  /** The block of every sentence in the index; undefined where it is gone. */
  #ofLine: (Indexed | undefined)[] = [];
  /** WIDTH cells a sentence: a long draft says much twice, and all of that is gone through after every edit. */
  #cells = new Int32Array(LEAST_LINES * WIDTH);
  /** How many of the sentences are gone. */
  #gone = 0;

  /** Brings the index in step with the blocks of a draft, in order. */
  update(blocks: readonly Block[]): void {
    const old = this.#blocks;
    let head = 0;
    while (head < old.length && head < blocks.length && old[head]?.block === blocks[head]) head++;
    let tail = 0;
    const most = Math.min(old.length, blocks.length) - head;
    while (tail < most && old[old.length - 1 - tail]?.block === blocks[blocks.length - 1 - tail]) tail++;
    if (head === old.length && head === blocks.length) return;
    if (this.#gone > this.#ofLine.length / 2 + LEAST_GONE) {
      this.#startAnew(blocks);
      return;
    }
    const added = blocks
      .slice(head, blocks.length - tail)
      .map((block, index) => new Indexed(block, head + index));
    const removed = old.slice(head, old.length - tail);
    const kept = old.slice(old.length - tail);
    old.length = head;
    for (const indexed of added) old.push(indexed);
    for (const indexed of kept) {
      indexed.order = old.length;
      old.push(indexed);
    }
    this.#replace(placesOf(removed), placesOf(added));
  }

  /**
   * Visits every sentence that repeats an earlier one, in order.
   * @param visit gets the numbers of the sentence and of the earlier one; valid until the next update
   */
  forEach(visit: (line: number, earlier: number) => void): void {
    for (const { lines } of this.#blocks) {
      for (const line of lines) {
        const earlier = this.#cell(line, EARLIER);
        if (earlier > 0) visit(line, earlier - 1);
      }
    }
  }

  /** The place of a sentence's block among the blocks. */
  blockOf(line: number): number {
    return this.#ofLine[line]?.order ?? 0;
  }

  /** The number of a sentence in its block. */
  sentenceOf(line: number): number {
    return this.#cell(line, AT);
  }

  /** Where a sentence begins, from the start of its block. */
  fromOf(line: number): number {
    return this.#cell(line, FROM);
  }

  /** Length of a sentence in UTF-16 units. */
  lengthOf(line: number): number {
    return this.#cell(line, LENGTH);
  }

  #cell(line: number, cell: number): number {
    return this.#cells[line * WIDTH + cell] ?? 0;
  }

  /** Puts sentences where others were; those at either end that say the same stay what they are. */
  #replace(removed: readonly Place[], added: readonly Place[]): void {
    const most = Math.min(removed.length, added.length);
    let head = 0;
    while (head < most && this.#move(removed[head], added[head])) head++;
    let tail = 0;
    while (tail < most - head && this.#move(removed.at(-1 - tail), added.at(-1 - tail))) tail++;
    const gone = removed.slice(head, removed.length - tail);
    for (const place of gone) this.#ofLine[lineOf(place)] = undefined;
    this.#gone += gone.length;
    const dirty = new Set<number>();
    this.#sweep(gone, dirty);
    const fresh = added.slice(head, added.length - tail);
    this.#table.reserve(roomFor(fresh));
    for (const place of fresh) this.#add(place, dirty);
    for (const line of dirty) this.#judgeAgain(line);
  }

  /** Gives a sentence the number of one that says the same; tells whether it does. */
  #move(from: Place | undefined, to: Place | undefined): boolean {
    if (!from || !to || !saysTheSame(from.sentence, to.sentence)) return false;
    const line = lineOf(from);
    this.#settle(line, to);
    return true;
  }

  /** Notes where a sentence stands. */
  #settle(line: number, { indexed, at, sentence }: Place): void {
    indexed.lines[at] = line;
    this.#ofLine[line] = indexed;
    this.#cells[line * WIDTH + AT] = at;
    this.#cells[line * WIDTH + FROM] = sentence.from;
    this.#cells[line * WIDTH + LENGTH] = sentence.to - sentence.from;
  }

  /** Numbers are not used again; when most belong to sentences that are gone, all are given anew. */
  #startAnew(blocks: readonly Block[]): void {
    this.#blocks = [];
    this.#table = new PieceTable();
    this.#ofLine = [];
    this.#cells = new Int32Array(LEAST_LINES * WIDTH);
    this.#gone = 0;
    this.update(blocks);
  }

  #add(place: Place, dirty: Set<number>): void {
    const line = this.#ofLine.length;
    if (line * WIDTH === this.#cells.length) {
      const cells = new Int32Array(line * WIDTH * 2);
      cells.set(this.#cells);
      this.#cells = cells;
    }
    this.#settle(line, place);
    const { sentence } = place;
    if (sentence.kind === 'heading') return;
    const pieces = cut(sentence);
    this.#table.reserve(pieces.count);
    votes.length = 0;
    for (let i = 0; i < pieces.count; i++) {
      const slot = this.#table.claim(pieceAt(pieces, i), line);
      if (slot >= 0) this.#share(slot, line, dirty);
    }
    this.#judge(line, pieces.count);
  }

  /** Puts a sentence down as one that has a piece others may have too. */
  #share(slot: number, line: number, dirty: Set<number>): void {
    const table = this.#table;
    const owner = table.ownerOf(slot);
    if (owner === line) return;
    if (this.#isBefore(owner, line)) {
      table.addOther(slot, line);
      votes.push(owner);
    } else {
      table.setOwner(slot, line);
      table.forEachOther(slot, (other) => dirty.add(other));
      table.addOther(slot, owner);
      dirty.add(owner);
    }
  }

  /** Takes sentences that are gone out of the table. */
  #sweep(gone: readonly Place[], dirty: Set<number>): void {
    const swept = new Set<number>();
    for (const { sentence } of gone) {
      if (sentence.kind === 'heading') continue;
      const pieces = cut(sentence);
      for (let i = 0; i < pieces.count; i++) {
        const slot = this.#table.slotOf(pieceAt(pieces, i));
        if (swept.has(slot)) continue;
        swept.add(slot);
        this.#sweepSlot(slot, dirty);
      }
    }
  }

  #sweepSlot(slot: number, dirty: Set<number>): void {
    const table = this.#table;
    table.filterOthers(slot, (line) => this.#ofLine[line] !== undefined);
    if (this.#ofLine[table.ownerOf(slot)]) return;
    let first = -1;
    table.forEachOther(slot, (line) => {
      dirty.add(line);
      if (first < 0 || this.#isBefore(line, first)) first = line;
    });
    table.setOwner(slot, first);
    table.filterOthers(slot, (line) => line !== first);
  }

  #judgeAgain(line: number): void {
    const sentence = this.#ofLine[line]?.block.sentences[this.sentenceOf(line)];
    if (!sentence) return;
    const pieces = cut(sentence);
    votes.length = 0;
    for (let i = 0; i < pieces.count; i++) {
      const owner = this.#table.ownerOf(this.#table.slotOf(pieceAt(pieces, i)));
      if (owner !== line) votes.push(owner);
    }
    this.#cells[line * WIDTH + EARLIER] = 0;
    this.#judge(line, pieces.count);
  }

  /** Notes the earlier sentence that has at least half of a sentence's pieces, if any. */
  #judge(line: number, pieces: number): void {
    const earlier = winnerOf(votes, pieces);
    if (earlier !== undefined) this.#cells[line * WIDTH + EARLIER] = earlier + 1;
  }

  #isBefore(line: number, other: number): boolean {
    const a = this.blockOf(line);
    const b = this.blockOf(other);
    return a < b || (a === b && this.sentenceOf(line) < this.sentenceOf(other));
  }
}

/** The earlier sentences that have pieces of the one in hand, one vote for each piece. */
const votes: number[] = [];

function placesOf(blocks: readonly Indexed[]): Place[] {
  return blocks.flatMap((indexed) =>
    indexed.block.sentences.map((sentence, at) => ({ indexed, at, sentence })),
  );
}

function lineOf({ indexed, at }: Place): number {
  return indexed.lines[at] ?? 0;
}

/** Whether two sentences have the same pieces, if they have any. */
function saysTheSame(a: Sentence, b: Sentence): boolean {
  return a.folded === b.folded && (a.kind === 'heading') === (b.kind === 'heading');
}

/** How many pieces there may be, but no more than FIRST_ROOM: a long draft says much twice, and room is dear. */
function roomFor(places: readonly Place[]): number {
  let hanzi = 0;
  for (const { sentence } of places) {
    hanzi += sentence.hanzi;
    if (hanzi >= FIRST_ROOM) break;
  }
  return Math.min(hanzi, FIRST_ROOM);
}
