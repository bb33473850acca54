import assert from 'node:assert/strict';
import type { Finding, Severity } from '../../../server/src/core/rules/types';
import { MOST_DIAGNOSTICS, mostSevere } from '../../../server/src/lsp/mostSevere';

/** Findings of these severities one after the other. */
function found(...severities: Severity[]): Finding[] {
  return severities.map((severity, from) => ({
    code: 'cliche',
    severity,
    range: { from, to: from + 1 },
    message: '',
    related: [],
  }));
}

const places = (findings: readonly Finding[]): number[] => findings.map(({ range }) => range.from);

suite('lsp/mostSevere', () => {
  const mixed = found('hint', 'information', 'warning', 'hint', 'information', 'error', 'information');

  test('as many as there may be are all sent', () => {
    assert.equal(mostSevere(mixed, 7), mixed);
    const many = found(...new Array<Severity>(MOST_DIAGNOSTICS + 1).fill('hint'));
    assert.equal(mostSevere(many.slice(1)).length, MOST_DIAGNOSTICS);
    assert.deepEqual(places(mostSevere(many)), places(many.slice(0, MOST_DIAGNOSTICS)));
  });

  test('of more the most severe, of these the first, in order of place', () => {
    assert.deepEqual(places(mostSevere(mixed, 1)), [5]);
    assert.deepEqual(places(mostSevere(mixed, 2)), [2, 5]);
    assert.deepEqual(places(mostSevere(mixed, 4)), [1, 2, 4, 5]);
    assert.deepEqual(places(mostSevere(mixed, 6)), [0, 1, 2, 4, 5, 6]);
    assert.deepEqual(places(mostSevere(mixed, 0)), []);
  });
});
