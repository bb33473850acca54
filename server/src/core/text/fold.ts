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
 * Maps every UTF-16 unit to the unit it is compared as: half-width punctuation and letters, lower case,
 * simplified script, one style of quotation mark. One unit to one unit, so offsets stay exact.
 * Characters outside the basic plane are compared as they are.
 */
export const FOLD: Uint16Array = buildFoldTable();

function buildFoldTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < table.length; unit++) table[unit] = unit;
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = unit - 0xfee0;
  for (const pair of traditionalToSimplified.split('|')) {
    const [traditional, simplified] = pair.split(' ');
    if (traditional?.length === 1 && simplified?.length === 1) {
      table[traditional.charCodeAt(0)] = simplified.charCodeAt(0);
    }
  }
  for (const [from, to] of PUNCTUATION) table[from.charCodeAt(0)] = to.charCodeAt(0);
  // Some simplified forms of the dictionary are themselves entries: what is folded folds no further.
  for (let unit = 0; unit < table.length; unit++) table[unit] = table[table[unit] ?? unit] ?? unit;
  for (let unit = 0; unit < table.length; unit++) {
    const folded = table[unit] ?? unit;
    if (folded >= 0x41 && folded <= 0x5a) table[unit] = folded + 0x20;
  }
  return table;
}

/** The folded form of a text; same length, so an offset in one is the same place in the other. */
export function fold(text: string): string {
  let changed = false;
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const folded = FOLD[unit] ?? unit;
    units[i] = folded;
    changed ||= folded !== unit;
  }
  if (!changed) return text;
  let out = '';
  for (let i = 0; i < units.length; i += 4096) {
    out += String.fromCharCode(...units.subarray(i, i + 4096));
  }
  return out;
}
