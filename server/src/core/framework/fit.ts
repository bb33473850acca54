import { SentenceEvidence } from '../analysis/evidence';
import { keptWith } from '../text/kept';
import type { KindRecognition } from './kinds';
import type { Framework } from './types';

/** How well a framework answers the kind of question that was asked. */
export interface Fit {
  /** Id of the kind. */
  readonly kind: string;
  /** 0-1. */
  readonly share: number;
  /** Named by the writer. */
  readonly named: boolean;
  /** Words of the question that spoke for the kind. */
  readonly because: readonly string[];
}

/** What a framework for another sort of the same kind (a view, where a phenomenon was asked for) is worth. */
const OTHER_VARIANT = 0.4;

/** Which of the recognised kinds a framework answers best; undefined when none. */
export function kindFit(framework: Framework, kinds: KindRecognition | undefined): Fit | undefined {
  let best: Fit | undefined;
  for (const { kind, variant, confidence, because } of kinds?.kinds ?? []) {
    const sort = variant !== undefined && framework.kinds.includes(variant.id);
    if (!sort && !framework.kinds.includes(kind.id)) continue;
    const other = !sort && kind.variants.some(({ id }) => framework.kinds.includes(id));
    const share = confidence * (other ? OTHER_VARIANT : 1);
    if (!best || share > best.share)
      best = { kind: kind.id, share, named: kinds?.chosenBy === 'front-matter', because };
  }
  return best;
}

/*
 * Log-odds. Questions the model was trained for reach 2 and more with their own framework (19 of 20 in drafts it has
 * not seen), questions of other kinds hardly 1.5: what answers any question of a kind starts between them.
 */
const GENERAL = 0.7;
/**
 * The same for a kind that learned frameworks answer in the first place (应急应变, 人际沟通) when the question has a
 * word of one of them: theirs is the finer answer. Of drafts by authors the model has not seen, 33 of 38 get their
 * own framework so, 28 with `GENERAL`.
 */
const GENERAL_CONTESTED = -0.3;
const GENERAL_KIND = 0.4;
const GENERAL_CUE = 0.1;
const GENERAL_CUES = 3;
/** An answer adds this much to a learned framework even where it does not fit. */
const GENERAL_ANSWER = 0.3;
const GENERAL_SHARE = 0.6;
/** The most such a framework has with an answer that fits it. */
const GENERAL_MOST = GENERAL + GENERAL_KIND + GENERAL_CUES * GENERAL_CUE + GENERAL_ANSWER + GENERAL_SHARE / 2;
/** Added to what was learned for a question that is none of the learned ones. */
const OTHER_GENERAL = -0.5;
/** What the writer says of the kind outweighs what the question looks like. */
const NAMED = 4;
/** Share of it for a framework that answers the kind only among others. */
const NAMED_LATER = 0.5;
const MISFIT = -0.8;
const LATER_KIND = -0.2;

/**
 * The score of a framework that answers any question of a kind.
 * @param contested whether learned frameworks answer the kind in the first place
 * @param cues number of its own cues in the question
 * @param other what the question and the answer score for being none of the learned ones, if that was learned
 * @param lead by how much more of the answer's lines it has cues for than the learned frameworks; undefined without answer
 */
export function generalScore(
  { share, named }: Fit,
  contested: boolean,
  cues: number,
  lead: number | undefined,
  other?: number,
): number {
  // Of a question without an answer too little is known for what was learned to decide.
  const base = contested ? GENERAL_CONTESTED : GENERAL;
  return (
    (other === undefined || lead === undefined ? base : other + OTHER_GENERAL) +
    GENERAL_KIND * share +
    GENERAL_CUE * Math.min(cues, GENERAL_CUES) +
    (lead === undefined ? 0 : GENERAL_ANSWER + GENERAL_SHARE * lead) +
    (named ? NAMED * share : 0)
  );
}

/**
 * What counts against a framework for particular questions when the question is of another kind, a little also when
 * the kind is not the one it names first; and what counts for it when the writer named one of its kinds.
 */
export function misfit(framework: Framework, kinds: KindRecognition | undefined): number {
  if (!kinds || framework.kinds.length === 0) return 0;
  if (kinds.chosenBy === 'front-matter') {
    const fit = kindFit(framework, kinds);
    return fit ? NAMED * fit.share * (fit.kind === framework.kinds[0] ? 1 : NAMED_LATER) : 0;
  }
  let listed = 0;
  let first = 0;
  for (const { kind, confidence } of kinds.kinds) {
    if (framework.kinds.includes(kind.id)) listed += confidence;
    if (framework.kinds[0] === kind.id) first += confidence;
  }
  return MISFIT * (1 - listed) + LATER_KIND * (listed - first);
}

/** Where a framework the model was not trained on starts: below the best learned one. */
const UNLEARNED = -2;
/** What each of its cues in the question adds, besides what a cue adds to any framework. */
const UNLEARNED_CUE = 1.5;

/**
 * A framework the model was not trained on is judged by its question cues: without one it is not taken, with one it
 * goes before the learned ones and those for any question of a kind, because whoever wrote it named the questions it
 * is for.
 */
export function unlearned(best: number, cues: number, weakCues: number, other?: number): number {
  // With no word for it at all it comes after everything that fits the kind, also among the alternatives.
  const most = GENERAL_MOST + Math.max(0, other === undefined ? 0 : other + OTHER_GENERAL - GENERAL);
  const from = cues > 0 ? Math.max(best, most) : weakCues > 0 ? best : 0;
  return from + UNLEARNED + (cues + weakCues / 4) * UNLEARNED_CUE;
}

/** Numbers of the frameworks a sentence has a cue of, each once; weak ones do not count. */
const frameworksIn = keptWith(SentenceEvidence, (evidence: SentenceEvidence): readonly number[] => {
  let found: number[] | undefined;
  for (let word = 0; word < evidence.wordCount; word++)
    for (const { framework, strength } of evidence.cuesOf(word))
      if (strength !== 'weak' && found?.includes(framework) !== true) (found ??= []).push(framework);
  return found ?? NO_FRAMEWORKS;
});

const NO_FRAMEWORKS: readonly number[] = [];

/** Share of the answer's lines that have a cue of a framework, by its number. */
export function answerShares(lines: readonly SentenceEvidence[], frameworks: number): number[] {
  const hits = new Array<number>(frameworks).fill(0);
  for (const line of lines)
    for (const framework of frameworksIn(line)) hits[framework] = (hits[framework] ?? 0) + 1;
  return hits.map((count) => (lines.length === 0 ? 0 : count / lines.length));
}
