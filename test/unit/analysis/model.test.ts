import assert from 'node:assert/strict';
import {
  addNgramScores,
  type FrameworkModelData,
  Model,
  type NgramTable,
} from '../../../server/src/core/analysis/model';
import { BUCKETS } from '../../../server/src/core/analysis/ngrams';
import { pack } from '../../../server/src/core/analysis/packed';
import { seeded } from '../../corpus/random';
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

/** A new one for every test: a model keeps its tables. */
const newModel = (): Model =>
  fixtureModel({ frameworks: { a: stored(['x', 'y'], [1, 2, 3], [10, 20, 30]) } });
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
  let model: Model;
  setup(() => {
    model = newModel();
  });

  test('columns stand in the order of the framework, none last', () => {
    const table = model.tableFor(withSections('x', 'y'));
    assert.deepEqual(row(table), [1, 2, 3]);
    assert.deepEqual([...(table?.bias ?? [])], [10, 20, 30]);
  });

  test('a writer’s order of the sections is followed', () => {
    const table = model.tableFor(withSections('y', 'x'));
    assert.deepEqual(row(table), [2, 1, 3]);
    assert.deepEqual([...(table?.bias ?? [])], [20, 10, 30]);
  });

  test('a section the model does not know has no weights', () => {
    const table = model.tableFor(withSections('x', 'new', 'y'));
    assert.deepEqual(row(table), [1, 0, 2, 3]);
    assert.deepEqual([...(table?.bias ?? [])], [10, 0, 20, 30]);
  });

  test('a section left out is left out', () =>
    assert.deepEqual(row(model.tableFor(withSections('y'))), [2, 3]));

  test('a framework is unpacked once', () => {
    assert.equal(model.tableFor(withSections('x', 'y')), model.tableFor(withSections('x', 'y')));
    assert.notEqual(model.tableFor(withSections('x')), model.tableFor(withSections('y')));
  });

  test('a framework it was not trained on has no table', () => {
    assert.equal(model.tableFor(framework('b', '乙', [])), undefined);
  });

  test('nor has one named like a member of every object', () => {
    assert.equal(model.tableFor(framework('constructor', '乙', [section('x', 'x', [])])), undefined);
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

  for (const columns of [1, 3, 4, 5, 8, 9, 40])
    test(`scores of ${columns} columns are the weights added up`, () => {
      const random = seeded(columns);
      const table: NgramTable = {
        columns,
        scale: 0.25,
        weights: Int8Array.from({ length: BUCKETS * columns }, () => Math.floor(random() * 15) - 7),
        bias: Float64Array.from({ length: columns }, () => random() * 4 - 2),
      };
      const buckets = Uint16Array.from({ length: 9 }, () => Math.floor(random() * BUCKETS));
      const into = new Float64Array(columns + 2).fill(100);
      addNgramScores(table, buckets, into, 1, 4);
      const expected = Array.from({ length: columns }, (_, column) => {
        const sum = [...buckets.subarray(0, 4)].reduce(
          (total, bucket) => total + (table.weights[bucket * columns + column] ?? 0),
          0,
        );
        return 100 + (sum * 0.25) / 2 + (table.bias[column] ?? 0);
      });
      assert.deepEqual([...into], [100, ...expected, 100]);
    });

  test('the tables of choice and slogans are those stored, and unpacked once', () => {
    const weighed = fixtureModel({
      choice: {
        frameworks: ['a', 'b'],
        bias: [1, 2],
        scale: 3,
        ngrams: pack(Int8Array.of(0, 5)),
        cue: 4,
        weakCue: 1,
      },
      slogan: { bias: -4, scale: 2, ngrams: pack(Int8Array.of(0, 0, 6)) },
    });
    const choice = weighed.choiceTable();
    assert.deepEqual([choice.columns, choice.scale, [...choice.bias]], [2, 3, [1, 2]]);
    assert.deepEqual([choice.weights.length, [...choice.weights.subarray(0, 3)]], [BUCKETS * 2, [0, 5, 0]]);
    assert.equal(weighed.choiceTable(), choice);
    const slogan = weighed.sloganTable();
    assert.deepEqual([slogan.columns, slogan.scale, [...slogan.bias]], [1, 2, [-4]]);
    assert.deepEqual([slogan.weights.length, [...slogan.weights.subarray(0, 4)]], [BUCKETS, [0, 0, 6, 0]]);
    assert.equal(weighed.sloganTable(), slogan);
  });

  test('tables that are unpacked already are asked for by name, and the stored ones not read', () => {
    const asked: string[] = [];
    const unread = { bias: [0, 0], scale: 1, ngrams: 'not read' };
    const kept = new Model(
      {
        ...model.data,
        frameworks: { a: { ...unread, sections: ['x'] } },
        choice: { ...model.data.choice, ...unread },
        slogan: { ...unread, bias: 0 },
      },
      (name) => {
        asked.push(name);
        return new Int8Array(BUCKETS * 2).fill(1);
      },
    );
    kept.choiceTable();
    kept.sloganTable();
    assert.deepEqual(row(kept.tableFor(withSections('x'))), [1, 1]);
    assert.deepEqual(asked, ['choice', 'slogan', 'framework/a']);
  });

  test('frameworks of the same name with other sections have tables of their own', () => {
    assert.deepEqual(row(model.tableFor(withSections('x'))), [1, 3]);
    assert.deepEqual(row(model.tableFor(withSections('y'))), [2, 3]);
    assert.equal(model.tableFor(withSections('x'))?.scale, 0.5);
    assert.equal(model.tableFor(withSections('x', 'y'))?.scale, 0.5);
  });

  test('curves are there where they are stored, and made once', () => {
    assert.equal(model.statusCurves(), undefined);
    const { status } = model.data;
    const curved = fixtureModel({ status: { ...status, curves: { full: 1, weak: 0, curves: [] } } });
    const curves = curved.statusCurves();
    assert.ok(curves);
    assert.ok(curves.judge([]).full > curves.judge([]).weak);
    assert.equal(curved.statusCurves(), curves);
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
