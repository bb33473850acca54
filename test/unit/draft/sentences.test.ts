import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { SILENT } from '../../../server/src/core/draft/sentences';
import { fold } from '../../../server/src/core/text/fold';
import { crlf, lines } from '../../support/marked';
import { sentencesOf, split } from '../../support/parse';

/** More than 24 字 without an end: a line that goes on in the next. */
const LONG = '我先请来反映路灯不亮的几位居民到值班室里坐下来慢慢说清楚';

suite('draft/sentences: where sentences end', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['at full stops', '我先道歉。我再核实。', ['我先道歉。', '我再核实。']],
    [
      'at question and exclamation marks of either width',
      '坏了几天？快修！真的?好!',
      ['坏了几天？', '快修！', '真的?', '好!'],
    ],
    ['at half-width ideographic stops', '我先道歉｡我再核实｡', ['我先道歉｡', '我再核实｡']],
    ['at ASCII stops between Han', '我先道歉.我再核实.', ['我先道歉.', '我再核实.']],
    ['at ASCII stops before a space', '我先道歉. 我再核实. ', ['我先道歉.', '我再核实.']],
    ['not at a decimal point', '离这里3.5公里,走10.5分钟。', ['离这里3.5公里,走10.5分钟。']],
    ['not at a stop in a name', '登录www.deng.cn办理。', ['登录www.deng.cn办理。']],
    ['not at semicolons', '一边道歉；一边记录；一边核实。', ['一边道歉；一边记录；一边核实。']],
    ['not at a colon or comma', '我说：先道歉，再核实。', ['我说：先道歉，再核实。']],
    ['at an ellipsis', '他越说越急……我请他坐下。', ['他越说越急……', '我请他坐下。']],
    ['not at an ellipsis that goes on', '他说急……，我请他坐下。', ['他说急……，我请他坐下。']],
    ['not at a single ellipsis character', '他说…我听着。', ['他说…我听着。']],
    ['repeated ends stay together', '坏了几天？！快修！！！好。', ['坏了几天？！', '快修！！！', '好。']],
    ['without an end at the end', '我先道歉。我再核实', ['我先道歉。', '我再核实']],
    ['closing brackets belong to the sentence', '（我先道歉。）我再核实。', ['（我先道歉。）', '我再核实。']],
    ['only punctuation is no sentence', '。。。？！', []],
  ];
  for (const [name, text, expected] of cases) test(name, () => assert.deepEqual(split(text), expected));
});

suite('draft/sentences: quotations', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['are not cut inside', '我说：“您请坐。慢慢说。”他点头。', ['我说：“您请坐。慢慢说。”', '他点头。']],
    ['end the sentence with 。”', '他说：“灯坏了。”我记下来。', ['他说：“灯坏了。”', '我记下来。']],
    ['end the sentence with ！”', '他喊：“快修！”我记下来。', ['他喊：“快修！”', '我记下来。']],
    ['do not end it with ？”', '我问“坏了几天？”并记下来。', ['我问“坏了几天？”并记下来。']],
    ['go on when 的 follows', '用“您先坐下。”的口气说话。', ['用“您先坐下。”的口气说话。']],
    ['go on when a comma follows', '我说“您先坐下。”，再倒水。', ['我说“您先坐下。”，再倒水。']],
    ['in straight quotes', '我说"您请坐。慢慢说。"他点头。', ['我说"您请坐。慢慢说。"', '他点头。']],
    ['in corner brackets', '我說「您請坐。慢慢說。」他點頭。', ['我說「您請坐。慢慢說。」', '他點頭。']],
    [
      'nested',
      '他说：“我听人喊‘灯坏了。’就来了。”我记下。',
      ['他说：“我听人喊‘灯坏了。’就来了。”', '我记下。'],
    ],
    ['never closed do not swallow the rest', '他说“灯坏了。我记下来。', ['他说“灯坏了。', '我记下来。']],
    ['closed and never opened', '灯坏了。”我记下来。', ['灯坏了。”', '我记下来。']],
  ];
  for (const [name, text, expected] of cases) test(name, () => assert.deepEqual(split(text), expected));
});

