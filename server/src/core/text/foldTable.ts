import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

/** Half-width forms of punctuation that full-width folding by code point alone would miss. */
const PUNCTUATION: readonly (readonly [string, string])[] = [
  ['　', ' '],
  ['「', '“'],
  ['」', '”'],
  ['『', '“'],
  ['』', '”'],
  ['﹁', '“'],
  ['﹂', '”'],
  ['‘', '“'],
  ['’', '”'],
  ['。', '。'],
  ['｡', '。'],
  ['､', '、'],
  ['﹐', ','],
  ['﹔', ';'],
  ['﹕', ':'],
  ['﹖', '?'],
  ['﹗', '!'],
  ['—', '-'],
  ['－', '-'],
];

/**
 * The table behind `FOLD`. On Node it is read from a file the build has made of it: a start has no time to go through
 * a dictionary.
 */
export function buildFoldTable(): Uint16Array {
  const table = identity();
  const changed: number[] = [];
  const map = (from: number, to: number): void => {
    table[from] = to;
    changed.push(from);
  };
  for (let unit = 0xff01; unit <= 0xff5e; unit++) map(unit, unit - 0xfee0);
  // A pair is read where it stands: cutting the dictionary into thousands of strings takes ten times as long.
  for (let at = 0; at < traditionalToSimplified.length;) {
    const bar = traditionalToSimplified.indexOf('|', at);
    const end = bar < 0 ? traditionalToSimplified.length : bar;
    const isOneToOne = traditionalToSimplified[at + 1] === ' ' && isGap(traditionalToSimplified, at + 3, end);
    if (isOneToOne) map(traditionalToSimplified.charCodeAt(at), traditionalToSimplified.charCodeAt(at + 2));
    at = end + 1;
  }
  for (const [from, to] of PUNCTUATION) map(from.charCodeAt(0), to.charCodeAt(0));
  // Some simplified forms of the dictionary are themselves entries: what is folded folds no further.
  for (const unit of Uint16Array.from(changed).sort()) table[unit] = foldedIn(table, foldedIn(table, unit));
  for (let unit = 0x41; unit <= 0x5a; unit++) changed.push(unit);
  for (const unit of changed) {
    const folded = foldedIn(table, unit);
    if (folded >= 0x41 && folded <= 0x5a) table[unit] = folded + 0x20;
  }
  return table;
}

function foldedIn(table: Uint16Array, unit: number): number {
  return table[unit] ?? unit;
}

/** Every unit mapped to itself, two at a time: this runs before anything is compiled, at every start. */
function identity(): Uint16Array {
  const pairs = new Uint32Array(0x8000);
  const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
  let pair = isLittleEndian ? 0x10000 : 1;
  for (let i = 0; i < pairs.length; i++, pair += 0x20002) pairs[i] = pair;
  return new Uint16Array(pairs.buffer);
}

/** Whether an entry of the dictionary has its first simplified form ended at a place. */
function isGap(dictionary: string, at: number, end: number): boolean {
  return at === end || (at < end && dictionary[at] === ' ');
}
