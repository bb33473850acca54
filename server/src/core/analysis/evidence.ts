import type { Block } from '../draft/blocks';
import { type Sentence, SILENT } from '../draft/sentences';
import type { WordingEntry, WordingList } from '../framework/types';
import { fold } from '../text/fold';
import { type Kept, Shelf } from '../text/kept';
import type { Range } from '../text/range';
import { touchesPlaceholder } from '../text/placeholders';
import { unitTable } from '../text/unitTable';
import type { OnMatch } from './automaton';
import { type ConcreteCounts, countQuantities } from './concrete';
import { ConcreteTally } from './concreteTally';
import { type CueWords, CueWordWriter, NO_WORDS } from './cueWords';
import { type Guard, guardAt, readQuotations } from './guards';
import type { Cue, Lexicon, Meaning } from './lexicon';
import type { RecentSentences } from './recentSentences';

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
  readonly #kept: Kept;
  readonly #words: CueWords;
  readonly #wordsAt: number;

  /**
   * @param words the table its cue words stand in, in order of their end
   * @param wordsAt their place there
   */
  constructor(
    readonly sentence: Sentence,
    readonly wording: readonly WordingHit[],
    readonly concrete: ConcreteCounts,
    words = NO_WORDS,
    wordsAt = 0,
    kept: Kept = SentenceEvidence.shelf.make(),
  ) {
    this.#words = words;
    this.#wordsAt = wordsAt;
    this.#kept = kept;
  }

  /**
   * For what is found out about it from its text alone: neither from its kind nor from where it stands. A sentence of
   * the same text in a later version of the draft has the same.
   */
  get kept(): Kept {
    return this.#kept;
  }

  /** The evidence of another sentence of the same text. */
  of(sentence: Sentence): SentenceEvidence {
    const by = sentence.from - this.sentence.from;
    const wording = by === 0 ? this.wording : this.wording.map((hit) => movedWording(hit, by));
    return new SentenceEvidence(sentence, wording, this.concrete, this.#words, this.#wordsAt, this.#kept);
  }

  /** How many words are cues, each of one section or many. */
  get wordCount(): number {
    return this.#words.count(this.#wordsAt);
  }

  /** The cues of framework number `framework` that word number `word` is; of all when there is no number. */
  cuesOf(word: number, framework?: number): readonly Cue[] {
    return this.#words.cues(this.#wordsAt, word, framework);
  }

  /** Whether any word is a cue of framework number `framework`. */
  speaksFor(framework: number): boolean {
    for (let word = 0; word < this.wordCount; word++)
      if (this.cuesOf(word, framework).length > 0) return true;
    return false;
  }

  /** How word number `word` is meant. */
  guardOf(word: number): Guard {
    return this.#words.guard(this.#wordsAt, word);
  }

  /** The cues of all frameworks its words are; made anew: what runs over a whole draft goes by words. */
  get cues(): readonly CueHit[] {
    const { lexicon } = this.#words;
    const { folded, from: start } = this.sentence;
    const hits: CueHit[] = [];
    for (let word = 0; lexicon && word < this.wordCount; word++) {
      const pattern = this.#words.pattern(this.#wordsAt, word);
      const end = this.#words.end(this.#wordsAt, word);
      const from = start + lexicon.automaton.startOf(folded, pattern, end);
      const guard = this.guardOf(word);
      for (const cue of this.cuesOf(word)) hits.push({ from, to: start + end, cue, guard });
    }
    return hits;
  }
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
  let reader = readers.get(lexicon);
  if (!reader) readers.set(lexicon, (reader = new SentenceReader(lexicon)));
  return block.sentences.map((sentence) => {
    const evidence = recent?.find(sentence.folded)?.of(sentence) ?? reader.read(sentence);
    recent?.add(evidence);
    return evidence;
  });
}

const NO_WORDING: readonly WordingHit[] = [];

/** One for all drafts: what it puts words into is filled up by one after the other. */
const readers = new WeakMap<Lexicon, SentenceReader>();

/** Reads one sentence after the other. */
class SentenceReader {
  #folded = '';
  #start = 0;
  #quotations: readonly Range[] | undefined;
  readonly #words: CueWordWriter;
  #wording: WordingHit[] | undefined;
  readonly #concrete = new ConcreteTally();
  /** Whether the sentence says what makes a wording harmless; the same wherever the wording stands in it. */
  #excused: Map<WordingEntry, boolean> | undefined;
  readonly #onMatch: OnMatch;

  constructor(private readonly lexicon: Lexicon) {
    this.#words = new CueWordWriter(lexicon);
    this.#onMatch = (pattern, from, to) => {
      this.#take(pattern, from, to);
    };
  }

  read(sentence: Sentence): SentenceEvidence {
    const { folded } = sentence;
    this.#begin(sentence);
    this.lexicon.automaton.scan(folded, this.#onMatch);
    this.#concrete.quantity = countQuantities(folded);
    const wording = this.#wording ?? NO_WORDING;
    const place = this.#words.end();
    return new SentenceEvidence(
      sentence,
      wording.length > 1 ? withoutCovered(wording) : wording,
      this.#concrete.take(),
      this.#words.words,
      place,
    );
  }

  #begin({ folded, from }: Sentence): void {
    this.#folded = folded;
    this.#start = from;
    this.#quotations = undefined;
    this.#words.begin();
    this.#wording = undefined;
    this.#excused = undefined;
  }

  #take(pattern: number, from: number, to: number): void {
    const { cues, others } = this.lexicon.meanings(pattern);
    // A word may stand for many cues; how it is meant is the same for all of them.
    if (cues.length > 0) this.#words.add(to, pattern, this.#guardOf(from, CUE_NEGATION_REACH));
    for (let i = 0; i < others.length; i++) {
      const meaning = others[i];
      if (!meaning) break;
      if (meaning.type === 'concrete') this.#concrete[meaning.kind]++;
      else this.#takeWording(meaning, from, to);
    }
  }

  #takeWording({ list, entry, rest }: Meaning & { type: 'wording' }, from: number, to: number): void {
    if (this.#isHarmless(entry)) return;
    const end = rest === '' ? to : endAfterGap(this.#folded, to, rest);
    if (end < 0 || touchesPlaceholder(this.#folded, from, end)) return;
    const guard = this.#guardOf(from);
    const hit = { from: this.#start + from, to: this.#start + end, list, entry, guard };
    // Most sentences that have one have no other.
    if (this.#wording) this.#wording.push(hit);
    else this.#wording = [hit];
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
function withoutCovered(hits: readonly WordingHit[]): WordingHit[] {
  const reach = new Map<string, number>();
  // Sorted by start, the longer first: a hit is covered when an earlier one of its rule reaches as far.
  return [...hits]
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ list, to }) => {
      const covered = (reach.get(list.rule) ?? -1) >= to;
      if (!covered) reach.set(list.rule, to);
      return !covered;
    });
}
