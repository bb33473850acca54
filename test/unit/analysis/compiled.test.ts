import assert from 'node:assert/strict';
import { Analyzer } from '../../../server/src/core/analysis/analyse';
import {
  compiledRubrics,
  compileTables,
  sectionCounts,
  type Table,
  TABLE_TYPES,
  type Tables,
} from '../../../server/src/core/analysis/compiled';
import { Model } from '../../../server/src/core/analysis/model';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { everything } from '../../support/everything';
import { FIXTURE_MODEL_DATA } from '../../support/fixtureModel';
import { framework, point, RUBRICS, section } from '../../support/fixtureRubrics';
import { readModel, readRubrics } from '../../support/rubrics';

/** Hands out the tables by name, as a start does that reads them from disk. */
function kept(tables: ReadonlyMap<string, Table>, asked: string[] = []): Tables {
  return (name, type) => {
    const table = tables.get(name);
    assert.ok(table instanceof TABLE_TYPES[type], `${name}: ${type}`);
    asked.push(name);
    return table as never;
  };
}

const DRAFT =
  '---\nquestion: 你是社区工作人员，居民反映小区路灯坏了没人管，来办公室吵闹。你怎么办？\n---\n\n' +
  '## 安抚\n\n我请他坐下，先道歉，保证全修好。\n\n我高度重视，当天上午查看灯杆，问清时间。\n\n这事不归我管。\n';

suite('analysis/compiled', () => {
  test('a draft is analysed with the tables that were kept as without, by the shipped rubrics', () => {
    const rubrics = readRubrics();
    const model = readModel();
    const tables = compileTables(rubrics, model.data);
    const weights = kept(tables);
    const stripped = new Model(
      { ...model.data, slogan: { ...model.data.slogan, ngrams: 'not read' } },
      (name) => weights(name, 'Int8Array'),
    );
    const fast = new Analyzer(rubrics, stripped, compiledRubrics(kept(tables)));
    const slow = new Analyzer(rubrics, model);
    for (const options of [{}, { framework: 'relations-three-points' }]) {
      const shown = everything(slow.analyse(parseDraft(DRAFT), options));
      assert.deepEqual(everything(fast.analyse(parseDraft(DRAFT), options)), shown);
    }
  });

  test('of everything that is kept, each table is asked for', () => {
    const tables = compileTables(RUBRICS, FIXTURE_MODEL_DATA);
    const asked: string[] = [];
    compiledRubrics(kept(tables, asked));
    assert.deepEqual([...tables.keys()].toSorted(), [...asked, 'choice', 'slogan'].toSorted());
  });

  test('the model finds a table for each framework it was trained on', () => {
    const { frameworks } = readModel().data;
    const tables = compileTables(RUBRICS, readModel().data);
    for (const id of Object.keys(frameworks))
      assert.ok(tables.get(`framework/${id}`) instanceof Int8Array, id);
  });

  test('how many sections frameworks have, each number once', () => {
    const of = (id: string, sections: number): ReturnType<typeof framework> =>
      framework(
        id,
        id,
        Array.from({ length: sections }, (_, at) =>
          section(`s${at}`, `节${at}`, [point('p', '点', ['道歉'])]),
        ),
      );
    const rubrics = { ...RUBRICS, frameworks: [of('a', 3), of('b', 5), of('c', 3)] };
    assert.deepEqual(sectionCounts(rubrics), Uint16Array.of(3, 5));
    const tables = compileTables(rubrics, FIXTURE_MODEL_DATA);
    assert.deepEqual(compiledRubrics(kept(tables)).sectionCounts, Uint16Array.of(3, 5));
  });
});
