import assert from 'node:assert/strict';
import { STATUS_FEATURES } from '../../../server/src/core/analysis/statusFeatures';
import type { ModelData } from '../../../server/src/core/analysis/model';
import { analyse } from '../../support/check';
import { fixtureModel, weights } from '../../support/fixtureModel';
import { NEVER, OPTIONS, sectionOf, TRAINED } from './coverageSupport';

suite('analysis/coverage: how sure of absence', () => {
  interface Sure {
    /** Probability of absent; the rest is for full. */
    readonly absent: number;
    readonly isKnown?: boolean;
    readonly curves?: boolean;
  }

  /** The status of a section where every section is as probably absent. */
  function statusOf(text: string, id: string, { absent, isKnown = false, curves = false }: Sure): string {
    const full = Math.log(1 / absent - 1);
    const status: ModelData['status'] = {
      full: weights(STATUS_FEATURES, { bias: curves ? 0 : full }),
      weak: weights(STATUS_FEATURES, { bias: NEVER }),
      ...(curves && { curves: { full, weak: NEVER, curves: [] } }),
    };
    const model = fixtureModel({ status, frameworks: isKnown ? TRAINED : {} });
    return sectionOf(analyse(text, { ...OPTIONS, model }), id).status;
  }

  const NOTHING = '天气很好。';
  /** 76 字: there are five sections. */
  const LONG = NOTHING.repeat(19);
  const LINE = '我道歉。';
  // Chosen apart from the borders, which are set anew with every training.
  for (const [name, text, absent, more, expected] of [
    ['without lines, known by its cues, probably', LONG, 0.85, {}, 'absent'],
    ['without lines, known by its cues, perhaps', LONG, 0.65, {}, 'weak'],
    ['without lines, known by its cues, in a tiny answer', NOTHING.repeat(18), 0.01, {}, 'absent'],
    ['without lines, known by its words, probably', NOTHING, 0.6, { isKnown: true }, 'absent'],
    ['without lines, known by its words, hardly', NOTHING, 0.4, { isKnown: true }, 'weak'],
    ['without lines, by curves, probably', NOTHING, 0.75, { isKnown: true, curves: true }, 'absent'],
    ['without lines, by curves, perhaps', NOTHING, 0.55, { isKnown: true, curves: true }, 'weak'],
    ['with lines, very probably', LINE, 0.9, {}, 'absent'],
    ['with lines, probably', LINE, 0.8, {}, 'full'],
    ['with lines, by curves, probably', LINE, 0.75, { isKnown: true, curves: true }, 'absent'],
    ['with lines, by curves, perhaps', LINE, 0.55, { isKnown: true, curves: true }, 'full'],
    ['a heading is there', `## 态度\n\n${NOTHING}`, 0.99, {}, 'full'],
    ['a heading without anything is there', '## 态度', 0.99, {}, 'weak'],
    ['an empty draft', '', 0.01, {}, 'absent'],
    ['only another heading', '## 核实', 0.01, {}, 'absent'],
  ] as const)
    test(name, () => assert.equal(statusOf(text, 'attitude', { absent, ...more }), expected));

  test('curves are not asked about a framework known by its cues', () =>
    assert.equal(statusOf(LINE, 'attitude', { absent: 0.999, curves: true }), 'full'));

  test('what is not filled in is weak however sure', () =>
    assert.equal(statusOf('我道歉，对【谁】说。', 'attitude', { absent: 0.01 }), 'weak'));

  suite('half of its points carried out', () => {
    const LONG =
      '一直看到路口的那一头，再从那一头慢慢地走回来，把每一盏都记在随身带着的小本子上，又把坏了的那几盏圈出来。';
    for (const [name, text, id, expected] of [
      ['one of two points in sixty 字', `我查看灯杆，从路口的这一头开始，${LONG}`, 'verify', 'full'],
      ['in fewer 字', '我查看灯杆，从路口的这一头开始。', 'verify', 'absent'],
      ['not of those required', `确实坏了的，其实没坏的，从这一头开始，${LONG}`, 'handle', 'absent'],
      ['the required one, but a third of all', `我更换灯泡，从路口的这一头开始，${LONG}`, 'handle', 'absent'],
      ['the required one and another', `确实坏了，我更换灯泡，从这一头开始，${LONG}`, 'handle', 'full'],
    ] as const)
      test(name, () => assert.equal(statusOf(text, id, { absent: 0.95 }), expected));
  });
});
