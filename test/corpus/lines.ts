import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../support/rubrics';

/** A sentence of its own that touches one section of a framework; none where it only looks like it. */
export interface LabelledLine {
  readonly framework: string;
  readonly section?: string;
  readonly text: string;
}

interface LinesFile {
  framework: string;
  sections: Record<string, string[]>;
  none: string[];
}

interface PhrasesFile {
  framework: string;
  phrases: { section: string; text: string }[];
}

/** Reads the single sentences in test/corpus/lines and the built-in phrases, in order of name. */
export function readLines(): LabelledLine[] {
  const own = read<LinesFile>('test/corpus/lines').flatMap(({ framework, sections, none }) => [
    ...Object.entries(sections).flatMap(([section, texts]) =>
      texts.map((text) => ({ framework, section, text })),
    ),
    ...none.map((text) => ({ framework, text })),
  ]);
  const phrases = read<PhrasesFile>('rubrics/phrases').flatMap(({ framework, phrases: all }) =>
    all.map(({ section, text }) => ({ framework, section, text: `${text.replace(/[【】]/g, '')}。` })),
  );
  return [...own, ...phrases];
}

function read<T>(folder: string): T[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => parse(readFileSync(join(ROOT, folder, name), 'utf8')) as T);
}
