import type { Draft } from '../draft/draft';
import type { Line } from '../analysis/lines';
import { addNgramScores } from '../analysis/model';
import { ngramBuckets } from '../analysis/ngrams';
import type { SentenceScorer } from '../analysis/scorer';
import { fold } from '../text/fold';
import type { Framework, Rubrics } from './types';

/** Who decided on the framework. */
export type ChosenBy = 'front-matter' | 'setting' | 'question' | 'best-fit';

export interface FrameworkChoice {
  readonly framework: Framework;
  readonly index: number;
  readonly chosenBy: ChosenBy;
  /** 0-1; 1 when the writer named it. */
  readonly confidence: number;
  /** Words of the question that spoke for it. */
  readonly because: readonly string[];
  /** Next best frameworks with their probability, best first. */
  readonly alternatives: readonly { readonly framework: Framework; readonly confidence: number }[];
  /** An id the writer named that no rubric has. */
  readonly unknown?: { readonly id: string; readonly by: 'front-matter' | 'setting' };
}

/** Keeps the n-grams of the question apart from those of the answer. */
export const QUESTION_SALT = 1;
/** Only this many lines of the answer vote, so the choice costs the same for any length. */
const VOTING_LINES = 60;

/**
 * Chooses the framework for a draft: what the front matter names, else what the settings name, else the one the
 * question calls for and the answer fits best.
 * @returns undefined when there are no frameworks at all
 */
export function chooseFramework(
  draft: Draft,
  lines: readonly Line[],
  rubrics: Rubrics,
  scorer: SentenceScorer,
  setting?: string,
): FrameworkChoice | undefined {
  const scored = scoreFrameworks(draft, lines, rubrics, scorer);
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
  return result(best, draft.question ? 'question' : 'best-fit', scored, unknown);
}

interface Scored {
  readonly framework: Framework;
  readonly index: number;
  readonly confidence: number;
  readonly because: readonly string[];
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
  lines: readonly Line[],
  rubrics: Rubrics,
  scorer: SentenceScorer,
): Scored[] {
  const question = draft.question ? fold(draft.question.text) : '';
  const learned = learnedScores(question, lines, scorer);
  const { cue, weakCue } = scorer.model.data.choice;
  const best = Math.max(0, ...learned.values());
  const logits = rubrics.frameworks.map((framework, index) => {
    const because = framework.cues.filter((word) => question.includes(fold(word)));
    const weak = framework.weakCues.filter((word) => question.includes(fold(word)));
    const cues = because.length * cue + weak.length * weakCue;
    return {
      framework,
      index,
      because,
      score:
        cues +
        (learned.get(framework.id) ??
          unlearned(best, because.length, weak.length) + answerShare(lines, index)),
    };
  });
  const max = Math.max(...logits.map(({ score }) => score));
  const total = logits.reduce((sum, { score }) => sum + Math.exp(score - max), 0);
  return logits
    .map(({ framework, index, because, score }) => ({
      framework,
      index,
      because,
      confidence: Math.exp(score - max) / total,
    }))
    .sort((a, b) => b.confidence - a.confidence || a.index - b.index);
}

function learnedScores(
  question: string,
  lines: readonly Line[],
  scorer: SentenceScorer,
): Map<string, number> {
  const table = scorer.model.choiceTable();
  const scores = new Float64Array(table.columns);
  if (question !== '') addNgramScores(table, ngramBuckets(question, QUESTION_SALT), scores);
  const voting = lines.slice(0, VOTING_LINES);
  const share = voting.length === 0 ? 0 : 1 / voting.length;
  for (const { evidence } of voting) {
    for (const [column, score] of scorer.shared(evidence).choice.entries())
      scores[column] = (scores[column] ?? 0) + score * share;
  }
  return new Map(scorer.model.data.choice.frameworks.map((id, column) => [id, scores[column] ?? 0]));
}

/** Share of the answer's lines that have a cue of a framework. */
function answerShare(lines: readonly Line[], index: number): number {
  const voting = lines.slice(0, VOTING_LINES);
  const hits = voting.filter(({ evidence }) =>
    evidence.cues.some(({ cue }) => cue.framework === index && cue.strength !== 'weak'),
  );
  return voting.length === 0 ? 0 : hits.length / voting.length;
}

/** Where a framework the model was not trained on starts: below the best learned one. */
const UNLEARNED = -2;
/** What each of its cues in the question adds, besides what a cue adds to any framework. */
const UNLEARNED_CUE = 1.5;

/**
 * A framework the model was not trained on is judged by its question cues: without one it is not taken, with one it
 * goes before the learned ones, because whoever wrote it named the questions it is for.
 */
function unlearned(best: number, cues: number, weakCues: number): number {
  return best + UNLEARNED + (cues + weakCues / 4) * UNLEARNED_CUE;
}
