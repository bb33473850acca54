import type { Block } from '../draft/blocks';
import { bigrams, overlap } from '../draft/question';
import { Shelf } from '../text/kept';
import type { Chapter, Member } from './chapter';
import { type CueHit, collectEvidence, type SentenceEvidence } from './evidence';
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

/** A sentence of the answer with what surrounds it: the unit that is labelled. */
export interface PassageLine {
  readonly evidence: SentenceEvidence;
  /** First sentence of its block or line. */
  readonly startsParagraph: boolean;
  readonly heading: PassageHeading | undefined;
  /** First sentence under its heading. */
  readonly opensHeading: boolean;
  /** Share of the sentence that repeats the question, 0-1. */
  readonly restates: number;
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

/** A block of the answer in its context. Positions count from the start of the block, so it holds wherever it moves. */
export class Passage implements Member<Passage> {
  static readonly shelf = new Shelf();
  /** For what rules find out about it. */
  readonly kept = Passage.shelf.make();
  readonly lines: readonly PassageLine[];
  readonly headings: readonly PassageHeading[];
  /** What the chain made of it; only for the labeller that made it. */
  scored: unknown;
  readonly endsChapter: boolean;
  chapter: Chapter<Passage> | undefined;

  constructor(
    readonly reading: BlockReading,
    readonly context: PassageContext,
    source: string,
  ) {
    const lines: PassageLine[] = [];
    const headings: PassageHeading[] = [];
    const { question, headingIndex, line: firstLine } = context;
    let { heading, opensHeading } = context;
    let startsParagraph = true;
    let previousEnd = 0;
    for (const evidence of reading.sentences) {
      const { from, to, kind, folded } = evidence.sentence;
      if (kind === 'heading') {
        const index = headingIndex < 0 ? -1 : headingIndex + headings.length;
        heading = { evidence, cues: evidence.cues, index, at: lines.length };
        headings.push(heading);
        opensHeading = true;
        startsParagraph = true;
      } else {
        startsParagraph ||= source.slice(previousEnd, from).includes('\n');
        const compared = question !== undefined && firstLine + lines.length < RESTATING_LINES;
        const restates = compared ? overlap(bigrams(folded), bigrams(question)) : 0;
        lines.push({ evidence, startsParagraph, heading, opensHeading, restates });
        opensHeading = false;
        startsParagraph = false;
      }
      previousEnd = to;
    }
    this.lines = lines;
    this.headings = headings;
    this.endsChapter = reading.endsChapter;
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

/** The block's passage in a context, the one it had if that is the same. */
export function passageIn(reading: BlockReading, context: PassageContext, source: () => string): Passage {
  const known = reading.passage;
  if (known && isSame(known.context, context)) return known;
  return (reading.passage = new Passage(reading, context, source()));
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
