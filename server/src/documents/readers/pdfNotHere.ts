import { Unreadable } from '../problems';
import type { Reader } from '../reader';

/** Takes the place of the reader for pdf files in browsers, where it would double what has to be loaded. */
export function pdfReader(): Reader {
  return () => Promise.reject(new Unreadable('not-here', 'PDF'));
}
