import type { Draft } from '../draft/draft';
import type { SentenceEvidence } from '../analysis/evidence';
import type { Answer } from '../analysis/lines';
import { addNgramScores } from '../analysis/model';
import { ngramBuckets } from '../analysis/ngrams';
import type { SentenceScorer } from '../analysis/scorer';
import { fold } from '../text/fold';
import { answerShares, type Fit, generalScore, kindFit, misfit, unlearned } from './fit';
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

/** Keeps the n-grams of the question apart from those of the answer. */
export const QUESTION_SALT = 1;
/** Stands in the choice model for every framework it has no column for. */
export const OTHER = '';
/** Only this many lines of the answer vote, so the choice costs the same for any length. */
const VOTING_LINES = 60;
/** The scores were learned among five frameworks; among many, the confidence would fall though the choice is as sure. */
const SHARPNESS = 2.5;

/**
 * Chooses the framework for a draft: what the front matter names, else what the settings name, else the one the
 * question calls for and the answer fits best.
 * @param kinds what the question asks for, if known: it decides where no framework for particular questions fits
 * @returns undefined when there are no frameworks at all
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
  const learned = learnedScores(question, lines, scorer);
  const other = learned.get(OTHER);
  learned.delete(OTHER);
  const { cue, weakCue } = scorer.model.data.choice;
  const best = Math.max(0, ...learned.values());
  const shares = answerShares(lines, rubrics.frameworks.length);
  const learnedShare = Math.max(
    0,
    ...rubrics.frameworks.map(({ id }, index) => (learned.has(id) ? (shares[index] ?? 0) : 0)),
  );
  const asked = cuesIn(question, rubrics);
  const particular = rubrics.frameworks.filter(({ id }) => learned.has(id));
  const firsts = new Set(particular.map(({ kinds: [first] }) => first));
  const contested = new Set(
    particular
      .filter((framework) => asked.get(framework)?.any)
      .flatMap((framework) => framework.kinds.filter((kind) => firsts.has(kind))),
  );
  const logits = rubrics.frameworks.map((framework, index) => {
    const { cues: because, weakCues: weak } = asked.get(framework) ?? NO_CUES;
    const fit = kindFit(framework, kinds);
    const share = shares[index] ?? 0;
    const own = learned.get(framework.id);
    if (own === undefined && framework.general === true && fit) {
      const score = generalScore(
        fit,
        contested.has(fit.kind),
        because.length,
        lines.length > 0 ? share - learnedShare : undefined,
        other,
      );
      return { framework, index, score, ...reasons(because, fit) };
    }
    // The cues of a framework for a whole kind name no particular question.
    if (own === undefined && framework.general === true)
      return { framework, index, because, score: unlearned(best, 0, 0) };
    const cues = because.length * cue + weak.length * weakCue + misfit(framework, kinds);
    const base = own ?? unlearned(best, because.length, weak.length, other) + share;
    return { framework, index, because, score: cues + base };
  });
  const max = Math.max(...logits.map(({ score }) => score));
  const weight = (score: number): number => Math.exp((score - max) * SHARPNESS);
  const total = logits.reduce((sum, { score }) => sum + weight(score), 0);
  return logits
    .map(({ score, ...rest }) => ({ ...rest, confidence: weight(score) / total }))
    .sort((a, b) => b.confidence - a.confidence || a.index - b.index);
}

/** The cues of a framework that a question has. */
interface AskedCues {
  readonly cues: readonly string[];
  readonly weakCues: readonly string[];
  /** Whether there are any. */
  readonly any: boolean;
}

const NO_CUES: AskedCues = { cues: [], weakCues: [], any: false };

/** The cues of the last question: it seldom changes while one writes, and there are hundreds to look for. */
const lastCues = new WeakMap<
  Rubrics,
  { readonly question: string; readonly cues: ReadonlyMap<Framework, AskedCues> }
>();

function cuesIn(question: string, rubrics: Rubrics): ReadonlyMap<Framework, AskedCues> {
  const known = lastCues.get(rubrics);
  if (known?.question === question) return known.cues;
  const has = (word: string): boolean => question.includes(fold(word));
  const found = rubrics.frameworks.map((framework): [Framework, AskedCues] => {
    const cues = framework.cues.filter(has);
    const weakCues = framework.weakCues.filter(has);
    return [framework, { cues, weakCues, any: cues.length + weakCues.length > 0 }];
  });
  const cues = new Map(found);
  lastCues.set(rubrics, { question, cues });
  return cues;
}

function votingLines({ passages }: Answer): SentenceEvidence[] {
  const voting: SentenceEvidence[] = [];
  for (const { lines } of passages) {
    for (const { evidence } of lines) {
      if (voting.length === VOTING_LINES) return voting;
      voting.push(evidence);
    }
  }
  return voting;
}

/** Why a framework that answers any question of a kind was taken: the kind, by its words and the framework's own. */
function reasons(cues: readonly string[], { kind, because }: Fit): { because: string[]; kind: string } {
  const longer = [...new Set([...because, ...cues])];
  return {
    kind,
    because: longer.filter((word) => !longer.some((other) => other !== word && other.includes(word))),
  };
}

function learnedScores(
  question: string,
  lines: readonly SentenceEvidence[],
  scorer: SentenceScorer,
): Map<string, number> {
  const table = scorer.model.choiceTable();
  const scores = new Float64Array(table.columns);
  if (question !== '') addNgramScores(table, ngramBuckets(question, QUESTION_SALT), scores);
  const share = lines.length === 0 ? 0 : 1 / lines.length;
  for (const evidence of lines) {
    for (const [column, score] of scorer.choice(evidence).entries())
      scores[column] = (scores[column] ?? 0) + score * share;
  }
  return new Map(scorer.model.data.choice.frameworks.map((id, column) => [id, scores[column] ?? 0]));
}
