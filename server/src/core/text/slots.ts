import type { Range } from './range';

/** What the writer has still to fill in, in a folded text: 【哪天】. The length is bounded as in inserted phrases. */
const SLOT = /【[^【】]{1,40}】/g;
const LONGEST_SLOT = 42;
const OPENING = '【'.charCodeAt(0);

/** Whether a range of a folded text lies in such a slot, or touches the inside of one. */
export function touchesSlot(folded: string, from: number, to: number): boolean {
  return slotAt(folded, from, to) !== undefined;
}

/**
 * The next match of a form that neither lies in a slot nor touches the inside of one: what is not written yet says
 * nothing.
 * @param form with the flag g; looked for from its `lastIndex` on
 */
export function execBesideSlots(form: RegExp, folded: string): RegExpExecArray | null {
  let match = form.exec(folded);
  while (match) {
    const from = match.index;
    const slot = slotAt(folded, from, from + match[0].length);
    if (!slot) break;
    // What runs into a slot may hide what ends before it.
    form.lastIndex = slot.from <= from ? slot.to : from + 1;
    match = form.exec(folded);
  }
  return match;
}

/** The first slot a range reaches into. Only what is near is looked through: a sentence may go on without end. */
function slotAt(folded: string, from: number, to: number): Range | undefined {
  let start = Math.max(0, from - LONGEST_SLOT);
  while (start < to && folded.charCodeAt(start) !== OPENING) start++;
  if (start >= to) return undefined;
  const near = folded.slice(start, to + LONGEST_SLOT);
  SLOT.lastIndex = 0;
  for (let slot = SLOT.exec(near); slot && start + slot.index < to; slot = SLOT.exec(near)) {
    const end = start + slot.index + slot[0].length;
    if (from < end) return { from: start + slot.index, to: end };
  }
  return undefined;
}
