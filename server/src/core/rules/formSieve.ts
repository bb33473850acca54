import { sieveTable } from '../text/wordSieve';
import { formAnchors } from './generalForms';

/**
 * The table of one sieve for all forms, so that a sentence is gone through once. On Node it is read from a file the
 * build has made of it: a start has no time to put thousands of words into a table.
 */
export function buildFormSieve(): Uint16Array {
  return sieveTable(formAnchors());
}
