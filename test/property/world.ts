import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysis, Analyzer } from '../../server/src/core/analysis/analyse';
import { type Draft, parseDraft, type TextChange } from '../../server/src/core/draft/draft';
import type { PhraseSources } from '../../server/src/core/features/phraseSource';
import { PhraseIndex } from '../../server/src/core/phrases/index';
import { bankDocument, loadPhrases } from '../../server/src/core/phrases/load';
import { ReferenceLibrary } from '../../server/src/core/references/library';
import type { References } from '../../server/src/core/references/types';
import { checkRules } from '../../server/src/core/rules/check';
import type { Finding } from '../../server/src/core/rules/types';
import { readModel, readRubrics, ROOT } from '../support/rubrics';
import { noPhrases, plain } from '../unit/references/support';

/** What ships: the built-in rubrics and the trained model. */
export const RUBRICS = readRubrics();
const model = readModel();

/** Keeps what it knows of blocks from one version to the next, as the server's does. */
const live = new Analyzer(RUBRICS, model);
/** Never sees a block twice. */
const fresh = new Analyzer(RUBRICS, model);

const folder = join(ROOT, 'test/corpus/drafts');

/** Drafts of our own corpus, as a writer types them. */
export const DRAFTS: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort()
  .filter((_, index) => index % 8 === 0)
  .map((name) => readFileSync(join(folder, name), 'utf8'));

const banks = readdirSync(join(ROOT, 'rubrics/phrases'))
  .filter((name) => name.endsWith('.yaml'))
  .flatMap(
    (name) =>
      loadPhrases(readFileSync(join(ROOT, 'rubrics/phrases', name), 'utf8'), `builtin:phrases/${name}`).banks,
  );

function library(): References {
  const phrases = new PhraseIndex();
  for (const bank of banks) phrases.add(bankDocument(bank, '1'));
  const references = new ReferenceLibrary(phrases);
  // Three of the drafts stand for documents, so that parts of them are copies.
  for (const [index, text] of DRAFTS.slice(0, 3).entries())
    references.add(plain(`file:///${index}.txt`, text), noPhrases(`file:///${index}.txt`));
  return references;
}

export const SOURCES: PhraseSources & { readonly references: References } = { references: library(), banks };

/** A draft with all that is found in it. */
export interface Checked {
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
}

export interface CheckSettings {
  readonly framework?: string | undefined;
  readonly minutes?: number;
  readonly locale?: 'zh' | 'en';
}

/** Checks a draft as the server does, keeping what is known of its blocks. A rule that throws fails the test. */
export function check(draft: Draft, settings: CheckSettings = {}): Checked {
  return checkWith(live, draft, settings);
}

/** Checks a text as if it had never been seen. */
export function checkAnew(text: string, settings: CheckSettings = {}): Checked {
  return checkWith(fresh, parseDraft(text), settings);
}

function checkWith(
  analyzer: Analyzer,
  draft: Draft,
  { framework, minutes = 3, locale = 'zh' }: CheckSettings,
): Checked {
  const analysis = analyzer.analyse(draft, { framework });
  const findings = checkRules(analysis, {
    locale,
    minutes,
    references: SOURCES.references,
    onFailure: (code, error) => {
      throw new Error(`${code} threw`, { cause: error });
    },
  });
  return { analysis, findings };
}

/** What a text becomes by changes, each in the coordinates of the text before it, and the draft of every version. */
export function retype(draft: Draft, edits: readonly AppliedEdit[]): Draft {
  let text = draft.text;
  const changes: TextChange[] = [];
  for (const { from, to, text: inserted } of edits) {
    text = text.slice(0, from) + inserted + text.slice(to);
    changes.push({ from, to, inserted: inserted.length });
  }
  return parseDraft(text, draft, changes);
}

export interface AppliedEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}
