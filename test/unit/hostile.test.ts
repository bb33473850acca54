import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { parseDraft } from '../../server/src/core/draft/draft';
import { isAnswerDraft } from '../../server/src/core/draft/isDraft';
import { codeActions } from '../../server/src/core/features/codeActions';
import { codeLenses } from '../../server/src/core/features/codeLens';
import { applyEdits, type Edit } from '../../server/src/core/features/edits';
import { foldingRanges } from '../../server/src/core/features/folding';
import { hover } from '../../server/src/core/features/hover';
import { insertSection } from '../../server/src/core/features/insertSection';
import { outline } from '../../server/src/core/features/outline';
import { reportMarkdown } from '../../server/src/core/features/report';
import { toFileResult } from '../../server/src/core/features/result';
import { toSarif } from '../../server/src/core/features/sarif';
import type { Range } from '../../server/src/core/text/range';
import { analyse, checkAnalysis } from '../support/check';
import { seeded } from '../corpus/random';

/** Everything the extension does with a draft; every range has to lie in it, edits must not overlap. */
function exercise(text: string): void {
  const within = ({ from, to }: Range, what: string): void =>
    assert.ok(from >= 0 && from <= to && to <= text.length, `${what} ${from}-${to} of ${text.length}`);
  const edits = (list: readonly Edit[]): void => {
    let end = 0;
    for (const edit of [...list].sort((a, b) => a.from - b.from)) {
      within(edit, 'edit');
      assert.ok(edit.from >= end, 'edits overlap');
      end = edit.to;
    }
    applyEdits(text, list);
  };
  const analysis = analyse(text, { framework: 'lamp' });
  isAnswerDraft(analysis.draft);
  for (const { line } of analysis.lines) within(line, 'line');
  const findings = checkAnalysis(analysis, { minutes: 3 });
  for (const finding of findings) {
    within(finding.range, finding.code);
    for (const { range } of finding.related) if (range) within(range, `${finding.code} related`);
  }
  const everywhere = { from: 0, to: text.length };
  for (const locale of ['zh', 'en'] as const) {
    for (const action of codeActions(analysis, findings, everywhere, locale)) edits(action.edits ?? []);
    for (const lens of codeLenses(analysis, locale)) within(lens.range, 'lens');
    for (const symbol of outline(analysis, locale)) {
      within(symbol.range, 'symbol');
      assert.ok(
        symbol.range.from <= symbol.selection.from && symbol.selection.to <= symbol.range.to,
        'selection lies in its symbol',
      );
    }
    for (const offset of [0, Math.floor(text.length / 2), text.length]) {
      const shown = hover(analysis, findings, offset, locale);
      if (shown) within(shown.range, 'hover');
    }
    reportMarkdown(analysis, findings, 'a|b.md', locale, String);
    JSON.stringify(toSarif({ version: 1, files: [toFileResult('a.md', analysis, findings, locale)] }, '1'));
  }
  for (const range of foldingRanges(analysis)) within(range, 'fold');
  for (const id of ['*', 'attitude', 'verify', 'lasting', 'none']) edits(insertSection(analysis, id));
}

