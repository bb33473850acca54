import { Automaton } from '../analysis/automaton';
import { guardAt } from '../analysis/guards';
import type { Framework } from '../framework/types';
import { fold } from '../text/fold';
import { restates } from './bare';
import { ownParticulars, particularsIn } from './particulars';
import { FOR_ITS_MATTER } from './rank';
import { deedShare } from './slogans';
import { ease } from './standsAlone';
import type { Slot } from './types';

/**
 * What a trained model says of a folded text in a framework: a score (logarithm of odds) per section, in order, and
 * one for none as the last; undefined when it does not know the framework.
 */
export type SectionScores = (framework: Framework, folded: string) => ArrayLike<number> | undefined;

/**
 * The least probability at which a phrase is offered in a section: with a cue of its own, with such a cue in a
 * framework the model does not know, with weak ones, and with words beside it only.
 */
const FIT = 0.55;
const FIT_UNTRAINED = 0.4;
const FIT_WEAK = 0.7;
const FIT_BORROWED = 0.88;
const FIT_BORROWED_UNTRAINED = 0.77;
/** How far back, in UTF-16 units, a negation reaches a cue. */
const NEGATION_REACH = 5;
/** How many sections of one framework a phrase may serve. */
const MAX_SLOTS = 2;

/** How much a word says; the name of the list of a point it is in. */
type Weight = 'phrases' | 'cues' | 'weak';

/** What a word speaks for, by number of framework, section and point. */
interface Meaning {
  readonly framework: number;
  readonly section: number;
  readonly point: number;
  readonly weight: Weight;
}

/** The evidence of one section in one phrase. */
interface Evidence extends Record<Weight, number> {
  readonly points: Map<number, number>;
}

/** What speaks for the sections of one framework: the words of a phrase, those beside it, and its paragraph. */
interface Signs {
  readonly own: ReadonlyMap<number, Evidence>;
  readonly around: ReadonlyMap<number, Evidence>;
  readonly topics: readonly number[];
  /** How much of its fit is left, for what is in the way of saying it anywhere, 0-1. */
  readonly worth: number;
}

/** Where a phrase was taken from, as far as it tells what the phrase is for. */
export interface Surroundings {
  /** It with what stands beside it in its sentence. */
  readonly context?: string;
  /** The whole paragraph. */
  readonly paragraph?: string;
  /** Whether it is told as an example. */
  readonly example?: boolean;
}

/** Names those one serves, which any clause may: no sign of a section by itself. */
const PEOPLE = /^(?:人民|群众|人民群众|老?百姓|居民|村民)$/;
const POINT_WEIGHT = { phrases: 3, cues: 2, weak: 0.5 } as const;

