import assert from 'node:assert/strict';
import type { Block } from '../../../../server/src/core/draft/blocks';
import { parseDraft } from '../../../../server/src/core/draft/draft';
import { RepeatIndex } from '../../../../server/src/core/rules/repeats/repeatIndex';
import { seeded } from '../../../corpus/random';

/** A block of one paragraph. */
function block(text: string): Block {
  const found = parseDraft(text).blocks[0]?.block;
  assert.ok(found);
  return found;
}

/** The repeats as `block.sentence = block.sentence`. */
function repeats(index: RepeatIndex): string[] {
  const found: string[] = [];
  const place = (line: number): string => `${index.blockOf(line)}.${index.sentenceOf(line)}`;
  index.forEach((line, earlier) => found.push(`${place(line)} = ${place(earlier)}`));
  return found;
}

function repeatsAnew(blocks: readonly Block[]): string[] {
  const index = new RepeatIndex();
  index.update(blocks);
  return repeats(index);
}

const LAMP = '我当天到现场查看灯杆和线路，问清是什么时候坏的。';
const CALL = '我给每位反映的居民打电话说明进展，请他们监督。';

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

  /** The numbers of the sentences that repeat an earlier one, by their places. */
  function numbers(index: RepeatIndex): Record<string, number> {
    const found: Record<string, number> = {};
    index.forEach((line) => (found[`${index.blockOf(line)}.${index.sentenceOf(line)}`] = line));
    return found;
  }

  test('it knows where the sentences stand in their blocks, also after others moved', () => {
    const index = new RepeatIndex();
    const twice = (between: string): Block[] => [block(`${CALL}${LAMP}`), block(`${CALL}${between}${LAMP}`)];
    for (const between of ['', '我道歉。', '我道歉，再道歉。', '']) {
      const blocks = twice(between);
      index.update(blocks);
      const spans: unknown[] = [];
      index.forEach((line, earlier) => {
        for (const one of [line, earlier]) spans.push([index.fromOf(one), index.lengthOf(one)]);
      });
      const lamp = CALL.length + between.length;
      assert.deepEqual(
        spans,
        [
          [0, CALL.length],
          [0, CALL.length],
          [lamp, LAMP.length],
          [CALL.length, LAMP.length],
        ],
        between,
      );
    }
  });

  suite(
    'the sentences of a block that is written anew keep their numbers as far as they say the same',
    () => {
      const parts = ['甲', '乙', '丙', '丁', '戊'].map((letter) => `${letter.repeat(14)}。`);
      const all = parts.join('');
      const others = `${'己'.repeat(14)}。`;
      for (const [name, text, kept] of [
        ['the first', all.replace('甲。', '甲甲。'), [1, 2, 3, 4]],
        ['one in the middle', all.replace('丙。', '丙丙。'), [0, 1, 3, 4]],
        ['the last', all.replace('戊。', '戊戊。'), [0, 1, 2, 3]],
        ['all', all, [0, 1, 2, 3, 4]],
        ['one less', all.replace(`${'丙'.repeat(14)}。`, ''), [0, 1, 3, 4]],
        ['one more', all.replace(`${'丙'.repeat(14)}。`, `${'丙'.repeat(14)}。${others}`), [0, 1, 2, 3, 4]],
      ] as const)
        test(name, () => {
          const index = new RepeatIndex();
          const first = block(`${all}${others}`);
          index.update([first, block(all)]);
          const before = Object.values(numbers(index));
          assert.equal(before.length, 5);
          index.update([first, block(text)]);
          const after = Object.values(numbers(index));
          assert.deepEqual(
            before.flatMap((line, number) => (after.includes(line) ? [number] : [])),
            kept,
          );
          assert.deepEqual(repeats(index), repeatsAnew([first, block(text)]));
        });

      test('but a heading that becomes a sentence, or a sentence a heading, is another', () => {
        const index = new RepeatIndex();
        const words = '我当天到现场查看灯杆和线路';
        index.update([block(words), block(`## ${words}`)]);
        assert.deepEqual(repeats(index), []);
        index.update([block(words), block(words)]);
        assert.deepEqual(repeats(index), ['1.0 = 0.0']);
        index.update([block(words), block(`## ${words}`)]);
        assert.deepEqual(repeats(index), []);
        index.update([block(`## ${words}`), block(words)]);
        assert.deepEqual(repeats(index), []);
      });
    },
  );

  test('when most sentences it has numbers for are gone, all are numbered anew', () => {
    const index = new RepeatIndex();
    const rest = [block(LAMP), block(LAMP)];
    /** A block of a hundred sentences no other has, of which the last is nearly one that others have. */
    const filler = (round: number): Block => {
      const letters = Array.from({ length: 99 }, (_, i) => String.fromCharCode(0x4e00 + round * 99 + i));
      return block(
        `${letters.map((letter) => `${letter}。`).join('')}${LAMP.replace('当', letters[0] ?? '')}`,
      );
    };
    const last: number[] = [];
    for (let round = 0; round < 40; round++) {
      index.update([...rest, filler(round)]);
      assert.deepEqual(repeats(index), ['1.0 = 0.0', '2.99 = 0.0'], `round ${round}`);
      last.push(numbers(index)['2.99'] ?? -1);
    }
    // A hundred are added every round, and gone in the next: 2200 of 2302 are more than half and a thousand.
    assert.deepEqual(last.slice(0, 3), [101, 201, 301]);
    const anew = last.findIndex((line, round) => line < (last[round - 1] ?? 0));
    assert.equal(anew, 23);
    assert.equal(last[anew], 101);
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

  suite('it costs what changed', () => {
    const read = new Set<string>();

    /** A block that tells when its sentences are read. */
    function watched(name: string, text: string): Block {
      return new Proxy(block(text), {
        get: (target, key): unknown => {
          if (key === 'sentences') read.add(name);
          return Reflect.get(target, key);
        },
      });
    }

    const names = ['零', '一', '二', '三', '四', '五', '六', '七'];
    const blocks = names.map((name) => watched(name, `${name.repeat(20)}。`));
    const added = watched('新', `${'新'.repeat(20)}。`);

    for (const [change, next, expected] of [
      ['nothing', blocks, []],
      ['one in the middle', blocks.toSpliced(3, 1, added), ['三', '新']],
      ['the first', blocks.toSpliced(0, 1, added), ['新', '零']],
      ['the last', blocks.toSpliced(7, 1, added), ['七', '新']],
      ['one more in the middle', blocks.toSpliced(3, 0, added), ['新']],
      ['one more at the beginning', [added, ...blocks], ['新']],
      ['one more at the end', [...blocks, added], ['新']],
      ['one less', blocks.toSpliced(3, 1), ['三']],
      ['the same twice', blocks.toSpliced(4, 0, ...blocks.slice(4, 5)), ['四']],
      ['all but the first and the last', [...blocks.slice(0, 1), ...blocks.slice(7)], names.slice(1, 7)],
    ] as const)
      test(change, () => {
        const index = new RepeatIndex();
        index.update(blocks);
        read.clear();
        index.update(next);
        assert.deepEqual([...read].toSorted(), [...expected].toSorted());
      });
  });
});
