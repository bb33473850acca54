import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Analysis, Analyzer } from '../../server/src/core/analysis/analyse';
import type { Status } from '../../server/src/core/analysis/coverage';
import { parseDraft } from '../../server/src/core/draft/draft';
import { checkRules } from '../../server/src/core/rules/check';
import { readModel, readRubrics } from '../support/rubrics';
import { withoutSection } from './augment';
import { describeDisputed, readDisputed, review } from './disputed';
import { type LabelledDraft, readLabelled } from './labelled';
import { Counter } from './metrics';
import { isCheckAuthor } from './split';

const STATUSES: readonly Status[] = ['full', 'weak', 'absent'];
/** The faults graders label; the other codes are advice. */
export const FAULTS: readonly string[] = [
  'wording.taboo',
  'wording.dignity',
  'promise.beyond-authority',
  'role.shirk',
  'role.report-only',
  'cliche',
  'question.off-topic',
  'text.repeat',
];

/** What an evaluation measured; every figure is a share, 0-1. */
export interface Figures {
  readonly drafts: number;
  readonly missing: Counter;
  readonly status: Readonly<Record<Status, Counter>>;
  readonly macroF1: number;
  readonly sentences: Counter;
  readonly faults: Counter;
  readonly faultsByCode: Readonly<Record<string, Counter>>;
  /** Right choices of framework among the drafts that do not name one. */
  readonly choice: { right: number; of: number };
  /** Drafts whose sections are all full, and those of them with a false "missing". */
  readonly complete: { falselyMissing: number; of: number };
  /** Sections cut out of complete drafts: noticed (missing or weak), and other sections newly called missing. */
  readonly deletion: { noticed: number; of: number; falseAlarms: number; others: number };
  readonly differences: readonly string[];
}

/** Checks every labelled draft against what the analysis says, with the labelled framework given. */
export function evaluate(drafts: readonly LabelledDraft[], analyzer: Analyzer): Figures {
  const missing = new Counter();
  const status = { full: new Counter(), weak: new Counter(), absent: new Counter() };
  const sentences = new Counter();
  const faults = new Counter();
  const faultsByCode = Object.fromEntries(FAULTS.map((fault) => [fault, new Counter()]));
  const choice = { right: 0, of: 0 };
  const complete = { falselyMissing: 0, of: 0 };
  const deletion = { noticed: 0, of: 0, falseAlarms: 0, others: 0 };
  const differences: string[] = [];
  for (const draft of drafts) {
    const analysis = analyseAs(draft, analyzer);
    const said = statuses(analysis);
    const isComplete = Object.values(draft.sections).every((value) => value === 'full');
    for (const [id, expected] of Object.entries(draft.sections)) {
      const found = said[id] ?? 'absent';
      missing.add(expected === 'absent', found === 'absent');
      for (const kind of STATUSES) status[kind].add(expected === kind, found === kind);
      if (expected !== found) differences.push(`${draft.id} ${id}: ${expected}, found ${found}`);
    }
    if (isComplete) {
      complete.of++;
      if (Object.values(said).includes('absent')) complete.falselyMissing++;
      countDeletions(draft, analyzer, deletion);
    }
    countSentences(draft, analysis, sentences);
    const reported = new Set<string>(checkRules(analysis).map(({ code }) => code));
    for (const fault of FAULTS) {
      const expected = draft.faults.includes(fault);
      faults.add(expected, reported.has(fault));
      faultsByCode[fault]?.add(expected, reported.has(fault));
      if (expected !== reported.has(fault))
        differences.push(`${draft.id} ${fault}: ${expected ? 'not found' : 'false alarm'}`);
    }
    if (!draft.named) {
      choice.of++;
      const chosen = analyzer.analyse(parseDraft(draft.text)).choice?.framework.id;
      if (chosen === draft.framework) choice.right++;
      else differences.push(`${draft.id} framework: ${draft.framework}, chose ${chosen ?? 'none'}`);
    }
  }
  return {
    drafts: drafts.length,
    missing,
    status,
    macroF1: macroF1Of(status),
    sentences,
    faults,
    faultsByCode,
    choice,
    complete,
    deletion,
    differences,
  };
}

function macroF1Of(status: Figures['status']): number {
  return STATUSES.reduce((sum, kind) => sum + status[kind].f1, 0) / STATUSES.length;
}

/** Adds up the figures of several sets of drafts. */
export function merge(parts: readonly Figures[]): Figures {
  const sum = (pick: (figures: Figures) => number): number =>
    parts.reduce((total, figures) => total + pick(figures), 0);
  const counter = (pick: (figures: Figures) => Counter | undefined): Counter =>
    Counter.sum(parts.map((figures) => pick(figures) ?? new Counter()));
  const status = {
    full: counter((figures) => figures.status.full),
    weak: counter((figures) => figures.status.weak),
    absent: counter((figures) => figures.status.absent),
  };
  return {
    drafts: sum(({ drafts }) => drafts),
    missing: counter(({ missing }) => missing),
    status,
    macroF1: macroF1Of(status),
    sentences: counter(({ sentences }) => sentences),
    faults: counter(({ faults }) => faults),
    faultsByCode: Object.fromEntries(
      FAULTS.map((fault) => [fault, counter(({ faultsByCode }) => faultsByCode[fault])]),
    ),
    choice: { right: sum(({ choice }) => choice.right), of: sum(({ choice }) => choice.of) },
    complete: {
      falselyMissing: sum(({ complete }) => complete.falselyMissing),
      of: sum(({ complete }) => complete.of),
    },
    deletion: {
      noticed: sum(({ deletion }) => deletion.noticed),
      of: sum(({ deletion }) => deletion.of),
      falseAlarms: sum(({ deletion }) => deletion.falseAlarms),
      others: sum(({ deletion }) => deletion.others),
    },
    differences: parts.flatMap(({ differences }) => differences),
  };
}

