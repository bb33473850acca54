import { countLines, toLines } from '../../core/documents/lines';
import { decodeDocument } from '../encoding';
import type { Reader } from '../reader';

/** Reads plain text. */
export const readText: Reader = (bytes, budget) => {
  const { text, encoding } = decodeDocument(bytes);
  budget.checkLines(countLines(text));
  return Promise.resolve({ source: { format: 'text', lines: toLines(text), drops: [] }, text, encoding });
};
