import assert from 'node:assert/strict';
import { duplicates } from '../../../../server/src/core/documents/cleaning/duplicates';
import { falseBreaks } from '../../../../server/src/core/documents/cleaning/falseBreaks';
import { gluedHeadings } from '../../../../server/src/core/documents/cleaning/gluedHeadings';
import { punctuation, widen } from '../../../../server/src/core/documents/cleaning/punctuation';
import { fingerprint, keyOf } from '../../../../server/src/core/documents/fingerprint';
import { RUN_IN } from '../../../../server/src/core/documents/types';
import { places, run, texts } from '../support';

const FIRST = '先请几位邻居坐下，把话一句一句听完。';
const SECOND = '再带上师傅去看路灯，一盏一盏数清楚。';
const THIRD = '修好之后再打一遍电话，问还满意不满意。';

suite('core/documents/cleaning/duplicates', () => {
  test('drops a paragraph that was read before and says where', () => {
    const result = run(duplicates, [FIRST, SECOND, FIRST]);
    assert.deepEqual(texts(result), [FIRST, SECOND]);
    assert.deepEqual(
      result.drops.map(({ line, reason, of }) => [line, reason, of]),
      [[3, 'duplicate', { line: 1 }]],
    );
  });

  test('knows it by its words, not its punctuation and width', () => {
    assert.deepEqual(texts(run(duplicates, [FIRST, FIRST.replace('，', ', ').replace('。', '。 ')])), [
      FIRST,
    ]);
  });

  test('knows it when it is divided otherwise', () => {
    assert.deepEqual(texts(run(duplicates, [FIRST, SECOND, THIRD, SECOND + FIRST])), [FIRST, SECOND, THIRD]);
  });

  test('keeps a paragraph with one new sentence whole', () => {
    const lines = [FIRST, SECOND, FIRST + THIRD];
    assert.deepEqual(texts(run(duplicates, lines)), lines);
  });

  test('drops headings and labels only with the text beside them', () => {
    const lines = ['【答案】', '一、当面听', FIRST, '【答案】', '一、当面听', FIRST, '【答案】', SECOND];
    assert.deepEqual(texts(run(duplicates, lines)), ['【答案】', '一、当面听', FIRST, SECOND]);
    assert.deepEqual(texts(run(duplicates, ['【答案】', FIRST, '【答案】', SECOND])), [
      '【答案】',
      FIRST,
      '【答案】',
      SECOND,
    ]);
  });

  test('drops what other documents said, and names them', () => {
    const known = new Map([[fingerprint(keyOf(FIRST)), { document: 'a.txt', line: 7 }]]);
    const result = run(duplicates, [FIRST, SECOND], 'text', known);
    assert.deepEqual(texts(result), [SECOND]);
    assert.deepEqual(
      result.drops.map(({ reason, of }) => [reason, of]),
      [['duplicate-elsewhere', { document: 'a.txt', line: 7 }]],
    );
  });

  test('says nothing about short sentences, which may well repeat', () => {
    const lines = ['先听完。', '再记下。', '先听完。'];
    assert.deepEqual(texts(run(duplicates, lines)), lines);
  });
});

