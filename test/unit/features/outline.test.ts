import assert from 'node:assert/strict';
import { foldingRanges } from '../../../server/src/core/features/folding';
import { outline, runs } from '../../../server/src/core/features/outline';
import { analyse } from '../../support/check';
import { crlf, lines, slice } from '../../support/marked';

const OPTIONS = { framework: 'lamp' };
const TEXT = lines(
  '题目：路灯坏了，怎么办？',
  '',
  '## 态度',
  '',
  '我道歉。',
  '我再道歉。',
  '',
  '天气很好，我们沿着小路一直往上走。山上叶子红了。',
  '',
  '## 核实',
  '',
  '我查看灯杆。',
  '',
  '我道歉。',
  '',
);

/** The runs as `section: text`. */
const shown = (text: string): string[] =>
  runs(analyse(text, OPTIONS)).map((run) => `${run.section}: ${slice(text, run).replaceAll(/\s+/g, ' ')}`);

suite('features/outline: runs', () => {
  test('lines of a section in a row, with their heading', () => {
    assert.deepEqual(shown('## 态度\n\n我道歉。再道歉。\n\n我查看灯杆。'), [
      '0: 态度 我道歉。再道歉。',
      '1: 我查看灯杆。',
    ]);
  });

  test('a heading of the same section begins anew', () => {
    assert.deepEqual(shown('## 态度\n\n我道歉。\n\n## 又一段\n\n我道歉。'), [
      '0: 态度 我道歉。',
      '0: 又一段 我道歉。',
    ]);
  });

  test('what belongs to nothing is a run too', () =>
    assert.deepEqual(shown('天气很好。我道歉。'), ['-1: 天气很好。', '0: 我道歉。']));
  test('none in an empty draft', () => assert.deepEqual(shown(''), []));

  test('runs do not overlap and stand in order', () => {
    let end = 0;
    for (const { from, to } of runs(analyse(TEXT, OPTIONS))) {
      assert.ok(from >= end && to > from);
      end = to;
    }
  });
});

suite('features/outline', () => {
  test('the question, the sections with their coverage, and the rest', () => {
    const text = TEXT.replace('## 态度\n\n', '');
    assert.deepEqual(
      outline(analyse(text, OPTIONS), 'zh').map(({ name, detail, kind }) => `${kind} ${name} | ${detail}`),
      [
        'question 题目 | ',
        'section 态度 | ✓ 完整 · 要点 1/2',
        'other 未归入环节 | 天气很好，我们沿着小路一直往上走',
        'section 核实 | ◐ 薄弱 · 要点 1/2',
        'section 态度（续） | ✓ 完整 · 要点 1/2',
      ],
    );
  });

  test('a single sentence that belongs to nothing has no entry and parts nothing', () => {
    const text = '我道歉。\n\n天气很好。我再道歉。\n\n我查看灯杆。';
    assert.deepEqual(
      outline(analyse(text, OPTIONS), 'zh').map(({ name, range }) => `${name}: ${slice(text, range)}`),
      ['态度: 我道歉。\n\n天气很好。我再道歉。', '核实: 我查看灯杆。'],
    );
  });

  test('in English', () => {
    const names = outline(analyse(TEXT, OPTIONS), 'en').map(({ name, detail }) => `${name} | ${detail}`);
    assert.ok(names.includes('verify | ◐ weak · points 1/2'), names.join());
    assert.ok(names.includes('Question | '));
    assert.ok(names.some((name) => name.startsWith('attitude (continued)')));
  });

  test('a selection is the first line and lies in its entry, with any line ends', () => {
    for (const text of [TEXT, crlf(TEXT), `---\nquestion: "灯👍"\n---\n\n${TEXT}`]) {
      for (const { range, selection } of outline(analyse(text, OPTIONS), 'zh')) {
        assert.ok(range.from <= selection.from && selection.to <= range.to);
        assert.equal(/[\r\n]/.test(slice(text, selection)), false);
        assert.notEqual(slice(text, selection), '');
      }
    }
  });

  test('nothing for an empty draft', () => assert.deepEqual(outline(analyse('', OPTIONS), 'zh'), []));
});

suite('features/folding', () => {
  test('each run of a section, not what belongs to none', () => {
    const folded = foldingRanges(analyse('天气很好。\n\n我道歉。\n再道歉。\n\n我查看灯杆。', OPTIONS)).map(
      (range) => slice('天气很好。\n\n我道歉。\n再道歉。\n\n我查看灯杆。', range),
    );
    assert.deepEqual(folded, ['我道歉。\n再道歉。', '我查看灯杆。']);
  });

  test('none in an empty draft', () => assert.deepEqual(foldingRanges(analyse('', OPTIONS)), []));
});
