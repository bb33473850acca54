import { fold } from '../text/fold';
import type { Rubrics, WordingEntry, WordingList } from '../framework/types';
import { Automaton } from './automaton';
import type { AutomatonTables } from './automatonTables';
import { CONCRETE, type ConcreteKind } from './concrete';

/** In a form of a wording list: some characters of the same clause. */
export const GAP = /…+/;

/** How strongly a cue speaks for its section. */
export type Strength = 'weak' | 'cue' | 'phrase' | 'heading';

/** A word that speaks for a section of a framework. */
export interface Cue {
  readonly type: 'cue';
  readonly framework: number;
  readonly section: number;
  readonly point: number;
  readonly strength: Strength;
}

/** What a word of the automaton stands for. */
export type Meaning =
  | Cue
  | {
      readonly type: 'wording';
      readonly list: WordingList;
      readonly entry: WordingEntry;
      /** Folded second half of a form with a gap (`保证…解决`); empty for a form of one piece. */
      readonly rest: string;
    }
  | { readonly type: 'concrete'; readonly kind: ConcreteKind };

/** The meanings of a word: as a cue, and others. */
export interface SortedMeanings {
  readonly cues: readonly Cue[];
  readonly others: readonly Exclude<Meaning, Cue>[];
}

/** A lexicon as tables: what a build keeps, so that no start compiles the words anew. */
export interface LexiconTables {
  readonly automaton: AutomatonTables;
  /** Where in `meanings` those of each pattern begin, and at the end where the last ones end. */
  readonly starts: Uint32Array;
  /** `WIDTH` numbers a meaning, see `encode`. */
  readonly meanings: Int32Array;
}

const WIDTH = 5;
const STRENGTHS: readonly Strength[] = ['weak', 'cue', 'phrase', 'heading'];
/** The first number of a meaning. */
const CUE = 0;
const WORDING = 1;
const CONCRETE_WORD = 2;

/** All words the analysis looks for, in one automaton; compiled once per set of rubrics. */
export class Lexicon {
  readonly automaton: Automaton;
  /** A meaning is made of its numbers when it is first met: most words never are. */
  readonly #meanings: (SortedMeanings | undefined)[];
  /** By framework and pattern. */
  readonly #cues: ((readonly Cue[] | undefined)[] | undefined)[] = [];

  /** @param tables of a lexicon of the same rubrics; compiled from them when there are none */
  constructor(
    readonly rubrics: Rubrics,
    readonly tables: LexiconTables = compile(rubrics),
  ) {
    this.automaton = new Automaton(tables.automaton);
    this.#meanings = new Array<SortedMeanings | undefined>(tables.starts.length);
  }

  /** What pattern number `pattern` of the automaton stands for. */
  meanings(pattern: number): SortedMeanings {
    return (this.#meanings[pattern] ??= this.#decode(pattern));
  }

  /** The cues of framework number `framework` that the pattern stands for; the same list every time. */
  cues(pattern: number, framework: number): readonly Cue[] {
    const known = (this.#cues[framework] ??= new Array<readonly Cue[] | undefined>(
      this.tables.starts.length,
    ));
    return (known[pattern] ??= this.#cuesOf(pattern, framework));
  }

  #cuesOf(pattern: number, framework: number): readonly Cue[] {
    const own = this.meanings(pattern).cues.filter((cue) => cue.framework === framework);
    return own.length === 0 ? NO_CUES : own;
  }

  #decode(pattern: number): SortedMeanings {
    const { starts, meanings } = this.tables;
    const cues: Cue[] = [];
    const others: Exclude<Meaning, Cue>[] = [];
    for (let at = starts[pattern] ?? 0; at < (starts[pattern + 1] ?? 0); at += WIDTH) {
      const meaning = decode(meanings, at, this.rubrics);
      if (meaning?.type === 'cue') cues.push(meaning);
      else if (meaning) others.push(meaning);
    }
    return { cues, others };
  }
}

const NO_CUES: readonly Cue[] = [];

/** The meaning whose numbers begin at `at`; taken one by one, as a start decodes hundreds before anything is compiled. */
function decode(numbers: Int32Array, at: number, rubrics: Rubrics): Meaning | undefined {
  const type = numbers[at];
  const a = numbers[at + 1] ?? 0;
  const b = numbers[at + 2] ?? 0;
  const c = numbers[at + 3] ?? 0;
  if (type === CUE) {
    const strength = STRENGTHS[numbers[at + 4] ?? 0];
    return strength && { type: 'cue', framework: a, section: b, point: c, strength };
  }
  if (type === CONCRETE_WORD) {
    const kind = CONCRETE[a]?.[0];
    return kind && { type: 'concrete', kind };
  }
  const list = rubrics.wording[a];
  const entry = list?.entries[b];
  const rest = entry?.match[c]?.split(GAP)[1] ?? '';
  return list && entry && { type: 'wording', list, entry, rest: fold(rest) };
}

function compile({ frameworks, wording }: Rubrics): LexiconTables {
  const meanings = new Map<string, number[]>();
  const add = (
    word: string,
    ...[type, a, b = 0, c = 0, d = 0]: readonly [number, number, ...number[]]
  ): void => {
    const key = fold(word);
    if (key === '') return;
    const known = meanings.get(key);
    if (known) known.push(type, a, b, c, d);
    else meanings.set(key, [type, a, b, c, d]);
  };
  const addCue = (word: string, place: readonly [number, number, number], strength: Strength): void =>
    add(word, CUE, ...place, STRENGTHS.indexOf(strength));
  for (const [framework, { sections }] of frameworks.entries()) {
    for (const [section, { title, headings, points }] of sections.entries()) {
      for (const word of new Set([title.zh, title.en, ...headings]))
        addCue(word, [framework, section, -1], 'heading');
      for (const [point, { cues, weakCues, phrases }] of points.entries()) {
        for (const word of phrases) addCue(word, [framework, section, point], 'phrase');
        for (const word of cues) addCue(word, [framework, section, point], 'cue');
        for (const word of weakCues) addCue(word, [framework, section, point], 'weak');
      }
    }
  }
  for (const [list, { entries }] of wording.entries()) {
    for (const [entry, { match }] of entries.entries())
      for (const [form, text] of match.entries()) add(text.split(GAP)[0] ?? '', WORDING, list, entry, form);
  }
  for (const [kind, [, words]] of CONCRETE.entries())
    for (const word of words) add(word, CONCRETE_WORD, kind);
  const encoded = [...meanings.values()];
  const starts = new Uint32Array(encoded.length + 1);
  for (const [pattern, numbers] of encoded.entries())
    starts[pattern + 1] = (starts[pattern] ?? 0) + numbers.length;
  return {
    automaton: new Automaton([...meanings.keys()]).tables,
    starts,
    meanings: Int32Array.from(encoded.flat()),
  };
}
