import assert from 'node:assert/strict';
import { textsOf } from '../../../support/textsOf';

suite('test/support/textsOf', () => {
  const made = (form: RegExp, seed: number): string[] => {
    const next = textsOf(form, seed);
    return Array.from({ length: 200 }, next);
  };

  test('takes every alternative, class and repetition, and says again what a group said', () =>
    assert.deepEqual(
      [...new Set(made(/(?<!戊)[甲乙](?:(丙|丁)[^,窑]?(?!戊)\1|[1-3]{2})(?=己)/, 1))]
        .map((text) => text.replace(/[1-3]{2}/, '12'))
        .filter((text, at, all) => all.indexOf(text) === at)
        .toSorted(),
      ['丙丙', '丙鹤丙', '丁丁', '丁鹤丁', '12'].flatMap((said) => [`甲${said}己`, `乙${said}己`]).toSorted(),
    ));

  test('the same seed makes the same texts, another others', () => {
    const form = /[0-9]{6}/;
    assert.deepEqual(made(form, 1), made(form, 1));
    assert.notDeepEqual(made(form, 1), made(form, 2));
  });
});
