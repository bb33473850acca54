import assert from 'node:assert/strict';
import { GAP } from '../../../server/src/core/analysis/lexicon';
import { fold } from '../../../server/src/core/text/fold';
import { readRubrics } from '../../support/rubrics';

/** What the loader cannot see: rubric data that can be read but cannot work. */
suite('rubrics/shipped', () => {
  const { frameworks, wording } = readRubrics();
  const entries = wording.flatMap((list) =>
    list.entries.map((entry) => ({ ...entry, rule: list.rule, name: `${list.id}/${entry.id}` })),
  );

  test('every id stands once', () => {
    for (const ids of [frameworks.map(({ id }) => id), wording.map(({ id }) => id)])
      assert.equal(new Set(ids).size, ids.length);
  });

  test('no form of a wording holds its own exception, or it could never be found', () => {
    const dead = entries.flatMap(({ name, match, unless }) =>
      match
        .filter((form) => unless.some((word) => fold(form).includes(fold(word))))
        .map((form) => `${name}: ${form}`),
    );
    assert.deepEqual(dead, []);
  });

  test('no form belongs to two entries of a rule, or it would be flagged twice', () => {
    const owners = new Map<string, string[]>();
    for (const { rule, name, match } of entries) {
      for (const form of match) {
        const key = `${rule} ${fold(form)}`;
        owners.set(key, [...(owners.get(key) ?? []), name]);
      }
    }
    assert.deepEqual(
      [...owners].filter(([, names]) => names.length > 1),
      [],
    );
  });

  test('a form begins with words and has one gap at most', () => {
    for (const { name, match } of entries) {
      for (const form of match) {
        const parts = form.split(GAP);
        assert.ok(parts.length <= 2 && parts.every((part) => part !== ''), `${name}: ${form}`);
      }
    }
  });

  test('no rewrite is itself to be avoided', () => {
    for (const { name, rewrites, match } of entries) {
      for (const rewrite of rewrites) {
        assert.equal(
          match.some((form) => !GAP.test(form) && fold(rewrite).includes(fold(form))),
          false,
          `${name}: ${rewrite}`,
        );
      }
    }
  });

  test('every section a question may call for says by which words', () => {
    for (const { id, sections } of frameworks) {
      for (const section of sections) {
        if (section.need === 'conditional') assert.ok(section.whenCues.length > 0, `${id}/${section.id}`);
        else assert.deepEqual(section.whenCues, [], `${id}/${section.id}: words that are never read`);
      }
    }
  });
});
