import { toInsertion } from '../phrases/insertion';
import { fold } from '../text/fold';
import { onBorder } from '../text/surrogates';

/** A phrase as it is put into a draft: full-width punctuation, none at its end but what belongs to it (？！”). */
export function phraseText(phrase: string): string {
  return toInsertion(phrase, fold(phrase)).replace(/[\s，。；、：]+$/, '');
}

/**
 * The beginning of a text, for a title.
 * @param most UTF-16 units at most, the … that says it was cut included
 */
export function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, onBorder(text, most - 1))}…`;
}
