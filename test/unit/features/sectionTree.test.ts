import assert from 'node:assert/strict';
import { sectionTree } from '../../../server/src/core/features/sectionTree';
import { analyse } from '../../support/check';
import { crlf, lines, slice } from '../../support/marked';

const OPTIONS = { framework: 'lamp' };
const TEXT = lines(
  '题目：路灯坏了，怎么办？',
  '',
  '## 态度',
  '',
  '我道歉。',
  '',
  '我查看灯杆，问清时间。',
  '',
);

suite('features/sectionTree', () => {
  for (const [name, text] of [
    ['', TEXT],
    [', Windows line ends', crlf(TEXT)],
  ] as const) {
    test(`sections in order, each where it begins${name}`, () => {
      assert.deepEqual(
        sectionTree(analyse(text, OPTIONS), 'zh').map(({ title, status, range }) => [
          title,
          status === 'absent',
          range && slice(text, range),
        ]),
        [
          ['态度', false, '态度'],
          ['核实', false, '我查看灯杆，问清时间。'],
          ['处理', true, undefined],
          ['长效', true, undefined],
        ],
      );
    });
  }

  test('points with the words that show them', () => {
    const points = sectionTree(analyse(TEXT, OPTIONS), 'zh').map((section) =>
      section.points.map(({ id, need, covered, range }) =>
        [id, need, covered ? 'there' : 'not', range ? slice(TEXT, range) : ''].join(' ').trim(),
      ),
    );
    assert.deepEqual(points.slice(0, 2), [
      ['apologise required there 道歉', 'thank optional not'],
      ['look required there 查看灯杆', 'ask required there 问清时间'],
    ]);
  });

  test('a section only asked for by some questions is listed for those only', () => {
    const titles = (question: string): string[] =>
      sectionTree(analyse(`题目：${question}\n\n我道歉。`, OPTIONS), 'zh').map(({ title }) => title);
    assert.ok(!titles('路灯坏了？').includes('安抚'));
    assert.ok(titles('居民吵闹？').includes('安抚'));
  });

  test('nothing without a framework', () =>
    assert.deepEqual(sectionTree(analyse('好。', { rubrics: { frameworks: [], wording: [] } }), 'zh'), []));

  test('in English', () => {
    const [first] = sectionTree(analyse(TEXT, OPTIONS), 'en');
    assert.equal(first?.title, 'attitude');
  });
});
