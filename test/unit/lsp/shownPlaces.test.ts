import assert from 'node:assert/strict';
import type { RuleCode } from '../../../server/src/core/rules/types';
import { type Shown, ShownPlaces } from '../../../server/src/lsp/shownPlaces';

const finding = (code: RuleCode, from: number, to: number): { code: RuleCode; range: Range } => ({
  code,
  range: { from, to },
});
interface Range {
  readonly from: number;
  readonly to: number;
}

/** All places within so many characters. */
function rangesWithin(length: number): Range[] {
  const ranges: Range[] = [];
  for (let from = 0; from <= length; from++)
    for (let to = from; to <= length; to++) ranges.push({ from, to });
  return ranges;
}

suite('ShownPlaces', () => {
  test('knows what overlaps one that was shown, or has its place', () => {
    const all = rangesWithin(4);
    for (const a of all) {
      for (const b of all) {
        // In whatever order they are.
        const shown = new ShownPlaces([
          { code: 'cliche', ...b },
          { code: 'cliche', ...a },
        ]);
        for (const range of all) {
          const isShown = [a, b].some(
            (one) =>
              (one.from < range.to && range.from < one.to) ||
              (one.from === range.from && one.to === range.to),
          );
          assert.equal(shown.has({ code: 'cliche', range }), isShown, JSON.stringify({ a, b, range }));
        }
      }
    }
  });

  test('what another rule has shown there is not meant', () => {
    const shown = new ShownPlaces([{ code: 'cliche', from: 2, to: 6 }]);
    assert.equal(shown.has(finding('cliche', 3, 4)), true);
    assert.equal(shown.has(finding('wording.taboo', 3, 4)), false);
    assert.equal(new ShownPlaces([]).has(finding('cliche', 0, 9)), false);
  });

  test('a long one is found behind many short ones', () => {
    const shown: Shown[] = [{ code: 'cliche', from: 0, to: 1000 }];
    for (let from = 1; from < 500; from++) shown.push({ code: 'cliche', from, to: from + 1 });
    const places = new ShownPlaces(shown);
    assert.equal(places.has(finding('cliche', 999, 1001)), true);
    assert.equal(places.has(finding('cliche', 1000, 1001)), false);
  });

  test('what is shown is looked through once, however much is asked for', () => {
    let looks = 0;
    const shown = Array.from({ length: 2000 }, (_, at): Shown => ({
      code: 'cliche',
      get from() {
        looks++;
        return at * 4;
      },
      to: at * 4 + 2,
    }));
    const places = new ShownPlaces(shown);
    const made = looks;
    for (let at = 0; at < 2000; at++)
      assert.equal(places.has(finding('cliche', at * 4 + 2, at * 4 + 4)), false);
    assert.equal(looks, made);
  });
});
