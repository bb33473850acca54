import { readFileSync } from 'node:fs';
import type { Analyzer } from '../../server/src/core/analysis/analyse';
import type { Status } from '../../server/src/core/analysis/coverage';
import { parseDraft } from '../../server/src/core/draft/draft';

/** A verdict a writer noted as wrong (`.zhangfa/verdicts.jsonl`, one on each line). */
export interface Disputed {
  readonly draft?: string;
  readonly framework: string;
  readonly section: string;
  /** What the section was said to be. */
  readonly said: Status;
  /** The draft as it was. */
  readonly text: string;
}

/** What is said of it now; undefined when there is no such framework or section any more. */
export interface Reviewed extends Disputed {
  readonly now: Status | undefined;
}

/** @throws Error naming the line that is none of these */
export function readDisputed(file: string): Disputed[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const read = JSON.parse(line) as Partial<Disputed>;
      const { framework, section, said, text } = read;
      if (framework === undefined || section === undefined || said === undefined || text === undefined)
        throw new Error(`${file}:${index + 1}: no framework, section, said or text`);
      return [{ ...read, framework, section, said, text }];
    });
}

export function review(disputed: readonly Disputed[], analyzer: Analyzer): Reviewed[] {
  return disputed.map((one) => {
    const analysis = analyzer.analyse(parseDraft(one.text), { framework: one.framework });
    const is = analysis.choice?.framework.id === one.framework;
    const found = is ? analysis.sections.find(({ section }) => section.id === one.section) : undefined;
    return { ...one, now: found?.status };
  });
}

/** For people: how many are still so, and each. */
export function describeDisputed(reviewed: readonly Reviewed[]): string {
  const same = reviewed.filter(({ said, now }) => said === now).length;
  const lines = reviewed.map(
    ({ draft, section, said, now }) =>
      `  ${draft ?? '(untitled)'} ${section}: said ${said}, now ${now ?? 'gone'}`,
  );
  return [`disputed verdicts: ${reviewed.length}, still given: ${same}`, ...lines].join('\n');
}