suite('draft/sentences: lines', () => {
  test('a long line without an end goes on in the next', () => {
    assert.deepEqual(split(lines(LONG, '坏了几天。我再核实。')), [`${LONG}\n坏了几天。`, '我再核实。']);
  });

  test('and with Windows line ends', () => {
    assert.deepEqual(split(crlf(lines(LONG, '坏了几天。我再核实。'))), [
      `${LONG}\r\n坏了几天。`,
      '我再核实。',
    ]);
  });

  test('a line that ends is a sentence', () => {
    assert.deepEqual(split(lines('我先道歉。', '我再核实。')), ['我先道歉。', '我再核实。']);
  });

  test('a short line before others stands like a heading', () => {
    assert.deepEqual(split(lines('先表明态度', '我先道歉。我再核实。')), [
      '# 先表明态度',
      '我先道歉。',
      '我再核实。',
    ]);
  });

  test('a short line that ends with a comma is the beginning of a sentence, no heading', () => {
    const found = split(lines('我先给大家道歉，', '再去查看灯杆。'));
    assert.equal(
      found.some((sentence) => sentence.startsWith('# ')),
      false,
      JSON.stringify(found),
    );
  });

  test('a bold line alone stands like a heading', () =>
    assert.deepEqual(split('**先表明态度**'), ['# 先表明态度']));
  test('a numbered line alone stands like a heading', () =>
    assert.deepEqual(split('一、先表明态度'), ['# 一、先表明态度']));
  test('a plain line alone is a sentence', () => assert.deepEqual(split('先表明态度'), ['先表明态度']));
  test('a line with an end is no heading', () => assert.deepEqual(split('**我先道歉。**'), ['我先道歉。']));

  test('a line of more than 24 字 is no heading', () => {
    const text = `一、${'字'.repeat(23)}`;
    assert.deepEqual(split(text), [`# ${text}`]);
    assert.deepEqual(split(`${text}字字`), [`${text}字字`]);
  });

  test('a short numbered sentence before others is a lead', () => {
    assert.deepEqual(split('一、先道歉。我起身说对不起。'), ['> 一、先道歉。', '我起身说对不起。']);
    assert.deepEqual(split('先道歉。我起身说对不起。'), ['先道歉。', '我起身说对不起。']);
  });

  test('a numbered sentence of more than 14 字 is no lead', () => {
    const sentence = `一、${'字'.repeat(14)}。`;
    assert.deepEqual(split(`${sentence}好。`), [sentence, '好。']);
  });

  test('第二天 begins a deed, not a lead', () => {
    assert.deepEqual(split('第二天我上门道歉。我还带了新灯泡去换。'), [
      '第二天我上门道歉。',
      '我还带了新灯泡去换。',
    ]);
  });

  test('a hard break at the end of a line ends nothing', () => {
    assert.deepEqual(split(`${LONG}  \n坏了几天。`), [`${LONG}  \n坏了几天。`]);
  });
});

suite('draft/sentences: what is not said', () => {
  const folded = (text: string): string =>
    sentencesOf(parseDraft(text))
      .map(({ sentence }) => sentence.folded)
      .join('|');
  const said = (text: string): string => folded(text).replaceAll(SILENT, '');

  const cases: readonly (readonly [string, string, string])[] = [
    ['emphasis around a word', '我**安抚**群众。', '我安抚群众。'],
    ['underscores and code marks', '我_安抚_群众。', '我安抚群众。'],
    ['inline code', '我`let x`安抚。', '我安抚。'],
    ['the target of a link, not its text', '看[灯杆](http://a.cn/x)号。', '看灯杆号。'],
    ['an image with its text', '看![灯杆](a.png)这里。', '看这里。'],
    ['an inline comment', '我安<!-- 记 -->抚群众。', '我安抚群众。'],
    ['HTML tags, not what stands between', '我<b>安抚</b>群众。', '我安抚群众。'],
    ['an autolink', '见<http://deng.cn>这里。', '见这里。'],
  ];
  for (const [name, text, expected] of cases) test(name, () => assert.equal(said(text), expected));

  test('the folded text is as long as the source, unit for unit', () => {
    const text = '## 態度\n\n我**安抚**<!-- x -->[群眾](u)，𠮷👨‍👩‍👧“好”。\n\n> 題目：`路燈`';
    for (const { sentence, text: source } of sentencesOf(parseDraft(text))) {
      assert.equal(sentence.folded.length, source.length);
      for (const [index, unit] of sentence.folded.split('').entries()) {
        assert.ok(unit === SILENT || unit === fold(source.charAt(index)), `${source} at ${index}`);
      }
    }
  });

  test('字 are counted without what is not said', () => {
    const [first] = sentencesOf(parseDraft('我**安抚**<!-- 三个字 -->群众，共2人。'));
    assert.equal(first?.sentence.hanzi, 8);
  });

  test('a sentence never begins or ends with markup or white space', () => {
    assert.deepEqual(split('  **我先道歉。**  \n\n- _我再核实。_ '), ['我先道歉。', '我再核实。']);
  });

  test('lone surrogates and emoji stay in their sentence', () => {
    assert.deepEqual(split('好\ud800。坏👨‍👩‍👧。𠮷！'), ['好\ud800。', '坏👨‍👩‍👧。', '𠮷！']);
  });

  test('markers are read at the start of a sentence', () => {
    const found = sentencesOf(parseDraft('首先，我先给几位在场的居民当面道一个歉。接着我去把灯杆逐根看过。'));
    assert.deepEqual(
      found.map(({ sentence: { marker } }) => marker?.order),
      [1, 2],
    );
  });
});
