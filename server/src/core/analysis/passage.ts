import type { Block } from '../draft/blocks';
import { bigrams, overlap } from '../draft/question';
import { firstThat } from '../text/firstThat';
import { Shelf } from '../text/kept';
import type { Chapter, Member } from './chapter';
import { type CueHit, collectEvidence, type SentenceEvidence } from './evidence';
import type { ObservedLine } from './features';
import type { Lexicon } from './lexicon';
import type { RecentSentences } from './recentSentences';

/** What a block of the answer says, whatever stands around it. */
export class BlockReading {
  static readonly shelf = new Shelf();
  /** For what rules find out about it. */
  readonly kept = BlockReading.shelf.make();
  /** How many of the sentences are headings, or lines that stand like one. */
  readonly headings: number;
  /** 字 of the sentences that are no headings. */
  readonly hanzi: number;
  /** Whether a chapter ends with it: about every sixteenth block. */
  readonly endsChapter: boolean;
  /** What it was in its last context, used again as long as that is the same. */
  passage: Passage | undefined;

  constructor(
    readonly block: Block,
    readonly sentences: readonly SentenceEvidence[],
  ) {
    let headings = 0;
    let hanzi = 0;
    for (const { sentence } of sentences) {
      if (sentence.kind === 'heading') headings++;
      else hanzi += sentence.hanzi;
    }
    this.headings = headings;
    this.hanzi = hanzi;
    this.endsChapter = isChapterEnd(
      block.length,
      hanzi,
      sentences.at(-1)?.sentence.folded.charCodeAt(0) ?? 0,
    );
  }
}

/** One in sixteen, by what the block is like. */
function isChapterEnd(length: number, hanzi: number, unit: number): boolean {
  const mixed = Math.imul(length ^ (hanzi << 12) ^ (unit << 16), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) >>> 28 === 0;
}

export function readBlock(block: Block, lexicon: Lexicon, recent?: RecentSentences): BlockReading {
  return new BlockReading(block, collectEvidence(block, lexicon, recent));
}

/** A heading, numbered line or lead as the sentences beneath it know it. */
export interface PassageHeading {
  readonly evidence: SentenceEvidence;
  readonly cues: readonly CueHit[];
  /** 0-based count of headings before it; -1 where nothing depends on it. */
  readonly index: number;
  /** How many lines of the passage stand before it. */
  readonly at: number;
}

/** What a passage takes over from what stands before it. */
export interface PassageContext {
  readonly heading: PassageHeading | undefined;
  /** Whether nothing stands under that heading yet. */
  readonly opensHeading: boolean;
  /** Number of its first heading; -1 where nothing depends on it. */
  readonly headingIndex: number;
  /** Number of its first line, as far as it counts: the first lines may repeat the question. */
  readonly line: number;
  /** The question, where the first lines are compared with it. */
  readonly question: string | undefined;
}

/** Only this many lines at the beginning are compared with the question. */
export const RESTATING_LINES = 3;

const NO_LINES: readonly SentenceEvidence[] = [];
const NO_HEADINGS: readonly PassageHeading[] = [];
const NOTHING_RESTATED: readonly number[] = [];

/** A block of the answer in its context. Positions count from the start of the block, so it holds wherever it moves. */
export class Passage implements Member<Passage> {
  static readonly shelf = new Shelf();
  /** For what rules find out about it. */
  readonly kept = Passage.shelf.make();
  /** Its sentences but for the headings: what is labelled. */
  readonly lines: readonly SentenceEvidence[];
  readonly headings: readonly PassageHeading[];
  /** Share of the lines that repeats the question, as far as they are compared with it. */
  readonly #restated: readonly number[];
  /** What the chain made of it; only for the labeller that made it. */
  scored: unknown;
  chapter: Chapter<Passage> | undefined;

  constructor(
    readonly reading: BlockReading,
    readonly context: PassageContext,
  ) {
    const { sentences } = reading;
    this.lines =
      reading.headings === 0
        ? sentences
        : reading.headings === sentences.length
          ? NO_LINES
          : sentences.filter(({ sentence }) => sentence.kind !== 'heading');
    this.headings = reading.headings === 0 ? NO_HEADINGS : headingsIn(sentences, context.headingIndex);
    this.#restated = restated(this.lines, context);
  }

  get endsChapter(): boolean {
    return this.reading.endsChapter;
  }

  /** The heading a line stands under. */
  headingOf(line: number): PassageHeading | undefined {
    const { headings } = this;
    if (headings.length === 0) return this.context.heading;
    return headings[firstThat(headings, ({ at }) => at > line) - 1] ?? this.context.heading;
  }

  /** Whether a line is the first under its heading. */
  opensHeading(line: number): boolean {
    const { headings } = this;
    if (line === 0 && this.context.opensHeading) return true;
    return headings.length > 0 && headings[firstThat(headings, ({ at }) => at >= line)]?.at === line;
  }

  /** Share of a line that repeats the question, 0-1. */
  restates(line: number): number {
    return this.#restated[line] ?? 0;
  }

  /** A line with what surrounds it. */
  observe(line: number): ObservedLine | undefined {
    const evidence = this.lines[line];
    return (
      evidence && {
        evidence,
        startsParagraph: evidence.sentence.startsParagraph,
        heading: this.headingOf(line),
        opensHeading: this.opensHeading(line),
        restates: this.restates(line),
      }
    );
  }

  /** The heading the next passage begins under. */
  get lastHeading(): PassageHeading | undefined {
    return this.headings.at(-1) ?? this.context.heading;
  }

  /** Whether nothing stands under that heading yet. */
  get endsWithHeading(): boolean {
    const last = this.headings.at(-1);
    if (last) return last.at === this.lines.length;
    return this.context.opensHeading && this.lines.length === 0;
  }
}

/** @param first number of the first of them, -1 where nothing depends on it */
function headingsIn(sentences: readonly SentenceEvidence[], first: number): PassageHeading[] {
  const headings: PassageHeading[] = [];
  for (const [at, evidence] of sentences.entries()) {
    if (evidence.sentence.kind !== 'heading') continue;
    const before = headings.length;
    const index = first < 0 ? -1 : first + before;
    const heading = { evidence, cues: evidence.cues.slice(), index, at: at - before };
    // A list of one: the first thing put into an empty list makes room for sixteen more.
    if (before === 0 && sentences.length === 1) return [heading];
    headings.push(heading);
  }
  return headings;
}

function restated(lines: readonly SentenceEvidence[], { question, line }: PassageContext): readonly number[] {
  if (question === undefined || line >= RESTATING_LINES) return NOTHING_RESTATED;
  const asked = bigrams(question);
  return lines
    .slice(0, RESTATING_LINES - line)
    .map(({ sentence }) => overlap(bigrams(sentence.folded), asked));
}

/** The block's passage in a context, the one it had if that is the same. */
export function passageIn(reading: BlockReading, context: PassageContext): Passage {
  const known = reading.passage;
  if (known && isSame(known.context, context)) return known;
  return (reading.passage = new Passage(reading, context));
}

function isSame(a: PassageContext, b: PassageContext): boolean {
  return (
    isSameHeading(a.heading, b.heading) &&
    a.opensHeading === b.opensHeading &&
    a.headingIndex === b.headingIndex &&
    a.line === b.line &&
    a.question === b.question
  );
}

/** Whether two headings say the same: blocks beside an edit are often read anew although nothing in them changed. */
function isSameHeading(a: PassageHeading | undefined, b: PassageHeading | undefined): boolean {
  if (a === b) return true;
  return a?.index === b?.index && a?.evidence.sentence.folded === b?.evidence.sentence.folded;
}