function analyseAs(draft: LabelledDraft, analyzer: Analyzer): Analysis {
  return analyzer.analyse(parseDraft(draft.text.replace(/^framework:.*\r?\n/m, '')), {
    framework: draft.framework,
  });
}

function statuses(analysis: Analysis): Record<string, Status> {
  return Object.fromEntries(analysis.sections.map(({ section, status }) => [section.id, status]));
}

function countDeletions(draft: LabelledDraft, analyzer: Analyzer, deletion: Figures['deletion']): void {
  const before = statuses(analyseAs(draft, analyzer));
  for (const id of Object.keys(draft.sections)) {
    const after = statuses(analyseAs(withoutSection(draft, id), analyzer));
    deletion.of++;
    if (after[id] !== 'full') deletion.noticed++;
    for (const other of Object.keys(after)) {
      if (other === id) continue;
      deletion.others++;
      if (after[other] === 'absent' && before[other] !== 'absent') deletion.falseAlarms++;
    }
  }
}

function countSentences(draft: LabelledDraft, analysis: Analysis, counter: Counter): void {
  const ids = analysis.sections.map(({ section }) => section.id);
  // The framework line was cut from the front matter, which moved the body.
  const moved = draft.text.length - analysis.draft.text.length;
  for (const sentence of draft.sentences) {
    const found = new Set<string>();
    for (const { line, sections } of analysis.lines) {
      const from = line.from + moved;
      const to = line.to + moved;
      const shared = Math.min(to, sentence.to) - Math.max(from, sentence.from);
      if (shared * 2 >= Math.min(to - from, sentence.to - sentence.from))
        for (const section of sections) found.add(ids[section] ?? '');
    }
    for (const id of ids) counter.add(sentence.sections.includes(id), found.has(id));
  }
}

/** The figures as a table for people. */
export function describe(figures: Figures): string {
  const share = (value: number): string => value.toFixed(3);
  const pair = ({ precision, recall, f1 }: Counter): string =>
    `P ${share(precision)}  R ${share(recall)}  F1 ${share(f1)}`;
  const { choice, complete, deletion } = figures;
  return [
    `drafts                    ${figures.drafts}`,
    `missing sections          ${pair(figures.missing)}`,
    `status macro-F1           ${share(figures.macroF1)}  (full ${share(figures.status.full.f1)}, weak ${share(figures.status.weak.f1)}, absent ${share(figures.status.absent.f1)})`,
    `sentences to sections     ${pair(figures.sentences)}`,
    `faults                    ${pair(figures.faults)}`,
    ...Object.entries(figures.faultsByCode)
      .filter(([, { hit, missed, falseAlarm }]) => hit + missed + falseAlarm > 0)
      .map(
        ([code, { hit, missed, falseAlarm }]) =>
          `  ${code.padEnd(25)}found ${hit} of ${hit + missed}, false alarms ${falseAlarm}`,
      ),
    `framework where not named ${choice.right} of ${choice.of}`,
    `complete, false "missing" ${complete.falselyMissing} of ${complete.of}`,
    `deletion noticed          ${deletion.noticed} of ${deletion.of}; false alarms ${deletion.falseAlarms} of ${deletion.others}`,
  ].join('\n');
}

function main(args: readonly string[]): void {
  const folders = args.filter((arg) => !arg.startsWith('--'));
  const only = args.includes('--check') ? true : args.includes('--train') ? false : undefined;
  if (folders.length === 0) {
    console.error(
      'usage: npm run eval -- [--check|--train] FOLDER… | verdicts.jsonl\n  FOLDER   labelled drafts: NN.md with NN.json; verdicts.jsonl: verdicts noted as wrong in the editor\n  --check  only the authors the model was not trained on; --train: only the others',
    );
    process.exitCode = 2;
    return;
  }
  const analyzer = new Analyzer(readRubrics(), readModel());
  for (const folder of folders) {
    if (folder.endsWith('.jsonl')) {
      console.log(`\n${folder}\n${describeDisputed(review(readDisputed(resolve(folder)), analyzer))}`);
      continue;
    }
    const drafts = readLabelled(resolve(folder)).filter(
      ({ author }) => only === undefined || isCheckAuthor(author) === only,
    );
    if (drafts.length === 0) {
      console.error(`${folder}: no labelled drafts among ${readdirSync(resolve(folder)).length} files`);
      process.exitCode = 2;
      continue;
    }
    const figures = evaluate(drafts, analyzer);
    console.log(
      `\n${folder}\n${describe(figures)}\n\nwhat differs:\n${figures.differences.map((line) => `  ${line}`).join('\n')}`,
    );
  }
}

if (require.main === module) main(process.argv.slice(2));
