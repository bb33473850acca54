import assert from 'node:assert/strict';
import { Analyzer } from '../../../server/src/core/analysis/analyse';
import type { Passage } from '../../../server/src/core/analysis/passage';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { everything } from '../../support/everything';
import { analyse } from '../../support/check';
import { fixtureModel } from '../../support/fixtureModel';
import { RUBRICS } from '../../support/fixtureRubrics';
import { lines } from '../../support/marked';

const passagesOf = (text: string): readonly Passage[] => analyse(text, { framework: 'lamp' }).answer.passages;

/** The lines with what surrounds them. */
const observed = (passage: Passage) =>
  passage.lines.map(({ sentence }, line) => {
    const seen = passage.observe(line);
    assert.ok(seen && seen.evidence.sentence === sentence);
    const heading = passage.headingOf(line);
    assert.equal(seen.heading, heading);
    return { ...seen, heading };
  });

/** Every line as `number of its heading, heading / text`, with ¶ where a paragraph and § where a heading begins. */
function shown(text: string): string[] {
  return passagesOf(text).flatMap((passage) =>
    observed(passage).map(({ heading, opensHeading, startsParagraph, evidence }) => {
      const under = heading ? `${heading.index} ${heading.evidence.sentence.folded} / ` : '';
      return `${under}${opensHeading ? '§' : ''}${startsParagraph ? '¶' : ''}${evidence.sentence.folded}`;
    }),
  );
}

suite('analysis/passage', () => {
  test('lines know the heading they stand under, in whatever block it is', () => {
    assert.deepEqual(
      shown('开头。\n\n## 态度\n\n道歉。再说。\n\n好。\n\n> 引文。\n\n再好。\n\n## 核实\n\n去看。'),
      [
        '¶开头。',
        '0 态度 / §¶道歉。',
        '0 态度 / 再说。',
        '0 态度 / ¶好。',
        '0 态度 / ¶再好。',
        '1 核实 / §¶去看。',
      ],
    );
  });

  test('several headings in one block, and lines after them in the next', () => {
    assert.deepEqual(
      shown('一、态度\n道歉。再说。\n二、核实\n\n去看。\n三、处理\n换灯。\n四、安抚\n五、长效\n巡查。'),
      [
        '0 一、态度 / §¶道歉。',
        '0 一、态度 / 再说。',
        '1 二、核实 / §¶去看。',
        '2 三、处理 / §¶换灯。',
        '4 五、长效 / §¶巡查。',
      ],
    );
  });

  test('headings that are not as many as the sections of any framework have no numbers', () => {
    assert.deepEqual(shown('## 一\n\n好。\n\n## 二\n\n好。\n\n## 三\n\n好。'), [
      '-1 一 / §¶好。',
      '-1 二 / §¶好。',
      '-1 三 / §¶好。',
    ]);
  });

  test('a block knows its headings and the 字 of the rest', () => {
    const readings = passagesOf('一、态度\n道歉。再说。\n二、核实').map(({ reading }) => reading);
    assert.deepEqual(
      readings.map(({ headings, hanzi }) => [headings, hanzi]),
      [[2, 4]],
    );
  });

  test('one block in sixteen or so ends a chapter, by what it says', () => {
    const text = Array.from({ length: 1600 }, (_, i) => {
      const first = String.fromCharCode(0x4e00 + i);
      return `${first.repeat(1 + (i % 7))}灯亮了，${'好'.repeat(i % 23)}。`;
    }).join('\n\n');
    const ends = (all: readonly Passage[]): boolean[] => all.map(({ endsChapter }) => endsChapter);
    const count = ends(passagesOf(text)).filter(Boolean).length;
    assert.ok(count > 60 && count < 140, String(count));
    const [, ...rest] = ends(passagesOf(`再说。\n\n${text}`));
    assert.deepEqual(rest, ends(passagesOf(text)));
  });
});

suite('analysis/passage: what stands before a block changes', () => {
  const QUESTION = '---\nquestion: 居民说路灯坏了没人管\n---\n\n';
  const RESTATED = '居民说路灯坏了没人管，我很着急，一定去办。';
  for (const [name, before, from, to] of [
    ['the question', `${QUESTION}${RESTATED}\n\n好。`, '路灯坏了', '电梯停了'],
    ['the text of the heading', '## 态度\n\n好。\n\n走了一趟。', '态度', '核实'],
    ['the line between it and its heading', '## 态度\n\n好。\n\n走了一趟。\n\n去看。', '好。\n\n', ''],
    ['the number of lines before it', `${QUESTION}好。\n\n再好。\n\n${RESTATED}`, '再好。', '再好。又好。'],
    [
      'the number of headings before it',
      lines(
        '好。',
        '',
        '## 态度',
        '',
        '好。',
        '',
        '## 核实',
        '',
        '走了。',
        '',
        '## 处理',
        '',
        '## 安抚',
        '',
        '走了。',
      ),
      '好。\n\n## 态',
      '## 开头\n\n好。\n\n## 态',
    ],
    ['the order of headings', '## 核实\n\n## 处理\n\n走了一趟。\n\n好。', '## 核实\n\n', ''],
  ] as const)
    test(name, () => {
      const model = fixtureModel();
      const options = { framework: 'lamp' };
      const analyzer = new Analyzer(RUBRICS, model);
      const draft = parseDraft(before);
      const known = everything(analyzer.analyse(draft, options));
      const at = before.indexOf(from);
      const after = before.replace(from, to);
      const next = parseDraft(after, draft, [{ from: at, to: at + from.length, inserted: to.length }]);
      const analysis = analyzer.analyse(next, options);
      const anew = new Analyzer(RUBRICS, model).analyse(parseDraft(after), options);
      assert.deepEqual(everything(analysis), everything(anew));
      assert.notDeepEqual(everything(analysis), known);
      const contexts = (all: readonly Passage[]): unknown =>
        all.map((passage) =>
          observed(passage).map(({ heading, opensHeading, restates }) => [
            heading?.index,
            heading?.evidence.sentence.folded,
            opensHeading,
            restates,
          ]),
        );
      assert.deepEqual(contexts(analysis.answer.passages), contexts(anew.answer.passages));
    });
});
