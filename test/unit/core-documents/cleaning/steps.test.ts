import assert from 'node:assert/strict';
import { annotations } from '../../../../server/src/core/documents/cleaning/annotations';
import { bullets } from '../../../../server/src/core/documents/cleaning/bullets';
import { discuzJammer } from '../../../../server/src/core/documents/cleaning/discuzJammer';
import { imagePlaceholders } from '../../../../server/src/core/documents/cleaning/imagePlaceholders';
import { invisible } from '../../../../server/src/core/documents/cleaning/invisible';
import { longLines } from '../../../../server/src/core/documents/cleaning/longLines';
import { lostBytes } from '../../../../server/src/core/documents/cleaning/lostBytes';
import { noHan } from '../../../../server/src/core/documents/cleaning/noHan';
import { isTraditional, traditional } from '../../../../server/src/core/documents/cleaning/traditional';
import { zhidaoWatermark } from '../../../../server/src/core/documents/cleaning/zhidaoWatermark';
import { toLines } from '../../../../server/src/core/documents/lines';
import { seeded } from '../../../corpus/random';
import { places, run, texts } from '../support';

suite('core/documents/cleaning/discuzJammer', () => {
  test('cuts random characters glued to the end and the start of a line', () => {
    const result = run(discuzJammer, ['先让座。 7 @! a6 ~( W" z+ D7', "; o5 v' }# `6 y一、先让座"]);
    assert.deepEqual(texts(result), ['先让座。', '一、先让座']);
    assert.deepEqual(places(result.drops), ['1:4-24  7 @! a6 ~( W" z+ D7', "2:0-15 ; o5 v' }# `6 y"]);
  });

  test('cuts them where the space of a unit was lost', () => {
    assert.deepEqual(texts(run(discuzJammer, ["'o5v'}#`6y二、再问清"])), ['二、再问清']);
  });

  for (const text of [
    '加QQ群慢慢说',
    '到 3 楼 A4 复印机旁',
    '拨 12345 或 0999-1234567',
    '满意度由 87.5% 升到 96.2%，',
    '打开 https://example.com/a?b=1 查',
    '(1)先听；(2)再记；(3)后答',
    'PPT、Word 和 Excel 都会用',
    '2024-03-18 10:21:07',
  ])
    test(`leaves “${text}” alone`, () => assert.deepEqual(texts(run(discuzJammer, [text])), [text]));

  test('removes what the forum software generates, whatever it draws', () => {
    const random = seeded(11);
    const draw = (low: number, high: number): string =>
      String.fromCharCode(low + Math.floor(random() * (high - low + 1)));
    for (let round = 0; round < 300; round++) {
      const count = 5 + Math.floor(random() * 11);
      const noise = Array.from({ length: count }, () => `${draw(32, 59)} ${draw(63, 126)}`).join('');
      // Three letters in a row would be a word; the generator cannot draw them.
      assert.deepEqual(texts(run(discuzJammer, [`先听完${noise}再说`])), ['先听完再说'], noise);
    }
  });
});

suite('core/documents/cleaning/zhidaoWatermark', () => {
  const digits = '31333363376166';
  const marks: readonly (readonly [string, string])[] = [
    ['复制zhidao', `e5a48de588b67a686964616f${digits}`],
    ['来自zhidao', `e69da5e887aa7a686964616f${digits}`],
    ['来自baiduzhidao', `e69da5e887aa62616964757a686964616f${digits}`],
    ['抄zhidao', `e68a847a686964616f${digits}`],
    ['copyzhidao', `636f70797a686964616f${digits}`],
    ['zhidao alone', `7a686964616f${digits}`],
  ];
  for (const [name, mark] of marks)
    test(`cuts ${name} and leaves the number behind it`, () => {
      const result = run(zhidaoWatermark, [`${mark}2、边听边记`]);
      assert.deepEqual(texts(result), ['2、边听边记']);
      assert.deepEqual(places(result.drops), [`1:0-${mark.length} ${mark}`]);
    });

  test('cuts every one of several', () => {
    const mark = `7a686964616f${digits}`;
    assert.deepEqual(texts(run(zhidaoWatermark, [`先${mark}听${mark}完`])), ['先听完']);
  });

  test('leaves other hexadecimal digits alone', () => {
    const text = '编号 e5a48de588b6 和 7a686964616f3133 都要留';
    assert.deepEqual(texts(run(zhidaoWatermark, [text])), [text]);
  });
});

suite('core/documents/cleaning/annotations', () => {
  test('cuts readings with a tone', () => {
    assert.deepEqual(texts(run(annotations, ['应(yīng)急处（chù）置'])), ['应急处置']);
  });

  test('cuts readings without one where the document is annotated throughout', () => {
    const line = '应(yīng)当(dāng)先(xiān)听(tīng)完(wán)，说得(de)慢';
    assert.deepEqual(texts(run(annotations, [line])), ['应当先听完，说得慢']);
  });

  test('leaves words in brackets alone', () => {
    const lines = ['一次办好(app)', '人工智能(ai)回答', '先听(yì'];
    assert.deepEqual(texts(run(annotations, lines)), lines);
  });
});

