import assert from 'node:assert/strict';
import { cleanDocument } from '../../../server/src/core/documents/clean';
import { textOf, toLines } from '../../../server/src/core/documents/lines';
import type {
  CleanDocument,
  DocumentFormat,
  Drop,
  Fingerprints,
  Line,
  Step,
  StepResult,
} from '../../../server/src/core/documents/types';
import { documentWords } from '../../../server/src/core/documents/words';

/** A plain text, cleaned. */
export function clean(text: string, known?: Fingerprints): CleanDocument {
  return cleanDocument({ format: 'text', lines: toLines(text), drops: [] }, known);
}

/** One step on lines of plain text. */
export function run(
  step: Step,
  lines: readonly string[],
  format: DocumentFormat = 'text',
  known?: Fingerprints,
): StepResult {
  return step(toLines(lines.join('\n')), { format, known: known ?? new Map() });
}

/** The texts of lines. */
export function texts({ lines }: { readonly lines: readonly Line[] }): string[] {
  return lines.map(textOf);
}

/** Drops as `line:from-to text`. */
export function places(drops: readonly Drop[]): string[] {
  return drops.map(({ line, from, to, text }) => `${line}:${from}-${to} ${text}`);
}

/** Passages as `H text`, `Q text`, `S text`. */
export function passages({ passages: all }: CleanDocument): string[] {
  return all.map(({ kind, text }) => `${kind.charAt(0).toUpperCase()} ${text}`);
}

/** Fails unless every character of the text is in exactly one passage or drop. */
export function assertPartition(text: string, { passages: kept, dropped }: CleanDocument): void {
  const lines = text.split(/\r\n|\r|\n/);
  const counts = lines.map((line) => new Uint8Array(line.length));
  for (const { line, from, to } of [...kept.flatMap((passage) => passage.pieces ?? [passage]), ...dropped])
    for (let column = from; column < to; column++) counts[line - 1]![column]!++;
  for (const [index, columns] of counts.entries()) {
    const wrong = columns.findIndex((count) => count !== 1);
    assert.equal(
      wrong,
      -1,
      `line ${index + 1} column ${wrong}: ${columns[wrong]} times in “${lines[index]?.slice(Math.max(0, wrong - 5), wrong + 15)}”`,
    );
  }
}

/** What was kept and dropped of a document, for a person to compare: passages first, then the record of the rest. */
export function protocolOf({ passages: kept, dropped, repaired, warnings }: CleanDocument): string {
  const words = documentWords('zh');
  return [
    ...kept.map(({ line, kind, text, part, lead, cut, runIn }) =>
      [
        `${line}`.padStart(3),
        { heading: '#', question: '?', sentence: ' ' }[kind],
        text,
        marks({ part, lead, cut, runIn }),
      ]
        .join(' ')
        .trimEnd(),
    ),
    '---',
    ...dropped
      .filter(({ reason }) => reason !== 'space')
      .map(
        ({ line, reason, text, of }) =>
          `${`${line}`.padStart(3)} ${reason}${of ? `=${of.line}` : ''}: ${text}`,
      ),
    ...repaired.map(({ line, reason, was, now }) => `${`${line}`.padStart(3)} ${reason}: ${was}→${now}`),
    ...warnings.map((warning) => `${`${warning.line}`.padStart(3)} ! ${words.warning(warning)}`),
    '',
  ].join('\n');
}

function marks(flags: Readonly<Record<string, string | boolean | undefined>>): string {
  return Object.entries(flags)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `[${value === true ? name : String(value)}]`)
    .join('');
}
