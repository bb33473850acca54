import assert from 'node:assert/strict';
import { PieceTable } from '../../../../server/src/core/rules/repeats/pieceTable';
import { seeded } from '../../../corpus/random';

/** The table with room for so many pieces. */
function tableFor(pieces: number): PieceTable {
  const table = new PieceTable();
  table.reserve(pieces);
  return table;
}

/** Puts a piece down for a sentence, as one of others if it has an owner. */
function put(table: PieceTable, hash: number, line: number): void {
  const slot = table.claim(hash, line);
  if (slot >= 0 && table.ownerOf(slot) !== line) table.addOther(slot, line);
}

function othersOf(table: PieceTable, hash: number): number[] {
  const others: number[] = [];
  table.forEachOther(table.slotOf(hash), (line) => others.push(line));
  return others.toSorted((a, b) => a - b);
}

/** The owner and the others of a piece. */
const having = (table: PieceTable, hash: number): unknown[] => [
  table.ownerOf(table.slotOf(hash)),
  othersOf(table, hash),
];

const PIECE = 0x1234567;

suite('rules/repeats/pieceTable', () => {
  test('a piece nobody has', () => assert.deepEqual(having(tableFor(1), PIECE), [-1, []]));

  test('belongs to the sentence that claims it first, which may claim it again', () => {
    for (const line of [0, 1, 7]) {
      const table = tableFor(2);
      assert.equal(table.claim(PIECE, line), -1);
      assert.equal(table.claim(PIECE, line), -1);
      assert.deepEqual(having(table, PIECE), [line, []]);
    }
  });

  test('another that claims it is told where it is', () => {
    const table = tableFor(2);
    table.claim(PIECE, 0);
    assert.equal(table.claim(PIECE, 1), table.slotOf(PIECE));
    assert.deepEqual(having(table, PIECE), [0, []]);
    assert.equal(table.claim(0, 1), -1);
  });

  test('one that has others is claimed in vain too', () => {
    const table = tableFor(2);
    for (const line of [3, 4]) put(table, PIECE, line);
    assert.equal(table.claim(PIECE, 5), table.slotOf(PIECE));
    assert.deepEqual(having(table, PIECE), [3, [4]]);
  });

  test('others are put down once, even if they have it several times one after the other', () => {
    const table = tableFor(2);
    for (const line of [0, 2, 2, 1, 1, 1]) put(table, PIECE, line);
    assert.deepEqual(having(table, PIECE), [0, [1, 2]]);
  });

  test('another owner, of one that has others and of one that has none', () => {
    const table = tableFor(2);
    put(table, PIECE, 5);
    table.setOwner(table.slotOf(PIECE), 0);
    assert.deepEqual(having(table, PIECE), [0, []]);
    put(table, PIECE, 6);
    table.setOwner(table.slotOf(PIECE), 3);
    assert.deepEqual(having(table, PIECE), [3, [6]]);
  });

  test('without an owner it may be claimed anew', () => {
    const table = tableFor(2);
    put(table, PIECE, 5);
    table.setOwner(table.slotOf(PIECE), -1);
    assert.deepEqual(having(table, PIECE), [-1, []]);
    table.setOwner(table.slotOf(PIECE), 0);
    assert.deepEqual(having(table, PIECE), [0, []]);
    table.setOwner(table.slotOf(PIECE), -1);
    assert.equal(table.claim(PIECE, 6), -1);
    assert.deepEqual(having(table, PIECE), [6, []]);
  });

  for (const [name, keeps, left] of [
    ['all', () => true, [1, 2, 3, 4]],
    ['none', () => false, []],
    ['the first', (line: number) => line === 1, [1]],
    ['the last', (line: number) => line === 4, [4]],
    ['some in the middle', (line: number) => line === 2 || line === 3, [2, 3]],
    ['those at the ends', (line: number) => line === 1 || line === 4, [1, 4]],
  ] as const)
    test(`others that are dropped, but for ${name}`, () => {
      const table = tableFor(2);
      for (const line of [0, 1, 2, 3, 4]) put(table, PIECE, line);
      table.filterOthers(table.slotOf(PIECE), keeps);
      assert.deepEqual(having(table, PIECE), [0, left]);
      put(table, PIECE, 9);
      assert.deepEqual(having(table, PIECE), [0, [...left, 9]]);
    });

  test('where there are no others none are dropped, and a piece whose only others and owner are gone is free', () => {
    const table = tableFor(3);
    const asked: number[] = [];
    const drop = (line: number): boolean => asked.push(line) < 0;
    table.filterOthers(table.slotOf(PIECE), drop);
    put(table, PIECE, 0);
    table.filterOthers(table.slotOf(PIECE), drop);
    assert.deepEqual([having(table, PIECE), asked], [[0, []], []]);
    put(table, PIECE, 1);
    table.setOwner(table.slotOf(PIECE), -1);
    table.filterOthers(table.slotOf(PIECE), drop);
    assert.deepEqual([having(table, PIECE), asked], [[-1, []], [1]]);
    assert.equal(table.claim(PIECE, 2), -1);
  });

  test('pieces whose hashes begin to be looked for in the same place are kept apart', () => {
    const hashes = Array.from({ length: 60 }, (_, i) => (i - 30) << 20);
    const table = tableFor(hashes.length);
    for (const [line, hash] of hashes.entries()) assert.equal(table.claim(hash, line), -1, `${hash}`);
    assert.deepEqual(
      hashes.map((hash) => table.ownerOf(table.slotOf(hash))),
      hashes.map((_, line) => line),
    );
  });

  test('keeps all it has when room is made for more, and as much as it is asked for', () => {
    const table = new PieceTable();
    const COUNT = 3000;
    const hashOf = (i: number): number => Math.imul(i, 0x9e3779b1);
    for (let i = 0; i < COUNT; i++) {
      table.reserve(1);
      put(table, hashOf(i), i);
      if (i % 3 === 0) put(table, hashOf(i), i + 1);
    }
    // As many again without asking between.
    table.reserve(COUNT);
    for (let i = COUNT; i < COUNT * 2; i++) put(table, hashOf(i), i);
    for (let i = 0; i < COUNT * 2; i++)
      assert.deepEqual(having(table, hashOf(i)), [i, i < COUNT && i % 3 === 0 ? [i + 1] : []], `${i}`);
  });

  test('says what plain lists say, whatever is put down and taken out', () => {
    const random = seeded(17);
    const below = (most: number): number => Math.floor(random() * most);
    const hashes = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? i << 24 : i));
    /** The sentences that have each piece, the owner first. */
    const lists = new Map<number, number[]>(hashes.map((hash) => [hash, []]));
    const table = new PieceTable();
    for (let round = 0; round < 3000; round++) {
      table.reserve(1);
      const hash = hashes[below(hashes.length)] ?? 0;
      const list = lists.get(hash) ?? [];
      const line = below(12);
      const slot = table.slotOf(hash);
      if (random() < 0.6) {
        if (!list.includes(line)) {
          put(table, hash, line);
          list.push(line);
        }
      } else if (list[0] === line) {
        const [, next = -1] = list;
        table.setOwner(slot, next);
        table.filterOthers(slot, (other) => other !== next);
        list.shift();
      } else {
        table.filterOthers(slot, (other) => other !== line);
        lists.set(
          hash,
          list.filter((other) => other !== line),
        );
      }
      for (const [piece, [owner = -1, ...others]] of lists)
        assert.deepEqual(having(table, piece), [owner, others.toSorted((a, b) => a - b)], `round ${round}`);
    }
  });
});
