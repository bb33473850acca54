import type { Block } from '../../draft/blocks';
import type { Sentence } from '../../draft/sentences';
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
  /** Numbers of its sentences in the index. */
  readonly lines: number[];
  /** For its sentences that repeat an earlier one, the number of that one in the index; most blocks have none. */
  repeats: Map<number, number> | undefined;
}

/** A sentence of a block, by its number there. */
interface Place {
  readonly indexed: Indexed;
  readonly at: number;
}

/**
 * Which sentences repeat an earlier one almost word for word. It is brought in step with a list of blocks, and then
 * costs the sentences that changed since the last list: what it says depends on the blocks alone, not on how they came
 * about.
 */
export class RepeatIndex {
  #blocks: Indexed[] = [];
  #table = new PieceTable();
  /** The block of every sentence in the index; undefined where it is gone. */
  #ofLine: (Indexed | undefined)[] = [];
  /** The number every sentence has in its block. */
  #atOfLine: number[] = [];
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
    const removed = placesOf(old.slice(head, old.length - tail));
    const kept = old.slice(old.length - tail);
    for (const [index, indexed] of kept.entries()) indexed.order = blocks.length - tail + index;
    const added = blocks
      .slice(head, blocks.length - tail)
      .map((block, index): Indexed => ({ block, order: head + index, lines: [], repeats: undefined }));
    old.length = head;
    for (const indexed of added) old.push(indexed);
    for (const indexed of kept) old.push(indexed);
    this.#replace(removed, placesOf(added));
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
    if (!from || !to || !saysTheSame(sentenceAt(from), sentenceAt(to))) return false;
    const line = lineOf(from);
    to.indexed.lines[to.at] = line;
    this.#ofLine[line] = to.indexed;
    this.#atOfLine[line] = to.at;
    const earlier = from.indexed.repeats?.get(line);
    if (earlier !== undefined) (to.indexed.repeats ??= new Map()).set(line, earlier);
    return true;
  }

  /**
   * Visits every sentence that repeats an earlier one.
   * @param visit gets the number of its block, its own number there, and the same of the earlier one
   */
  forEach(visit: (block: number, sentence: number, otherBlock: number, otherSentence: number) => void): void {
    const at = this.#atOfLine;
    for (const { order, repeats } of this.#blocks) {
      if (!repeats) continue;
      for (const [line, earlier] of repeats) {
        const other = this.#ofLine[earlier];
        if (other) visit(order, at[line] ?? 0, other.order, at[earlier] ?? 0);
      }
    }
  }

  /** Numbers are not used again; when most belong to sentences that are gone, all are given anew. */
  #startAnew(blocks: readonly Block[]): void {
    this.#blocks = [];
    this.#table = new PieceTable();
    this.#ofLine = [];
    this.#atOfLine = [];
    this.#gone = 0;
    this.update(blocks);
  }

  #add(place: Place, dirty: Set<number>): void {
    const { indexed, at } = place;
    const line = this.#ofLine.length;
    indexed.lines[at] = line;
    this.#ofLine.push(indexed);
    this.#atOfLine.push(at);
    const sentence = sentenceAt(place);
    if (!sentence || sentence.kind === 'heading') return;
    const pieces = cut(sentence);
    this.#table.reserve(pieces.count);
    votes.length = 0;
    for (let i = 0; i < pieces.count; i++) {
      const slot = this.#table.slotOf(pieces.a[i] ?? 0, pieces.b[i] ?? 0);
      this.#take(slot, line, dirty);
    }
    this.#judge(indexed, line, pieces.count);
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
  #sweep(gone: readonly Place[], dirty: Set<number>): void {
    const swept = new Set<number>();
    for (const place of gone) {
      const sentence = sentenceAt(place);
      if (!sentence || sentence.kind === 'heading') continue;
      const pieces = cut(sentence);
      for (let i = 0; i < pieces.count; i++) {
        const slot = this.#table.slotOf(pieces.a[i] ?? 0, pieces.b[i] ?? 0);
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
    const indexed = this.#ofLine[line];
    const sentence = indexed && sentenceAt({ indexed, at: this.#atOfLine[line] ?? 0 });
    if (!sentence) return;
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
    // What more than half vote for is left when votes for different ones cancel each other out (Boyer and Moore). What
    // exactly half vote for is the last vote, or has more than half of the others.
    let candidate = -1;
    let lead = 0;
    const last = votes.length - 1;
    for (let i = 0; i < last; i++) {
      const vote = votes[i] ?? -1;
      if (lead === 0) candidate = vote;
      lead += vote === candidate ? 1 : -1;
    }
    for (const likely of [candidate, votes[last] ?? -1]) {
      let count = 0;
      for (const vote of votes) if (vote === likely) count++;
      if (count < pieces * ALIKE) continue;
      (indexed.repeats ??= new Map()).set(line, likely);
      return;
    }
  }

  #isBefore(line: number, other: number): boolean {
    const a = this.#ofLine[line]?.order ?? 0;
    const b = this.#ofLine[other]?.order ?? 0;
    return a < b || (a === b && (this.#atOfLine[line] ?? 0) < (this.#atOfLine[other] ?? 0));
  }
}

/** The earlier sentences that have pieces of the one in hand, one vote for each piece. */
const votes: number[] = [];

function placesOf(blocks: readonly Indexed[]): Place[] {
  return blocks.flatMap((indexed) => indexed.block.sentences.map((_, at) => ({ indexed, at })));
}

function sentenceAt({ indexed, at }: Place): Sentence | undefined {
  return indexed.block.sentences[at];
}

function lineOf({ indexed, at }: Place): number {
  return indexed.lines[at] ?? 0;
}

/** Whether two sentences have the same pieces, if they have any. */
function saysTheSame(a: Sentence | undefined, b: Sentence | undefined): boolean {
  return a?.folded === b?.folded && (a?.kind === 'heading') === (b?.kind === 'heading');
}

/** How many pieces there may be, but no more than FIRST_ROOM: a long draft says much twice, and room is dear. */
function roomFor(places: readonly Place[]): number {
  let hanzi = 0;
  for (let i = 0; i < places.length && hanzi < FIRST_ROOM; i++) {
    const place = places[i];
    hanzi += (place && sentenceAt(place)?.hanzi) ?? 0;
  }
  return Math.min(hanzi, FIRST_ROOM);
}
