import { Automaton } from '../analysis/automaton';
import { guardAt } from '../analysis/guards';
import type { Framework } from '../framework/types';
import { fold } from '../text/fold';
import type { Slot } from './types';

/**
 * What a trained model says of a folded text in a framework: a score (logarithm of odds) per section, in order, and
 * one for none as the last; undefined when it does not know the framework.
 */
export type SectionScores = (framework: Framework, folded: string) => ArrayLike<number> | undefined;

/** The least probability at which a phrase is offered in a section: with a cue of its own, and without. */
const FIT = 0.4;
const FIT_WEAK = 0.72;
/** How far back, in UTF-16 units, a negation reaches a cue. */
const NEGATION_REACH = 5;
/** How many sections of one framework a phrase may serve. */
const MAX_SLOTS = 2;

/** What a word speaks for, by number of framework, section and point. */
interface Meaning {
  readonly framework: number;
  readonly section: number;
  readonly point: number;
  readonly weight: 'phrase' | 'cue' | 'weak';
}

/** The evidence of one section in one phrase. */
interface Evidence {
  phrases: number;
  cues: number;
  weak: number;
  readonly points: Map<number, number>;
}

const POINT_WEIGHT = { phrase: 3, cue: 2, weak: 0.5 } as const;

/** Finds the sections and points phrases serve: by the cues of the frameworks and the scores of a model. */
export class PhraseClassifier {
  readonly #automaton: Automaton;
  readonly #meanings: readonly (readonly Meaning[])[];

  /**
   * @param frameworks all that phrases are offered for
   * @param scores the analysis' own scorer; cues alone decide without it
   */
  constructor(
    readonly frameworks: readonly Framework[],
    readonly scores: SectionScores = () => undefined,
  ) {
    const meanings = new Map<string, Meaning[]>();
    for (const [framework, { sections }] of frameworks.entries()) {
      for (const [section, { points }] of sections.entries()) {
        for (const [point, { cues, weakCues, phrases }] of points.entries()) {
          const add = (words: readonly string[], weight: Meaning['weight']): void => {
            for (const word of words) {
              const key = fold(word);
              const known = meanings.get(key) ?? [];
              known.push({ framework, section, point, weight });
              meanings.set(key, known);
            }
          };
          add(phrases, 'phrase');
          add(cues, 'cue');
          add(weakCues, 'weak');
        }
      }
    }
    this.#automaton = new Automaton([...meanings.keys()]);
    this.#meanings = [...meanings.values()];
  }

  /**
   * The sections a phrase serves, best first within each framework, frameworks in order; none is common.
   * @param context it with what stands beside it where it was taken from
   */
  slots(text: string, context?: string): Slot[] {
    const folded = fold(text);
    const found = this.#collect(folded);
    const around = context === undefined ? [] : this.#collect(fold(context));
    return this.frameworks.flatMap((framework, index) => {
      const own = found[index] ?? new Map<number, Evidence>();
      return this.#judge(framework, own, around[index] ?? own, folded);
    });
  }

  #collect(folded: string): (Map<number, Evidence> | undefined)[] {
    const found = this.frameworks.map(() => new Map<number, Evidence>());
    this.#automaton.scan(folded, (pattern, from) => {
      const meanings = this.#meanings[pattern] ?? [];
      if (meanings.length > 0 && guardAt(folded, from, NEGATION_REACH) === 'negated') return;
      for (const { framework, section, point, weight } of meanings) {
        const sections = found[framework];
        if (!sections) continue;
        let evidence = sections.get(section);
        if (!evidence)
          sections.set(section, (evidence = { phrases: 0, cues: 0, weak: 0, points: new Map() }));
        evidence[weight === 'phrase' ? 'phrases' : weight === 'cue' ? 'cues' : 'weak']++;
        evidence.points.set(point, (evidence.points.get(point) ?? 0) + POINT_WEIGHT[weight]);
      }
    });
    return found;
  }

  #judge(
    framework: Framework,
    found: ReadonlyMap<number, Evidence>,
    around: ReadonlyMap<number, Evidence>,
    folded: string,
  ): Slot[] {
    const count = framework.sections.length;
    const model = this.scores(framework, folded);
    const scores = framework.sections.map(
      (_, section) =>
        (model?.[section] ?? 0) * MODEL_SHARE +
        Math.max(weigh(found.get(section)), weigh(around.get(section)) * CONTEXT_SHARE),
    );
    const none = (model?.[count] ?? 0) * MODEL_SHARE + NONE;
    const top = Math.max(none, ...scores);
    const odds = scores.map((score) => Math.exp(score - top));
    const total = odds.reduce((sum, value) => sum + value, Math.exp(none - top));
    return framework.sections
      .map((section, index): Slot & { readonly least: number } => {
        const own = found.get(index);
        const evidence = own ?? around.get(index);
        const strong = own !== undefined && own.cues + own.phrases > 0;
        const point = evidence && best(evidence.points);
        return {
          framework: framework.id,
          section: section.id,
          point: point === undefined ? undefined : section.points[point]?.id,
          fit: (odds[index] ?? 0) / total,
          least: strong ? FIT : evidence ? FIT_WEAK : Number.POSITIVE_INFINITY,
        };
      })
      .filter(({ fit, least }) => fit >= least)
      .sort((a, b) => b.fit - a.fit)
      .slice(0, MAX_SLOTS)
      .map(({ framework: id, section, point, fit }) => ({ framework: id, section, point, fit }));
  }
}

/** What speaks for no section before anything is known. */
const NONE = 1.1;
/** A clause is not the sentence the model was trained on, so its scores count for less. */
const MODEL_SHARE = 0.6;
/** What the words beside a clause count for, against those of the clause. */
const CONTEXT_SHARE = 0.6;

/** The weight of a section's words, on the scale of the model's scores (see SECTION_FEATURES and their weights). */
function weigh(evidence: Evidence | undefined): number {
  if (!evidence) return 0;
  const { phrases, cues, weak } = evidence;
  const strong = phrases + cues;
  return (
    (strong >= 1 ? 2 : 0) +
    (strong >= 2 ? 1.5 : 0) +
    (phrases >= 1 ? 2 : 0) +
    (weak >= 1 ? 0.6 : 0) +
    (weak >= 2 ? 0.7 : 0)
  );
}

/** The point with the greatest weight; the first of equals. */
function best(points: ReadonlyMap<number, number>): number | undefined {
  let chosen: number | undefined;
  let most = 0;
  for (const [point, weight] of [...points].sort(([a], [b]) => a - b)) {
    if (weight > most) [chosen, most] = [point, weight];
  }
  return chosen;
}
