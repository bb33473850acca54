import assert from 'node:assert/strict';
import type { Block } from '../../../../server/src/core/draft/blocks';
import { RepeatIndex } from '../../../../server/src/core/rules/repeats/repeatIndex';
import { block, CALL, LAMP, repeats, repeatsAnew } from './repeatIndexSupport';

suite('rules/repeats/repeatIndex: kept from version to version', () => {
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

  test('a sentence said twice on end, or once less: each place is told of its own', () => {
    const L = LAMP;
    const C = CALL;
    const versions = [
      L,
      L + L,
      L,
      L + L + L,
      L + L,
      C + L,
      C + L + L,
      C + C + L,
      C + C + L + L,
      L + C,
      C + L + C,
      L,
    ];
    const index = new RepeatIndex();
    for (const text of versions) {
      index.update([block(text)]);
      assert.deepEqual(repeats(index), repeatsAnew([block(text)]), text);
    }
  });

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
