import type { Block } from '../draft/blocks';
import { type Sentence, SILENT } from '../draft/sentences';
import type { WordingEntry, WordingList } from '../framework/types';
import { fold } from '../text/fold';
import { Shelf } from '../text/kept';
import type { Range } from '../text/range';
import { unitTable } from '../text/unitTable';
import type { OnMatch } from './automaton';
import { type ConcreteCounts, type ConcreteKind, countQuantities, NOTHING_CONCRETE } from './concrete';
import { type Guard, guardAt, readQuotations } from './guards';
import type { Cue, Lexicon, Meaning, SortedMeanings } from './lexicon';
import type { RecentSentences } from './recentSentences';

/** A word found in a sentence that is a cue, of one section or many; the range counts from the start of the block. */
export interface CueWord extends Range {
  readonly cues: readonly Cue[];
  readonly guard: Guard;
}

/** A cue found in a sentence; ranges count from the start of the block. */
export interface CueHit extends Range {
  readonly cue: Cue;
  readonly guard: Guard;
}

/** A wording to avoid found in a sentence. */
export interface WordingHit extends Range {
  readonly list: WordingList;
  readonly entry: WordingEntry;
  readonly guard: Guard;
}

/** What one sentence says that the rubrics know of. */
export class SentenceEvidence {
  static readonly shelf = new Shelf();
  readonly #kept: unknown[];
  #cues: readonly CueHit[] | undefined;

  constructor(
    readonly sentence: Sentence,
    /** In order of their end. */
    readonly words: readonly CueWord[],
    readonly wording: readonly WordingHit[],
    readonly concrete: ConcreteCounts,
    kept: unknown[] = SentenceEvidence.shelf.make(),
  ) {
    this.#kept = kept;
  }

  /**
   * For what is found out about it from its text alone: neither from its kind nor from where it stands. A sentence of
   * the same text in a later version of the draft has the same.
   */
  get kept(): unknown[] {
    return this.#kept;
  }

  /** The evidence of another sentence of the same text. */
  of(sentence: Sentence): SentenceEvidence {
    const by = sentence.from - this.sentence.from;
    const words = by === 0 ? this.words : this.words.map((word) => movedWord(word, by));
    const wording = by === 0 ? this.wording : this.wording.map((hit) => movedWording(hit, by));
    return new SentenceEvidence(sentence, words, wording, this.concrete, this.#kept);
  }

  /** The cues its words are. Made when first asked for: what runs over a whole draft goes by words. */
  get cues(): readonly CueHit[] {
    return (this.#cues ??= this.words.flatMap(({ from, to, guard, cues }) =>
      cues.map((cue) => ({ from, to, cue, guard })),
    ));
  }
}

function movedWord({ from, to, cues, guard }: CueWord, by: number): CueWord {
  return { from: from + by, to: to + by, cues, guard };
}

function movedWording({ from, to, list, entry, guard }: WordingHit, by: number): WordingHit {
  return { from: from + by, to: to + by, list, entry, guard };
}

/** How far back, in UTF-16 units, a negation reaches a cue: 没有耽误登记 still registers. */
const CUE_NEGATION_REACH = 5;

/**
 * Collects the evidence of one block: a pure function of the block's text and the lexicon, so it is computed once
 * for a block and kept as long as the block is unchanged.
 * @param recent sentences read with this lexicon, which need not be read again; these are added
 */
export function collectEvidence(
  block: Block,
  lexicon: Lexicon,
  recent?: RecentSentences,
): SentenceEvidence[] {
  const reader = new SentenceReader(lexicon);
  return block.sentences.map((sentence) => {
    const evidence = recent?.find(sentence.folded)?.of(sentence) ?? reader.read(sentence);
    recent?.add(evidence);
    return evidence;
  });
}

const NO_WORDS: readonly CueWord[] = [];
const NO_WORDING: readonly WordingHit[] = [];

/**
 * Those of the sentence that is being read are the first so many. One list for all readers: of a list in each, the
 * engine learns from the first analysis that it lives long, and puts it and what it holds, with every edit, where only
 * a full garbage collection finds them.
 */
const words: CueWord[] = [];

/** Reads one sentence after the other. */
class SentenceReader {
  #folded = '';
  #start = 0;
  #quotations: readonly Range[] | undefined;
  /** How many of the `words` are of the sentence. */
  #count = 0;
  #wording: WordingHit[] | undefined;
  #concrete: Record<ConcreteKind | 'quantity', number> | undefined;
  /** Whether the sentence says what makes a wording harmless; the same wherever the wording stands in it. */
  #excused: Map<WordingEntry, boolean> | undefined;
  readonly #onMatch: OnMatch;

