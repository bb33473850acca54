import { compare, type PhraseStore } from './store';
import type { Slot, Suggestion } from './types';

/** A row as it is offered. */
export function suggestion(store: PhraseStore, row: number, replace: number): Suggestion {
  const slots = new Map<string, Slot>();
  for (const slot of [...store.occurrences(row)].flatMap((at) => store.slotsOf(at))) {
    const key = `${slot.framework}/${slot.section}`;
    const known = slots.get(key);
    if (!known || better(slot, known)) slots.set(key, slot);
  }
  return {
    text: store.text(row),
    origin: store.isBank(row) ? 'bank' : 'documents',
    register: store.register(row),
    slots: [...slots]
      .sort(([keyA, a], [keyB, b]) => b.fit - a.fit || compare(keyA, keyB))
      .map(([, slot]) => slot),
    places: store.places(row),
    replace,
  };
}

/** The better fit; of equals the one with the point that comes first. */
function better(a: Slot, b: Slot): boolean {
  return a.fit !== b.fit ? a.fit > b.fit : compare(a.point ?? '', b.point ?? '') < 0;
}
