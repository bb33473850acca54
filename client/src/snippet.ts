/**
 * The snippet that inserts a phrase: each 【…】 is a stop for the tabulator key, selected with its brackets so that
 * typing takes its place.
 */
export function phraseSnippet(phrase: string): string {
  let stops = 0;
  return phrase
    .split(/(【[^】\r\n]*】)/)
    .map((part, index) => (index % 2 === 1 ? `\${${++stops}:${escape(part)}}` : escape(part)))
    .join('');
}

function escape(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
