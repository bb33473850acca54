import assert from 'node:assert/strict';
import { Lexicon, type Meaning } from '../../../server/src/core/analysis/lexicon';
import { entry, framework, point, section, wordingList } from '../../support/fixtureRubrics';

/** The meanings of every word found in a text. */
function meanings(lexicon: Lexicon, text: string): Meaning[] {
  const found: Meaning[] = [];
  lexicon.automaton.scan(text, (pattern) => {
    const { cues, others } = lexicon.meanings(pattern);
    found.push(...cues, ...others);
  });
  return found;
}

suite('analysis/lexicon', () => {
  const list = wordingList('cliche', [entry('a', ['铁杵成针'], ['x'])]);
  const rubrics = {
    frameworks: [
      framework('one', '一', [
        section('s', '节段', [point('p', '点', ['开窗透风'], { weakCues: ['透风'], phrases: ['开窗见山'] })]),
      ]),
      framework('two', '二', [
        section('t', '别段', []),
        section('u', '又段', [
          point('q', '点', []),
          point('v', '点', [], { weakCues: ['看树'] }),
          point('r', '点', ['開窗透風']),
        ]),
      ]),
    ],
    wording: [list],
  };
  let lexicon: Lexicon;
  /** The number of the pattern that is a whole text. */
  const patternOf = (text: string): number => {
    const whole: number[] = [];
    lexicon.automaton.scan(text, (pattern, from, to) => {
      if (from === 0 && to === text.length) whole.push(pattern);
    });
    const [pattern] = whole;
    assert.ok(pattern !== undefined, text);
    return pattern;
  };

  // Made for each test: what a word means is worked out when it is first met.
  setup(() => {
    lexicon = new Lexicon(rubrics);
  });

  test('knows where a cue belongs', () => {
    assert.deepEqual(meanings(lexicon, '开窗见山'), [
      { type: 'cue', framework: 0, section: 0, point: 0, strength: 'phrase' },
    ]);
    assert.deepEqual(meanings(lexicon, '又段'), [
      { type: 'cue', framework: 1, section: 1, point: -1, strength: 'heading' },
    ]);
  });

  test('knows where a weak cue belongs', () =>
    assert.deepEqual(meanings(lexicon, '看树'), [
      { type: 'cue', framework: 1, section: 1, point: 1, strength: 'weak' },
    ]));

  test('words that fold alike share a pattern and keep all their meanings', () => {
    assert.deepEqual(
      meanings(lexicon, '开窗透风').filter((meaning) => meaning.type === 'cue'),
      [
        { type: 'cue', framework: 0, section: 0, point: 0, strength: 'cue' },
        { type: 'cue', framework: 1, section: 1, point: 2, strength: 'cue' },
        { type: 'cue', framework: 0, section: 0, point: 0, strength: 'weak' },
      ],
    );
  });

  test('a framework is told its own cues only, and the same list of them every time', () => {
    const pattern = patternOf('开窗透风');
    assert.deepEqual(lexicon.cues(pattern, 1), [
      { type: 'cue', framework: 1, section: 1, point: 2, strength: 'cue' },
    ]);
    assert.deepEqual(lexicon.cues(pattern, 0), [
      { type: 'cue', framework: 0, section: 0, point: 0, strength: 'cue' },
    ]);
    assert.equal(lexicon.cues(pattern, 0), lexicon.cues(pattern, 0));
    assert.deepEqual(lexicon.cues(patternOf('透风'), 0), [
      { type: 'cue', framework: 0, section: 0, point: 0, strength: 'weak' },
    ]);
    for (const word of ['透风', '开窗见山', '节段', '铁杵成针', '扶'])
      assert.deepEqual(lexicon.cues(patternOf(word), 1), [], word);
  });

  test('what all frameworks take for a word of theirs and what is no cue stand apart', () => {
    const both = new Lexicon({
      ...rubrics,
      wording: [wordingList('cliche', [entry('a', ['開窗見山', '扶'], ['x'])])],
    });
    const kinds = (text: string): unknown[] => {
      const found: unknown[] = [];
      both.automaton.scan(text, (pattern) => {
        const { cues, others } = both.meanings(pattern);
        found.push([cues.map(({ strength }) => strength), others.map(({ type }) => type)]);
      });
      return found;
    };
    assert.deepEqual(kinds('开窗见山'), [[['phrase'], ['wording']]]);
    assert.deepEqual(kinds('扶'), [[[], ['wording', 'concrete']]]);
  });

  test('an empty form stands for nothing', () => {
    const words = new Lexicon({
      frameworks: [framework('one', '一', [section('s', '节段', [point('p', '点', ['', '开窗'])])])],
      wording: [wordingList('cliche', [entry('a', ['', '…办好'], ['x'])])],
    });
    assert.deepEqual(
      meanings(words, '开窗办好').map(({ type }) => type),
      ['cue'],
    );
  });

  test('wordings carry their list and entry', () => {
    assert.deepEqual(meanings(lexicon, '铁杵成针'), [
      { type: 'wording', list, entry: list.entries[0], rest: '' },
    ]);
  });

  test('a form with a gap is found by its first half and knows its second, folded', () => {
    const gapped = wordingList('cliche', [entry('g', ['保證…辦好'], ['x'])]);
    const words = new Lexicon({ frameworks: [], wording: [gapped] });
    assert.deepEqual(meanings(words, '保证'), [
      { type: 'wording', list: gapped, entry: gapped.entries[0], rest: '办好' },
    ]);
  });

  test('general words are known without any rubric', () => {
    const empty = new Lexicon({ frameworks: [], wording: [] });
    assert.deepEqual(meanings(empty, '志愿者'), [{ type: 'concrete', kind: 'who' }]);
  });

  test('a single character can be such a word', () => {
    assert.deepEqual(meanings(new Lexicon({ frameworks: [], wording: [] }), '扶'), [
      { type: 'concrete', kind: 'deed' },
    ]);
  });

  test('the tables of a lexicon make the same one again', () => {
    const again = new Lexicon(lexicon.rubrics, lexicon.tables);
    for (const text of ['开窗透风', '开窗见山', '铁杵成针', '又段', '扶'])
      assert.deepEqual(meanings(again, text), meanings(lexicon, text));
    assert.ok(meanings(again, '开窗透风').length > 0);
  });

  test('a pattern that does not exist means nothing', () =>
    assert.deepEqual(lexicon.meanings(99_999), { cues: [], others: [] }));
});
