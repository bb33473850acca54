import assert from 'node:assert/strict';
import { CueWordWriter, NO_WORDS } from '../../../server/src/core/analysis/cueWords';
import type { Guard } from '../../../server/src/core/analysis/guards';
import { Lexicon } from '../../../server/src/core/analysis/lexicon';
import { framework, point, RUBRICS, section } from '../../support/fixtureRubrics';

const lexicon = new Lexicon(RUBRICS);

/** Writes the words of sentences; gives back what is read of each afterwards. */
function written(
  sentences: readonly (readonly (readonly [number, number, Guard])[])[],
): (readonly [number, number, Guard])[][] {
  const writer = new CueWordWriter(lexicon);
  const places = sentences.map((words) => {
    writer.begin();
    for (const word of words) writer.add(...word);
    const place = writer.end();
    return { words: writer.words, place };
  });
  return places.map(({ words, place }) =>
    Array.from({ length: words.count(place) }, (_, word) => [
      words.end(place, word),
      words.pattern(place, word),
      words.guard(place, word),
    ]),
  );
}

suite('analysis/cueWords', () => {
  test('are read as they were written', () => {
    const sentences = [
      [[2, 0, 'said'] as const, [0xffffffff, 65_534, 'mentioned'] as const],
      [],
      [[7, 3, 'own-speech'] as const, [9, 4, 'negated'] as const, [12, 5, 'reported'] as const],
    ];
    assert.deepEqual(written(sentences), sentences);
  });

  test('of many sentences, which fill up one table after the other, and of one that fills up some', () => {
    const of = (count: number) =>
      Array.from({ length: count }, (_, word) => [word + 1, (word * 7) % 5000, 'said'] as const);
    const sentences = [...Array.from({ length: 3000 }, (_, at) => of(at % 5)), of(20_000), of(3)];
    assert.deepEqual(written(sentences), sentences);
  });

  test('stand for the cues of a framework, or of all', () => {
    const words = new Lexicon({
      frameworks: ['one', 'two'].map((id) =>
        framework(id, id, [section('s', `节段${id}`, [point('p', '点', ['开窗'])])]),
      ),
      wording: [],
    });
    const writer = new CueWordWriter(words);
    writer.begin();
    words.automaton.scan('先开窗', (pattern, _, to) => writer.add(to, pattern, 'said'));
    const place = writer.end();
    const frameworks = (of?: number): number[] =>
      writer.words.cues(place, 0, of).map(({ framework: number }) => number);
    assert.deepEqual([frameworks(0), frameworks(1), frameworks(2), frameworks()], [[0], [1], [], [0, 1]]);
    assert.equal(writer.words.lexicon, words);
  });

  test('the words of sentences that are read together stand in one table', () => {
    const writer = new CueWordWriter(lexicon);
    const tables = new Set(
      [3, 2, 1].map((count) => {
        writer.begin();
        for (let word = 0; word < count; word++) writer.add(word, 0, 'said');
        writer.end();
        return writer.words;
      }),
    );
    assert.equal(tables.size, 1);
  });

  test('there are none where none are written', () => {
    assert.equal(NO_WORDS.count(0), 0);
    assert.deepEqual([NO_WORDS.cues(0, 0), NO_WORDS.cues(0, 0, 0)], [[], []]);
    assert.deepEqual(written([[], []]), [[], []]);
  });

  test('a sentence that was begun and not ended leaves nothing in the next', () => {
    const writer = new CueWordWriter(lexicon);
    writer.begin();
    writer.add(5, 1, 'said');
    writer.begin();
    writer.add(6, 2, 'said');
    const place = writer.end();
    assert.equal(writer.words.count(place), 1);
    assert.equal(writer.words.end(place, 0), 6);
  });
});
