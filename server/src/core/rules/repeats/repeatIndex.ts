import type { Block } from '../../draft/blocks';
import { cut } from './pieces';
import { PieceTable } from './pieceTable';

/** Share of a sentence's pieces that stand in one earlier sentence. */
const ALIKE = 0.5;

/** So many sentences may be gone without the numbers being given anew. */
const LEAST_GONE = 1000;

/** So many new pieces find room at once. */
const FIRST_ROOM = 1 << 15;

/** A block as the index knows it. */
interface Indexed {
  readonly block: Block;
  /** Its place among the blocks. */
  order: number;
  /** Number of its first sentence in the index, and of the sentences after it. */
  readonly firstLine: number;
  /** For its sentences that repeat an earlier one, the number of that one in the index; most blocks have none. */
  repeats: Map<number, number> | undefined;
}

/**
 * Which sentences repeat an earlier one almost word for word. It is brought in step with a list of blocks, and then
 * costs what changed since the last list: what it says depends on the blocks alone, not on how they came about.
 */
export class RepeatIndex {
  #blocks: Indexed[] = [];
  #table = new PieceTable();
  /** The block of every sentence in the index; undefined where it is gone. */
  #ofLine: (Indexed | undefined)[] = [];
  /** How many of those are gone. */
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
    const removed = old.slice(head, old.length - tail);
    const dirty = new Set<number>();
    const kept = old.slice(old.length - tail);
    for (const { firstLine, block } of removed) {
      this.#ofLine.fill(undefined, firstLine, firstLine + block.sentences.length);
      this.#gone += block.sentences.length;
    }
    for (const [index, indexed] of kept.entries()) indexed.order = blocks.length - tail + index;
    this.#sweep(removed, dirty);
    old.length = head;
    this.#table.reserve(this.#piecesOf(blocks, head, blocks.length - tail));
    for (let order = head; order < blocks.length - tail; order++) {
      const block = blocks[order];
      if (block) old.push(this.#add(block, order, dirty));
    }
    for (const indexed of kept) old.push(indexed);
    for (const line of dirty) this.#judgeAgain(line);
  }

  /**
   * Visits every sentence that repeats an earlier one.
   * @param visit gets the number of its block, its own number there, and the same of the earlier one
   */
  forEach(visit: (block: number, sentence: number, otherBlock: number, otherSentence: number) => void): void {
    for (const { order, repeats, firstLine } of this.#blocks) {
      if (!repeats) continue;
      for (const [line, earlier] of repeats) {
        const other = this.#ofLine[earlier];
        if (other) visit(order, line - firstLine, other.order, earlier - other.firstLine);
      }
    }
  }

  /** Numbers are not used again; when most belong to sentences that are gone, all are given anew. */
  #startAnew(blocks: readonly Block[]): void {
    this.#blocks = [];
    this.#table = new PieceTable();
    this.#ofLine = [];
    this.#gone = 0;
    this.update(blocks);
  }

  /** How many pieces there may be, but no more than FIRST_ROOM: a long draft says much twice, and room is dear. */
  #piecesOf(blocks: readonly Block[], from: number, to: number): number {
    let hanzi = 0;
    for (let order = from; order < to && hanzi < FIRST_ROOM; order++)
      for (const sentence of blocks[order]?.sentences ?? []) hanzi += sentence.hanzi;
    return Math.min(hanzi, FIRST_ROOM);
  }

  #add(block: Block, order: number, dirty: Set<number>): Indexed {
    const indexed: Indexed = { block, order, firstLine: this.#ofLine.length, repeats: undefined };
    for (let i = 0; i < block.sentences.length; i++) this.#ofLine.push(indexed);
    for (let at = 0; at < block.sentences.length; at++) {
      const sentence = block.sentences[at];
      if (!sentence || sentence.kind === 'heading') continue;
      const line = indexed.firstLine + at;
      const pieces = cut(sentence);
      this.#table.reserve(pieces.count);
      votes.length = 0;
      for (let i = 0; i < pieces.count; i++) {
        const slot = this.#table.slotOf(pieces.a[i] ?? 0, pieces.b[i] ?? 0);
        this.#take(slot, line, dirty);
      }
      this.#judge(indexed, line, pieces.count);
    }
    return indexed;
  }

  /** Puts a sentence down as one that has a piece. */
  #take(slot: number, line: number, dirty: Set<number>): void {
    const table = this.#table;
    const owner = table.ownerOf(slot);
    if (owner === line) return;
    if (owner < 0) table.setOwner(slot, line);
    else if (this.#isBefore(owner, line)) {
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
  #sweep(removed: readonly Indexed[], dirty: Set<number>): void {
    const swept = new Set<number>();
    for (const { block } of removed) {
      for (const sentence of block.sentences) {
        if (sentence.kind === 'heading') continue;
        const pieces = cut(sentence);
        for (let i = 0; i < pieces.count; i++) {
          const slot = this.#table.slotOf(pieces.a[i] ?? 0, pieces.b[i] ?? 0);
          if (swept.has(slot)) continue;
          swept.add(slot);
          this.#sweepSlot(slot, dirty);
        }
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
    const indexed = this.#ofLine[line];
    const sentence = indexed?.block.sentences[line - indexed.firstLine];
    if (!indexed || !sentence) return;
    const pieces = cut(sentence);
    votes.length = 0;
    for (let i = 0; i < pieces.count; i++) {
      const owner = this.#table.ownerOf(this.#table.slotOf(pieces.a[i] ?? 0, pieces.b[i] ?? 0));
      if (owner !== line) votes.push(owner);
    }
    indexed.repeats?.delete(line);
    this.#judge(indexed, line, pieces.count);
  }

  /** Whether one sentence has most of the votes: at least so many of all pieces. */
  #judge(indexed: Indexed, line: number, pieces: number): void {
    if (votes.length === 0 || votes.length < pieces * ALIKE) return;
    let candidate = -1;
    let lead = 0;
    // What more than half vote for is left when votes for different ones cancel each other out (Boyer and Moore).
    for (const vote of votes) {
      if (lead === 0) candidate = vote;
      lead += vote === candidate ? 1 : -1;
    }
    let count = 0;
    for (const vote of votes) if (vote === candidate) count++;
    if (count >= pieces * ALIKE) (indexed.repeats ??= new Map()).set(line, candidate);
  }

  #isBefore(line: number, other: number): boolean {
    const a = this.#ofLine[line]?.order ?? 0;
    const b = this.#ofLine[other]?.order ?? 0;
    return a < b || (a === b && line < other);
  }
}

/** The earlier sentences that have pieces of the one in hand, one vote for each piece. */
const votes: number[] = [];
