import assert from 'node:assert/strict';
import { Analyzer } from '../../../server/src/core/analysis/analyse';
import { Lexicon } from '../../../server/src/core/analysis/lexicon';
import {
  type BlockReading,
  type Passage,
  type PassageContext,
  passageIn,
  readBlock,
} from '../../../server/src/core/analysis/passage';
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

suite('analysis/passage: a block in its context', () => {
  const lexicon = new Lexicon(RUBRICS);
  const reading = (text: string): BlockReading => {
    const block = parseDraft(text).blocks[0]?.block;
    assert.ok(block, text);
    return readBlock(block, lexicon);
  };
  const START: PassageContext = {
    heading: undefined,
    opensHeading: false,
    headingIndex: 0,
    line: 0,
    question: undefined,
  };
  /** A heading as the blocks beneath it know it, read anew every time. */
  const heading = (text: string, headingIndex = 0) => {
    const [found] = passageIn(reading(`## ${text}`), { ...START, headingIndex }).headings;
    assert.ok(found);
    return found;
  };

  test('is the same as long as nothing changes that it takes over', () => {
    const block = reading('我道歉。去看。');
    for (const context of [
      START,
      { ...START, heading: heading('态度'), opensHeading: true },
      { ...START, question: '路灯坏了', line: 1 },
    ]) {
      const passage = passageIn(block, context);
      assert.equal(passageIn(block, { ...context }), passage);
    }
    const under = passageIn(block, { ...START, heading: heading('态度') });
    assert.equal(passageIn(block, { ...START, heading: heading('态度') }), under);
  });

  for (const [name, before, after] of [
    ['there is a heading', {}, { heading: heading('态度') }],
    ['the heading goes', { heading: heading('态度') }, {}],
    ['the heading says something else', { heading: heading('态度') }, { heading: heading('核实') }],
    ['the heading has another number', { heading: heading('态度') }, { heading: heading('态度', 2) }],
    ['something stands between', { opensHeading: true }, { opensHeading: false }],
    ['there is one more heading before it', { headingIndex: 1 }, { headingIndex: 2 }],
    ['there is one more line before it', { line: 1 }, { line: 2 }],
    ['the question is another', { question: '路灯坏了' }, { question: '电梯停了' }],
  ] as readonly (readonly [string, Partial<PassageContext>, Partial<PassageContext>])[])
    test(`is another when ${name}`, () => {
      const block = reading('我道歉。去看。');
      const known = passageIn(block, { ...START, ...before });
      const passage = passageIn(block, { ...START, ...after });
      assert.notEqual(passage, known);
      assert.deepEqual(passage.context, { ...START, ...after });
    });

  test('hands on the last heading, and whether nothing stands under it yet', () => {
    const handsOn = (text: string, context: Partial<PassageContext> = {}): unknown[] => {
      const { lastHeading, endsWithHeading } = passageIn(reading(text), { ...START, ...context });
      return [lastHeading?.evidence.sentence.folded, lastHeading?.index, endsWithHeading];
    };
    const under = { heading: heading('态度'), opensHeading: true, headingIndex: 1 };
    assert.deepEqual(handsOn('我道歉。'), [undefined, undefined, false]);
    assert.deepEqual(handsOn('## 核实'), ['核实', 0, true]);
    assert.deepEqual(handsOn('一、核实\n去看。'), ['一、核实', 0, false]);
    assert.deepEqual(handsOn('一、核实\n去看。\n二、处理', { headingIndex: -1 }), ['二、处理', -1, true]);
    assert.deepEqual(handsOn('我道歉。', under), ['态度', 0, false]);
    assert.deepEqual(handsOn('## 核实', under), ['核实', 1, true]);
    // A block that says nothing leaves it as it was.
    assert.deepEqual(handsOn('```\n码\n```', under), ['态度', 0, true]);
    assert.deepEqual(handsOn('```\n码\n```', { ...under, opensHeading: false }), ['态度', 0, false]);
  });

  test('only the first three lines of an answer are compared with the question', () => {
    const RESTATED = '路灯坏了。';
    const block = reading(RESTATED.repeat(5));
    const restated = (line: number): boolean[] => {
      const passage = passageIn(block, { ...START, question: '路灯坏了', line });
      return passage.lines.map((_, at) => passage.restates(at) > 0);
    };
    assert.deepEqual(restated(0), [true, true, true, false, false]);
    assert.deepEqual(restated(1), [true, true, false, false, false]);
    assert.deepEqual(restated(2), [true, false, false, false, false]);
    assert.deepEqual(restated(3), [false, false, false, false, false]);
    const silent = passageIn(block, START);
    assert.deepEqual([silent.restates(0), silent.restates(9)], [0, 0]);
  });

  test('a line that is not there is not observed', () =>
    assert.equal(passageIn(reading('我道歉。'), START).observe(1), undefined));
});
