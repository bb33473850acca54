import assert from 'node:assert/strict';
import { CueWordWriter, NO_WORDS } from '../../../server/src/core/analysis/cueWords';
import type { Guard } from '../../../server/src/core/analysis/guards';
import { Lexicon } from '../../../server/src/core/analysis/lexicon';
import { RUBRICS } from '../../support/fixtureRubrics';

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

  test('there are none where none are written', () => {
    assert.equal(NO_WORDS.count(0), 0);
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
