import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Analyzer } from '../../server/src/core/analysis/analyse';
import { parseDraft } from '../../server/src/core/draft/draft';
import { checkRules } from '../../server/src/core/rules/check';
import { readModel, readRubrics, ROOT } from '../support/rubrics';
import { FAULTS } from './evaluate';
import { Counter } from './metrics';

const FOLDER = join(ROOT, 'test/corpus/faults');
/** A list is answered by its own code; traps of role by either of these. */
const ANSWERED_BY: Readonly<Record<string, readonly string[]>> = {
  'role.traps': ['role.shirk', 'promise.beyond-authority'],
  decoys: FAULTS,
};

/** Around a single sentence: an answer in which nothing else is at fault. */
const QUESTION = '一位群众到窗口反映问题，说着说着激动起来，要投诉，你怎么处理？';
const BEFORE = '我先请他坐下，问清楚是哪一天、在哪个窗口、办的什么事，一条一条记下来。';
const AFTER = '办到哪一步，我周三上午打电话告诉他，办完以后再问问他还有没有别的想法。';

/** One line of a list: a fault of the list's code (`+`), or something that only looks like it (`-`). */
export interface FaultExample {
  readonly list: string;
  readonly fault: boolean;
  /** Looked at while the rules were written; the others only measure them. */
  readonly development: boolean;
  readonly line: string;
  readonly text: string;
}

/** Reads the lists; of each list every second fault and every second look-alike is kept aside as a check. */
export function readFaultLists(): FaultExample[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => {
      const counts = { '+': 0, '-': 0 };
      return readFileSync(join(FOLDER, name), 'utf8')
        .split('\n')
        .filter((line) => /^[+-] /.test(line))
        .map((line) => {
          const sign = line.startsWith('+') ? '+' : '-';
          return {
            list: name.replace(/\.txt$/, ''),
            fault: sign === '+',
            development: counts[sign]++ % 2 === 0,
            line: line.slice(2),
            text: draftOf(line.slice(2)),
          };
        });
    });
}

/** `question ｜ answer` with ¶ between paragraphs, or a single sentence. */
function draftOf(line: string): string {
  const [question, answer] = line.includes('｜')
    ? line.split('｜')
    : [QUESTION, `${BEFORE}¶${line}¶${AFTER}`];
  return `---\nquestion: ${JSON.stringify(question)}\n---\n\n${(answer ?? '').replaceAll('¶', '\n\n')}\n`;
}

export interface ListFigures {
  readonly own: Counter;
  /** Other faults reported for the look-alikes and, for what is a fault, besides the right one. */
  readonly others: number;
  readonly wrong: readonly string[];
}

/** Runs all rules over the examples of a list and counts what they say of it. */
export function measureList(examples: readonly FaultExample[], analyzer: Analyzer): ListFigures {
  const own = new Counter();
  const wrong: string[] = [];
  let others = 0;
  for (const { list, fault, line, text } of examples) {
    const codes = new Set(checkRules(analyzer.analyse(parseDraft(text))).map(({ code }) => code));
    const right = ANSWERED_BY[list] ?? [list];
    const found = right.some((code) => codes.has(code as never));
    own.add(fault, found);
    const besides = [...codes].filter((code) => FAULTS.includes(code) && !right.includes(code));
    others += besides.length;
    if (found !== fault) wrong.push(`${fault ? 'not found' : 'false alarm'}: ${line}`);
    if (besides.length > 0) wrong.push(`besides ${besides.join(', ')}: ${line}`);
  }
  return { own, others, wrong };
}

if (require.main === module) {
  const analyzer = new Analyzer(readRubrics(), readModel());
  const examples = readFaultLists();
  const half = process.argv[2];
  for (const development of [true, false]) {
    const name = development ? 'development' : 'check';
    const counters: Counter[] = [];
    for (const list of new Set(examples.map((example) => example.list))) {
      const figures = measureList(
        examples.filter((example) => example.list === list && example.development === development),
        analyzer,
      );
      counters.push(figures.own);
      const { hit, falseAlarm, missed } = figures.own;
      console.log(
        `${name} ${list}: ${hit} of ${hit + missed}, false alarms ${falseAlarm}, others ${figures.others}`,
      );
      if (half === name) for (const line of figures.wrong) console.log(`    ${line}`);
    }
    const total = Counter.sum(counters);
    console.log(
      `${name}: P ${total.precision.toFixed(3)} R ${total.recall.toFixed(3)} F1 ${total.f1.toFixed(3)}\n`,
    );
  }
}
