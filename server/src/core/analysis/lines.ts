import type { Draft } from '../draft/draft';
import { bigrams, overlap } from '../draft/question';
import { type CueHit, type SentenceEvidence } from './evidence';
import type { Block } from '../draft/blocks';

/** The heading, numbered line or lead a sentence stands under. */
export interface HeadingContext {
  readonly cues: readonly CueHit[];
  /** 0-based count of headings of this kind before it. */
  readonly index: number;
  /** Absolute span of the heading. */
  readonly from: number;
  readonly to: number;
}

/** A sentence of the answer with what surrounds it: the unit that is labelled. */
export interface Line {
  readonly evidence: SentenceEvidence;
  /** Absolute UTF-16 offset of the sentence. */
  readonly from: number;
  readonly to: number;
  /** Offset of the block, to which the evidence's ranges are relative. */
  readonly blockFrom: number;
  /** First sentence of its block or line. */
  readonly startsParagraph: boolean;
  readonly heading?: HeadingContext;
  /** First sentence under its heading. */
  readonly opensHeading: boolean;
  /** Share of the sentence that repeats the question, 0-1. */
  readonly restates: number;
}

export interface Answer {
  readonly lines: readonly Line[];
  readonly headings: readonly (HeadingContext & {
    readonly empty: boolean;
    readonly evidence: SentenceEvidence;
  })[];
}

/** Lays out the answer text of a draft as lines under headings; O(sentences). */
export function layOut(draft: Draft, evidenceOf: (block: Block) => readonly SentenceEvidence[]): Answer {
  const lines: Line[] = [];
  const headings: { context: HeadingContext; evidence: SentenceEvidence; lines: number }[] = [];
  const asked = draft.question ? bigrams(draft.question.text) : undefined;
  let current: (typeof headings)[number] | undefined;
  for (const { block, from: blockFrom, role } of draft.blocks) {
    if (role !== 'answer') continue;
    let startsParagraph = true;
    let previousEnd = 0;
    for (const evidence of evidenceOf(block)) {
      const { sentence } = evidence;
      const from = blockFrom + sentence.from;
      const to = blockFrom + sentence.to;
      if (sentence.kind === 'heading') {
        current = { context: { cues: evidence.cues, index: headings.length, from, to }, evidence, lines: 0 };
        headings.push(current);
        startsParagraph = true;
        previousEnd = sentence.to;
        continue;
      }
      const gap = previousEnd === 0 ? '' : draft.text.slice(blockFrom + previousEnd, from);
      lines.push({
        evidence,
        from,
        to,
        blockFrom,
        startsParagraph: startsParagraph || gap.includes('\n'),
        opensHeading: current?.lines === 0,
        restates: asked && lines.length < 3 ? overlap(bigrams(sentence.folded), asked) : 0,
        ...(current ? { heading: current.context } : {}),
      });
      if (current) current.lines++;
      startsParagraph = false;
      previousEnd = sentence.to;
    }
  }
  return {
    lines,
    headings: headings.map(({ context, evidence, lines: count }) => ({
      ...context,
      evidence,
      empty: count === 0,
    })),
  };
}
