import { halfIdioms, isCut } from './checks/truncation';
import { groupBy } from '../text/groupBy';
import { countHan, endsSentence } from './han';
import { type Item, LAST_ITEM, readItem } from './items';
import type { Passage } from './types';

/** So many short lines in a row without anything between are a list, not headings. */
const LIST_LENGTH = 3;
/** A whole sentence that heads what follows has at most so many Han characters. */
const LEAD_HAN = 32;
/** One that begins with 首先, 其次: longer ones say something themselves. */
const WORD_LEAD_HAN = 14;
/** One without a number, which is known by others like it. */
const PARALLEL_HAN = 12;

/** Second look at the kinds, with the passages around: list items, sentences that only head others, cut ends. */
export function refineKinds(passages: readonly Passage[]): Passage[] {
  const items = passages.map(({ text }) => readItem(text));
  const listed = listItems(passages, items);
  const parallel = parallelLeads(passages);
  const halves = halfIdioms(passages);
  const leads = new Set<number>();
  return passages.map((passage, index) => {
    if (isNumberedLead(passages, items, index, leads)) leads.add(index);
    const kind = listed.has(index) ? 'sentence' : passage.kind;
    return {
      ...passage,
      kind,
      ...(leads.has(index) || parallel.has(index) ? { lead: true as const } : {}),
      ...(isCut(passage, passages[index + 1], halves) ? { cut: true as const } : {}),
    };
  });
}

/** Short lines of one series, or all without a number, right behind each other; the title is none of them. */
function listItems(passages: readonly Passage[], items: readonly (Item | undefined)[]): ReadonlySet<number> {
  const listed = new Set<number>();
  let run: number[] = [];
  const close = (): void => {
    if (run.length >= LIST_LENGTH) for (const at of run) listed.add(at);
    run = [];
  };
  for (const [index, { kind, level, runIn, part }] of passages.entries()) {
    const isShortLine =
      kind === 'heading' && level === undefined && !runIn && part === undefined && index > 0;
    if (!isShortLine || items[index]?.series !== items[run.at(-1) ?? index]?.series) close();
    if (isShortLine) run.push(index);
  }
  close();
  return listed;
}

/** A short numbered sentence alone in its paragraph, with other text than the next item behind it. */
function isNumberedLead(
  passages: readonly Passage[],
  items: readonly (Item | undefined)[],
  index: number,
  leads: ReadonlySet<number>,
): boolean {
  const item = items[index];
  const passage = passages[index];
  const next = passages[index + 1];
  if (!item || item.order === LAST_ITEM || !passage || !next) return false;
  if (!standsAlone(passages, index) || next.kind === 'heading') return false;
  const longest = item.series === 'word' ? WORD_LEAD_HAN : LEAD_HAN;
  // The last of a plain list has other text behind it too; the one before tells.
  if (items[index - 1]?.order === item.order - 1 && !leads.has(index - 1)) return false;
  return countHan(passage.text) <= longest && items[index + 1]?.series !== item.series;
}

/** Short sentences alone in their paragraphs that differ in their last word only: …要真心。…要真诚。…要真实。 */
function parallelLeads(passages: readonly Passage[]): ReadonlySet<number> {
  const short = [...passages.keys()].filter((index) => {
    const text = passages[index]?.text ?? '';
    return standsAlone(passages, index) && countHan(text) <= PARALLEL_HAN && !/[，：；]/.test(text);
  });
  const groups = groupBy(short, (index) => passages[index]?.text.slice(-4, -2));
  return new Set([...groups.values()].filter((group) => group.length >= LIST_LENGTH).flat());
}

function standsAlone(passages: readonly Passage[], index: number): boolean {
  const passage = passages[index];
  return (
    passage?.kind === 'sentence' &&
    endsSentence(passage.text) &&
    passages[index - 1]?.paragraph !== passage.paragraph &&
    passages[index + 1]?.paragraph !== passage.paragraph
  );
}
