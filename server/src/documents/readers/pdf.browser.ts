import { Unreadable } from '../problems';
import type { Reader } from '../reader';

/**
 * Stands for `pdf.ts` in the build for browsers, where the engine and its character maps would be two thirds of what
 * is downloaded: says that the file is not read.
 */
export function pdfReader(): Reader {
  return () => Promise.reject(new Unreadable('unsupported', 'pdf (web)'));
}
