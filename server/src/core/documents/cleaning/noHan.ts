import { HAS_HAN } from '../han';
import { dropEach, textOf } from '../lines';
import type { Step } from '../types';

/** Drops lines without a Han character. Source: inventory.md §4.1 R2. */
export const noHan: Step = (lines) =>
  dropEach(lines, (line) => {
    const text = textOf(line);
    if (HAS_HAN.test(text)) return undefined;
    return text.trim() === '' ? 'space' : 'no-han';
  });
