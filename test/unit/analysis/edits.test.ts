import assert from 'node:assert/strict';
import { type Analysis, Analyzer } from '../../../server/src/core/analysis/analyse';
import { judgedSections } from '../../../server/src/core/analysis/coverage';
import type { Model } from '../../../server/src/core/analysis/model';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { seeded } from '../../corpus/random';
import { anyModel } from '../../support/anyModel';
import { everything } from '../../support/everything';
import { RUBRICS } from '../../support/fixtureRubrics';

const PIECES = [
  '我道歉。',
  '天气很好。',
  '我查看灯杆，问清时间。',
  '\n\n',
  '\n\n## 核实\n\n',
  '\n\n## 闲话\n\n',
  '\n\n- 我更换灯泡。\n- 最后，每月巡灯。\n\n',
  '一、处理。湖边有烟。',
  '要高度重视',
  '',
  '',
];
const START =
  '---\nquestion: 路灯坏了没人修\n---\n\n## 态度\n\n我道歉。路灯坏了没人修。\n\n我查看灯杆。\n\n## 处理\n\n我更换灯泡。天气很好。\n\n湖边有烟。\n\n## 安抚\n\n## 长效\n\n每月巡灯。';

/** Everything an analysis says, and what its sections add up to, to the last bit. */
function said(analysis: Analysis): unknown {
  const { labelling } = analysis;
  assert.ok(labelling);
  return [
    everything(analysis),
    judgedSections(labelling).map(({ totals, chances, words, slot, heading }) => [
      totals,
      chances,
      words,
      slot,
      heading,
    ]),
  ];
}

suite('analysis: edits of a short draft by any model', () => {
  for (const isKnown of [true, false]) {
    const random = seeded(isKnown ? 5 : 6);
    let model: Model;
    suiteSetup(() => {
      model = anyModel(random, isKnown);
    });
    test(`a framework the model ${isKnown ? 'knows' : 'does not know'}`, () => {
      const options = { framework: 'lamp' };
      const analyzer = new Analyzer(RUBRICS, model);
      let draft = parseDraft(START);
      said(analyzer.analyse(draft, options));
      for (let round = 0; round < 40; round++) {
        const from = Math.floor(random() * (draft.text.length + 1));
        const gone = random() < 0.5 ? Math.floor(random() * 12) : 0;
        const to = Math.min(draft.text.length, from + gone);
        const piece = PIECES[Math.floor(random() * PIECES.length)] ?? '';
        const next = draft.text.slice(0, from) + piece + draft.text.slice(to);
        draft = parseDraft(next, draft, [{ from, to, inserted: piece.length }]);
        const anew = new Analyzer(RUBRICS, model).analyse(parseDraft(next), options);
        if (!anew.labelling) continue;
        assert.deepEqual(said(analyzer.analyse(draft, options)), said(anew), `round ${round}`);
      }
    });
  }

  test('what did not change is the same object', () => {
    const analyzer = new Analyzer(RUBRICS, anyModel(seeded(1), false));
    const text = `${'天气很好。\n\n'.repeat(200)}我道歉。`;
    const draft = parseDraft(text);
    const again = analyzer.analyse(draft, { framework: 'lamp' }).labelling;
    const edited = analyzer.analyse(
      parseDraft(`${text}好。`, draft, [{ from: text.length, to: text.length, inserted: 2 }]),
      { framework: 'lamp' },
    ).labelling;
    assert.ok(again && edited);
    const kept = edited.answer.passages.filter((passage, at) => passage === again.answer.passages[at]).length;
    assert.ok(kept >= 195, String(kept));
  });
});
