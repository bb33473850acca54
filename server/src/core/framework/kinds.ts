import trained from '../../../../rubrics/model/kinds.json';
import { BUCKETS, ngramBuckets } from '../analysis/ngrams';
import { unpack } from '../analysis/packed';
import { fold } from '../text/fold';
import type { KindCues, KindSet, QuestionKind } from './types';

/** A kind the question shows. */
export interface RecognisedKind {
  readonly kind: QuestionKind;
  /** Which sort of it, where the kind has variants. */
  readonly variant?: KindCues;
  /** 0-1; 1 when the writer named it. */
  readonly confidence: number;
  /** Words of the question that spoke for it. */
  readonly because: readonly string[];
}

/** What a question asks for. */
export interface KindRecognition {
  readonly chosenBy: 'front-matter' | 'question';
  /** One or two, the primary first. */
  readonly kinds: readonly RecognisedKind[];
}

/** What character n-grams of questions add to the cues; written by test/corpus/trainKinds.ts. */
export interface KindWeights {
  /** Kind ids in column order; a kind that is not among them is known by its cues alone. */
  readonly kinds: readonly string[];
  readonly bias: readonly number[];
  readonly scale: number;
  readonly ngrams: string;
}

/** Number of hash buckets of a question's n-grams; a power of two. */
export const KIND_BUCKETS = BUCKETS >> 3;
const KIND_SALT = 5;

/* Log-odds of the cues, set by hand on the questions written for it (test/fixtures/kinds/own-questions.yaml). */
const FIRST_CUE = 2.4;
const MORE_CUES = 1.2;
const WEAK = 0.6;
const AGAINST = -1.6;
const WIN = 4;
/** A question that names no one who acts puts a matter up for discussion; one with an actor does so less often. */
const DEFAULT_WITHOUT_ACTOR = 1.4;
const DEFAULT_WITH_ACTOR = 0.2;
/** More cues of one grade than this add nothing. */
const MOST = { cues: 4, weak: 3, against: 2 } as const;
/**
 * A second kind is told when words of its own speak for it (log-odds), however clear the first is, and the first does
 * not leave it quite out of the question. Probability alone told one where the question only said little.
 */
const SECOND = { score: 2, confidence: 0.02 } as const;
/** A question is a few sentences; of a longer text its end, where it asks, and its beginning are read. */
const LONGEST = 1200;

const ACTOR = fold('你');

interface CompiledKind {
  readonly kind: QuestionKind;
  readonly cues: readonly string[];
  readonly openings: readonly string[];
  readonly weak: readonly string[];
  readonly against: readonly string[];
}

/** Recognises the kinds of questions; keeps the result of the last question, which seldom changes while one writes. */
export class KindRecogniser {
  readonly #kinds: readonly CompiledKind[];
  readonly #ignore: readonly string[];
  #last:
    | {
        readonly question: string;
        readonly named: string | undefined;
        readonly result: KindRecognition | undefined;
      }
    | undefined;

  readonly #table: Int8Array;
  readonly #columns: ReadonlyMap<string, number>;