suite('core/documents/cleaning/gluedHeadings', () => {
  const split = (...lines: string[]): string[] =>
    run(gluedHeadings, lines).lines.map(
      (line) => (line.heading === RUN_IN ? '# ' : '') + texts({ lines: [line] }).join(''),
    );

  test('parts labels in brackets and labels with a colon and a space', () => {
    assert.deepEqual(split('【答案】先听完再说话。'), ['# 【答案】', '先听完再说话。']);
    assert.deepEqual(split('一、3点注意: 1、敲门: 先报名字再说事。'), [
      '# 一、3点注意: ',
      '# 1、敲门: ',
      '先报名字再说事。',
    ]);
  });

  test('parts words in front of the first item', () => {
    assert.deepEqual(split('如何敲门1、先报名字再说事。'), ['# 如何敲门', '1、先报名字再说事。']);
  });

  test('leaves labels without a space, sentences with a colon and lone labels alone', () => {
    for (const line of [
      '1. 确有其事:当场认账。',
      '他说: “好。”',
      '【答案】',
      '先听；再说: 好',
      '上午9: 30开门',
    ])
      assert.deepEqual(split(line), [line], line);
  });

  const GLUED = [
    '（一）楼栋长走家串户时最常碰到的几个方面的问题在老旧小区里，开门的多半是老人。',
    '（二）进一步提高楼栋长处理邻里各种纠纷的能力通过半年的摸索，大家有了办法。',
  ];

  test('parts numbered headings that run into their paragraphs', () => {
    assert.deepEqual(split(...GLUED), [
      '# （一）楼栋长走家串户时最常碰到的几个方面的问题',
      '在老旧小区里，开门的多半是老人。',
      '# （二）进一步提高楼栋长处理邻里各种纠纷的能力',
      '通过半年的摸索，大家有了办法。',
    ]);
  });

  test('one such line alone is a long sentence', () => {
    for (const line of GLUED) assert.deepEqual(split(line), [line]);
  });

  test('a clause that goes on behind the noun is no heading', () => {
    const lines = [
      '1、对楼里几户人家反映强烈的各种问题和矛盾要一件一件地去办，',
      '2、对楼里几户人家提出来的各种要求及建议要一条一条地去答，',
    ];
    assert.deepEqual(split(...lines), lines);
  });

  test('drops a heading repeated at the start of its paragraph, and at its own end', () => {
    const heading = '做好楼道安全工作的几点体会';
    const result = run(gluedHeadings, [
      heading,
      `${heading}楼道里最怕堆东西。`,
      '怎样开好居民议事会，把话说到一起怎样开好',
    ]);
    assert.deepEqual(texts(result), [heading, '楼道里最怕堆东西。', '怎样开好居民议事会，把话说到一起']);
    assert.deepEqual(places(result.drops), [`2:0-13 ${heading}`, '3:16-20 怎样开好']);
  });

  test('keeps a sentence about what the heading names', () => {
    const lines = ['做好楼道安全工作的几点体会', '做好楼道安全工作的几点体会，是我一年来记下的。'];
    assert.deepEqual(texts(run(gluedHeadings, lines)), lines);
    const short = ['认真倾听', '认真倾听邻居的话，别急着插嘴。'];
    assert.deepEqual(texts(run(gluedHeadings, short)), short);
  });

  test('drops the author behind the title and in front of the text', () => {
    const result = run(gluedHeadings, [
      '做楼栋长的体会——林小满',
      '幸福里社区 林小满通过半年的走访，把一栋楼认全了。',
    ]);
    assert.deepEqual(texts(result), ['做楼栋长的体会', '通过半年的走访，把一栋楼认全了。']);
    assert.deepEqual(places(result.drops), ['1:7-12 ——林小满', '2:0-9 幸福里社区 林小满']);
  });

  test('keeps a name that is part of the sentence', () => {
    const lines = ['做楼栋长的体会——林小满', '大家都说，林小满这个人最肯跑腿。'];
    assert.deepEqual(texts(run(gluedHeadings, lines)), ['做楼栋长的体会', lines[1]]);
  });
});

