/** A replacement in a draft: `text` for what stands in `[from, to)`, UTF-16 offsets. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Applies edits that do not overlap. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    out += source.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return out + source.slice(at);
}

/** The line ending a text uses; `\n` when it has none. */
export function lineEnding(source: string): string {
  return /\r\n|\n|\r/.exec(source)?.[0] ?? '\n';
}

/** An insertion that stands between blank lines, whatever surrounds `at`. `text` has `\n` line ends. */
export function insertParagraphs(source: string, at: number, text: string): Edit {
  const eol = lineEnding(source);
  let before = at;
  while (before > 0 && /\s/.test(source.charAt(before - 1))) before--;
  let after = at;
  while (after < source.length && /\s/.test(source.charAt(after))) after++;
  const lead = before === 0 ? '' : missingBreaks(source.slice(before, at), eol);
  const tail =
    after < source.length ? missingBreaks(source.slice(at, after), eol) : at === source.length ? eol : '';
  return { from: at, to: at, text: lead + text.trim().replaceAll('\n', eol) + tail };
}

/** Line ends to add so that there are two. */
function missingBreaks(present: string, eol: string): string {
  const count = present.match(/\r\n|\n|\r/g)?.length ?? 0;
  return eol.repeat(Math.max(0, 2 - count));
}
