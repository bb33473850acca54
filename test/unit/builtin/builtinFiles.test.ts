import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBuiltin } from '../../../server/src/builtinFiles';
import { Analyzer } from '../../../server/src/core/analysis/analyse';
import { Model } from '../../../server/src/core/analysis/model';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { buildFormSieve } from '../../../server/src/core/rules/formSieve';
import { readModel, readRubrics, ROOT } from '../../support/rubrics';

const DIST = join(ROOT, 'dist');
const FILES = ['builtin.json', 'builtin-more.json', 'builtin.bin'];

/** Without the files of origin, which the build leaves out. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'origin' ? undefined : inner)));
}

suite('builtinFiles', () => {
  const builtin = readBuiltin(DIST);

  test('the rubrics of the build are those of the sources', () => {
    const rubrics = readRubrics();
    const { situations = [], ...own } = builtin.rubrics;
    assert.deepEqual(plain(own), plain({ ...rubrics, systems: rubrics.systems }));
    assert.deepEqual(
      situations.map(({ id }) => id),
      [...(rubrics.systems ?? []).filter(({ kind }) => kind === 'situation').map(({ id }) => id)],
    );
    assert.ok(situations.length > 5);
  });

  test('so is the model, with its n-grams', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(builtin.model)), JSON.parse(JSON.stringify(readModel().data)));
    assert.deepEqual(structuredClone(builtin.model), readModel().data);
  });

  test('the words that forms are looked for by are those of the forms', () => {
    const { buffer, byteOffset, length } = readFileSync(join(DIST, 'forms.bin'));
    const kept = new Uint16Array(buffer.slice(byteOffset, byteOffset + length));
    assert.deepEqual(kept, buildFormSieve());
  });

  test('phrases and what is denied are there', () => {
    assert.ok(builtin.phrases.length > 0 && builtin.deny.length > 0);
  });

  test('a draft is analysed with the compiled tables as without', () => {
    const text = readFileSync(join(ROOT, 'docs/examples/complaint.md'), 'utf8');
    const { compiled, rubrics, model } = builtin;
    assert.ok(compiled);
    const fast = new Analyzer(rubrics, new Model(model, compiled.unpacked), compiled.rubrics);
    const slow = new Analyzer(rubrics, new Model(model));
    const facts = (analyzer: Analyzer): unknown => {
      const { choice, kinds, lines, sections } = analyzer.analyse(parseDraft(text));
      return {
        framework: choice?.framework.id,
        confidence: choice?.confidence,
        kinds,
        lines: lines.map(({ section, slogan, probabilities, line }) => ({
          section,
          slogan,
          probabilities: [...probabilities],
          cues: line.evidence.cues,
          wording: line.evidence.wording,
        })),
        statuses: sections.map(({ status }) => status),
      };
    };
    assert.deepEqual(facts(fast), facts(slow));
  });

  suite('when the program was replaced meanwhile', () => {
    let folder: string;
    setup(() => {
      folder = mkdtempSync(join(tmpdir(), 'zhangfa-builtin-'));
      for (const file of FILES) copyFileSync(join(DIST, file), join(folder, file));
    });
    teardown(() => rmSync(folder, { recursive: true }));

    test('other tables are refused', () => {
      const { compiled } = readBuiltin(folder);
      const bytes = readFileSync(join(folder, 'builtin.bin'));
      bytes.write('another build', 0);
      writeFileSync(join(folder, 'builtin.bin'), bytes);
      assert.throws(() => compiled?.unpacked('framework/public-doubt'), /another version/);
      assert.throws(() => readBuiltin(folder), /another version/);
    });

    test('tables that end early are refused', () => {
      writeFileSync(join(folder, 'builtin.bin'), readFileSync(join(folder, 'builtin.bin')).subarray(0, 1000));
      assert.throws(() => readBuiltin(folder), /another version/);
    });

    test('other texts are refused', () => {
      const read = readBuiltin(folder);
      const more = JSON.parse(readFileSync(join(folder, 'builtin-more.json'), 'utf8')) as object;
      writeFileSync(join(folder, 'builtin-more.json'), JSON.stringify({ ...more, stamp: 'another build' }));
      assert.throws(() => read.phrases, /another version/);
      assert.equal(read.rubrics.frameworks.length > 10, true);
    });

    test('a table that is not there is named', () => {
      assert.throws(() => readBuiltin(folder).compiled?.unpacked('framework/none'), /framework\/none/);
    });
  });
});
