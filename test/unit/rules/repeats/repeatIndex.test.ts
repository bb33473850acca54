import assert from 'node:assert/strict';
import type { Block } from '../../../../server/src/core/draft/blocks';
import { RepeatIndex } from '../../../../server/src/core/rules/repeats/repeatIndex';
import { seeded } from '../../../corpus/random';
import { block, CALL, LAMP, repeats, repeatsAnew } from './repeatIndexSupport';

suite('rules/repeats/repeatIndex', () => {
  test('the first of its kind is the one that is repeated', () => {
    assert.deepEqual(repeatsAnew([block(LAMP), block(CALL), block(`${LAMP}${CALL}`), block(LAMP)]), [
      '2.0 = 0.0',
      '2.1 = 1.0',
      '3.0 = 0.0',
    ]);
  });

  test('when the first goes, the next one is', () => {
    const blocks = [block(LAMP), block(CALL), block(LAMP), block(LAMP)];
    const index = new RepeatIndex();
    index.update(blocks);
    index.update(blocks.slice(1));
    assert.deepEqual(repeats(index), ['2.0 = 1.0']);
    index.update(blocks);
    assert.deepEqual(repeats(index), ['2.0 = 0.0', '3.0 = 0.0']);
    index.update([]);
    assert.deepEqual(repeats(index), []);
  });

  test('one that comes before all others takes their place', () => {
    const index = new RepeatIndex();
    const blocks = [block(CALL), block(LAMP), block(LAMP)];
    index.update(blocks);
    assert.deepEqual(repeats(index), ['2.0 = 1.0']);
    index.update([block(LAMP), ...blocks]);
    assert.deepEqual(repeats(index), ['2.0 = 0.0', '3.0 = 0.0']);
  });

  test('within a paragraph too, whatever is written between its sentences', () => {
    const index = new RepeatIndex();
    for (const [text, ...expected] of [
      [`${CALL}${LAMP}${LAMP}`, '0.2 = 0.1'],
      [`${CALL}我道歉。${LAMP}${LAMP}`, '0.3 = 0.2'],
      [`${LAMP}${CALL}我道歉。${LAMP}${LAMP}`, '0.3 = 0.0', '0.4 = 0.0'],
      [`${CALL}我道歉。${LAMP}`],
      [`${CALL}我道歉。${CALL}`, '0.2 = 0.0'],
      [`我道歉。${CALL}`],
    ] as const) {
      index.update([block(text)]);
      assert.deepEqual(repeats(index), expected, text);
    }
  });

  test('short sentences and headings may recur', () => {
    assert.deepEqual(
      repeatsAnew([block('就这么办。'), block('就这么办。'), block('## 我当天到现场查看灯杆')]),
      [],
    );
  });

  test('letters beyond the basic plane count, what is beside the letters does not', () => {
    assert.deepEqual(
      repeatsAnew([block('𠮷田同志当天到现场查看了灯杆。'), block('𠮷田同志，当天到现场，查看了灯杆！')]),
      ['1.0 = 0.0'],
    );
  });

  test('brought in step it says what it says from scratch, whatever the edits', () => {
    const random = seeded(31);
    const parts = [
      '我当天到现场查看灯杆和线路',
      '问清是什么时候坏的',
      '给每位居民打电话说明进展',
      '请他们监督',
      '七天内换好',
    ];
    const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
    const sentence = (): string =>
      `${Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(parts)).join('，')}。`;
    const paragraph = (): Block => block(sentence() + (random() < 0.5 ? sentence() : ''));
    const index = new RepeatIndex();
    let blocks: Block[] = [];
    for (let round = 0; round < 400; round++) {
      const from = Math.floor(random() * (blocks.length + 1));
      const gone = random() < 0.4 ? Math.floor(random() * 4) : 0;
      const added = Array.from({ length: Math.floor(random() * 4) }, paragraph);
      blocks = blocks.toSpliced(from, gone, ...added).slice(0, 40);
      index.update(blocks);
      assert.deepEqual(repeats(index), repeatsAnew(blocks), `round ${round}`);
    }
  });

  suite('how much has to be the same', () => {
    /** Letters that stand nowhere else. */
    const letters = (from: number, count: number): string =>
      Array.from({ length: count }, (_, i) => String.fromCharCode(0x4e00 + from + i)).join('');
    const A = letters(0, 40);
    const B = letters(100, 40);

    for (const [name, text, found] of [
      ['most of it', letters(5, 19) + letters(200, 6), ['2.0 = 0.0']],
      ['most of it, at its end', letters(200, 6) + letters(5, 19), ['2.0 = 0.0']],
      ['less than half', letters(5, 13) + letters(200, 12), []],
      ['half from one and half from another', letters(5, 13) + letters(105, 12), []],
      ['most from one and some from another', letters(5, 23) + letters(105, 8), ['2.0 = 0.0']],
      ['some from one and most from another', letters(5, 8) + letters(105, 23), ['2.0 = 1.0']],
      ['nothing', letters(300, 40), []],
    ] as const)
      test(name, () => {
        const blocks = [block(`${A}。`), block(`${B}。`), block(`${text}。`)];
        assert.deepEqual(repeatsAnew(blocks), found);
        // When it is judged again because one that came before goes, it is judged alike.
        const index = new RepeatIndex();
        index.update([block(`${text}。`), ...blocks]);
        index.update(blocks);
        assert.deepEqual(repeats(index), found);
      });
  });

  test('exactly half from one sentence is enough, wherever it stands among others', () => {
    const letters = (from: number, to: number): string =>
      Array.from({ length: to - from }, (_, i) => String.fromCharCode(0x4e00 + from + i)).join('');
    // 32 pieces, each of them in some earlier sentence: 16 of one, 8 each of two others.
    const [one, two, three, four] = [letters(0, 13), letters(8, 21), letters(16, 29), letters(24, 37)];
    const found = (half: string, ...others: string[]): string[] =>
      repeatsAnew([half, ...others, letters(0, 37)].map((text) => block(`${text}。`)));
    const filler = letters(300, 310);
    assert.deepEqual(found(one + filler + four, two, three), ['3.0 = 0.0']);
    assert.deepEqual(found(two + filler + four, one, three), ['3.0 = 0.0']);
    assert.deepEqual(found(one + filler + three, two, four), ['3.0 = 0.0']);
    assert.deepEqual(found(letters(8, 29), one, four), ['3.0 = 0.0']);
    assert.deepEqual(found(letters(0, 21), three, four), ['3.0 = 0.0']);
    assert.deepEqual(found(letters(16, 37), one, two), ['3.0 = 0.0']);
  });

  test('a heading is neither repeated nor a repetition', () => {
    const heading = block(`## ${LAMP.slice(0, -1)}`);
    assert.deepEqual(repeatsAnew([heading, block(LAMP), heading]), []);
    const index = new RepeatIndex();
    index.update([heading, block(LAMP), block(LAMP)]);
    index.update([block(LAMP)]);
    assert.deepEqual(repeats(index), []);
  });

  test('within one block the first is repeated, also when one before it goes', () => {
    const twice = block(`${LAMP}${LAMP}${CALL}${LAMP}`);
    assert.deepEqual(repeatsAnew([twice]), ['0.1 = 0.0', '0.3 = 0.0']);
    const index = new RepeatIndex();
    index.update([block(LAMP), twice]);
    assert.deepEqual(repeats(index), ['1.0 = 0.0', '1.1 = 0.0', '1.3 = 0.0']);
    index.update([twice]);
    assert.deepEqual(repeats(index), ['0.1 = 0.0', '0.3 = 0.0']);
  });

  test('a sentence that says the same again and again does not repeat itself', () =>
    assert.deepEqual(repeatsAnew([block('查看灯杆和线路查看灯杆和线路查看灯杆和线路查看灯杆和线路。')]), []));
});
