import assert from 'node:assert/strict';
import { completionDocumentation } from '../../../server/src/core/features/completionDoc';
import type { Locale } from '../../../server/src/core/messages/messages';
import { BANK, type FixtureDocument, offered, sourcesOf } from './phraseSupport';

const Q = '题目：路灯坏了。\n\n';

/** The documentation of a phrase that is offered. */
function documentation(label: string, locale: Locale = 'zh', sources = sourcesOf()): string | undefined {
  const items = ['‸', '我查看灯杆。‸'].flatMap((source) => offered(Q + source, { sources }));
  const item = items.find((one) => one.label.startsWith(label));
  assert.ok(item, `${label} among ${items.map((one) => one.label).join()}`);
  return completionDocumentation(item.data, sources, locale);
}

/** The documentation of the only phrase of a document of one line. */
function ofLine(line: string, text: string, more: Partial<FixtureDocument> = {}): string {
  const phrases = [{ text, slots: ['lamp/attitude'] }];
  const sources = sourcesOf([{ name: '甲.txt', lines: [line], phrases, ...more }], []);
  return documentation(text, 'zh', sources) ?? '';
}

suite('features/completionDoc', () => {
  test('the passage with the phrase in bold, its document, line and heading', () => {
    assert.equal(
      documentation('先看清'),
      '**路灯.txt** · 第 2 行 · “查看现场”之下\n\n> 到了现场，**先看清灯杆编号**，再问清楚哪天开始不亮，多一分耐心，少一分急躁，问完再走。',
    );
    assert.match(documentation('先看清', 'en') ?? '', /^\*\*路灯\.txt\*\* · line 2 · under “查看现场”\n/);
  });

  test('for a phrase of a bank, what it rests on', () => {
    assert.equal(documentation('我带上'), '**内置表述**\n\n_依据：参考文档 900 第 44 行_');
    assert.equal(documentation('您好'), '**内置表述** · 固定说法\n\n_依据：900_');
    assert.equal(
      documentation('我带上', 'en'),
      '**built-in phrase**\n\n_Source: reference document 900, line 44_',
    );
  });

  test('a bank of the writer’s own by its title', () => {
    const sources = sourcesOf([], [{ ...BANK, origin: 'file:///w/mine.yaml' }]);
    assert.match(documentation('我带上', 'zh', sources) ?? '', /^\*\*路灯的表述\*\*\n/);
  });

  test('nothing when document or bank is gone', () => {
    const gone = { text: '先看清', document: 'file:///x.txt', line: 0, from: 0, to: 3 };
    assert.equal(completionDocumentation(gone, sourcesOf(), 'zh'), undefined);
    assert.equal(
      completionDocumentation({ ...gone, document: 'bank:lamp', line: 99 }, sourcesOf(), 'zh'),
      undefined,
    );
    assert.equal(completionDocumentation(gone, { references: undefined, banks: [] }, 'zh'), undefined);
  });

  test('nothing is in bold for a phrase without words', () => {
    const [document] = sourcesOf().references.documents.keys();
    assert.ok(document !== undefined);
    const mark = { text: '！', document, line: 0, from: 0, to: 1 };
    assert.match(completionDocumentation(mark, sourcesOf(), 'zh') ?? '', /\n\n> 先说一声对不起，[^*]*$/);
  });

  test('only what stands around it of a long passage', () => {
    const shown = ofLine(`${'前'.repeat(200)}，先看灯杆，${'后'.repeat(200)}`, '先看灯杆');
    assert.equal(shown.split('> ')[1], `…${'前'.repeat(79)}，**先看灯杆**，${'后'.repeat(79)}…`);
    const pairs = ofLine(`${'👍'.repeat(100)}先看灯杆${'👍'.repeat(100)}`, '先看灯杆').split('> ')[1] ?? '';
    assert.equal(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(pairs), false);
  });

  test('bold from word to word, so that it is seen as such beside Chinese', () =>
    assert.equal(ofLine('他说“您先坐”再问。', '“您先坐”').split('> ')[1], '他说“**您先坐**”再问。'));

  test('of several places the one it was taken from', () => {
    const line = '先看灯杆，后来又先看灯杆。';
    const sources = sourcesOf([{ name: '甲.txt', lines: [line], phrases: [] }], []);
    const data = { text: '先看灯杆', document: 'file:///甲.txt', line: 0, from: 8, to: 12 };
    assert.match(completionDocumentation(data, sources, 'zh') ?? '', /> 先看灯杆，后来又\*\*先看灯杆\*\*。$/);
  });

  test('words that cleaning has changed: the passage without bold', () => {
    const sources = sourcesOf([{ name: '甲.txt', lines: ['完全不同的一句话。'], phrases: [] }], []);
    const data = { text: '先看灯杆', document: 'file:///甲.txt', line: 0, from: 0, to: 4 };
    assert.match(completionDocumentation(data, sources, 'zh') ?? '', /> 完全不同的一句话。$/);
  });

  test('nothing of a document acts as Markdown', () => {
    const line = '- <b>*先看*</b> [灯杆](http://x.y) `a` &amp; www.x.y # 先看灯杆';
    const shown = ofLine(line, '先看灯杆', { name: '[a](b)*.txt', heading: '# <i>头</i>' });
    assert.match(shown, /^\*\*\\\[a\\\]\(b\)\\\*\.txt\*\* · 第 1 行 · “\\# \\<i\\>头\\<\/i\\>”之下\n/);
    assert.ok(shown.endsWith('**先看灯杆**'));
    const quote = shown.split('\n\n> ')[1] ?? '';
    assert.match(quote, /^\\- \\<b\\>\\\*先看\\\*/);
    assert.match(quote, /\\\[灯杆\\\]\(http\\:\/\/x\.y\) \\`a\\` \\&amp; www\.\u200bx\.y \\# /);
    assert.match(ofLine('1. 先看灯杆', '先看灯杆'), /> 1\\\. \*\*先看灯杆\*\*$/);
  });
});
