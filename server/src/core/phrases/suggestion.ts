import { compareTexts } from '../text/compareTexts';
import type { PhraseStore } from './store';
import type { Slot, Suggestion } from './types';

/** A row as it is offered. */
export function suggestion(store: PhraseStore, row: number, replace: number): Suggestion {
  return {
    text: store.text(row),
    origin: store.isBank(row) ? 'bank' : 'documents',
    register: store.register(row),
    slots: slotsOf(store, row),
    places: store.places(row),
    replace,
  };
}

/** The sections a row serves wherever it stands, best first. */
function slotsOf(store: PhraseStore, row: number): Slot[] {
  const slots: Slot[] = [];
  for (let next = store.heads.at(row); next !== 0; next = store.nexts.at(next - 1)) {
    for (const slot of store.slotsOf(next - 1)) {
      const same = slots.findIndex(
        ({ framework, section }) => section === slot.section && framework === slot.framework,
      );
      const known = slots[same];
      if (!known) slots.push(slot);
      else if (better(slot, known)) slots[same] = slot;
    }
  }
  if (slots.length < 2) return slots;
  return slots.sort(
    (a, b) => b.fit - a.fit || compareTexts(a.framework, b.framework) || compareTexts(a.section, b.section),
  );
}

/** The better fit; of equals the one with the point that comes first. */
function better(a: Slot, b: Slot): boolean {
  return a.fit !== b.fit ? a.fit > b.fit : compareTexts(a.point ?? '', b.point ?? '') < 0;
}
