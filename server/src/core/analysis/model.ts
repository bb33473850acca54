import type { Framework } from '../framework/types';
import { BUCKETS } from './ngrams';
import { unpack } from './packed';
import { StatusCurves, type StoredCurves } from './statusCurves';

/** The trained parameters as stored (`model.json`); written by `npm run train`. */
export interface ModelData {
  readonly version: 1;
  /** Weights of SECTION_FEATURES, NONE_FEATURES and the transitions, shared by all frameworks. */
  readonly section: readonly number[];
  readonly none: readonly number[];
  readonly transitions: readonly number[];
  readonly frameworks: Readonly<Record<string, FrameworkModelData>>;
  readonly status: StatusModelData;
  readonly choice: ChoiceModelData;
  readonly slogan: SloganModelData;
}

export interface FrameworkModelData {
  /** Section ids in column order; the column after them is `none`. */
  readonly sections: readonly string[];
  readonly bias: readonly number[];
  /** Value of one step of the packed weights. */
  readonly scale: number;
  readonly ngrams: string;
}

/** Weights of STATUS_FEATURES for `full` and `weak`; `absent` is the zero point. */
export interface StatusModelData {
  readonly full: readonly number[];
  readonly weak: readonly number[];
  /** The judgement for frameworks whose sentences the model knows; the weights serve the others. */
  readonly curves?: StoredCurves;
}

export interface ChoiceModelData {
  /** Framework ids in column order. */
  readonly frameworks: readonly string[];
  readonly bias: readonly number[];
  readonly scale: number;
  readonly ngrams: string;
  /** Weight of one cue of the framework found in the question, and of a weak one. */
  readonly cue: number;
  readonly weakCue: number;
}

/** What the model knows of one framework as loaded: weights by column, a column per section and the last for none. */
export interface NgramTable {
  readonly columns: number;
  readonly scale: number;
  /** `[bucket * columns + column]` */
  readonly weights: Int8Array;
  readonly bias: Float64Array;
}

/** Tells sentences that only declare from sentences that do something. */
export interface SloganModelData {
  readonly bias: number;
  readonly scale: number;
  readonly ngrams: string;
}

/** Gives tables as they are when unpacked; those of frameworks by `frameworkTable`. */
export type Unpacked = (name: string) => Int8Array;

/** The name of a framework's table among those that are kept unpacked. */
export function frameworkTable(id: string): string {
  return `framework/${id}`;
}

/** The trained model with its tables unpacked on first use. */
export class Model {
  readonly #tables = new Map<string, NgramTable | undefined>();
  readonly #known = new WeakMap<Framework, { readonly table: NgramTable | undefined }>();
  #choice: NgramTable | undefined;
  #slogan: NgramTable | undefined;
  #curves: StatusCurves | undefined;

  constructor(
    readonly data: ModelData,
    private readonly unpacked?: Unpacked,
  ) {}

  /**
   * The n-gram weights for a framework, its columns in the order of `framework.sections`; undefined when the model
   * was not trained on it. A section the model does not know has zero weights.
   */
  tableFor(framework: Framework): NgramTable | undefined {
    const known = this.#known.get(framework);
    if (known) return known.table;
    const key = `${framework.id}/${framework.sections.map((section) => section.id).join('/')}`;
    if (!this.#tables.has(key)) this.#tables.set(key, this.#load(framework));
    const table = this.#tables.get(key);
    this.#known.set(framework, { table });
    return table;
  }

  /** The weights that choose a framework, a column per framework of `data.choice.frameworks`. */
  choiceTable(): NgramTable {
    if (this.#choice) return this.#choice;
    const { choice } = this.data;
    const columns = choice.frameworks.length;
    const weights = this.#weights('choice', choice, columns);
    return (this.#choice = { columns, scale: choice.scale, weights, bias: Float64Array.from(choice.bias) });
  }

  /** The weights that tell slogans, in one column. */
  sloganTable(): NgramTable {
    if (this.#slogan) return this.#slogan;
    const { slogan } = this.data;
    const weights = this.#weights('slogan', slogan, 1);
    return (this.#slogan = { columns: 1, scale: slogan.scale, weights, bias: Float64Array.of(slogan.bias) });
  }

  /** `ngrams` is read only when it must be unpacked: it may have to be fetched. */
  #weights(name: string, data: { readonly ngrams: string }, columns: number): Int8Array {
    return this.unpacked?.(name) ?? unpack(data.ngrams, BUCKETS * columns);
  }

  /** The curves that judge sections of frameworks the model was trained on; undefined without. */
  statusCurves(): StatusCurves | undefined {
    const { curves } = this.data.status;
    return curves && (this.#curves ??= new StatusCurves(curves));
  }

  #load(framework: Framework): NgramTable | undefined {
    if (!Object.hasOwn(this.data.frameworks, framework.id)) return undefined;
    const stored = this.data.frameworks[framework.id];
    if (!stored) return undefined;
    const from = stored.sections.length + 1;
    const source = this.#weights(frameworkTable(framework.id), stored, from);
    const columns = framework.sections.length + 1;
    const bias = new Float64Array(columns);
    const map = framework.sections.map((section) => stored.sections.indexOf(section.id));
    map.push(from - 1);
    for (const [column, at] of map.entries()) bias[column] = stored.bias[at] ?? 0;
    const same = columns === from && map.every((at, column) => at === column);
    if (same) return { columns, scale: stored.scale, weights: source, bias };
    const weights = new Int8Array(BUCKETS * columns);
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      for (const [column, at] of map.entries()) {
        if (at >= 0) weights[bucket * columns + column] = source[bucket * from + at] ?? 0;
      }
    }
    return { columns, scale: stored.scale, weights, bias };
  }
}

/** Sums by column of the sentence in hand. */
let sums = new Int32Array(32);
/** Columns that are summed up at a time, without a store for every weight. */
const AT_ONCE = 4;

/**
 * Adds the weights of a sentence's n-grams to `into`, scaled so that long and short sentences weigh alike.
 * @param into one cell per column, the first at `at`
 * @param count how many of the buckets there are
 */
export function addNgramScores(
  table: NgramTable,
  buckets: Uint16Array,
  into: Float64Array,
  at = 0,
  count = buckets.length,
): void {
  const { columns, weights, bias } = table;
  const factor = table.scale / Math.sqrt(Math.max(1, count));
  if (sums.length < columns) sums = new Int32Array(columns);
  let column = 0;
  for (; column + AT_ONCE <= columns; column += AT_ONCE) {
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (let i = 0; i < count; i++) {
      const row = (buckets[i] ?? 0) * columns + column;
      first += weights[row] ?? 0;
      second += weights[row + 1] ?? 0;
      third += weights[row + 2] ?? 0;
      fourth += weights[row + 3] ?? 0;
    }
    sums[column] = first;
    sums[column + 1] = second;
    sums[column + 2] = third;
    sums[column + 3] = fourth;
  }
  for (; column < columns; column++) {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += weights[(buckets[i] ?? 0) * columns + column] ?? 0;
    sums[column] = sum;
  }
  for (column = 0; column < columns; column++)
    into[at + column] = (into[at + column] ?? 0) + (sums[column] ?? 0) * factor + (bias[column] ?? 0);
}