  constructor(private readonly lexicon: Lexicon) {
    this.#onMatch = (pattern, from, to) => {
      this.#take(lexicon.meanings(pattern), from, to);
    };
  }

  read(sentence: Sentence): SentenceEvidence {
    const { folded } = sentence;
    this.#begin(sentence);
    this.lexicon.automaton.scan(folded, this.#onMatch);
    const quantity = countQuantities(folded);
    if (quantity > 0) this.#counts().quantity = quantity;
    const wording = this.#wording ?? NO_WORDING;
    return new SentenceEvidence(
      sentence,
      this.#count === 0 ? NO_WORDS : words.slice(0, this.#count),
      wording.length > 1 ? withoutCovered([...wording]) : wording,
      this.#concrete ?? NOTHING_CONCRETE,
    );
  }

  #begin({ folded, from }: Sentence): void {
    this.#folded = folded;
    this.#start = from;
    this.#quotations = undefined;
    this.#count = 0;
    this.#wording = undefined;
    this.#concrete = undefined;
    this.#excused = undefined;
  }

  #take({ cues, others }: SortedMeanings, from: number, to: number): void {
    const start = this.#start;
    // A word may stand for many cues; how it is meant is the same for all of them.
    if (cues.length > 0) {
      const guard = this.#guardOf(from, CUE_NEGATION_REACH);
      words[this.#count++] = { from: start + from, to: start + to, cues, guard };
    }
    for (let i = 0; i < others.length; i++) {
      const meaning = others[i];
      if (!meaning) break;
      if (meaning.type === 'concrete') this.#counts()[meaning.kind]++;
      else this.#takeWording(meaning, from, to);
    }
  }

  #takeWording({ list, entry, rest }: Meaning & { type: 'wording' }, from: number, to: number): void {
    if (this.#isHarmless(entry)) return;
    const end = rest === '' ? to : endAfterGap(this.#folded, to, rest);
    if (end < 0) return;
    const guard = this.#guardOf(from);
    (this.#wording ??= []).push({ from: this.#start + from, to: this.#start + end, list, entry, guard });
  }

  #counts(): Record<ConcreteKind | 'quantity', number> {
    return (this.#concrete ??= { ...NOTHING_CONCRETE });
  }

  #guardOf(from: number, reach?: number): Guard {
    return guardAt(this.#folded, from, reach, (this.#quotations ??= readQuotations(this.#folded)));
  }

  #isHarmless(entry: WordingEntry): boolean {
    if (entry.unless.length === 0) return false;
    this.#excused ??= new Map();
    let harmless = this.#excused.get(entry);
    if (harmless === undefined) this.#excused.set(entry, (harmless = isExcused(this.#folded, entry)));
    return harmless;
  }
}

/** Whether the sentence says what makes a wording harmless; markup inside a word does not hide it. */
function isExcused(folded: string, { unless }: WordingEntry): boolean {
  const said = folded.replaceAll(SILENT, '');
  return unless.some((word) => said.includes(fold(word)));
}

/** How far, in UTF-16 units, the halves of a form with a gap may stand apart. */
const GAP_REACH = 12;
const ENDS_CLAUSE = unitTable(',;:。!?');

/** End of the second half of a form with a gap, or -1 when it does not follow in the same clause. */
function endAfterGap(folded: string, at: number, rest: string): number {
  for (let start = at; start <= Math.min(at + GAP_REACH, folded.length); start++) {
    const end = endOfSaid(folded, start, rest);
    if (end >= 0) return end;
    if (ENDS_CLAUSE[folded.charCodeAt(start)] === 1) return -1;
  }
  return -1;
}

/** Where `word` ends when it is said from `start` on, silent units stepped over; -1 when something else is said. */
function endOfSaid(folded: string, start: number, word: string): number {
  let at = start;
  for (let i = 0; i < word.length; i++) {
    while (at > start && folded[at] === SILENT) at++;
    if (folded[at] !== word[i]) return -1;
    at++;
  }
  return at;
}

/** Drops a wording that lies inside another of the same rule (归我管 inside 不归我管), or that stands in two lists. */
function withoutCovered(hits: WordingHit[]): WordingHit[] {
  const reach = new Map<string, number>();
  // Sorted by start, the longer first: a hit is covered when an earlier one of its rule reaches as far.
  return hits
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ list, to }) => {
      const covered = (reach.get(list.rule) ?? -1) >= to;
      if (!covered) reach.set(list.rule, to);
      return !covered;
    });
}
