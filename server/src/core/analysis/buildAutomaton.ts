import { fold } from '../text/fold';
import { u16At } from '../text/typedArrays';
import {
  type AutomatonTables,
  EMPTY,
  FILTER_BITS,
  hash,
  noBeginnings,
  setBeginning,
  setBit,
  transitionKey,
} from './automatonTables';

/** Transitions in an open-addressing hash table; 0 stands for none, for nothing leads to the root. */
class Transitions {
  readonly keys: Uint32Array;
  readonly targets: Uint16Array;

  /** @param most how many there may be */
  constructor(most: number) {
    let size = 16;
    while (size < most * 2) size *= 2;
    this.keys = new Uint32Array(size).fill(EMPTY);
    this.targets = new Uint16Array(size);
  }

  get(state: number, unit: number): number {
    return this.targets[this.#slot(transitionKey(state, unit))] ?? 0;
  }

  set(state: number, unit: number, target: number): void {
    const key = transitionKey(state, unit);
    const slot = this.#slot(key);
    this.keys[slot] = key;
    this.targets[slot] = target;
  }

  #slot(key: number): number {
    const mask = this.keys.length - 1;
    let slot = hash(key) & mask;
    while (this.keys[slot] !== key && this.keys[slot] !== EMPTY) slot = (slot + 1) & mask;
    return slot;
  }
}

/** The states of the words; each but the root is reached from its parent by its unit. */
interface Trie {
  readonly count: number;
  readonly parents: Uint16Array;
  readonly units: Uint16Array;
  readonly pattern: Int32Array;
  readonly transitions: Transitions;
  /** See `AutomatonTables`. */
  readonly beginnings: Uint32Array;
}

/**
 * Builds the automaton of words.
 * @param patterns literal words, folded here, of which the empty string never matches
 * @throws RangeError when they need more than 65 535 states (about 20 000 words)
 */
export function buildAutomaton(patterns: readonly string[]): AutomatonTables {
  const { count, parents, units, pattern, transitions, beginnings } = buildTrie(patterns);
  const endsOne = (state: number): boolean => (pattern[state] ?? -1) >= 0;
  const tight = new Transitions(count);
  const filter = new Uint32Array(FILTER_BITS / 32);
  for (let state = 1; state < count; state++) {
    const parent = u16At(parents, state);
    const unit = u16At(units, state);
    tight.set(parent, unit, state);
    setBit(filter, hash(transitionKey(parent, unit)));
  }
  const fail = new Uint16Array(count);
  const output = new Uint16Array(count);
  for (const state of byDepth(parents, count)) {
    const parent = u16At(parents, state);
    const unit = u16At(units, state);
    if (parent === 0) continue;
    let from = parent;
    let link = 0;
    do {
      from = u16At(fail, from);
      link = transitions.get(from, unit);
    } while (link === 0 && from !== 0);
    fail[state] = link;
    output[state] = endsOne(link) ? link : u16At(output, link);
  }
  const ends = output.map((other, state) => (endsOne(state) ? state : other));
  const lengths = Uint16Array.from(patterns, ({ length }) => length);
  const { keys, targets } = tight;
  return { keys, targets, fail, output, ends, filter, beginnings, pattern, lengths };
}

/** The states but the root, shorter ones first: those of which others are the ends. */
function byDepth(parents: Uint16Array, count: number): Uint16Array {
  const depths = new Uint16Array(count);
  const starts: number[] = [0];
  for (let state = 1; state < count; state++) {
    const depth = u16At(depths, u16At(parents, state)) + 1;
    depths[state] = depth;
    starts[depth] = (starts[depth] ?? 0) + 1;
  }
  // From how many there are of a depth to where the next one of it goes.
  let before = 0;
  for (const [depth, own] of starts.entries()) {
    starts[depth] = before;
    before += own;
  }
  const order = new Uint16Array(count - 1);
  for (let state = 1; state < count; state++) {
    const depth = u16At(depths, state);
    const at = starts[depth] ?? 0;
    order[at] = state;
    starts[depth] = at + 1;
  }
  return order;
}

function buildTrie(patterns: readonly string[]): Trie {
  const most = Math.min(0x10000, 1 + patterns.reduce((sum, { length }) => sum + length, 0));
  const parents = new Uint16Array(most);
  const units = new Uint16Array(most);
  const ends = new Int32Array(most).fill(-1);
  const transitions = new Transitions(most);
  const beginnings = noBeginnings();
  let count = 1;
  for (const [index, word] of patterns.entries()) {
    let state = 0;
    const folded = fold(word);
    for (let i = 0; i < folded.length; i++) {
      const unit = folded.charCodeAt(i);
      let next = transitions.get(state, unit);
      if (next === 0) {
        if (count === 0xffff) throw new RangeError(`too many patterns: ${patterns.length}`);
        next = count++;
        transitions.set(state, unit, next);
        parents[next] = state;
        units[next] = unit;
      }
      state = next;
    }
    if (state === 0) continue;
    ends[state] = index;
    setBeginning(
      beginnings,
      Array.from({ length: Math.min(folded.length, 3) }, (_, i) => folded.charCodeAt(i)),
    );
  }
  return { count, parents, units, pattern: ends.slice(0, count), transitions, beginnings };
}
