import assert from 'node:assert/strict';
import {
  firstPlaceholder,
  SectionChances,
  SectionTotals,
} from '../../../server/src/core/analysis/sectionTotals';

suite('analysis/sectionTotals', () => {
  test('the first placeholder, marks and all', () => {
    const found = (text: string): string | undefined => {
      const range = firstPlaceholder(text);
      return range && `${range.from} ${text.slice(range.from, range.to)}`;
    };
    assert.equal(found('我去【哪里】找【谁】。'), '2 【哪里】');
    assert.equal(found('【谁】来了'), '0 【谁】');
    assert.equal(found('我去找人'), undefined);
    assert.equal(found('【答案】我去【哪里】。'), '6 【哪里】');
    assert.equal(found('【】我去【哪里】。'), '4 【哪里】');
    assert.equal(found(`【${'灯'.repeat(40)}】`), `0 【${'灯'.repeat(40)}】`);
    assert.equal(found(`【${'灯'.repeat(41)}】`), undefined);
    assert.equal(found('我去【哪里'), undefined);
  });

  test('a line is possible above 0.15, and probable above 0.5', () => {
    const chances = new SectionChances();
    for (const chance of [0.15, 0.5, 0.1]) chances.addLine(chance, true, false);
    assert.deepEqual([chances.possible, chances.probable], [1, 0]);
    for (const chance of [0.16, 0.51]) chances.addLine(chance, true, false);
    assert.deepEqual([chances.possible, chances.probable], [3, 1]);
    assert.deepEqual([chances.top, chances.second], [0.51, 0.5]);
    assert.deepEqual([chances.elsewhere, chances.loose], [0, 0]);
  });

  test('a part without lines adds nothing, and does not stand between others', () => {
    const part = (opens: boolean, ends: boolean): SectionTotals =>
      Object.assign(new SectionTotals(1), { lines: 2, runs: 1, opens, ends });
    const all = new SectionTotals(1);
    all.add(part(true, true), 2);
    all.add(new SectionTotals(1), 0);
    all.add(part(true, false), 3);
    assert.deepEqual([all.lines, all.among, all.runs, all.opens, all.ends], [4, 5, 1, true, false]);
    all.add(part(true, true), 1);
    assert.deepEqual([all.lines, all.among, all.runs, all.opens, all.ends], [6, 6, 2, true, true]);
  });
});
