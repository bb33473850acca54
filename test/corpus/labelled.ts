import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Status } from '../../server/src/core/analysis/coverage';
import type { Range } from '../../server/src/core/text/range';

/** A draft with the labels a grader gave it (format: the corpus brief in docs/corpus.md). */
export interface LabelledDraft {
  readonly id: string;
  readonly author: string;
  readonly text: string;
  readonly framework: string;
  /** Whether the front matter names the framework. */
  readonly named: boolean;
  readonly sections: Readonly<Record<string, Status>>;
  readonly faults: readonly string[];
  readonly orderOk: boolean;
  /** Labelled sentences with the span up to the next one. */
  readonly sentences: readonly (Range & { readonly sections: readonly string[] })[];
}

interface LabelFile {
  id: string;
  author?: string;
  framework: string;
  sections: Record<string, Status>;
  faults: string[];
  order_ok: boolean;
  sentences: { starts: string; sections: string[] }[];
}

/**
 * Reads every `NN.md` with its `NN.json` in a folder, in order of name.
 * @throws Error naming the file when a label does not fit its draft
 */
export function readLabelled(folder: string): LabelledDraft[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && existsSync(join(folder, name.replace(/json$/, 'md'))))
    .sort()
    .map((name) => readOne(folder, name));
}

function readOne(folder: string, name: string): LabelledDraft {
  const labels = JSON.parse(readFileSync(join(folder, name), 'utf8')) as LabelFile;
  const text = readFileSync(join(folder, name.replace(/json$/, 'md')), 'utf8');
  const bodyFrom = /^---\r?\n[\s\S]*?\r?\n---\r?\n/.exec(text)?.[0].length ?? 0;
  const starts: number[] = [];
  let at = bodyFrom;
  for (const { starts: opening } of labels.sentences) {
    at = text.indexOf(opening, at);
    if (at < 0) throw new Error(`${name}: no sentence begins with ${opening}`);
    starts.push(at);
    at += 1;
  }
  const sentences = labels.sentences.map(({ sections }, index) => ({
    from: starts[index] ?? 0,
    to: endOf(text, starts[index] ?? 0, starts[index + 1] ?? text.length),
    sections,
  }));
  const { id, framework, sections, faults } = labels;
  const named = /^framework:/m.test(text.slice(0, bodyFrom));
  return {
    id,
    author: labels.author ?? '',
    text,
    framework,
    named,
    sections,
    faults,
    orderOk: labels.order_ok,
    sentences,
  };
}

/** A labelled span ends before the next one, and before a heading that stands between them. */
function endOf(text: string, from: number, next: number): number {
  const heading = text.slice(from, next).search(/\n+\s*#/);
  return heading < 0 ? next : from + heading;
}
