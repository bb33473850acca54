import { cutEach, spansOf } from '../lines';
import type { Step } from '../types';

/** Control, zero-width, direction and private-use characters: left by converters and by protection against copying. */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb\ue000-\uf8ff]+/g;

/** Cuts out characters that show nothing, which would keep the words around them from being found. */
export const invisible: Step = (lines) => cutEach(lines, (text) => spansOf(text, INVISIBLE), 'invisible');
