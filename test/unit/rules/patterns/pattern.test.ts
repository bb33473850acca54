import assert from 'node:assert/strict';
import type { SentenceEvidence } from '../../../../server/src/core/analysis/evidence';
import {
  type FaultPattern,
  findPatterns,
  perSentence,
} from '../../../../server/src/core/rules/patterns/pattern';

const why = { zh: '因为', en: 'because' };
const evidence = (folded: string, from = 0): SentenceEvidence => ({
  sentence: { kind: 'sentence', folded, from, to: from + folded.length, hanzi: folded.length },
  cues: [],
  wording: [],
  concrete: {},
});
const pattern = (id: string, form: RegExp, more: Partial<FaultPattern> = {}): FaultPattern => ({
  id,
  form,
  why,
  rewrites: ['好'],
  ...more,
});
const ids = (text: string, ...patterns: FaultPattern[]): string[] =>
  findPatterns(evidence(text), patterns).map((hit) => hit.pattern.id);

suite('rules/patterns/pattern', () => {
  test('a hit knows its place in the block and how it is meant', () => {
    const [hit] = findPatterns(evidence('我不说急什么。', 100), [pattern('a', /急什么/)]);
    assert.deepEqual([hit?.from, hit?.to, hit?.guard], [103, 106, 'negated']);
  });

  test('what has to be said with it, and what must not be', () => {
    const form = pattern('a', /一分不少/, { when: /放心/, unless: /核实/ });
    assert.deepEqual(ids('放心,一分不少', form), ['a']);
    assert.deepEqual(ids('一分不少', form), []);
    assert.deepEqual(ids('放心,核实以后一分不少', form), []);
  });

  test('inside a longer match of another pattern nothing is reported twice', () => {
    assert.deepEqual(ids('当场拍板免掉', pattern('short', /拍板/), pattern('long', /当场拍板免掉/)), [
      'long',
    ]);
    assert.deepEqual(ids('当场拍板', pattern('one', /拍板/), pattern('two', /拍板/)), ['one', 'two']);
  });

  test('what is found in a sentence is found once', () => {
    let calls = 0;
    const read = perSentence(() => ++calls);
    const [one, two] = [evidence('一'), evidence('二')];
    assert.deepEqual([read(one), read(one), read(two), read(one)], [1, 1, 2, 1]);
  });
});
