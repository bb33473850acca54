import assert from 'node:assert/strict';
import { loadRubric } from '../../../server/src/core/framework/load';
import { inlineWorker } from '../../../server/src/library/inlineWorker';
import { isRecord, type ReadingSetup } from '../../../server/src/library/types';
import { fixture } from '../../protocol/fixtures';
import { HANDBOOK } from '../../protocol/references';
import { readModel } from '../../support/rubrics';
import { readers, utf8 } from '../documents/support';
import { SETUP } from './support';

const setup: ReadingSetup = {
  ...SETUP,
  frameworks: loadRubric(fixture('neighbours.yaml'), 'file:///neighbours.yaml').frameworks,
  deny: [
    {
      id: 'own',
      title: { zh: '自定', en: 'Own' },
      origin: 'test',
      entries: [{ id: 'wall', match: ['墙面'], unless: [], reason: { zh: '不说', en: 'No' } }],
    },
  ],
  model: readModel().data,
};

suite('Reading documents without a thread', () => {
  test('gives paragraphs, phrases with their sections, and facts; denied clauses are no phrases', async () => {
    let pauses = 0;
    const pause = (): Promise<void> => {
      pauses++;
      return Promise.resolve();
    };
    const worker = inlineWorker({ readers, now: () => 0 }, pause)(setup);
    const outcome = await worker.read({ uri: 'vfs:/w/%E6%89%8B%E5%86%8C.txt', version: '7' }, utf8(HANDBOOK));
    assert.equal(pauses, 1, 'others are answered before each document');
    assert(isRecord(outcome));
    const { reference, phrases, facts } = outcome;
    assert.equal(reference.name, '手册.txt');
    assert.equal(reference.version, '7');
    assert.equal(reference.opensAsText, true);
    assert.deepEqual(
      reference.paragraphs.map(({ text }) => text),
      HANDBOOK.trimEnd().split('\n'),
    );
    const phrase = phrases.entries.find(({ text }) => text === '再约两家当面商定怎么修、谁出钱');
    assert.deepEqual([phrase?.line, HANDBOOK.slice(phrase?.from, phrase?.to)], [1, phrase?.text]);
    assert.deepEqual(
      phrase?.slots.map(({ section }) => section),
      ['mediate'],
    );
    assert.ok(!phrases.entries.some(({ text }) => text.includes('墙面')));
    assert.deepEqual(facts, {
      format: 'text',
      sentences: 5,
      phrases: phrases.entries.length,
      dropped: 0,
      warnings: [],
    });
  });

  test('a file without bytes, and one that is no text, are problems', async () => {
    const worker = inlineWorker({ readers, now: () => 0 }, () => Promise.resolve())(setup);
    assert.deepEqual(await worker.read({ uri: 'vfs:/a.txt' }), { uri: 'vfs:/a.txt', kind: 'unreadable' });
    const binary = Uint8Array.of(0x7f, 0x45, 0x4c, 0x46);
    assert.deepEqual(await worker.read({ uri: 'vfs:/a.txt' }, binary), { uri: 'vfs:/a.txt', kind: 'binary' });
    const view = await worker.view('vfs:/a.txt', 'zh', utf8('前文。\n'));
    assert.equal('text' in view && view.text, '前文。\n');
  });
});
