import assert from 'node:assert/strict';
import { stretchesOf } from '../../../server/src/core/documents/stretches';
import { assertPartition, clean, passages } from './support';

const BODY = '先请几位邻居坐下，把话一句一句听完。';

suite('core/documents: passages', () => {
  test('sentences end at stops outside quotation marks, not at semicolons', () => {
    assert.deepEqual(passages(clean('先听；再问。他说：“灯坏了。快修！”我记下。')), [
      'S 先听；再问。',
      'S 他说：“灯坏了。快修！”',
      'S 我记下。',
    ]);
  });

  test('short lines without a stop are headings, long ones sentences', () => {
    const long = `${'先听再问后记，'.repeat(6)}一条不漏`;
    assert.deepEqual(passages(clean(`怎样听\n${long}\n说明：\n${BODY}`)), [
      'H 怎样听',
      `S ${long}`,
      'H 说明：',
      `S ${BODY}`,
    ]);
  });

  test('the first line is the title even if it asks', () => {
    const document = clean(`邻居吵起来，怎么办？\n${BODY}`);
    assert.equal(document.title, '邻居吵起来，怎么办？');
    assert.equal(document.passages[0]?.kind, 'heading');
  });

  test('a label is no title', () => {
    assert.equal(clean(`参考答案\n${BODY}`).title, undefined);
  });

  test('a paragraph that asks the candidate is the question', () => {
    assert.deepEqual(
      passages(clean(`${BODY}如果你是楼栋长，你会怎么处理？\n${BODY.replace('先', '我先')}`)),
      [`Q ${BODY}`, 'Q 如果你是楼栋长，你会怎么处理？', `S ${BODY.replace('先', '我先')}`],
    );
    assert.deepEqual(
      passages(clean(`${BODY}怎么才能听得进去？要靠耐心。`)).map((shown) => shown[0]),
      ['S', 'S', 'S'],
    );
  });

  test('labels tell what part a passage is', () => {
    const text = [
      '题目',
      '楼上楼下为漏水吵了三年。',
      '两家都不肯先开口。',
      '【解析】这道题考的是调解。',
      '【答案】我先请两家坐下。',
      '一、分开听',
      '一家一家地听。',
      '点评',
      '条理清楚。',
    ];
    assert.deepEqual(
      clean(text.join('\n')).passages.map(({ kind, part, text: said }) => `${kind} ${part ?? '-'} ${said}`),
      [
        'heading question 题目',
        'question question 楼上楼下为漏水吵了三年。',
        'question question 两家都不肯先开口。',
        'heading analysis 【解析】',
        'sentence analysis 这道题考的是调解。',
        'heading answer 【答案】',
        'sentence answer 我先请两家坐下。',
        'heading answer 一、分开听',
        'sentence answer 一家一家地听。',
        'heading analysis 点评',
        'sentence analysis 条理清楚。',
      ],
    );
  });

  test('without a heading behind it only the first paragraph is the question', () => {
    assert.deepEqual(passages(clean('题目\n楼上楼下为漏水吵了三年。\n我先请两家坐下。')), [
      'H 题目',
      'Q 楼上楼下为漏水吵了三年。',
      'S 我先请两家坐下。',
    ]);
  });

  test('passages know their heading and paragraph', () => {
    const { passages: all } = clean('怎样听\n先听完。再问清。\n怎样记\n记下来。');
    assert.deepEqual(
      all.map(({ under }) => under),
      [undefined, 0, 0, undefined, 3],
    );
    assert.deepEqual(
      all.map(({ paragraph }) => paragraph),
      [1, 2, 2, 3, 4],
    );
  });

  test('three short lines in a row are a list; two are headings', () => {
    assert.deepEqual(passages(clean(`怎样听\n${BODY}\n面带微笑\n起身让座\n主动问好`)).slice(2), [
      'S 面带微笑',
      'S 起身让座',
      'S 主动问好',
    ]);
    assert.deepEqual(passages(clean(`怎样听\n1、当面听\n${BODY}`)), ['H 怎样听', 'H 1、当面听', `S ${BODY}`]);
  });

  test('a sentence that only heads what follows is a lead, the items of a plain list are none', () => {
    const leads = (text: string): string[] =>
      clean(text).passages.flatMap(({ lead, text: said }) => (lead ? [said] : []));
    assert.deepEqual(leads('一是要听得进。\n先听完，再开口。\n二是要记得住。\n当面记，当面念。'), [
      '一是要听得进。',
      '二是要记得住。',
    ]);
    assert.deepEqual(leads('一是要听得进。\n二是要记得住。\n三是要办得快。\n做到这些不容易。'), []);
    assert.deepEqual(
      leads('听人说话要用心。\n话要听完。\n替人办事要用力。\n事要办完。\n回人电话要用情。\n情要到位。'),
      ['听人说话要用心。', '替人办事要用力。', '回人电话要用情。'],
    );
  });

  test('every place is exact, across cuts and joined lines', () => {
    const text = '  他说：“先听完。\n”在登门道歉的同时。再 问 清,;\n后回话。 ';
    const document = clean(text);
    assertPartition(text, document);
    assert.deepEqual(
      document.passages.map(({ line, from, to, text: said, pieces }) => [
        line,
        from,
        to,
        said,
        pieces?.length,
      ]),
      [
        [1, 2, 10, '他说：“先听完。”', 2],
        [2, 1, 17, '在登门道歉的同时，再问清；', 4],
        [3, 0, 4, '后回话。', undefined],
      ],
    );
  });
});

suite('core/documents: stretches', () => {
  test('paragraphs as running text, tied to offsets of the file', () => {
    const text = `怎样听\r\n  先听完。再 问清。\r\n一是要记。\r\n当面记，当面念。\r\n【解析】这道题考调解。`;
    const stretches = stretchesOf(clean(text), text);
    assert.deepEqual(
      stretches.map((stretch) => stretch.text),
      ['先听完。再问清。', '当面记，当面念。'],
    );
    for (const { text: said, anchors } of stretches)
      for (const [index, { at, from }] of anchors.entries()) {
        const end = anchors[index + 1]?.at ?? said.length;
        assert.equal(text.slice(from, from + end - at), said.slice(at, end));
      }
    assert.deepEqual(
      stretches.map(({ anchors }) => anchors.map(({ line }) => line)),
      [[1, 1, 1], [3]],
    );
  });
});
