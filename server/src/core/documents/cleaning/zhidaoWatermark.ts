import { cutEach, spansOf } from '../lines';
import type { Step } from '../types';

/**
 * Hexadecimal UTF-8 of 复制, 来自, 抄 or copy, perhaps of baidu, of zhidao, then 14 digits. Not one digit more:
 * the number of a list item may stand right behind it.
 */
const WATERMARK = /(?:e5a48de588b6|e69da5e887aa|e68a84|636f7079)?(?:6261696475)?7a686964616f[0-9a-f]{14}/g;

/** Cuts out the mark that Baidu Zhidao mixes into copied text. Source: domain.md C2, document 001 line 4. */
export const zhidaoWatermark: Step = (lines) =>
  cutEach(lines, (text) => spansOf(text, WATERMARK), 'watermark');
