import { toInsertion } from '../phrases/insertion';
import { fold } from '../text/fold';
import { placeholdersIn } from '../text/placeholders';
import { onBorder } from '../text/surrogates';

/** A phrase as it is put into a draft: full-width punctuation, none at its end but what belongs to it (？！”). */
export function phraseText(phrase: string): string {
  return toInsertion(phrase, fold(phrase)).replace(/[\s，。；、：]+$/, '');
}

/** Whether there is something to fill in. */
export function hasPlaceholder(text: string): boolean {
  return placeholdersIn(text).length > 0;
}

/**
 * A text as an LSP snippet with a tab stop for every placeholder. The brackets are part of the tab stop: typing takes
 * their place, and what is left unfilled still shows as such.
 */
export function toSnippet(text: string): string {
  let out = '';
  let at = 0;
  let stop = 0;
  for (const { from, to } of placeholdersIn(text)) {
    out += `${escapeSnippet(text.slice(at, from))}\${${++stop}:${escapeSnippet(text.slice(from, to))}}`;
    at = to;
  }
  return out + escapeSnippet(text.slice(at));
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/**
 * The beginning of a text, for a title.
 * @param most UTF-16 units at most, the … that says it was cut included
 */
export function shorten(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, onBorder(text, most - 1))}…`;
}
