import assert from 'node:assert/strict';
import { type Analysis, Analyzer } from '../../../server/src/core/analysis/analyse';
import { judgedSections } from '../../../server/src/core/analysis/coverage';
import { type Draft, parseDraft } from '../../../server/src/core/draft/draft';
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
  '---\nquestion: 路灯坏了没人修\n---\n\n## 态度\n\n我道歉。路灯坏了没人修。\n\n我查看灯杆。\n\n## 处理\n\n我更换灯泡。天气很好。湖边有烟。有人来了。我走过去。我问清时间。天又亮了。灯又亮了。\n\n湖边有烟。\n\n## 安抚\n\n## 长效\n\n每月巡灯。';

/** The draft after any edit: something taken out, something put in, or the same elsewhere. */
function edited(draft: Draft, random: () => number): Draft {
  const from = Math.floor(random() * (draft.text.length + 1));
  const gone = random() < 0.5 ? Math.floor(random() * 12) : 0;
  const to = Math.min(draft.text.length, from + gone);
  const piece = PIECES[Math.floor(random() * PIECES.length)] ?? '';
  const next = draft.text.slice(0, from) + piece + draft.text.slice(to);
  return parseDraft(next, draft, [{ from, to, inserted: piece.length }]);
}

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
    test(`a framework the model ${isKnown ? 'knows' : 'does not know'}`, () => {
      const random = seeded(isKnown ? 5 : 6);
      const model = anyModel(random, isKnown);
      const analyzer = new Analyzer(RUBRICS, model);
      let draft = parseDraft(START);
      said(analyzer.analyse(draft, { framework: 'lamp' }));
      for (let round = 0; round < 24; round++) {
        // Several edits may come before it is asked: what was said of the draft in between is not known then.
        for (let edits = Math.floor(random() * 3); edits >= 0; edits--) draft = edited(draft, random);
        const options = { framework: random() < 0.2 ? 'queue' : 'lamp' };
        const anew = new Analyzer(RUBRICS, model).analyse(parseDraft(draft.text), options);
        if (!anew.labelling) continue;
        assert.deepEqual(said(analyzer.analyse(draft, options)), said(anew), `round ${round}`);
      }
    });
  }

  test('a sentence moved from the end to the beginning', () => {
    for (const isKnown of [true, false]) {
      const model = anyModel(seeded(9), isKnown);
      const analyzer = new Analyzer(RUBRICS, model);
      const options = { framework: 'lamp' };
      const middle = '天气很好。\n\n我道歉。湖边有烟。我更换灯泡。\n\n有人来了。我走过去。\n\n';
      const before = parseDraft(`${middle}灯亮了。`);
      analyzer.analyse(before, options);
      const shorter = parseDraft(middle, before, [
        { from: middle.length, to: middle.length + 4, inserted: 0 },
      ]);
      const moved = parseDraft(`灯亮了。\n\n${middle}`, shorter, [{ from: 0, to: 0, inserted: 6 }]);
      assert.deepEqual(
        said(analyzer.analyse(moved, options)),
        said(new Analyzer(RUBRICS, model).analyse(parseDraft(moved.text), options)),
      );
    }
  });

  /** What is said after something was put into a draft, and what is said of that draft by somebody who has not seen it before. */
  function afterInsertion(text: string, at: number, piece: string, isKnown: boolean): [unknown, unknown] {
    const model = anyModel(seeded(11), isKnown);
    const analyzer = new Analyzer(RUBRICS, model);
    const options = { framework: 'lamp' };
    const before = parseDraft(text);
    analyzer.analyse(before, options);
    const whole = text.slice(0, at) + piece + text.slice(at);
    const after = parseDraft(whole, before, [{ from: at, to: at, inserted: piece.length }]);
    const anew = new Analyzer(RUBRICS, model).analyse(parseDraft(whole), options);
    return [said(analyzer.analyse(after, options)), said(anew)];
  }

  test('a paragraph that stood at two parts of the answer, and in a longer one stands at the first alone', () => {
    const text = `我道歉。\n\n有人来了。湖边有烟。天气很好。\n\n${'我查看灯杆。我走过去。'.repeat(3)}`;
    for (const isKnown of [true, false]) {
      const [now, anew] = afterInsertion(text, text.length, `\n\n${'灯亮了。'.repeat(30)}`, isKnown);
      assert.deepEqual(now, anew);
    }
  });

  test('headings that become as many as the framework has sections', () => {
    const text = '## 态度\n\n我道歉。\n\n## 核实\n\n有人来了。我查看灯杆。湖边有烟。';
    const piece = '\n\n## 处理\n\n天气很好。\n\n## 安抚\n\n我走过去。\n\n## 长效\n\n灯亮了。';
    for (const isKnown of [true, false]) {
      const [now, anew] = afterInsertion(text, text.length, piece, isKnown);
      assert.deepEqual(now, anew);
    }
  });

  test('asked again about the same draft, it labels nothing anew', () => {
    for (const isKnown of [true, false]) {
      const analyzer = new Analyzer(RUBRICS, anyModel(seeded(4), isKnown));
      const text = START + '\n\n天气很好。我道歉。湖边有烟。我更换灯泡。有人来了。'.repeat(6);
      const draft = parseDraft(text);
      const options = { framework: 'lamp' };
      const first = analyzer.analyse(draft, options).labelling?.passages;
      const second = analyzer.analyse(draft, options).labelling?.passages;
      assert.ok(first && second && first.length > 6);
      assert.equal(second.length, first.length);
      for (const [at, passage] of second.entries()) assert.equal(passage, first[at], `passage ${at}`);
    }
  });

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