suite('core/documents/cleaning/falseBreaks', () => {
  test('gives a closing quotation mark back to the line before', () => {
    const result = run(falseBreaks, ['他说：“先听完。', '', '”再记下。']);
    assert.deepEqual(texts(result), ['他说：“先听完。”', '', '再记下。']);
    assert.deepEqual(
      result.lines[0]?.pieces.map(({ line }) => line),
      [1, 3],
    );
  });

  test('mends a stop behind a clause that only says when, within a line and over its end', () => {
    const result = run(falseBreaks, ['在登门道歉的同时。把话说清楚。灯修好之后。', '再打一遍电话。']);
    assert.deepEqual(texts(result), ['在登门道歉的同时，把话说清楚。灯修好之后，再打一遍电话。']);
    assert.deepEqual(result.repairs, [
      { line: 1, from: 8, to: 9, was: '。', now: '，', reason: 'false-break' },
      { line: 1, from: 20, to: 21, was: '。', now: '，', reason: 'false-break' },
    ]);
  });

  for (const text of [
    '问题就出在改革之后。大家都知道。',
    '这件事推到开会以后。先办急的。',
    '这是最忙的时候。谁都走不开。',
    '以后。再说。',
    '他们处理完了还要管住以后。别松劲。',
  ])
    test(`leaves “${text}” alone`, () => assert.deepEqual(texts(run(falseBreaks, [text])), [text]));

  test('does not join a heading or an item', () => {
    const lines = ['灯修好之后。', '二、再回访'];
    assert.deepEqual(texts(run(falseBreaks, lines)), lines);
  });

  test('makes a Latin full stop between Han a Chinese one', () => {
    const result = run(falseBreaks, ['先认门.再认人，走3.5公里，看www.deng.cn。']);
    assert.deepEqual(texts(result), ['先认门。再认人，走3.5公里，看www.deng.cn。']);
    assert.deepEqual(
      result.repairs?.map(({ from, reason }) => [from, reason]),
      [[3, 'missing-stop']],
    );
  });

  const WRAPPED = [
    '第一天上门，多数人家不会给你好脸色，这不要紧，你把名',
    '片留下，把电话写大一点，过两天再来。第二次去，先帮人',
    '把门口的纸箱拎下楼，话就好说了，记事的本子要分三栏，',
    '一栏写谁说的。',
    '一栏写什么',
    '第一天上门，多数人家不会给你好脸色，这不要紧，你把名',
    '片留下。',
  ];

  test('joins lines broken at one width', () => {
    assert.deepEqual(texts(run(falseBreaks, WRAPPED)), [
      WRAPPED.slice(0, 4).join(''),
      '一栏写什么',
      WRAPPED.slice(5).join(''),
    ]);
  });

  test('joins nothing where paragraphs are on lines of their own', () => {
    const lines = [
      '先听',
      '再问清楚是哪一天、哪个窗口、说了什么',
      '记下来，念一遍给他听，请他点头',
      '当天能办的当天办',
      '办不了的说清楚卡在哪里，哪天回话，谁来回',
    ];
    assert.deepEqual(texts(run(falseBreaks, lines)), lines);
    assert.deepEqual(texts(run(falseBreaks, WRAPPED, 'docx')), WRAPPED);
  });
});

suite('core/documents/cleaning/punctuation', () => {
  const wide: readonly (readonly [string, string])[] = [
    ['先听,再问;后记:', '先听，再问；后记：'],
    ['好吗?好!(先听)', '好吗？好！（先听）'],
    ['(1)先听(2)再问', '（1）先听（2）再问'],
    ['主要有5条:(1)先听', '主要有5条：（1）先听'],
    ['上午9:30到1,000米外', '上午9:30到1,000米外'],
    ['see a.b, c: d (e)', 'see a.b, c: d (e)'],
    ['他说"先听",又说"再问"', '他说“先听”，又说“再问”'],
    ['他说"先听', '他说"先听'],
    ['先听｡再问､后记', '先听。再问、后记'],
    ['用 App, 再打电话', '用 App， 再打电话'],
    ['1. 先听', '1. 先听'],
  ];
  for (const [from, to] of wide)
    test(`“${from}” becomes “${to}”`, () => {
      assert.equal(widen(from), to);
      assert.equal(to.length, from.length);
    });

  test('drops doubled stops and idle spaces and keeps every place', () => {
    const result = run(punctuation, ['　先说一句 “您好”,;再 问 清 App 里写了什么。 ']);
    assert.deepEqual(texts(result), ['先说一句“您好”；再问清 App 里写了什么。']);
    assert.deepEqual(places(result.drops), [
      '1:10-11 ，',
      '1:0-1 　',
      '1:5-6  ',
      '1:13-14  ',
      '1:15-16  ',
      '1:28-29  ',
    ]);
  });

  test('keeps spaces between the words of a heading', () => {
    assert.deepEqual(texts(run(punctuation, [' 先听 再问 '])), ['先听 再问']);
  });
});