  constructor(
    readonly set: KindSet,
    private readonly weights: KindWeights = trained,
    unpacked?: Int8Array,
  ) {
    this.#table = unpacked ?? unpack(weights.ngrams, KIND_BUCKETS * weights.kinds.length);
    this.#columns = new Map(weights.kinds.map((id, column) => [id, column]));
    this.#kinds = set.kinds.map((kind) => ({
      kind,
      cues: compile(kind.cues),
      openings: compile(kind.openings),
      weak: compile(kind.weakCues),
      against: compile(kind.against),
    }));
    this.#ignore = compile(set.ignore);
  }

  /**
   * The kinds of a question: what the writer names, else what its words show.
   * @param question as written; empty when there is none
   * @param named the `kind` of the front matter: an id, a title or another name of a kind or variant
   * @returns undefined when nothing is named and there is no question
   */
  recognise(question: string, named?: string): KindRecognition | undefined {
    const known = this.#last;
    if (known?.question === question && known.named === named) return known.result;
    const result = this.#recognise(question, named);
    this.#last = { question, named, result };
    return result;
  }

  #recognise(question: string, named: string | undefined): KindRecognition | undefined {
    const own = named === undefined ? undefined : this.find(named);
    if (own) return { chosenBy: 'front-matter', kinds: [own] };
    if (question.trim() === '') return undefined;
    const kinds = this.#judge(question);
    return kinds.length === 0 ? undefined : { chosenBy: 'question', kinds };
  }

  /** A kind or variant by its id, title or another name. */
  find(name: string): RecognisedKind | undefined {
    const wanted = nameKey(name);
    const has = ({ id, title, aliases }: KindCues): boolean =>
      [id, title.zh, title.en, ...aliases].some((known) => nameKey(known) === wanted);
    const sure = { confidence: 1, because: [] };
    for (const { kind } of this.#kinds) if (has(kind)) return { kind, ...sure };
    for (const { kind } of this.#kinds) {
      const variant = kind.variants.find(has);
      if (variant) return { kind, variant, ...sure };
    }
    return undefined;
  }

  /** Log-odds of every kind for a question, in the order of the set. */
  scores(question: string): number[] {
    return this.#score(this.#prepare(question)).map(({ score }) => score);
  }

  #judge(question: string): RecognisedKind[] {
    const text = this.#prepare(question);
    const scored = this.#score(text);
    const max = Math.max(...scored.map(({ score }) => score));
    const total = scored.reduce((sum, { score }) => sum + Math.exp(score - max), 0);
    return scored
      .map(({ kind, score, because }) => ({
        kind,
        score,
        because,
        confidence: Math.exp(score - max) / total,
      }))
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, 2)
      .filter(
        ({ score, confidence }, rank) =>
          rank === 0 || (score >= SECOND.score && confidence >= SECOND.confidence),
      )
      .map(({ kind, confidence, because }) => {
        const variant = variantOf(kind, text);
        return { kind, confidence, because, ...(variant ? { variant } : {}) };
      });
  }

  /** What the n-grams add, by column of the weights. */
  #learned(text: string): Float64Array {
    const { kinds, bias, scale } = this.weights;
    const scores = Float64Array.from(bias);
    const buckets = kindBuckets(text);
    const factor = scale / Math.sqrt(Math.max(1, buckets.length));
    for (const bucket of buckets)
      for (let column = 0; column < kinds.length; column++)
        scores[column] = (scores[column] ?? 0) + (this.#table[bucket * kinds.length + column] ?? 0) * factor;
    return scores;
  }

  #score(text: string): { kind: QuestionKind; score: number; because: readonly string[] }[] {
    const learned = this.#learned(text);
    return this.#kinds.map((compiled) => {
      const { kind } = compiled;
      const opening = compiled.openings.filter((word) => text.startsWith(word)).slice(0, 1);
      const cues = [...new Set([...found(text, compiled.cues), ...opening])];
      const weak = found(text, compiled.weak).filter((word) => !cues.some((cue) => cue.includes(word)));
      const against = found(text, compiled.against);
      let score = Math.min(weak.length, MOST.weak) * WEAK + Math.min(against.length, MOST.against) * AGAINST;
      if (cues.length > 0) score += FIRST_CUE + Math.min(cues.length - 1, MOST.cues - 1) * MORE_CUES;
      if (cues.length > 0 && kind.win) score += WIN;
      score += learned[this.#columns.get(kind.id) ?? -1] ?? 0;
      if (kind.default) score += text.includes(ACTOR) ? DEFAULT_WITH_ACTOR : DEFAULT_WITHOUT_ACTOR;
      return { kind, score, because: cues.length > 0 ? cues : weak };
    });
  }

  #prepare(question: string): string {
    const folded = fold(
      question.length <= LONGEST
        ? question
        : `${question.slice(0, LONGEST / 2)}。${question.slice(-LONGEST / 2)}`,
    );
    return this.#ignore.reduce((text, word) => text.replaceAll(word, '。'.repeat(word.length)), folded);
  }
}

/** Hash buckets of a question's n-grams, each once. */
export function kindBuckets(question: string): number[] {
  return [
    ...new Set(Array.from(ngramBuckets(fold(question), KIND_SALT), (bucket) => bucket & (KIND_BUCKETS - 1))),
  ];
}

function nameKey(name: string): string {
  return fold(name.trim()).replace(/[\s/_-]+/g, '');
}

/** Longest first, so that of words within each other the longest is found. */
function compile(words: readonly string[]): string[] {
  return [...new Set(words.map(fold))].sort((a, b) => b.length - a.length);
}

/** The words that stand in the text, without those that stand in a longer one found before. */
function found(text: string, words: readonly string[]): string[] {
  const hits: string[] = [];
  for (const word of words)
    if (text.includes(word) && !hits.some((longer) => longer.includes(word))) hits.push(word);
  return hits;
}

function variantOf(kind: QuestionKind, text: string): KindCues | undefined {
  let best: KindCues | undefined;
  let most = 0;
  for (const variant of kind.variants) {
    const hits = found(text, compile(variant.cues)).length;
    if (hits > most) [best, most] = [variant, hits];
  }
  return best ?? kind.variants.find((variant) => variant.default) ?? kind.variants[0];
}
