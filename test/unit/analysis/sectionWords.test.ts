import assert from 'node:assert/strict';
import {
  SectionWords,
  WORD_FEATURES,
  wordFeatures,
  type WordsContext,
  type WordsOfLine,
} from '../../../server/src/core/analysis/sectionWords';

const NO_LINE: WordsOfLine = {
  chance: 0,
  margin: 0,
  score: 0,
  labelled: 0,
  hanzi: 0,
  slogan: 0,
  weakCues: 0,
  counts: true,
};

function wordsOf(...lines: readonly Partial<WordsOfLine>[]): SectionWords {
  const words = new SectionWords();
  for (const line of lines) words.addLine({ ...NO_LINE, ...line });
  return words;
}

const chances = ({ top, second, third }: SectionWords): number[] => [top, second, third];

const ANSWER: WordsContext = {
  index: 1,
  sections: 4,
  lines: 5,
  hanzi: 199,
  personal: 2,
  elsewhere: 50,
  hanziOf: [40, 10, 60, 30],
};

function featureOf(
  name: (typeof WORD_FEATURES)[number],
  words: SectionWords,
  more: Partial<WordsContext> = {},
): number | undefined {
  return wordFeatures(words, { ...ANSWER, ...more })[WORD_FEATURES.indexOf(name)];
}

suite('analysis/sectionWords: lines', () => {
  test('the three highest chances, in whatever order they come', () => {
    for (const order of [
      [0.1, 0.2, 0.3, 0.4],
      [0.4, 0.3, 0.2, 0.1],
      [0.3, 0.4, 0.1, 0.2],
      [0.2, 0.4, 0.3, 0.1],
      [0.4, 0.1, 0.3, 0.2],
    ])
      assert.deepEqual(chances(wordsOf(...order.map((chance) => ({ chance })))), [0.4, 0.3, 0.2]);
    assert.deepEqual(chances(wordsOf({ chance: 0.5 }, { chance: 0.5 })), [0.5, 0.5, 0]);
  });

  test('the two highest margins, and where there is no line, minus five', () => {
    const margins = (...all: number[]): number[] => {
      const words = wordsOf(...all.map((margin) => ({ margin })));
      return [words.margin, words.marginSecond];
    };
    assert.deepEqual(margins(), [-5, -5]);
    assert.deepEqual(margins(-2), [-2, -5]);
    assert.deepEqual(margins(1, 3, 2), [3, 2]);
    assert.deepEqual(margins(3, 1), [3, 1]);
  });

  test('the highest score, all weak cues, the longest line that counts', () => {
    const words = wordsOf(
      { score: -3, weakCues: 1, hanzi: 20 },
      { score: -1, weakCues: 2, hanzi: 12 },
      { score: -2, hanzi: 90, counts: false },
    );
    assert.deepEqual([words.score, words.weakCues, words.longest], [-1, 3, 20]);
  });

  test('the likeliest is the first of those most probably labelled', () => {
    const words = wordsOf(
      { labelled: 0.1, hanzi: 1 },
      { labelled: 0.8, hanzi: 2 },
      { labelled: 0.8, hanzi: 3 },
    );
    assert.equal(words.likeliest?.hanzi, 2);
    assert.equal(wordsOf().likeliest, undefined);
  });

  test('the likeliest stays as it was when its line is written over', () => {
    const line = { ...NO_LINE, labelled: 0.5, hanzi: 7 };
    const words = new SectionWords();
    words.addLine(line);
    line.hanzi = 99;
    assert.equal(words.likeliest?.hanzi, 7);
  });

  test('passages added up are as if their lines stood in one', () => {
    const lines = [0.3, 0.9, 0.1, 0.7, 0.5, 0.8].map((chance, at) => ({
      chance,
      margin: chance * 2 - 1,
      score: at - 3,
      labelled: 1 - chance,
      hanzi: 10 + at,
      weakCues: at,
    }));
    for (let cut = 0; cut <= lines.length; cut++) {
      const sum = wordsOf(...lines.slice(0, cut));
      sum.add(wordsOf(...lines.slice(cut)));
      assert.deepEqual(sum, wordsOf(...lines), `cut at ${cut}`);
    }
  });

  test('sums add up, and the likeliest of two equals is the earlier', () => {
    const first = wordsOf({ labelled: 0.5, hanzi: 1 });
    const second = wordsOf({ labelled: 0.5, hanzi: 2 });
    first.sum = 1.5;
    second.sum = 2;
    first.add(second);
    assert.deepEqual([first.sum, first.likeliest?.hanzi], [3.5, 1]);
  });
});

suite('analysis/sectionWords: features', () => {
  test('of a section with lines', () => {
    const words = wordsOf(
      { chance: 0.9, margin: 2, score: 4, labelled: 0.8, hanzi: 25, slogan: 0.1, weakCues: 2 },
      { chance: 0.6, margin: 1, score: 3, labelled: 0.3, hanzi: 35, weakCues: 1 },
      { chance: 0.2, margin: -1, score: 1, labelled: 0.1, hanzi: 5 },
    );
    words.sum = 1.8;
    const expected: Record<(typeof WORD_FEATURES)[number], number> = {
      'words-top': 0.9,
      'words-second': 0.6,
      'words-third': 0.2,
      'words-sum': 1.8 / 6,
      'words-margin': 2,
      'words-margin-second': 1,
      'words-score': 4,
      'likeliest-hanzi': 0.5,
      'likeliest-words': 0.9,
      'likeliest-margin': 2,
      'likeliest-slogan': 0.1,
      'weak-cues': 0.5,
      longest: 0.7,
      place: 0.25,
      sections: 0.5,
      length: 0.199,
      personal: 0.4,
      elsewhere: 0.25,
      'least-other': 0.3,
      largest: 0.2,
    };
    assert.deepEqual(
      wordFeatures(words, ANSWER),
      WORD_FEATURES.map((name) => expected[name]),
    );
  });

  test('without any line they are numbers all the same', () => {
    const words = wordsOf();
    for (const name of [
      'words-score',
      'likeliest-hanzi',
      'likeliest-words',
      'likeliest-margin',
      'likeliest-slogan',
      'longest',
    ] as const)
      assert.equal(featureOf(name, words), 0, name);
    assert.equal(featureOf('personal', words, { lines: 0, personal: 0 }), 0);
    assert.equal(featureOf('elsewhere', words, { hanzi: 0, elsewhere: 0 }), 0);
  });

  test('a line of fifty 字 or more is as long as can be', () => {
    assert.equal(featureOf('longest', wordsOf({ hanzi: 50 })), 1);
    assert.equal(featureOf('longest', wordsOf({ hanzi: 500 })), 1);
  });

  test('the least of the other sections, of which a single one has none', () => {
    const words = wordsOf();
    assert.equal(featureOf('least-other', words, { index: 1 }), 0.3);
    assert.equal(featureOf('least-other', words, { index: 3 }), 0.1);
    assert.equal(featureOf('least-other', words, { sections: 2, index: 0, hanziOf: [5, 70] }), 0.7);
    assert.equal(featureOf('least-other', words, { sections: 1, index: 0, hanziOf: [90] }), 0);
  });
});
