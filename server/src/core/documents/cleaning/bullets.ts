import { matched } from '../../text/matched';
import { HAN } from '../han';
import { cutOut, textOf } from '../lines';
import type { Step } from '../types';

/** Marks in front of the items of a list; a hyphen or star only with a space behind it. */
const BULLET = new RegExp(`^\\s*(?:[•●▪■◆◇▶►➢➤✓✔√※★☆◎○□·]\\s*|[-*–—]\\s+)(?=[${HAN}“《（(\\d])`);

/** Takes the marks off the items of lists and notes that they are items, which short lines alone do not show. */
export const bullets: Step = (lines) => {
  const results = lines.map((line) => {
    const length = matched(BULLET, textOf(line)).length;
    if (length === 0) return { line, drops: [] };
    const { line: rest, drops } = cutOut(line, [{ from: 0, to: length }], 'markup');
    return { line: { ...rest, item: true }, drops };
  });
  return { lines: results.map(({ line }) => line), drops: results.flatMap(({ drops }) => drops) };
};
