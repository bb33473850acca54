import type { Block } from '../draft/blocks';
import { type Sentence, SILENT } from '../draft/sentences';
import type { WordingEntry, WordingList } from '../framework/types';
import { fold } from '../text/fold';
import type { Range } from '../text/range';
import { type ConcreteKind, countQuantities } from './concrete';
import { type Guard, guardAt, readQuotations } from './guards';
import type { Lexicon, Meaning } from './lexicon';

/** A cue found in a sentence; ranges count from the start of the block. */
export interface CueHit extends Range {
  readonly cue: Meaning & { type: 'cue' };
  readonly guard: Guard;
}

/** A wording to avoid found in a sentence. */
export interface WordingHit extends Range {
  readonly list: WordingList;
  readonly entry: WordingEntry;
  readonly guard: Guard;
}

/** What one sentence says that the rubrics know of. */
export interface SentenceEvidence {
  readonly sentence: Sentence;
  readonly cues: readonly CueHit[];
  readonly wording: readonly WordingHit[];
  /** How many words of each concrete kind, and numbers with a unit under `quantity`. */
  readonly concrete: Readonly<Partial<Record<ConcreteKind | 'quantity', number>>>;
}

/** How far back, in UTF-16 units, a negation reaches a cue: 没有耽误登记 still registers. */
const CUE_NEGATION_REACH = 5;

/**
 * Collects the evidence of one block: a pure function of the block's text and the lexicon, so it is computed once
 * for a block and kept as long as the block is unchanged.
 */
export function collectEvidence(block: Block, lexicon: Lexicon): SentenceEvidence[] {
  return block.sentences.map((sentence) => readSentence(sentence, lexicon));
}

function readSentence(sentence: Sentence, lexicon: Lexicon): SentenceEvidence {
  const { folded, from: start } = sentence;
  const cues: CueHit[] = [];
  const wording: WordingHit[] = [];
  const concrete: Partial<Record<ConcreteKind | 'quantity', number>> = {};
  let quotations: readonly Range[] | undefined;
  /** Whether the sentence says what makes a wording harmless; the same wherever the wording stands in it. */
  let excused: Map<WordingEntry, boolean> | undefined;
  const isHarmless = (entry: WordingEntry): boolean => {
    if (entry.unless.length === 0) return false;
    excused ??= new Map();
    let harmless = excused.get(entry);
    if (harmless === undefined) excused.set(entry, (harmless = isExcused(folded, entry)));
    return harmless;
  };
  const guardOf = (from: number, reach?: number): Guard =>
    guardAt(folded, from, reach, (quotations ??= readQuotations(folded)));
  lexicon.automaton.scan(folded, (pattern, from, to) => {
    // A word may stand for many cues; how it is meant is the same for all of them.
    let guard: Guard | undefined;
    for (const meaning of lexicon.meanings(pattern)) {
      if (meaning.type === 'concrete') concrete[meaning.kind] = (concrete[meaning.kind] ?? 0) + 1;
      else if (meaning.type === 'cue') {
        guard ??= guardOf(from, CUE_NEGATION_REACH);
        cues.push({ from: start + from, to: start + to, cue: meaning, guard });
      } else if (!isHarmless(meaning.entry)) {
        const end = meaning.rest === '' ? to : endAfterGap(folded, to, meaning.rest);
        if (end < 0) continue;
        const { list, entry } = meaning;
        wording.push({ from: start + from, to: start + end, list, entry, guard: guardOf(from) });
      }
    }
  });
  const quantity = countQuantities(folded);
  if (quantity > 0) concrete.quantity = quantity;
  return {
    sentence,
    cues,
    wording: wording.length > 1 ? withoutCovered(wording) : wording,
    concrete,
  };
}

/** Whether the sentence says what makes a wording harmless; markup inside a word does not hide it. */
function isExcused(folded: string, { unless }: WordingEntry): boolean {
  const said = folded.replaceAll(SILENT, '');
  return unless.some((word) => said.includes(fold(word)));
}

/** How far, in UTF-16 units, the halves of a form with a gap may stand apart. */
const GAP_REACH = 12;

/** End of the second half of a form with a gap, or -1 when it does not follow in the same clause. */
function endAfterGap(folded: string, at: number, rest: string): number {
  for (let start = at; start <= Math.min(at + GAP_REACH, folded.length); start++) {
    const end = endOfSaid(folded, start, rest);
    if (end >= 0) return end;
    if (/[,;:。!?]/.test(folded.charAt(start))) return -1;
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
