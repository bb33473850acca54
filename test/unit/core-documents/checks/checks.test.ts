import assert from 'node:assert/strict';
import type { Warning } from '../../../../server/src/core/documents/types';
import { clean } from '../support';

/** Warnings of a text as `kind@line detail`. */
function warnings(...lines: readonly string[]): string[] {
  return clean(lines.join('\n'))
    .warnings.filter(({ kind }) => kind !== 'thin')
    .map(shown);
}

function shown(warning: Warning): string {
  const detail =
    warning.kind === 'promised'
      ? `${warning.promised}≠${warning.found}`
      : warning.kind === 'ordinal-gap'
        ? warning.missing.join(' ')
        : warning.text;
  return `${warning.kind}@${warning.line} ${detail}`;
}

const BODY = '先请几位邻居坐下，把话一句一句听完。';

suite('core/documents/checks: truncation', () => {
  test('a paragraph before a heading that breaks off', () => {
    assert.deepEqual(warnings('怎样听', `${BODY}再把要点念一遍，请他们点头，一`, '怎样记', BODY), [
      'truncated@2 再把要点念一遍，请他们点头，一',
    ]);
    assert.deepEqual(warnings('怎样听', `${BODY}再把要点念一遍，`), ['truncated@2 再把要点念一遍，']);
  });

  test('a long one without a stop may be complete', () => {
    const long = '再把要点从头到尾念一遍，请在座的每一位邻居都看过，点过头，然后才算数';
    assert.deepEqual(warnings('怎样听', `${BODY}${long}`), [`unended@2 …${long.slice(-20)}`]);
  });

  test('short items of a list without a stop are complete', () => {
    assert.deepEqual(warnings('怎样听', BODY, '• 先请坐', '• 再倒水'), []);
  });

  test('half a word at the end', () => {
    assert.deepEqual(warnings('怎样听', `${BODY}问题一直没有得到解。`), ['truncated@2 问题一直没有得到解。']);
    assert.deepEqual(warnings('怎样听', `${BODY}问题终于得到解决。有的人没有得到过。`), []);
  });

  test('half an idiom at the end of a heading, when the text has it whole', () => {
    assert.deepEqual(warnings('一、做到善始善', '我做事善始善终。'), ['truncated@1 一、做到善始善']);
    assert.deepEqual(warnings('一、说到做到说', '我做事善始善终。'), []);
  });

  test('a numbered heading with nothing under it', () => {
    assert.deepEqual(warnings('一、怎样听', '二、怎样记', BODY, '三、怎样答'), [
      'empty-section@1 一、怎样听',
      'empty-section@4 三、怎样答',
    ]);
    assert.deepEqual(warnings('一、怎样听', '（一）当面听', BODY), []);
  });
});

suite('core/documents/checks: promises', () => {
  const item = (text: string): string[] => [text, `${text.slice(2)}的时候别着急，把话一句一句听完。`];

  test('a heading that announces more than there is', () => {
    assert.deepEqual(warnings('听话听音5法', ...['一、问', '二、看', '三、记'].flatMap(item)), [
      'promised@1 5≠3',
    ]);
  });

  test('a sentence that does', () => {
    assert.deepEqual(warnings('可以从以下三个方面入手。', ...['1.先听', '2.再问'].flatMap(item)), [
      'promised@1 3≠2',
    ]);
    assert.deepEqual(warnings('主要有4个方面：（1）听；（2）问；（3）记。'), ['promised@1 4≠3']);
  });

  test('numbers that are kept, and lists that cannot be counted', () => {
    assert.deepEqual(warnings('听话听音3法', ...['一、问', '二、看', '三、记'].flatMap(item)), []);
    assert.deepEqual(warnings('听话听音3法', BODY, BODY.replace('先', '再')), []);
  });

  test('articles under headings of their own', () => {
    assert.deepEqual(
      warnings(
        '楼栋长体会2篇',
        BODY,
        '认门的体会',
        '先认门，再认人，才好说话。',
        '说话的体会',
        '话要一句一句地说。',
      ),
      ['promised@1 2≠3'],
    );
  });

  for (const sentence of [
    '下面的楼道六点半关灯。',
    '我补两条：先听，再记。',
    '全区三十二个小区都去过：',
    '第3点最要紧：',
  ])
    test(`“${sentence}” announces nothing`, () =>
      assert.deepEqual(warnings(sentence, ...['1.先听', '2.再问'].flatMap(item)), []));
});

suite('core/documents/checks: ordinals', () => {
  test('a number without the one before', () => {
    assert.deepEqual(warnings('一、怎样听', BODY, '三、怎样答', BODY.replace('先', '再')), [
      'ordinal-gap@3 二、',
    ]);
    assert.deepEqual(warnings('（2）先听后问，把话说完。'), ['ordinal-gap@1 （1）']);
    assert.deepEqual(warnings('其次把要点记下来。'), ['ordinal-gap@1 首先']);
    assert.deepEqual(warnings('三是把要点念一遍。'), ['ordinal-gap@1 一是 二是']);
  });

  test('最后 without a beginning, where the author counts', () => {
    const text = ['首先把话听完。其次把话记下。最后念一遍。', '一、怎样答', '最后打一个电话。'];
    assert.deepEqual(warnings(...text), ['ordinal-gap@3 首先']);
    assert.deepEqual(warnings('最后打一个电话。'), []);
  });

  test('lists that begin in a sentence, mix their words, nest and begin anew', () => {
    assert.deepEqual(warnings('进门首先要报名字。其次要退后半步。三是要看着人说。'), []);
    assert.deepEqual(warnings('有几点体会：第一是认门。', '第二是认人。', '第三是认事。'), []);
    assert.deepEqual(
      warnings('一、听', '1. 当面听。', '2. 上门听。', '二、记', '1. 用本子记。', '2. 用录音记。'),
      [],
    );
  });

  for (const sentence of [
    '第二天一早我又去了一趟。',
    '第三个月就都认得了。',
    '2024.5 起执行。',
    '3.5公里走了一小时。',
    '第十二天灯亮了。',
  ])
    test(`“${sentence}” is no item`, () => assert.deepEqual(warnings(sentence), []));
});

suite('core/documents/checks: the rest', () => {
  test('quotation marks without a partner', () => {
    assert.deepEqual(warnings('他说：“先听完。', '再记下。'), ['quotes@1 他说：“先听完。']);
    assert.deepEqual(warnings('他说：“先听完。', '”再记下。'), []);
  });

  test('a document with next to nothing in it', () => {
    assert.deepEqual(clean('怎样听\n先听完。').warnings, [{ kind: 'thin', line: 1, text: '怎样听' }]);
    assert.deepEqual(clean('先听完。再记下。后回话。').warnings, []);
  });

  test('a document in traditional characters', () => {
    assert.deepEqual(
      clean('請您慢慢講。聽完再記。記完再辦。').warnings.map(({ kind }) => kind),
      ['traditional'],
    );
  });
});
