import assert from 'node:assert/strict';
import {
  addNgramScores,
  type FrameworkModelData,
  type NgramTable,
} from '../../../server/src/core/analysis/model';
import { BUCKETS } from '../../../server/src/core/analysis/ngrams';
import { pack } from '../../../server/src/core/analysis/packed';
import { fixtureModel } from '../../support/fixtureModel';
import { framework, section } from '../../support/fixtureRubrics';
import { readModel, readRubrics } from '../../support/rubrics';

/** Weights of bucket 5 for the given columns. */
function stored(
  sections: readonly string[],
  row: readonly number[],
  bias: readonly number[],
): FrameworkModelData {
  const table = new Int8Array(BUCKETS * row.length);
  for (const [column, weight] of row.entries()) table[5 * row.length + column] = weight;
  return { sections, bias, scale: 0.5, ngrams: pack(table) };
}

const MODEL = fixtureModel({ frameworks: { a: stored(['x', 'y'], [1, 2, 3], [10, 20, 30]) } });
const withSections = (...ids: string[]): ReturnType<typeof framework> =>
  framework(
    'a',
    '甲',
    ids.map((id) => section(id, id, [])),
  );

function row(table: NgramTable | undefined): number[] {
  assert.ok(table);
  return [...table.weights.subarray(5 * table.columns, 6 * table.columns)];
}

suite('analysis/model', () => {
  test('columns stand in the order of the framework, none last', () => {
    const table = MODEL.tableFor(withSections('x', 'y'));
    assert.deepEqual(row(table), [1, 2, 3]);
    assert.deepEqual([...(table?.bias ?? [])], [10, 20, 30]);
  });

  test('a writer’s order of the sections is followed', () => {
    const table = MODEL.tableFor(withSections('y', 'x'));
    assert.deepEqual(row(table), [2, 1, 3]);
    assert.deepEqual([...(table?.bias ?? [])], [20, 10, 30]);
  });

  test('a section the model does not know has no weights', () => {
    const table = MODEL.tableFor(withSections('x', 'new', 'y'));
    assert.deepEqual(row(table), [1, 0, 2, 3]);
    assert.deepEqual([...(table?.bias ?? [])], [10, 0, 20, 30]);
  });

  test('a section left out is left out', () =>
    assert.deepEqual(row(MODEL.tableFor(withSections('y'))), [2, 3]));

  test('a framework is unpacked once', () => {
    assert.equal(MODEL.tableFor(withSections('x', 'y')), MODEL.tableFor(withSections('x', 'y')));
    assert.notEqual(MODEL.tableFor(withSections('x')), MODEL.tableFor(withSections('y')));
  });

  test('a framework it was not trained on has no table', () => {
    assert.equal(MODEL.tableFor(framework('b', '乙', [])), undefined);
  });

  test('nor has one named like a member of every object', () => {
    assert.equal(MODEL.tableFor(framework('constructor', '乙', [section('x', 'x', [])])), undefined);
  });

  test('damaged weights are an error', () => {
    const broken = fixtureModel({
      frameworks: {
        a: { sections: [], bias: [0], scale: 1, ngrams: pack(new Int8Array(BUCKETS + 9).fill(1)) },
      },
    });
    assert.throws(() => broken.tableFor(withSections('x')), RangeError);
  });

  test('scores are weights by the root of how many there are, and the bias once', () => {
    const table: NgramTable = {
      columns: 2,
      scale: 0.5,
      weights: new Int8Array(BUCKETS * 2),
      bias: Float64Array.of(1, -1),
    };
    table.weights.set([4, 6], 3 * 2);
    table.weights.set([2, 0], 8 * 2);
    const into = Float64Array.of(100, 0);
    addNgramScores(table, Uint16Array.of(3, 8, 9, 10), into);
    assert.deepEqual([...into], [100 + 1 + (6 * 0.5) / 2, -1 + (6 * 0.5) / 2]);
  });

  test('no n-grams leave the bias', () => {
    const into = new Float64Array(1);
    addNgramScores(
      { columns: 1, scale: 1, weights: new Int8Array(BUCKETS), bias: Float64Array.of(3) },
      new Uint16Array(0),
      into,
    );
    assert.deepEqual([...into], [3]);
  });
});

suite('analysis/model: as shipped', () => {
  const model = readModel();

  test('knows every built-in framework for particular questions with all its sections', () => {
    for (const built of readRubrics().frameworks.filter(({ tier, general }) => tier !== 2 && !general)) {
      assert.deepEqual(
        model.data.frameworks[built.id]?.sections,
        built.sections.map(({ id }) => id),
        built.id,
      );
      assert.ok(model.data.choice.frameworks.includes(built.id), built.id);
      const table = model.tableFor(built);
      assert.ok(
        table?.weights.some((weight) => weight !== 0),
        built.id,
      );
    }
    assert.equal(model.choiceTable().columns, model.data.choice.frameworks.length);
  });

  test('every number is one', () => {
    const { section: own, none, transitions, status, choice } = model.data;
    for (const value of [
      ...own,
      ...none,
      ...transitions,
      ...status.full,
      ...status.weak,
      ...choice.bias,
      choice.cue,
      choice.weakCue,
      choice.scale,
    ]) {
      assert.ok(Number.isFinite(value));
    }
  });
});