suite('core/documents/cleaning/traditional', () => {
  test('writes a traditional document in simplified characters, place for place', () => {
    const result = run(traditional, ['「請您慢慢講」，聽完再記。']);
    assert.deepEqual(texts(result), ['“请您慢慢讲”，听完再记。']);
    assert.deepEqual(
      result.lines[0]?.pieces.map(({ from, to }) => [from, to]),
      [[0, 13]],
    );
    assert.deepEqual(result.drops, []);
  });

  test('leaves single old forms in a simplified document alone', () => {
    const text = '他讲的道理家喻户晓，大家都听得進去，所以问得少，办得快，谁也不用多跑一趟。';
    assert.deepEqual(texts(run(traditional, [text])), [text]);
    assert.equal(isTraditional(toLines(text)), false);
  });
});

suite('core/documents/cleaning/invisible', () => {
  test('cuts zero-width, control and private characters', () => {
    const result = run(invisible, ['先\u200b听\u0007完\ue004再\u00ad说\ufeff']);
    assert.deepEqual(texts(result), ['先听完再说']);
    assert.deepEqual(
      result.drops.map(({ from, to, reason }) => [from, to, reason]),
      [1, 3, 5, 7, 9].map((from) => [from, from + 1, 'invisible']),
    );
  });

  test('leaves tabs, spaces and emoji alone', () => {
    const text = '先\t听 👨‍👩‍👧 完\u3000';
    assert.deepEqual(texts(run(invisible, [text])), [text]);
  });
});

suite('core/documents/cleaning/imagePlaceholders', () => {
  for (const text of [
    'image.png',
    '  IMG_2031 (2).JPG ',
    '[图片]',
    '【图3】'.replace('图', '图片'),
    '图源:网络',
    '图片来源：某某日报',
    '(配图来自网络)',
    '摄影：小林',
    '点击查看大图',
    '![路灯](lamp.png)',
  ])
    test(`drops “${text}”`, () => {
      const result = run(imagePlaceholders, [text, '先听完。']);
      assert.deepEqual(texts(result), ['先听完。']);
      assert.deepEqual(
        result.drops.map(({ reason, text: dropped }) => [reason, dropped]),
        [['image', text]],
      );
    });

  for (const text of ['图纸来源要写清', '上传 a.png 之前先压缩', '图表要画得大，让后排看得清。'])
    test(`leaves “${text}” alone`, () => assert.deepEqual(texts(run(imagePlaceholders, [text])), [text]));
});

suite('core/documents/cleaning/noHan', () => {
  test('drops lines without Han, blank ones as space', () => {
    const result = run(noHan, ['先听完。', 'hello, world', '   ', '* * *', '']);
    assert.deepEqual(texts(result), ['先听完。']);
    assert.deepEqual(
      result.drops.map(({ line, reason }) => [line, reason]),
      [
        [2, 'no-han'],
        [3, 'space'],
        [4, 'no-han'],
      ],
    );
  });
});

suite('core/documents/cleaning/bullets', () => {
  test('takes marks off items and notes that they are items', () => {
    const result = run(bullets, ['• 面带微笑', '- 起身让座', '★主动问好', '先听完。']);
    assert.deepEqual(texts(result), ['面带微笑', '起身让座', '主动问好', '先听完。']);
    assert.deepEqual(
      result.lines.map(({ item }) => item ?? false),
      [true, true, true, false],
    );
    assert.deepEqual(places(result.drops), ['1:0-2 • ', '2:0-2 - ', '3:0-1 ★']);
  });

  test('leaves a hyphen that is no mark alone', () => {
    assert.deepEqual(texts(run(bullets, ['-3度也要上门', '——林小满'])), ['-3度也要上门', '——林小满']);
  });
});

suite('core/documents/cleaning/lostBytes', () => {
  test('drops sentences with replacement characters and keeps their neighbours', () => {
    const result = run(lostBytes, ['先听完。再\ufffd\ufffd说。后回话。']);
    assert.deepEqual(texts(result), ['先听完。后回话。']);
    assert.deepEqual(places(result.drops), ['1:4-9 再\ufffd\ufffd说。']);
  });

  test('takes question marks for lost characters only where a document has many', () => {
    const few = ['什么??我再问一遍。', '先听完。'];
    assert.deepEqual(texts(run(lostBytes, few)), few);
    const many = ['常??问题先背熟。再练。', '记下时??间。', '交??接清楚。'];
    assert.deepEqual(texts(run(lostBytes, many)), ['再练。', '', '']);
  });
});

suite('core/documents/cleaning/longLines', () => {
  test('divides a line of a whole book behind a full stop', () => {
    const sentence = `${'先听再记'.repeat(10)}。`;
    const { lines } = run(longLines, [sentence.repeat(300)]);
    assert.equal(lines.length > 1, true);
    assert.equal(texts({ lines }).join(''), sentence.repeat(300));
    for (const text of texts({ lines }))
      assert.ok(text.length <= 4000 && text.endsWith('。'), text.slice(-10));
    assert.equal(lines[1]?.pieces[0]?.from, lines[0]?.pieces[0]?.to);
  });

  test('divides where there is no stop, too', () => {
    assert.deepEqual(
      texts(run(longLines, ['字'.repeat(9000)])).map(({ length }) => length),
      [4000, 4000, 1000],
    );
  });

  test('divides no line beside it', () => {
    const parts = texts(run(longLines, ['先听完。再记下。', '字'.repeat(4001), '答复。记下。']));
    assert.deepEqual(
      parts.map((text) => (text.length > 20 ? text.length : text)),
      ['先听完。再记下。', 4000, '字', '答复。记下。'],
    );
  });

  test('leaves other lines as they are', () => {
    const lines = toLines('先听完。\n再记下。');
    assert.equal(longLines(lines, { format: 'text', known: new Map() }).lines, lines);
  });
});
