import assert from 'node:assert/strict';
import type { Answer } from '../../../server/src/core/analysis/lines';
import { analyse } from '../../support/check';
import { crlf, lines, slice } from '../../support/marked';

const answerOf = (text: string): Answer => analyse(text).answer;

/** The lines as `heading / text`, with ¶ where a paragraph starts and § where the first under a heading stands. */
function layout(text: string): string[] {
  return answerOf(text).lines.map((line) => {
    const heading = line.heading ? `${slice(text, line.heading)} / ` : '';
    return `${heading}${line.opensHeading ? '§' : ''}${line.startsParagraph ? '¶' : ''}${slice(text, line)}`;
  });
}

suite('analysis/lines', () => {
  test('sentences stand under the heading before them', () => {
    const text = lines('开头。', '', '## 态度', '', '道歉。再说。', '', '好。', '', '## 核实', '', '去看。');
    assert.deepEqual(layout(text), [
      '¶开头。',
      '态度 / §¶道歉。',
      '态度 / 再说。',
      '态度 / ¶好。',
      '核实 / §¶去看。',
    ]);
    assert.deepEqual(layout(crlf(text)), layout(text));
  });

  test('every line and every item begins a paragraph', () => {
    assert.deepEqual(layout('道歉。\n去看。再看。\n\n- 好。\n- 坏。'), [
      '¶道歉。',
      '¶去看。',
      '再看。',
      '¶好。',
      '¶坏。',
    ]);
  });

  test('a numbered line is a heading, a numbered lead is a line', () => {
    assert.deepEqual(layout('一、态度\n道歉。'), ['一、态度 / §¶道歉。']);
    assert.deepEqual(layout('一、道歉。我起身说对不起。'), ['¶一、道歉。', '我起身说对不起。']);
  });

  test('headings count from 0 and say whether they are empty', () => {
    const text = lines(
      '# 稿',
      '',
      '## 态度',
      '',
      '道歉。',
      '',
      '## 核实',
      '',
      '<!-- 空 -->',
      '',
      '## 处理',
      '',
      '> 引文。',
    );
    assert.deepEqual(
      answerOf(text).headings.map((heading) => [heading.index, slice(text, heading), heading.empty]),
      [
        [0, '稿', true],
        [1, '态度', false],
        [2, '核实', true],
        [3, '处理', true],
      ],
    );
  });

  test('the question is no line', () => {
    assert.deepEqual(layout('## 题目\n\n灯坏了，怎么办？\n\n## 作答\n\n道歉。'), ['作答 / §¶道歉。']);
  });

  test('the first lines know how much of the question they repeat', () => {
    const text =
      '---\nquestion: 居民说路灯坏了没人管\n---\n\n居民说路灯坏了，我很着急，一定要马上去办。去看。';
    const [first, second] = answerOf(text).lines.map(({ restates }) => restates);
    assert.ok(first !== undefined && first > 0.2 && first < 1, String(first));
    assert.equal(second, 0);
  });

  test('only the first three are compared', () => {
    const text =
      '---\nquestion: 路灯坏了没人管\n---\n\n好。好。好。后来路灯坏了没人管的事就再也没有发生过了。';
    assert.equal(answerOf(text).lines.at(-1)?.restates, 0);
  });

  test('without a question nothing is repeated', () => {
    assert.deepEqual(
      answerOf('道歉。去看。').lines.map(({ restates }) => restates),
      [0, 0],
    );
  });

  test('evidence is placed from the block, lines from the draft', () => {
    const text = '开头。\n\n我先道歉。';
    const line = answerOf(text).lines[1];
    const hit = line?.evidence.cues[0];
    assert.ok(line && hit);
    assert.equal(line.blockFrom, 5);
    assert.equal(slice(text, { from: line.blockFrom + hit.from, to: line.blockFrom + hit.to }), '道歉');
  });

  test('an empty draft has nothing', () => {
    const { lines: none, headings, first, count } = answerOf('');
    assert.deepEqual([none, headings, first, count], [[], [], undefined, 0]);
  });
});

