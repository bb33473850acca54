import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { documentDefinitions } from '../../../server/src/core/features/documentDefinition';
import { documentHover } from '../../../server/src/core/features/documentHover';
import type { Locale } from '../../../server/src/core/messages/messages';
import { checkRule } from '../../support/check';
import { slice } from '../../support/marked';
import { cleaned, libraryOf, noPhrases } from '../references/support';

const ID = 'file:///d/接访_1.txt';
const SAID = '来了人先请坐倒水，听他把话说完再开口';
const NEXT = '然后把要求一条一条记下来，念给他听一遍，问他有没有漏掉的，再告诉他几天之内给答复';
const library = libraryOf({});
library.add(
  cleaned(ID, `接访\n\n一、先请坐\n\n门口贴一张指路图。${SAID}。\n\n${NEXT}。\n\n讲完。`),
  noPhrases(ID),
);

function at(
  text: string,
  words: string,
  locale: Locale = 'zh',
): { about: string; markdown: string } | undefined {
  const shown = documentHover(parseDraft(text), library, text.indexOf(words) + 1, locale);
  return shown && { about: slice(text, shown.range), markdown: shown.markdown };
}

suite('features/documentHover', () => {
  test('text of a document names it and shows where it stands', () => {
    assert.deepEqual(at(`我想：${SAID}。天气好。`, '请坐'), {
      about: SAID,
      markdown: [
        '与参考文档 **接访\\_1.txt** 第 5 行相同，17 字 · 一、先请坐',
        '',
        `> 门口贴一张指路图。**${SAID}**。`,
      ].join('\n'),
    });
    assert.match(
      at(SAID, '请坐', 'en')?.markdown ?? '',
      /^Same as reference document \*\*接访\\_1\.txt\*\*, line 5: 17 characters/,
    );
  });

  test('other text has none', () => {
    assert.equal(at(`${SAID}。天气好。`, '天气'), undefined);
    assert.equal(at(SAID.slice(0, 10), '请坐'), undefined);
    assert.equal(at(`题目：${SAID}怎么办？\n\n好。`, '请坐'), undefined);
  });

  test('long text is cut in the middle of nothing', () => {
    const own = libraryOf({ a: `${'前'.repeat(59)}😀${'字𠮷'.repeat(300)}` });
    const text = '字𠮷'.repeat(200);
    const shown = documentHover(parseDraft(text), own, 4, 'zh')?.markdown ?? '';
    assert.ok(shown.length < 500);
    assert.equal(/(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/.test(shown), false);
    assert.ok(shown.includes('…'));
  });

  test('a document cannot act as Markdown', () => {
    const own = libraryOf({
      'file:///[a](b).txt': '<img src=x> [点](http://x) 来了人先请坐倒水听他把话说完',
    });
    const shown = documentHover(parseDraft('来了人先请坐倒水听他把话说完'), own, 2, 'zh')?.markdown ?? '';
    assert.match(shown, /\*\*\\\[a\\\]\(b\)\.txt\*\*/);
    assert.match(shown, /^> \\<img src=x\\> \\\[点\\\]\(http:\/\/x\)/m);
  });
});

suite('features/documentDefinition', () => {
  const spans = (text: string, offset: number): unknown[] =>
    documentDefinitions(
      parseDraft(text),
      checkRule('source.copied', text, { references: library }),
      library,
      offset,
    );

  test('the place of the run under the cursor', () => {
    assert.deepEqual(spans(`好。${SAID}。`, 5), [
      { document: ID, start: { line: 4, character: 9 }, end: { line: 4, character: 9 + SAID.length } },
    ]);
    assert.deepEqual(spans(`好。${SAID}。`, 1), []);
  });

  test('the place of a finding is told once', () => {
    const text = `${SAID}。${NEXT}。`;
    assert.equal(checkRule('source.copied', text, { references: library }).length, 1);
    assert.deepEqual(spans(text, 30), [
      { document: ID, start: { line: 4, character: 9 }, end: { line: 6, character: NEXT.length } },
    ]);
  });

  test('places other findings point to', () => {
    const span = { document: ID, start: { line: 0, character: 0 }, end: { line: 0, character: 2 } };
    const finding = {
      code: 'cliche',
      severity: 'hint',
      range: { from: 0, to: 2 },
      message: '',
      related: [
        { span, message: '' },
        { range: { from: 0, to: 1 }, message: '' },
      ],
    } as const;
    assert.deepEqual(documentDefinitions(parseDraft('天气好。'), [finding], library, 1), [span]);
    assert.deepEqual(documentDefinitions(parseDraft('天气好。'), [finding], library, 3), []);
  });
});
