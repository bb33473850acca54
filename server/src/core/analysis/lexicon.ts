import { fold } from '../text/fold';
import type { Rubrics, WordingEntry, WordingList } from '../framework/types';
import { Automaton } from './automaton';
import { CONCRETE, type ConcreteKind } from './concrete';

/** In a form of a wording list: some characters of the same clause. */
export const GAP = /…+/;

/** How strongly a cue speaks for its section. */
export type Strength = 'weak' | 'cue' | 'phrase' | 'heading';

/** What a word of the automaton stands for. */
export type Meaning =
  | {
      readonly type: 'cue';
      readonly framework: number;
      readonly section: number;
      readonly point: number;
      readonly strength: Strength;
    }
  | {
      readonly type: 'wording';
      readonly list: WordingList;
      readonly entry: WordingEntry;
      /** Folded second half of a form with a gap (`保证…解决`); empty for a form of one piece. */
      readonly rest: string;
    }
  | { readonly type: 'concrete'; readonly kind: ConcreteKind };

/** All words the analysis looks for, in one automaton; compiled once per set of rubrics. */
export class Lexicon {
  readonly automaton: Automaton;
  readonly #meanings: readonly (readonly Meaning[])[];

  constructor(readonly rubrics: Rubrics) {
    const meanings = new Map<string, Meaning[]>();
    const add = (word: string, meaning: Meaning): void => {
      const key = fold(word);
      if (key.length < 1) return;
      const known = meanings.get(key);
      if (known) known.push(meaning);
      else meanings.set(key, [meaning]);
    };
    for (const [framework, { sections }] of rubrics.frameworks.entries()) {
      for (const [section, { title, headings, points }] of sections.entries()) {
        for (const word of new Set([title.zh, title.en, ...headings]))
          add(word, { type: 'cue', framework, section, point: -1, strength: 'heading' });
        for (const [point, { cues, weakCues, phrases }] of points.entries()) {
          for (const word of phrases)
            add(word, { type: 'cue', framework, section, point, strength: 'phrase' });
          for (const word of cues) add(word, { type: 'cue', framework, section, point, strength: 'cue' });
          for (const word of weakCues)
            add(word, { type: 'cue', framework, section, point, strength: 'weak' });
        }
      }
    }
    for (const list of rubrics.wording) {
      for (const entry of list.entries)
        for (const form of entry.match) {
          const [word = '', rest = ''] = form.split(GAP);
          add(word, { type: 'wording', list, entry, rest: fold(rest) });
        }
    }
    for (const [kind, words] of CONCRETE) for (const word of words) add(word, { type: 'concrete', kind });
    this.automaton = new Automaton([...meanings.keys()]);
    this.#meanings = [...meanings.values()];
  }

  /** What pattern number `pattern` of the automaton stands for. */
  meanings(pattern: number): readonly Meaning[] {
    return this.#meanings[pattern] ?? [];
  }
}
