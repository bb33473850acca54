import type { SentenceEvidence } from '../../analysis/evidence';
import { type Guard, guardAt } from '../../analysis/guards';
import type { Localized } from '../../framework/types';
import type { Range } from '../../text/range';

/** A general form of a fault: what people say in ever new words no list can hold. */
export interface FaultPattern {
  readonly id: string;
  /** On one folded sentence; repetitions are bounded, so it is linear in the sentence's length. */
  readonly form: RegExp;
  /** What else the sentence has to say. */
  readonly when?: RegExp;
  /** Said in the same sentence, it makes the form harmless. */
  readonly unless?: RegExp;
  readonly why: Localized;
  /** At least one; the first is what the quick fix offers first. */
  readonly rewrites: readonly string[];
}

/** A form found in a sentence; the range counts from the start of the block. */
export interface PatternHit extends Range {
  readonly pattern: FaultPattern;
  readonly guard: Guard;
}

/** A sentence longer than this is not one: its patterns are looked for in its beginning only. */
const LONGEST = 600;

/** The first match of every pattern in a sentence; none inside a longer match of another. */
export function findPatterns(
  { sentence: { folded, from } }: SentenceEvidence,
  patterns: readonly FaultPattern[],
): PatternHit[] {
  const said = folded.length > LONGEST ? folded.slice(0, LONGEST) : folded;
  const hits: PatternHit[] = [];
  for (const pattern of patterns) {
    const match = pattern.form.exec(said);
    if (!match || pattern.unless?.test(said) || pattern.when?.test(said) === false) continue;
    hits.push({
      pattern,
      from: from + match.index,
      to: from + match.index + match[0].length,
      guard: guardAt(said, match.index),
    });
  }
  return hits.filter(
    (hit) =>
      !hits.some(
        (other) => other !== hit && other.from <= hit.from && hit.to <= other.to && !same(other, hit),
      ),
  );
}

function same(a: Range, b: Range): boolean {
  return a.from === b.from && a.to === b.to;
}

/** Keeps what `read` finds in a sentence as long as its block is unchanged: an edit costs only what it touches. */
export function perSentence<T>(read: (evidence: SentenceEvidence) => T): (evidence: SentenceEvidence) => T {
  const known = new WeakMap<SentenceEvidence, { readonly value: T }>();
  return (evidence) => {
    let entry = known.get(evidence);
    if (!entry) known.set(evidence, (entry = { value: read(evidence) }));
    return entry.value;
  };
}
