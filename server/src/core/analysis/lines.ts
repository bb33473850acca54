import { firstThat } from '../text/firstThat';
import { type Chapters, divide } from './chapter';
import type { CueHit, SentenceEvidence } from './evidence';
import type { Passage } from './passage';

/** The heading, numbered line or lead a sentence stands under. */
export interface HeadingContext {
  readonly cues: readonly CueHit[];
  /** 0-based count of headings of this kind before it. */
  readonly index: number;
  /** Absolute span of the heading. */
  readonly from: number;
  readonly to: number;
}

/** A sentence or heading where it stands in the draft. */
export interface PlacedLine {
  readonly evidence: SentenceEvidence;
  /** Absolute UTF-16 offset of the sentence. */
  readonly from: number;
  readonly to: number;
  /** Offset of the block, to which the evidence's ranges are relative. */
  readonly blockFrom: number;
}

/** A sentence of the answer with what surrounds it. */
export interface Line extends PlacedLine {
  /** First sentence of its block or line. */
  readonly startsParagraph: boolean;
  readonly heading?: HeadingContext;
  /** First sentence under its heading. */
  readonly opensHeading: boolean;
  /** Share of the sentence that repeats the question, 0-1. */
  readonly restates: number;
}

/** A heading of the answer where it stands in the draft. */
export interface AnswerHeading extends HeadingContext {
  /** Nothing stands under it before the next heading. */
  readonly empty: boolean;
}

/** A heading under which nothing stands, by the number of its passage and its own number there. */
export interface EmptyHeading {
  readonly passage: number;
  readonly heading: number;
  /** The passage of the heading that follows, if any. */
  readonly next: number | undefined;
}

/** The answer text of a draft, block by block. */
export class Answer {
  /** Number of lines. */
  readonly count: number;
  #chapters: Chapters<Passage> | undefined;
  #lines: readonly Line[] | undefined;
  #headings: readonly AnswerHeading[] | undefined;

  /**
   * @param passages in order
   * @param froms absolute offset of each
   * @param starts number of the first line of each
   * @param headingCount number of headings
   * @param hanzi 字 of its lines
   */
  constructor(
    readonly passages: readonly Passage[],
    readonly froms: readonly number[],
    readonly starts: readonly number[],
    readonly headingCount: number,
    readonly hanzi: number,
  ) {
    this.count = (starts.at(-1) ?? 0) + (passages.at(-1)?.lines.length ?? 0);
  }

  /** The passages in chapters. */
  get chapters(): Chapters<Passage> {
    return (this.#chapters ??= divide(this.passages));
  }

  /** All sentences but headings. Made when first asked for: what runs at every keystroke goes by passages. */
  get lines(): readonly Line[] {
    return (this.#lines ??= this.#place());
  }

  get headings(): readonly AnswerHeading[] {
    this.#lines ??= this.#place();
    return this.#headings ?? [];
  }

  /** How many passages begin before an offset; all when there is none. */
  passagesBefore(offset: number | undefined): number {
    return offset === undefined ? this.froms.length : firstThat(this.froms, (from) => from >= offset);
  }

  /** How many headings a passage has. */
  headingsIn(passage: number): number {
    return this.passages[passage]?.headings.length ?? 0;
  }

  /** Number of the first line of a passage. */
  startOf(passage: number): number {
    return this.starts[passage] ?? 0;
  }

  /** Where a passage begins. */
  fromOf(passage: number): number {
    return this.froms[passage] ?? 0;
  }

  /** Where one line stands. */
  placeLine(passage: number, line: number): PlacedLine | undefined {
    const evidence = this.passages[passage]?.lines[line];
    return evidence && placed(evidence, this.fromOf(passage));
  }

  /** Where one heading stands. */
  placeHeading(passage: number, heading: number): PlacedLine | undefined {
    const evidence = this.passages[passage]?.headings[heading]?.evidence;
    return evidence && placed(evidence, this.fromOf(passage));
  }

  /** The first line, or the first heading when there are only headings. */
  get first(): PlacedLine | undefined {
    const lines = this.passages.findIndex((passage) => passage.lines.length > 0);
    if (lines >= 0) return this.placeLine(lines, 0);
    const headings = this.passages.findIndex((passage) => passage.headings.length > 0);
    return this.placeHeading(headings, 0);
  }

  /** Whether nothing stands under a heading before the next one. */
  isEmptyHeading(passage: number, heading: number): boolean {
    const own = this.passages[passage];
    const at = own?.headings[heading]?.at ?? 0;
    const next = own?.headings[heading + 1];
    if (next) return next.at === at;
    if (own && own.lines.length > at) return false;
    for (let i = passage + 1; i < this.passages.length; i++) {
      const after = this.passages[i];
      if (after?.headings[0]?.at === 0) return true;
      if (after && after.lines.length > 0) return false;
    }
    return true;
  }

  /** The headings under which nothing stands, in order. */
  emptyHeadings(): EmptyHeading[] {
    const found: EmptyHeading[] = [];
    let open: { passage: number; heading: number } | undefined;
    for (let index = 0; index < this.passages.length; index++) {
      const passage = this.passages[index];
      if (!passage) break;
      let before = 0;
      for (let heading = 0; heading < passage.headings.length; heading++) {
        const at = passage.headings[heading]?.at ?? 0;
        if (open && at === before) found.push({ passage: open.passage, heading: open.heading, next: index });
        open = { passage: index, heading };
        before = at;
      }
      if (passage.lines.length > before) open = undefined;
    }
    if (open) found.push({ passage: open.passage, heading: open.heading, next: undefined });
    return found;
  }

  #place(): Line[] {
    const lines: Line[] = [];
    const headings: { context: HeadingContext; first: number }[] = [];
    let current: HeadingContext | undefined;
    for (const [index, passage] of this.passages.entries()) {
      const blockFrom = this.fromOf(index);
      let next = 0;
      for (let at = 0; at <= passage.lines.length; at++) {
        for (let heading = passage.headings[next]; heading?.at === at; heading = passage.headings[++next]) {
          const { evidence, cues } = heading;
          const { from, to } = evidence.sentence;
          current = { cues, index: headings.length, from: blockFrom + from, to: blockFrom + to };
          headings.push({ context: current, first: lines.length });
        }
        const line = passage.observe(at);
        if (!line) break;
        const { evidence, startsParagraph, opensHeading, restates } = line;
        const under = current ? { heading: current } : {};
        lines.push({ ...placed(evidence, blockFrom), startsParagraph, opensHeading, restates, ...under });
      }
    }
    this.#headings = headings.map(({ context, first }, index) => ({
      ...context,
      empty: first === (headings[index + 1]?.first ?? lines.length),
    }));
    return lines;
  }
}

function placed(evidence: SentenceEvidence, blockFrom: number): PlacedLine {
  const { from, to } = evidence.sentence;
  return { evidence, blockFrom, from: blockFrom + from, to: blockFrom + to };
}
