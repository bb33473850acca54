import { type ConcreteCounts, NOTHING_CONCRETE } from './concrete';

/** Counts of words are small, so few sentences have counts that no other has. */
const shared = new Map<number, ConcreteCounts>();
const MOST_SHARED = 4096;
const BITS = 4;

/** Counts what is concrete in one sentence after the other. */
export class ConcreteTally {
  when = 0;
  who = 0;
  where = 0;
  deed = 0;
  condition = 0;
  example = 0;
  quantity = 0;

  /** What was counted, and begins anew; counts that many sentences have are one object. */
  take(): ConcreteCounts {
    const { when, who, where, deed, condition, example, quantity } = this;
    const all = when | who | where | deed | condition | example | quantity;
    if (all === 0) return NOTHING_CONCRETE;
    this.when = this.who = this.where = this.deed = this.condition = this.example = this.quantity = 0;
    if (all >> BITS !== 0) return { when, who, where, deed, condition, example, quantity };
    let key = (when << BITS) | who;
    key = (((key << BITS) | where) << BITS) | deed;
    key = (((((key << BITS) | condition) << BITS) | example) << BITS) | quantity;
    let counts = shared.get(key);
    if (!counts) {
      counts = { when, who, where, deed, condition, example, quantity };
      if (shared.size < MOST_SHARED) shared.set(key, counts);
    }
    return counts;
  }
}
