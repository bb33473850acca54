import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CleanDocument } from '../../../server/src/core/documents/types';
import { DOCUMENTS, referenceText, THERE } from '../../support/referenceDocuments';
import { ROOT } from '../../support/rubrics';
import { assertPartition, clean } from './support';

/** Line, number of letters, digits and Han characters, and digest of a sentence. */
type Expected = readonly [line: number, length: number, digest: string];

const { documents } = JSON.parse(
  readFileSync(join(ROOT, 'test/fixtures/documents/reference-sentences.json'), 'utf8'),
) as { readonly documents: Readonly<Record<string, readonly Expected[]>> };

/** Noise of inventory.md §4 by document: reason and lines. White space is left out. */
const NOISE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '000': { duplicate: '12-21' },
  '001': { watermark: '4' },
  '002': { byline: '239-240', 'repeated-heading': '210,222', punctuation: '215' },
  '003': {
    'site-header': '3',
    image: '7-8,45-46',
    duplicate: '43,48,50,53,55,57,59,61,63,66,68,70,72,74,77,79',
    'site-footer': '81,83,85-106',
    advert: '107',
  },
  '004': { jammer: '2-9,11,13-17,19-21,23-30' },
};

/** What the documents promise and do not keep, and where they break off (inventory.md §3.5 and §4). */
const INCOMPLETE: Readonly<Record<string, readonly string[]>> = {
  '000': [],
  '001': ['13 truncated', '14 truncated', '18 ordinal-gap'],
  '002': [
    '2 promised 3≠6',
    '54 quotes',
    '137 ordinal-gap',
    '162 ordinal-gap',
    '175 promised 6≠5',
    '208 unended',
    '221 truncated',
    '238 unended',
  ],
  '003': ['5 promised 3≠4'],
  '004': ['1 promised 10≠7', '26 empty-section'],
};

/** Sentences that only head others (inventory.md §4.1: 28 of document 002), and three more of the same kind. */
const LEADS =
  '6,10,14,17,19,24,62,64,66,68,114,123,130,138,146,155,176,182,187,197,201,212,219,223,226,229,232,249,256,267,278';

suite('core/documents: the five reference documents', () => {
  suiteSetup(function () {
    if (THERE) return;
    console.log(`      skipped: ${DOCUMENTS} is not there`);
    this.skip();
  });

  for (const [id, expected] of Object.entries(documents)) {
    const read = (): { text: string; document: CleanDocument } => {
      const text = referenceText(id);
      return { text, document: clean(text) };
    };

    test(`${id}: each of the ${expected.length} clean sentences is kept once, and nothing else`, () => {
      const kept = read()
        .document.passages.filter(({ kind }) => kind === 'sentence')
        .map(digest);
      assert.deepEqual(kept, expected);
    });

    test(`${id}: the noise of the inventory is dropped, and nothing else`, () => {
      const { text, document } = read();
      const found: Record<string, string> = {};
      for (const reason of new Set(document.dropped.map((drop) => drop.reason)))
        if (reason !== 'space')
          found[reason] = ranges(document.dropped.filter((drop) => drop.reason === reason));
      assert.deepEqual(found, NOISE[id]);
      assertPartition(text, document);
    });

    test(`${id}: what is missing is reported`, () => {
      const found = read().document.warnings.map((warning) =>
        warning.kind === 'promised'
          ? `${warning.line} promised ${warning.promised}≠${warning.found}`
          : `${warning.line} ${warning.kind}`,
      );
      assert.deepEqual(found, INCOMPLETE[id]);
    });
  }

  test('004: the jammer is 27 runs of 799 characters', () => {
    const { dropped } = clean(referenceText('004'));
    assert.equal(dropped.length, 27);
    assert.equal(
      dropped.reduce((sum, { text }) => sum + text.length, 0),
      799,
    );
  });

  test('002: sentences that only head others are known', () => {
    const { passages } = clean(referenceText('002'));
    assert.equal(
      passages
        .filter(({ lead }) => lead)
        .map(({ line }) => line)
        .join(),
      LEADS,
    );
  });
});

function digest({ line, text }: CleanDocument['passages'][number]): Expected {
  const key = text.replace(/[^\u3400-\u9fff\uf900-\ufaffA-Za-z0-9]/g, '');
  return [line, key.length, createHash('sha256').update(key).digest('hex').slice(0, 12)];
}

/** Lines as `3,7-8`. */
function ranges(places: readonly { readonly line: number }[]): string {
  const lines = [...new Set(places.map(({ line }) => line))].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && last[1] === line - 1) last[1] = line;
    else runs.push([line, line]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join();
}
