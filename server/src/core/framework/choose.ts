import type { Draft } from '../draft/draft';
import type { SentenceEvidence } from '../analysis/evidence';
import type { Answer } from '../analysis/lines';
import type { SentenceScorer } from '../analysis/scorer';
import { fold } from '../text/fold';
import { type Asked, readAsked } from './asked';
import { answerShares, generalScore, unlearned } from './fit';
import type { KindRecognition } from './kinds';
import type { Framework, Rubrics } from './types';

/** Who decided on the framework. */
export type ChosenBy = 'front-matter' | 'setting' | 'question' | 'best-fit';

export interface FrameworkChoice {
  readonly framework: Framework;
  readonly index: number;
  readonly chosenBy: ChosenBy;
  /** 0-1; 1 when the writer named it. */
  readonly confidence: number;
  /** Words of the question that spoke for it, or for the kind of question it answers. */
  readonly because: readonly string[];
  /** Id of the question kind for which it was taken, when it answers any question of a kind. */
  readonly kind?: string;
  /** Next best frameworks with their probability, best first. */
  readonly alternatives: readonly { readonly framework: Framework; readonly confidence: number }[];
  /** An id the writer named that no rubric has. */
  readonly unknown?: { readonly id: string; readonly by: 'front-matter' | 'setting' };
}

/** Only this many lines of the answer vote, so the choice costs the same for any length. */
const VOTING_LINES = 60;
/** The scores were learned among five frameworks; among many, the confidence would fall though the choice is as sure. */
const SHARPNESS = 2.5;

/**
 * Chooses the framework for a draft: what the front matter names, else what the settings name, else the one the
 * question calls for and the answer fits best.
 * @param kinds what the question asks for, if known: it decides where no framework for particular questions fits
 * @returns undefined when there are no frameworks at all, or nothing to go by: no question, no answer, and none named
 */
export function chooseFramework(
  draft: Draft,
  answer: Answer,
  rubrics: Rubrics,
  scorer: SentenceScorer,
  setting?: string,
  kinds?: KindRecognition,
): FrameworkChoice | undefined {
  const scored = scoreFrameworks(draft, answer, rubrics, scorer, kinds);
  const best = scored[0];
  if (!best) return undefined;
  const named = draft.frontMatter.framework?.value;
  let unknown: FrameworkChoice['unknown'];
  for (const [id, by] of [
    [named, 'front-matter'],
    [setting, 'setting'],
  ] as const) {
    if (id === undefined || id === '') continue;
    const chosen = scored.find(({ framework }) => matches(framework, id));
    if (chosen) return result(chosen, by, scored, unknown);
    unknown ??= { id, by };
  }
  const isAsked = draft.question !== undefined && draft.question.text.trim() !== '';
  if (!isAsked && !unknown && answer.count === 0 && !kinds?.kinds.length) return undefined;
  return result(best, draft.question ? 'question' : 'best-fit', scored, unknown);
}

interface Scored {
  readonly framework: Framework;
  readonly index: number;
  readonly confidence: number;
  readonly because: readonly string[];
  readonly kind?: string;
}

function result(
  chosen: Scored,
  chosenBy: ChosenBy,
  scored: readonly Scored[],
  unknown: FrameworkChoice['unknown'],
): FrameworkChoice {
  const byWriter = chosenBy === 'front-matter' || chosenBy === 'setting';
  return {
    framework: chosen.framework,
    index: chosen.index,
    chosenBy,
    confidence: byWriter ? 1 : chosen.confidence,
    because: chosen.because,
    ...(chosen.kind === undefined ? {} : { kind: chosen.kind }),
    alternatives: scored
      .filter((other) => other !== chosen)
      .map(({ framework, confidence }) => ({ framework, confidence })),
    ...(unknown ? { unknown } : {}),
  };
}

/** A writer may name a framework by its id or by its title. */
function matches(framework: Framework, name: string): boolean {
  const wanted = fold(name.trim());
  return (
    framework.id === wanted || fold(framework.title.zh) === wanted || fold(framework.title.en) === wanted
  );
}

function scoreFrameworks(
  draft: Draft,
  answer: Answer,
  rubrics: Rubrics,
  scorer: SentenceScorer,
  kinds: KindRecognition | undefined,
): Scored[] {
  const question = draft.question ? fold(draft.question.text) : '';
  const lines = votingLines(answer);
  const asked = readAsked(question, rubrics, scorer, kinds);
  const learned = learnedScores(asked, lines, scorer);
  const other = learned[asked.other];
  const { cue, weakCue } = scorer.model.data.choice;
  const best = learned.reduce(
    (most, score, column) => (column === asked.other ? most : Math.max(most, score)),
    0,
  );
  const shares = answerShares(lines, rubrics.frameworks.length);
  const shareOf = (index: number): number => shares[index] ?? 0;
  const learnedShare = asked.frameworks.reduce(
    (most, { column }, index) => (column < 0 ? most : Math.max(most, shareOf(index))),
    0,
  );
  const logits = asked.frameworks.map((own, index) => {
    const { framework, cues: because, weakCues: weak, fit } = own;
    const share = shareOf(index);
    const score = learned[own.column];
    if (score === undefined && framework.general === true && fit) {
      const lead = lines.length > 0 ? share - learnedShare : undefined;
      const general = generalScore(fit, own.contested, because.length, lead, other);
      return { framework, index, score: general, kind: fit.kind, because: own.reasons };
    }
    // The cues of a framework for a whole kind name no particular question.
    if (score === undefined && framework.general === true)
      return { framework, index, because, score: unlearned(best, 0, 0) };
    const cues = because.length * cue + weak.length * weakCue + own.misfit;
    const base = score ?? unlearned(best, because.length, weak.length, other) + share;
    return { framework, index, because, score: cues + base };
  });
  const max = Math.max(...logits.map(({ score }) => score));
  const weight = (score: number): number => Math.exp((score - max) * SHARPNESS);
  const total = logits.reduce((sum, { score }) => sum + weight(score), 0);
  return logits
    .map((own): Scored => {
      const { framework, index, because, kind } = own;
      const confidence = weight(own.score) / total;
      return kind === undefined
        ? { framework, index, confidence, because }
        : { framework, index, confidence, because, kind };
    })
    .sort((a, b) => b.confidence - a.confidence || a.index - b.index);
}

function votingLines({ passages }: Answer): SentenceEvidence[] {
  const voting: SentenceEvidence[] = [];
  for (const { lines } of passages) {
    for (const evidence of lines) {
      if (voting.length === VOTING_LINES) return voting;
      voting.push(evidence);
    }
  }
  return voting;
}

/** Scores by column of the choice model: what the question scores, and on the average the lines of the answer. */
function learnedScores(
  { scores: question }: Asked,
  lines: readonly SentenceEvidence[],
  scorer: SentenceScorer,
): Float64Array {
  const scores = question.slice();
  const share = 1 / lines.length;
  for (const evidence of lines) {
    const own = scorer.choice(evidence);
    for (let column = 0; column < scores.length; column++)
      scores[column] = (scores[column] ?? 0) + (own[column] ?? 0) * share;
  }
  return scores;
}
