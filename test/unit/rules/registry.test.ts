import assert from 'node:assert/strict';
import { RULES } from '../../../server/src/core/rules/registry';
import { RULE_CODES } from '../../../server/src/core/rules/types';

suite('rules/registry', () => {
  const codes = RULES.map(({ code }) => code);

  test('every code has one rule', () => assert.deepEqual(codes.toSorted(), [...RULE_CODES].toSorted()));
  test('no code stands twice', () => assert.equal(new Set(codes).size, codes.length));

  test('codes are dotted lower case', () => {
    for (const code of RULE_CODES) assert.match(code, /^[a-z]+(?:[.-][a-z]+)*$/);
  });

  test('nothing is an error by itself, and only what makes an answer incomplete a warning', () => {
    const loud = RULES.filter(({ severity }) => severity === 'error' || severity === 'warning').map(
      ({ code }) => code,
    );
    assert.deepEqual(loud.toSorted(), ['section.missing']);
  });
});
