import type { Block } from '../draft/blocks';
import type { Draft } from '../draft/draft';
import { Answer } from './lines';
import {
  type BlockReading,
  type Passage,
  type PassageContext,
  type PassageHeading,
  passageIn,
  RESTATING_LINES,
} from './passage';

/** An answer with what the next version of its draft needs to know. */
export interface Layout {
  readonly draft: Draft;
  readonly answer: Answer;
  /** Whether its headings are numbered. */
  readonly isNumbered: boolean;
}

/** Lays out the answer text of a draft as lines under headings; what stands in the same context as before is used again. */
export function layOut(
  draft: Draft,
  readingOf: (block: Block) => BlockReading,
  sectionCounts?: ReadonlySet<number>,
): Answer {
  return updateLayout(undefined, draft, readingOf, sectionCounts).answer;
}

/**
 * The same, given an earlier version of the draft: only the blocks that are others, and those behind them to which that
 * makes a difference, are looked into.
 * @param before of a draft of the same lineage, with the same readings
 * @param sectionCounts where given, headings are numbered only if there are as many of them as one of these: nothing
 *   else asks for their numbers, and a new heading would change everything after it
 */
export function updateLayout(
  before: Layout | undefined,
  draft: Draft,
  readingOf: (block: Block) => BlockReading,
  sectionCounts?: ReadonlySet<number>,
): Layout {
  const { head, tail, grown } = before ? sharedEnds(before.draft, draft) : { head: 0, tail: 0, grown: 0 };
  const old = before?.answer;
  const oldBlocks = before?.draft.blocks ?? [];
  const first = old?.passagesBefore(oldBlocks[head]?.from) ?? 0;
  const behind = old?.passagesBefore(oldBlocks[oldBlocks.length - tail]?.from) ?? 0;

  const readings: BlockReading[] = [];
  const froms: number[] = [];
  for (let i = head; i < draft.blocks.length - tail; i++) {
    const placed = draft.blocks[i];
    if (placed?.role !== 'answer') continue;
    const reading = readingOf(placed.block);
    if (reading.sentences.length === 0) continue;
    readings.push(reading);
    froms.push(placed.from);
  }
  let headings = old?.headingCount ?? 0;
  let hanzi = old?.hanzi ?? 0;
  for (const { reading } of old?.passages.slice(first, behind) ?? []) {
    headings -= reading.headings;
    hanzi -= reading.hanzi;
  }
  for (const reading of readings) {
    headings += reading.headings;
    hanzi += reading.hanzi;
  }
  const isNumbered = sectionCounts?.has(headings) ?? true;
  if (before && isNumbered !== before.isNumbered)
    return updateLayout(undefined, draft, readingOf, sectionCounts);

  const row = new Row(draft, isNumbered, old, first);
  for (let i = 0; i < readings.length; i++) {
    const reading = readings[i];
    if (reading) row.add(reading, froms[i] ?? 0);
  }
  if (old) row.addRest(old, behind, grown);
  const answer = new Answer(row.passages, row.froms, row.starts, headings, hanzi);
  return { draft, answer, isNumbered };
}

/** How many blocks two versions of a draft share at either end, those at the end further on in the text. */
function sharedEnds(before: Draft, now: Draft): { head: number; tail: number; grown: number } {
  const grown = now.text.length - before.text.length;
  if (before.question?.text !== now.question?.text) return { head: 0, tail: 0, grown };
  const old = before.blocks;
  const { blocks } = now;
  const most = Math.min(old.length, blocks.length);
  let head = 0;
  while (head < most && old[head] === blocks[head]) head++;
  let tail = 0;
  for (; tail < most - head; tail++) {
    const one = old[old.length - 1 - tail];
    const other = blocks[blocks.length - 1 - tail];
    if (!one || !other || one.block !== other.block || one.role !== other.role) break;
    if (one.from + grown !== other.from) break;
  }
  return { head, tail, grown };
}

/** A class, as all that is kept as long as the draft (docs/architecture.md). */
class Context implements PassageContext {
  constructor(
    readonly heading: PassageHeading | undefined,
    readonly opensHeading: boolean,
    readonly headingIndex: number,
    readonly line: number,
    readonly question: string | undefined,
  ) {}
}

/** Passages in a row, each in the context of those before it. */
class Row {
  readonly passages: Passage[];
  readonly froms: number[];
  readonly starts: number[];
  #line = 0;
  #headings = 0;
  #heading: PassageHeading | undefined;
  #opensHeading = false;

  /** Begins with the first `count` passages of an answer. */
  constructor(
    private readonly draft: Draft,
    private readonly isNumbered: boolean,
    answer: Answer | undefined,
    count: number,
  ) {
    this.passages = answer?.passages.slice(0, count) ?? [];
    this.froms = answer?.froms.slice(0, count) ?? [];
    this.starts = answer?.starts.slice(0, count) ?? [];
    const last = this.passages.at(-1);
    if (!last) return;
    this.#line = (this.starts.at(-1) ?? 0) + last.lines.length;
    if (isNumbered) for (const { headings } of this.passages) this.#headings += headings.length;
    this.#heading = last.lastHeading;
    this.#opensHeading = last.endsWithHeading;
  }

  /** Adds what a block says; returns its passage. */
  add(reading: BlockReading, from: number): Passage {
    const isFirst = this.#line < RESTATING_LINES;
    const context = new Context(
      this.#heading,
      this.#opensHeading,
      this.isNumbered ? this.#headings : -1,
      isFirst ? this.#line : RESTATING_LINES,
      isFirst ? this.draft.question?.text : undefined,
    );
    const passage = passageIn(reading, context);
    this.passages.push(passage);
    this.froms.push(from);
    this.starts.push(this.#line);
    this.#line += passage.lines.length;
    this.#headings += passage.headings.length;
    this.#heading = passage.lastHeading;
    this.#opensHeading = passage.endsWithHeading;
    return passage;
  }

  /** Adds the passages of an answer from a number on, further on in the text: from the first that stays the same, all do. */
  addRest(answer: Answer, first: number, grown: number): void {
    const { passages } = answer;
    for (let i = first; i < passages.length; i++) {
      const old = passages[i];
      if (!old || this.add(old.reading, answer.fromOf(i) + grown) !== old) continue;
      const more = (this.starts.at(-1) ?? 0) - answer.startOf(i);
      for (let next = i + 1; next < passages.length; next++) {
        const same = passages[next];
        if (same) this.passages.push(same);
        this.froms.push(answer.fromOf(next) + grown);
        this.starts.push(answer.startOf(next) + more);
      }
      return;
    }
  }
}