const HOSTILE: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['a NUL', '\0'],
  ['NULs in a draft', '题目：\0\n\n道\0歉。\0'],
  ['only white space', ' \n\t\r\n　\n'],
  ['only a byte order mark', '\uFEFF'],
  ['only line ends', '\r\n\r\r\n\n'],
  ['many stars', '*'.repeat(100_000)],
  ['many stars around a word', `${'*'.repeat(100_000)}道歉${'*'.repeat(100_000)}`],
  ['many marks that close', '道歉* '.repeat(20_000)],
  ['many emphases', '*道歉'.repeat(4000)],
  ['deeply nested quotes', `${'>'.repeat(10_000)} 道歉`],
  ['deeply nested lists', `${'- '.repeat(3000)}道歉`],
  [
    'deeply indented lists',
    Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- 道歉。`).join('\n'),
  ],
  ['many brackets', '['.repeat(20_000)],
  ['pictures nested deeply', `${'!['.repeat(20_000)}道歉${'](b)'.repeat(20_000)}`],
  ['links nested deeply', `${'[道歉]['.repeat(10_000)}b${']'.repeat(10_000)}`],
  ['many comments and tags left open', '<!--<?<!A<![CDATA[<a b="道歉'.repeat(5000)],
  ['many links', '[a]('.repeat(5000)],
  ['many comments left open', 'a<!--'.repeat(10_000)],
  ['a comment left open', '道歉。\n\n<!-- zhangfa-disable\n\n道歉。'],
  ['many headings', '## 态度\n\n'.repeat(2000)],
  ['many tables', '| a |\n| - |\n| 道歉 |\n\n'.repeat(500)],
  ['a long line', '我道歉，'.repeat(4000)],
  ['many short sentences', '我道歉。'.repeat(5000)],
  ['many lines that do not end', `${'字'.repeat(30)}\n`.repeat(500)],
  ['many quotation marks', '“'.repeat(20_000)],
  ['lone surrogates', '\ud800道歉\udfff。'.repeat(100)],
  [
    'every control character',
    Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('道歉'),
  ],
  ['line separators', '道歉。\u2028道歉。\u2029道\u0085歉。'],
  ['combining marks', '道\u0301歉\u0301'.repeat(100)],
  ['right-to-left marks', '\u202e道歉。\u202c\u2066道歉。'],
  ['front matter left open', '---\nquestion: 灯\n道歉。'],
  ['front matter of brackets', `---\nquestion: ${'['.repeat(200)}\n---\n道歉。`],
  ['front matter of aliases', '---\na: &a [好, 好]\nquestion: *a\nframework: *b\n---\n道歉。'],
  ['front matter that is a list', '---\n- 灯\n---\n道歉。'],
  ['front matter over half a line end', '---\r\nquestion: 灯\r---\r\n道歉。'],
  ['placeholders', '【】'.repeat(1000) + '【'.repeat(1000)],
  ['only suppressions', '<!-- zhangfa-disable -->'.repeat(300)],
];

suite('hostile input', () => {
  for (const [name, text] of HOSTILE) test(name, () => exercise(text));

  test('random units', () => {
    const random = seeded(99);
    for (let round = 0; round < 60; round++) {
      exercise(
        String.fromCharCode(
          ...Array.from({ length: Math.floor(random() * 200) }, () => Math.floor(random() * 0x10000)),
        ),
      );
    }
  });

  test('random pieces of drafts', () => {
    const random = seeded(5);
    const pieces = [
      '## 态度',
      '\n',
      '\r\n',
      '\n\n',
      '道歉',
      '急什么',
      '。',
      '“',
      '”',
      '- ',
      '> ',
      '| ',
      '|\n',
      '**',
      '---\n',
      'framework: x',
      'question: 灯',
      '<!-- zhangfa-disable-next-line -->',
      '【谁】',
      '题目：',
      '\ud83d',
      '👍',
      '一、',
      '首先，',
      '```\n',
      '<div>',
      '更换灯泡',
      '    ',
      '\t',
    ];
    for (let round = 0; round < 300; round++) {
      const count = Math.floor(random() * 40);
      const start = random() < 0.3 ? '---\n' : '';
      exercise(
        start +
          Array.from({ length: count }, () => pieces[Math.floor(random() * pieces.length)] ?? '').join(''),
      );
    }
  });

  test('more sentences and findings than a call takes arguments', () => {
    const analysis = analyse('我道歉，急什么。'.repeat(130_000), { framework: 'lamp' });
    assert.equal(analysis.answer.lines.length, 130_000);
    assert.equal(checkAnalysis(analysis).filter(({ code }) => code === 'wording.taboo').length, 130_000);
    assert.equal(insertSection(analysis, 'verify').length, 1);
  });

  test('many blanks inside a line', () => {
    const draft = parseDraft(`道歉：${' '.repeat(100_000)}好。`);
    assert.equal(draft.blocks[0]?.block.sentences[0]?.hanzi, 3);
  });

  // Where the stack runs out while V8 compiles a regular expression, the process aborts: nothing can catch that.
  for (const [name, call] of [
    [
      'front matter',
      `require('../../server/src/core/draft/draft').parseDraft('---\\nquestion: ' + brackets + '\\n---\\n')`,
    ],
    ['a rubric', `require('../../server/src/core/framework/load').loadRubric('id: ' + brackets, 'test:')`],
  ] as const) {
    test(`brackets nested deeply in ${name} do not bring the process down, however deep the stack is`, () => {
      const script = `
        const brackets = '['.repeat(2000);
        const under = (frames, work) => (frames === 0 ? work() : under(frames - 1, work));
        for (let frames = 0; frames < 1200; frames += 3) under(frames, () => { ${call}; return 0; });
      `;
      const { status, signal } = spawnSync(process.execPath, ['-e', script], {
        cwd: __dirname,
        timeout: 60_000,
      });
      assert.deepEqual([status, signal], [0, null]);
    });
  }
});
