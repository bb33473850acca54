import { groupBy } from '../../text/groupBy';
import type { Passage, Warning } from '../types';
import { startOf } from './excerpt';

/** Reports paragraphs in which a quotation mark has no partner. Source: inventory.md §4.4 lines 54-55. */
export function unbalancedQuotes(passages: readonly Passage[]): Warning[] {
  const paragraphs = groupBy(passages, ({ paragraph }) => paragraph);
  return [...paragraphs.values()].flatMap((group): Warning[] => {
    const [first] = group;
    const text = group.map((passage) => passage.text).join('');
    const balanced = text.split('“').length === text.split('”').length;
    return first && !balanced ? [{ kind: 'quotes', line: first.line, text: startOf(text) }] : [];
  });
}
