/** Control characters, and what turns the direction of writing round: a draft or a file name may bring them along. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
/** Colours, the only ones of these that are ours. */
const COLOUR = /^\[[\d;]{0,9}m/;
const ESCAPE = '\u001b';
const DELETE = '\u007f';

/** A text as a terminal may get it: what would move its cursor, change its title or hide text is shown as a sign (␛). */
export function printable(text: string): string {
  return text.replace(CONTROLS, (unit, at: number) => {
    if (unit === '\r' && text[at + 1] === '\n') return unit;
    if (unit === ESCAPE && COLOUR.test(text.slice(at + 1, at + 12))) return unit;
    if (unit === DELETE) return '\u2421';
    return unit < ' ' ? String.fromCharCode(0x2400 + unit.charCodeAt(0)) : '\ufffd';
  });
}

/** The name of a file on one line. */
export function printablePath(path: string): string {
  return printable(path.replaceAll('\n', '\u240a').replaceAll('\r', '\u240d').replaceAll('\u001b', '\u241b'));
}

/** Writes for a person, on standard output. */
export function print(text: string): void {
  process.stdout.write(printable(text));
}
