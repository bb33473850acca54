import { addNgramScores } from '../analysis/model';
import { ngramBuckets } from '../analysis/ngrams';
import type { SentenceScorer } from '../analysis/scorer';
import { fold } from '../text/fold';
import { type Fit, kindFit, misfit } from './fit';
import type { KindRecognition } from './kinds';
import type { Framework, Rubrics } from './types';

/** Keeps the n-grams of the question apart from those of the answer. */
export const QUESTION_SALT = 1;
/** Stands in the choice model for every framework it has no column for. */
export const OTHER = '';

/** What a question says of a framework, whatever the answer is. */
export interface AskedFramework {
  readonly framework: Framework;
  /** Its column in the choice model, -1 for none. */
  readonly column: number;
  /** Its cues the question has. */
  readonly cues: readonly string[];
  readonly weakCues: readonly string[];
  readonly fit: Fit | undefined;
  /** What counts against it, see `misfit`. */
  readonly misfit: number;
  /** Whether learned frameworks, of which the question has a word, answer the kind it fits in the first place. */
  readonly contested: boolean;
  /** Why it was taken, if it was taken for the kind: words of the kind and its own. */
  readonly reasons: readonly string[];
}

/** What a question says of all frameworks. */
export interface Asked {
  /** In the order of the rubrics. */
  readonly frameworks: readonly AskedFramework[];
  /** What it scores, by column of the choice model. */
  readonly scores: Float64Array;
  /** The column of the frameworks without one, -1 when there is none. */
  readonly other: number;
}

/** The last question: it seldom changes while one writes, and there are hundreds of words to look for. */
const last = new WeakMap<
  SentenceScorer,
  {
    readonly question: string;
    readonly rubrics: Rubrics;
    readonly kinds: KindRecognition | undefined;
    readonly asked: Asked;
  }
>();

/** @param question folded; empty when there is none */
export function readAsked(
  question: string,
  rubrics: Rubrics,
  scorer: SentenceScorer,
  kinds: KindRecognition | undefined,
): Asked {
  const known = last.get(scorer);
  if (known?.question === question && known.rubrics === rubrics && known.kinds === kinds) return known.asked;
  const columns = scorer.model.data.choice.frameworks;
  const table = scorer.model.choiceTable();
  const scores = new Float64Array(table.columns);
  if (question !== '') addNgramScores(table, ngramBuckets(question, QUESTION_SALT), scores);
  const frameworks = askFrameworks(question, rubrics, columns, kinds);
  const asked = { frameworks, scores, other: columns.indexOf(OTHER) };
  last.set(scorer, { question, rubrics, kinds, asked });
  return asked;
}

function askFrameworks(
  question: string,
  rubrics: Rubrics,
  columns: readonly string[],
  kinds: KindRecognition | undefined,
): AskedFramework[] {
  const has = (word: string): boolean => question.includes(fold(word));
  const found = rubrics.frameworks.map((framework) => ({
    framework,
    column: framework.id === OTHER ? -1 : columns.indexOf(framework.id),
    cues: framework.cues.filter(has),
    weakCues: framework.weakCues.filter(has),
  }));
  const particular = found.filter(({ column }) => column >= 0);
  const firsts = new Set(particular.map(({ framework }) => framework.kinds[0]));
  const contested = new Set(
    particular
      .filter(({ cues, weakCues }) => cues.length + weakCues.length > 0)
      .flatMap(({ framework }) => framework.kinds.filter((kind) => firsts.has(kind))),
  );
  return found.map((own) => {
    const { framework, column, cues, weakCues } = own;
    const fit = kindFit(framework, kinds);
    return {
      framework,
      column,
      cues,
      weakCues,
      fit,
      misfit: misfit(framework, kinds),
      contested: fit !== undefined && contested.has(fit.kind),
      reasons: fit ? reasons(cues, fit) : cues,
    };
  });
}

/** Why a framework that answers any question of a kind was taken: the kind, by its words and the framework's own. */
function reasons(cues: readonly string[], { because }: Fit): readonly string[] {
  const longer = [...new Set([...because, ...cues])];
  return longer.filter((word) => !longer.some((other) => other !== word && other.includes(word)));
}
