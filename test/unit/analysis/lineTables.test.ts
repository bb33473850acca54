import assert from 'node:assert/strict';
import { LabelTable, ScoreTable, TableSupply } from '../../../server/src/core/analysis/lineTables';

suite('analysis/lineTables', () => {
  test('the lines of passages stand together, one passage behind the other', () => {
    const tables = new TableSupply(9, (lines) => new LabelTable(lines, 3));
    const placed = [4, 0, 5].map((count) => {
      const table = tables.tableFor(count);
      return { table, first: table.take(count) };
    });
    assert.deepEqual(
      placed.map(({ first }) => first),
      [0, 4, 4],
    );
    const [first, ...rest] = placed.map(({ table }) => table);
    assert.ok(rest.every((table) => table === first));
    assert.deepEqual([first?.left, first?.marginals.length, first?.best.length], [0, 27, 9]);
  });

  test('a draft has many, no larger than needed; a passage stands in one, however long it is', () => {
    const lengths = [300, 300, 2000, 1, 511, 7];
    const tables = new TableSupply(
      lengths.reduce((sum, length) => sum + length),
      (lines) => new ScoreTable(lines, 2, true),
    );
    const sizes = new Map<ScoreTable, number>();
    for (const length of lengths) {
      const table = tables.tableFor(length);
      const first = table.take(length);
      assert.ok(first + length <= table.size);
      sizes.set(table, first + length);
    }
    assert.deepEqual(
      [...sizes.keys()].map(({ size }) => size),
      [512, 512, 2000, 512, 7],
    );
    assert.deepEqual([...sizes.values()], [300, 300, 2000, 512, 7]);
  });

  test('with room for the words of one it knows', () => {
    const { words, scores, size, left } = new ScoreTable(2, 3, true);
    assert.deepEqual([words.length, scores.length, size, left], [6, 6, 2, 2]);
  });

  test('without room for the words of a framework the model does not know', () => {
    const { words, scores, potentials, contexts, slogans } = new ScoreTable(2, 3, false);
    assert.deepEqual(
      [words, scores, potentials, contexts, slogans].map(({ length }) => length),
      [0, 6, 6, 2, 2],
    );
  });
});