/** Finds the sections and points phrases serve: by the cues of the frameworks and the scores of a model. */
export class PhraseClassifier {
  readonly #automaton: Automaton;
  readonly #meanings: readonly (readonly Meaning[])[];
  /** By framework and section, the particulars it is about. */
  readonly #known: readonly (readonly ReadonlySet<string>[])[];
  #topics: { readonly paragraph: string; readonly topics: readonly (readonly number[])[] } | undefined;

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
          const add = (words: readonly string[], weight: Weight): void => {
            for (const word of words) {
              const key = fold(word);
              const known = meanings.get(key) ?? [];
              known.push({ framework, section, point, weight: PEOPLE.test(key) ? 'weak' : weight });
              meanings.set(key, known);
            }
          };
          add(phrases, 'phrases');
          add(cues, 'cues');
          add(weakCues, 'weak');
        }
      }
    }
    this.#automaton = new Automaton([...meanings.keys()]);
    this.#meanings = [...meanings.values()];
    this.#known = frameworks.map((framework) =>
      framework.sections.map((section) => ownParticulars(framework, section)),
    );
  }

  /**
   * The sections a phrase serves, best first within each framework, frameworks in order; none is common.
   * @param surroundings where it was taken from
   */
  slots(text: string, { context, paragraph, example = false }: Surroundings = {}): Slot[] {
    const folded = fold(text);
    const found = this.#collect(folded);
    const around = context === undefined ? [] : this.#collect(fold(context));
    const topics = this.#topicsOf(paragraph);
    const worth = ease(folded) * deedShare(folded) * (example ? EXAMPLE : 1);
    const particulars = particularsIn(folded);
    return this.frameworks.flatMap((framework, index) => {
      const own = found[index] ?? new Map<number, Evidence>();
      const signs = { own, around: around[index] ?? own, topics: topics[index] ?? [], worth };
      const known = this.#known[index] ?? [];
      return this.#judge(framework, signs, folded).map(({ at, ...slot }) =>
        particulars.every((word) => known[at]?.has(word)) ? slot : { ...slot, fit: FOR_ITS_MATTER },
      );
    });
  }

  /** What a paragraph is about: per framework and section what that adds to a score. The last one is kept. */
  #topicsOf(paragraph: string | undefined): readonly (readonly number[])[] {
    if (paragraph === undefined) return [];
    if (this.#topics?.paragraph === paragraph) return this.#topics.topics;
    const folded = fold(paragraph);
    // One sentence is no paragraph: its words were counted already.
    const several = folded.split(/[。!?]/).length > 2;
    const found = several ? this.#collect(folded) : [];
    const topics = this.frameworks.map(({ sections }, index) => {
      const weights = sections.map((_, section) => wordsOf(found[index]?.get(section)));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      // A word or two say nothing about a paragraph.
      return weights.map((weight) => (total < TOPIC_WORDS ? 0 : TOPIC * (weight / total)));
    });
    this.#topics = { paragraph, topics };
    return topics;
  }

  #collect(folded: string): (Map<number, Evidence> | undefined)[] {
    const found = this.frameworks.map(() => new Map<number, Evidence>());
    this.#automaton.scan(folded, (pattern, from) => {
      const meanings = this.#meanings[pattern] ?? [];
      if (meanings.length > 0 && isDenied(folded, from)) return;
      for (const { framework, section, point, weight } of meanings) {
        const sections = found[framework];
        if (!sections) continue;
        let evidence = sections.get(section);
        if (!evidence)
          sections.set(section, (evidence = { phrases: 0, cues: 0, weak: 0, points: new Map() }));
        evidence[weight]++;
        evidence.points.set(point, (evidence.points.get(point) ?? 0) + POINT_WEIGHT[weight]);
      }
    });
    return found;
  }

  #judge(
    framework: Framework,
    { own: found, around, topics, worth }: Signs,
    folded: string,
  ): (Slot & { readonly at: number })[] {
    // Without any word of its sections no probability would do.
    if (found.size === 0 && around.size === 0) return [];
    const count = framework.sections.length;
    const model = this.scores(framework, folded);
    const scores = framework.sections.map(
      (_, section) =>
        (model?.[section] ?? 0) * MODEL_SHARE +
        (topics[section] ?? 0) +
        Math.max(weigh(found.get(section)), weigh(around.get(section)) * CONTEXT_SHARE),
    );
    const none = (model?.[count] ?? 0) * MODEL_SHARE + NONE;
    const top = Math.max(none, ...scores);
    const odds = scores.map((score) => Math.exp(score - top));
    const total = odds.reduce((sum, value) => sum + value, Math.exp(none - top));
    return framework.sections
      .map((section, index): Slot & { readonly least: number; readonly at: number } => {
        const own = found.get(index);
        const evidence = own ?? around.get(index);
        const point = evidence && best(evidence.points);
        return {
          framework: framework.id,
          section: section.id,
          point: point === undefined ? undefined : section.points[point]?.id,
          fit: ((odds[index] ?? 0) / total) * worth * (own ? 1 : BORROWED),
          least: leastFit(own, evidence, model !== undefined),
          at: index,
        };
      })
      .filter(
        ({ fit, least, at }) => fit >= least && !restates(framework.sections[at]?.title.zh ?? '', folded),
      )
      .sort((a, b) => b.fit - a.fit)
      .slice(0, MAX_SLOTS)
      .map(({ framework: id, section, point, fit, at }) => ({ framework: id, section, point, fit, at }));
  }
}

/**
 * The least fit at which a phrase is offered.
 * @param own evidence in the phrase
 * @param any evidence in it or beside it; without any no score is enough
 * @param trained whether the model knows the framework
 */
function leastFit(own: Evidence | undefined, any: Evidence | undefined, trained: boolean): number {
  if (!any) return Number.POSITIVE_INFINITY;
  if (!own) return trained ? FIT_BORROWED : FIT_BORROWED_UNTRAINED;
  if (own.cues + own.phrases === 0) return FIT_WEAK;
  return trained ? FIT : FIT_UNTRAINED;
}

/** The lesson is for others to learn: 引导群众吸取教训. Where it is ours, it is one of the section. */
const OTHERS = /(?:引导|教育|督促|告诫)(?:群众|居民|村民|大家|他们|来访[者人])[^,]*$/;
const LESSON = /^(?:[吸汲]取|教训|反思|反省|检讨|总结|改进|学习|引以为戒|警钟)/;

/** Whether a word is named as what is not done, or others should learn; to refuse a thing is itself done. */
function isDenied(folded: string, from: number): boolean {
  if (LESSON.test(folded.slice(from)) && OTHERS.test(folded.slice(0, from))) return true;
  if (guardAt(folded, from, NEGATION_REACH) !== 'negated') return false;
  return !/(?:拒绝|谢绝|婉拒)[^,]{0,4}$/.test(folded.slice(Math.max(0, from - NEGATION_REACH - 2), from));
}

/** What speaks for no section before anything is known. */
const NONE = 1.1;
/** A clause is not the sentence the model was trained on, so its scores count for less. */
const MODEL_SHARE = 0.5;
/** An example fits its own case; how well it fits others nobody knows. */
const EXAMPLE = 0.86;
/** A section only the words beside a clause speak for fits it less. */
const BORROWED = 0.9;
/** What the words beside a clause count for, against those of the clause. */
const CONTEXT_SHARE = 0.6;

/** What a paragraph that is about one section only adds to its score. */
const TOPIC = 2.6;
/** So many words (weak ones count half) a paragraph must have to be about anything. */
const TOPIC_WORDS = 4;

/** How many words speak for a section, weak ones half, set phrases twice. */
function wordsOf(evidence: Evidence | undefined): number {
  return evidence ? evidence.phrases * 2 + evidence.cues + evidence.weak / 2 : 0;
}

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
