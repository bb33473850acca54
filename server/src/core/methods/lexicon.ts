import { Automaton } from '../analysis/automaton';
import { type Guard, guardAt, readQuotations } from '../analysis/guards';
import { Block } from '../draft/blocks';
import type { Rubrics, System, SystemMember } from '../framework/types';
import { fold } from '../text/fold';
import { keptWithLast } from '../text/kept';
import type { Range } from '../text/range';

/**
 * How a word speaks for a system: `name` names the whole, `phrase` a member, `cue` is one of the member's deeds, `weak`
 * only supports another, `avoid` is what it warns of.
 */
export type Strength = 'name' | 'phrase' | 'cue' | 'weak' | 'avoid';

/** A word of a system found in a block; the range counts from the start of the block. */
export interface SystemHit extends Range {
  readonly system: System;
  /** Undefined for the name of the whole. */
  readonly member: SystemMember | undefined;
  readonly strength: Strength;
  readonly word: string;
  readonly guard: Guard;
}

type Meaning = Pick<SystemHit, 'system' | 'member' | 'strength' | 'word'>;

/** How far back, in UTF-16 units, a negation reaches a word: as for the cues of frameworks. */
const NEGATION_REACH = 5;

/** The words of all systems in one automaton, with what was found in each block. */
export class SystemLexicon {
  readonly #automaton: Automaton;
  readonly #meanings: readonly (readonly Meaning[])[];

  constructor(systems: readonly System[]) {
    const meanings = new Map<string, Meaning[]>();
    const add = (word: string, meaning: Meaning): void => {
      const key = fold(word);
      const known = meanings.get(key);
      if (known) known.push(meaning);
      else meanings.set(key, [meaning]);
    };
    for (const system of systems) {
      for (const word of system.names) add(word, { system, member: undefined, strength: 'name', word });
      for (const member of system.members) {
        const words: readonly (readonly [Strength, readonly string[]])[] = [
          ['phrase', member.phrases],
          ['cue', member.cues],
          ['weak', member.weakCues],
          ['avoid', member.avoid],
        ];
        for (const [strength, list] of words) {
          for (const word of list) add(word, { system, member, strength, word });
        }
      }
    }
    this.#automaton = new Automaton([...meanings.keys()]);
    this.#meanings = [...meanings.values()];
  }

  /** The words of systems in a block, in order of their end; kept as long as the block is unchanged. */
  read(block: Block): readonly SystemHit[] {
    return hitsIn(block, this, () => this.#scan(block));
  }

  #scan(block: Block): SystemHit[] {
    const hits: SystemHit[] = [];
    for (const { folded, from: start } of block.sentences) {
      const quotations = readQuotations(folded);
      this.#automaton.scan(folded, (pattern, from, to) => {
        const guard = guardAt(folded, from, NEGATION_REACH, quotations);
        for (const meaning of this.#meanings[pattern] ?? [])
          hits.push({ ...meaning, guard, from: start + from, to: start + to });
      });
    }
    return hits;
  }
}

const hitsIn = keptWithLast<Block, readonly SystemHit[]>(Block);

const lexicons = new WeakMap<Rubrics, SystemLexicon>();

/** The lexicon of a set of rubrics; built when first asked for, so that starting up costs nothing. */
export function systemLexicon(rubrics: Rubrics): SystemLexicon {
  let lexicon = lexicons.get(rubrics);
  if (!lexicon) lexicons.set(rubrics, (lexicon = new SystemLexicon(rubrics.systems ?? [])));
  return lexicon;
}