suite('analysis/lines: asked one by one', () => {
  const TEXTS: Readonly<Record<string, string>> = {
    nothing: '',
    'only lines': '开头。再说。\n\n去看。',
    'only headings': '## 态度\n\n## 核实',
    'a heading at the end': '开头。\n\n## 态度',
    'headings in several blocks': lines(
      '## 态度',
      '',
      '好。',
      '',
      '## 核实',
      '',
      '## 处理',
      '',
      '好。再说。',
    ),
    'headings and lines in one block': '一、态度\n道歉。\n二、核实\n三、处理\n去看。再看。\n四、长效',
    'numbered headings in several blocks':
      '一、态度\n\n二、核实\n道歉。\n\n三、处理\n\n去看。\n四、长效\n\n五、其他',
    'quotes and comments between': lines(
      '## 态度',
      '',
      '> 引文。',
      '',
      '<!-- 空 -->',
      '',
      '## 核实',
      '',
      '好。',
    ),
  };
  for (const [name, text] of Object.entries(TEXTS))
    test(`say the same as all of them: ${name}`, () => {
      const answer = answerOf(text);
      const { passages } = answer;
      const placedLines = passages.flatMap((passage, at) =>
        passage.lines.map((_, line) => answer.placeLine(at, line)),
      );
      assert.deepEqual(
        placedLines.map((line) => line && slice(text, line)),
        answer.lines.map((line) => slice(text, line)),
      );
      assert.equal(answer.count, answer.lines.length);
      const headings = passages.flatMap((passage, at) =>
        passage.headings.map((_, heading) => ({
          place: answer.placeHeading(at, heading),
          empty: answer.isEmptyHeading(at, heading),
        })),
      );
      assert.equal(answer.headingCount, answer.headings.length);
      assert.deepEqual(
        headings.map(({ place, empty }) => [place && slice(text, place), empty]),
        answer.headings.map((heading) => [slice(text, heading), heading.empty]),
      );
      assert.deepEqual(
        answer.emptyHeadings().map(({ passage, heading }) => answer.placeHeading(passage, heading)?.from),
        answer.headings.filter(({ empty }) => empty).map(({ from }) => from),
      );
      const [line] = answer.lines;
      const first = line ?? answer.headings[0];
      assert.equal(answer.first?.from, first?.from);
    });

  test('an empty heading knows the passage of the next', () => {
    const answer = answerOf('## 态度\n\n## 核实\n\n好。\n\n## 处理');
    assert.deepEqual(answer.emptyHeadings(), [
      { passage: 0, heading: 0, next: 1 },
      { passage: 3, heading: 0, next: undefined },
    ]);
  });

  test('passages by number: where they begin, their first lines and their headings', () => {
    const answer = answerOf('## 态度\n\n好。再好。\n\n一、核实\n二、处理\n去看。');
    const numbers = [...answer.passages.keys()];
    assert.deepEqual(
      numbers.map((at) => [answer.fromOf(at), answer.startOf(at), answer.headingsIn(at)]),
      [
        [0, 0, 1],
        [7, 0, 0],
        [14, 2, 2],
      ],
    );
    assert.deepEqual([answer.fromOf(9), answer.startOf(9), answer.headingsIn(9)], [0, 0, 0]);
  });

  test('how many passages begin before a place', () => {
    const answer = answerOf('好。\n\n再好。\n\n去看。');
    assert.deepEqual(
      [0, 1, 4, 5, 9, 10, 99].map((offset) => answer.passagesBefore(offset)),
      [0, 1, 1, 2, 2, 3, 3],
    );
    assert.equal(answer.passagesBefore(undefined), 3);
  });

  test('its passages stand in chapters, all of them, in order', () => {
    const answer = answerOf(
      Array.from({ length: 80 }, (_, at) => `第${at}段${'好'.repeat(at % 7)}。`).join('\n\n'),
    );
    const { chapters, starts } = answer.chapters;
    assert.ok(chapters.length > 1, String(chapters.length));
    assert.deepEqual(
      chapters.flatMap(({ members }) => members),
      answer.passages,
    );
    for (const [at, { members }] of chapters.entries())
      assert.equal(members[0], answer.passages[starts[at] ?? -1]);
    assert.equal(answer.chapters, answer.chapters);
  });

  test('there is nothing where there is nothing', () => {
    const answer = answerOf('## 态度\n\n好。');
    for (const [passage, at] of [
      [5, 0],
      [0, 5],
      [1, 1],
    ] as const) {
      assert.equal(answer.placeLine(passage, at), undefined);
      assert.equal(answer.placeHeading(passage, at), undefined);
    }
  });

  test('headings are numbered only where there are as many as some framework has sections', () => {
    const numbers = (text: string): number[] =>
      answerOf(text).passages.flatMap(({ headings }) => headings.map(({ index }) => index));
    assert.deepEqual(numbers('## 态度\n\n好。\n\n## 核实\n\n好。'), [0, 1]);
    assert.deepEqual(numbers('## 态度\n\n好。\n\n## 核实\n\n## 处理'), [-1, -1, -1]);
    assert.deepEqual(numbers('## 一\n\n好。\n\n## 二\n\n## 三\n\n## 四\n\n## 五'), [0, 1, 2, 3, 4]);
  });
});
