import type { Analysis } from '../analysis/analyse';
import { type Edit, insertParagraphs } from './edits';
import { borderAfter, endOfAnswer } from './insertSection';
import { scaffoldOf } from './methods';

/**
 * The edits that insert a method as a paragraph of its own: after the paragraph the cursor is in when that is part
 * of the answer, else at the end.
 * @param id of the method
 * @param member of a family, whose sentence is inserted instead of the whole
 * @param offset of the cursor, UTF-16
 * @returns empty when there is no such method, or nothing to insert
 */
export function insertMethod(analysis: Analysis, id: string, member?: string, offset?: number): Edit[] {
  const system = analysis.rubrics.systems?.find((one) => one.kind === 'method' && one.id === id);
  const own = member === undefined ? undefined : system?.members.find((one) => one.id === member);
  if (!system || (member !== undefined && !own)) return [];
  const text = scaffoldOf(system, own);
  return text === '' ? [] : [insertParagraphs(analysis.draft.text, placeFor(analysis, offset), text)];
}

function placeFor(analysis: Analysis, offset: number | undefined): number {
  if (offset === undefined) return endOfAnswer(analysis);
  const placed = analysis.draft.blocks.find(
    ({ block, from, role }) => role === 'answer' && from <= offset && offset <= from + block.length,
  );
  return placed ? borderAfter(analysis, placed.from + placed.block.length) : endOfAnswer(analysis);
}
