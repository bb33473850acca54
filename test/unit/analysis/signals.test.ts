import assert from 'node:assert/strict';
import { Lexicon } from '../../../server/src/core/analysis/lexicon';
import { collectEvidence, type SentenceEvidence } from '../../../server/src/core/analysis/evidence';
import { countOf, countSignals, showsNothing } from '../../../server/src/core/analysis/signals';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { framework, LAMP, point, section } from '../../support/fixtureRubrics';

/** Two sections with two points each, of cues, phrases and weak cues; its words are no others'. */
const PUMP = framework('pump', '水泵报修', [
  section('see', '看泵', [
    point('look', '看一看', ['围着泵看', '绕着泵看'], { phrases: ['看管先看表'], weakCues: ['泵声'] }),
    point('ask', '问一问', ['问泵工']),
  ]),
  section('mend', '修泵', [
    point('stop', '停泵', ['关泵闸'], { weakCues: ['泵闸口'] }),
    point('mend', '换件', ['换泵芯'], { phrases: ['换芯不过夜'] }),
  ]),
]);
const lexicon = new Lexicon({ frameworks: [PUMP, LAMP], wording: [] });

/** Lists of zeros are kept by their length, so each test has sections of its own number. */
let most = 100;

function evidenceOf(text: string): SentenceEvidence {
  const [evidence] = parseDraft(text).blocks.flatMap(({ block }) => collectEvidence(block, lexicon));
  assert.ok(evidence);
  return evidence;
}

/** What a sentence shows, of the two sections; a count of nothing is left out. */
function shown(text: string, of = 0): Record<string, readonly number[] | number> {
  const signals = countSignals({ evidence: evidenceOf(text) }, of, ++most);
  const { cues, phrases, weak, negated, points, headings, strong } = signals;
  for (const counts of [cues, phrases, weak, negated, points, headings]) {
    assert.equal(counts.length, most);
    assert.ok(
      counts.slice(2).every((count) => count === 0),
      'of no other section',
    );
  }
  const all = { cues, phrases, weak, negated, points, headings };
  const some = Object.entries(all).map(([name, counts]) => [name, counts.slice(0, 2)] as const);
  return { ...Object.fromEntries(some.filter(([, counts]) => counts.some((count) => count > 0))), strong };
}

suite('analysis/signals', () => {
  for (const [text, expected] of [
    ['今天天气很好。', { strong: 0 }],
    ['我围着泵看。', { cues: [1, 0], points: [1, 0], strong: 1 }],
    ['我围着泵看，又绕着泵看。', { cues: [2, 0], points: [1, 0], strong: 2 }],
    ['我围着泵看，再问泵工。', { cues: [2, 0], points: [2, 0], strong: 2 }],
    ['我围着泵看，先关泵闸。', { cues: [1, 1], points: [1, 1], strong: 2 }],
    ['我问泵工，再关泵闸，再换泵芯。', { cues: [1, 2], points: [1, 2], strong: 3 }],
    ['看管先看表，换芯不过夜。', { phrases: [1, 1], points: [1, 1], strong: 2 }],
    ['看管先看表，我围着泵看。', { cues: [1, 0], phrases: [1, 0], points: [1, 0], strong: 2 }],
    ['泵声大，泵闸口响。', { weak: [1, 1], strong: 0 }],
    ['我不围着泵看，先换泵芯。', { cues: [0, 1], negated: [1, 0], points: [0, 1], strong: 1 }],
    ['邻居说：“你去关泵闸。”', { negated: [0, 1], strong: 0 }],
    ['一、修泵。', { headings: [0, 1], strong: 0 }],
  ] as const)
    test(text, () => assert.deepEqual(shown(text), expected));

  test('a word of another framework shows nothing', () => {
    assert.deepEqual(shown('我围着泵看。', 1), { strong: 0 });
    assert.deepEqual(shown('我查看灯杆。', 1), { cues: [0, 1], points: [0, 1], strong: 1 });
  });

  test('whether there is any word of the framework', () => {
    const without = countSignals({ evidence: evidenceOf('今天天气很好。') }, 0, 2);
    const weakly = countSignals({ evidence: evidenceOf('泵声大。') }, 0, 2);
    assert.deepEqual([showsNothing(without, 2), showsNothing(weakly, 2)], [true, false]);
  });

  test('what one sentence shows is not shown by the next', () => {
    countSignals({ evidence: evidenceOf('我围着泵看。') }, 0, 2);
    const next = countSignals({ evidence: evidenceOf('我关泵闸。') }, 0, 2);
    assert.deepEqual(
      [next.cues, next.weak],
      [
        [0, 1],
        [0, 0],
      ],
    );
  });

  test('of what a list does not hold there is nothing', () =>
    assert.deepEqual([countOf([3, 4], 1), countOf([3, 4], 2)], [4, 0]));
});
