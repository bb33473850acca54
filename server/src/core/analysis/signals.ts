import type { SentenceEvidence } from './evidence';
import { isNotOwn } from './guards';

/** What one sentence shows of each section of a framework, whatever stands around it: counts by section. */
export interface SectionSignals {
  readonly cues: readonly number[];
  readonly phrases: readonly number[];
  readonly weak: readonly number[];
  /** Cues that are named as what is not done, or by others. */
  readonly negated: readonly number[];
  /** Points that a cue or phrase speaks for. */
  readonly points: readonly number[];
  /** Words that announce the section. */
  readonly headings: readonly number[];
  /** Cues and phrases of all sections together. */
  readonly strong: number;
}

/** Counts the cues of framework number `framework` in a sentence, by section. */
export function countSignals(
  { evidence }: { readonly evidence: SentenceEvidence },
  framework: number,
  sections: number,
): SectionSignals {
  if (!evidence.speaksFor(framework)) return (noSignals[sections] ??= countNothing(sections));
  // Few sentences have cues of a framework, and those only of one kind or two: the others share their zeros.
  let cues = zeros(sections);
  let phrases = cues;
  let weak = cues;
  let negated = cues;
  let points = cues;
  let headings = cues;
  const seen: number[] = [];
  let strong = 0;
  for (let word = 0; word < evidence.wordCount; word++) {
    const guard = evidence.guardOf(word);
    for (const { section, point, strength } of evidence.cuesOf(word, framework)) {
      if (strength === 'heading') headings = counted(headings, section);
      else if (isNotOwn(guard)) negated = counted(negated, section);
      else if (strength === 'weak') weak = counted(weak, section);
      else {
        if (strength === 'phrase') phrases = counted(phrases, section);
        else cues = counted(cues, section);
        strong++;
        const key = section * 256 + point;
        if (!seen.includes(key)) {
          seen.push(key);
          points = counted(points, section);
        }
      }
    }
  }
  return { cues, phrases, weak, negated, points, headings, strong };
}

/** Whether signals are those of a sentence without any cue of its framework, as most are. */
export function showsNothing(signals: SectionSignals, sections: number): boolean {
  return signals === noSignals[sections];
}

/** What a list counts for a section or a point. */
export function countOf(counts: readonly number[], index: number): number {
  return counts[index] ?? 0;
}

/** Counts one more in a cell; in a list of its own from then on. */
function counted(counts: readonly number[], cell: number): readonly number[] {
  const own = zerosOf[counts.length] === counts ? counts.slice() : (counts as number[]);
  own[cell] = countOf(own, cell) + 1;
  return own;
}

/** What most sentences show, by the number of sections. */
const noSignals: SectionSignals[] = [];

function countNothing(sections: number): SectionSignals {
  const none = zeros(sections);
  return { cues: none, phrases: none, weak: none, negated: none, points: none, headings: none, strong: 0 };
}

const zerosOf: (readonly number[])[] = [];

function zeros(length: number): readonly number[] {
  return (zerosOf[length] ??= new Array<number>(length).fill(0));
}
