import { placeholdersIn } from './placeholders';

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
