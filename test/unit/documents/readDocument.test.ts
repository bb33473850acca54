import assert from 'node:assert/strict';
import { isLoaded } from '../../../server/src/documents/documentSet';
import { LIMITS } from '../../../server/src/documents/limits';
import { readDocument } from '../../../server/src/documents/readDocument';
import { FIRST } from './folder';
import { readers, utf8 } from './support';

suite('documents/readDocument', () => {
  const options = { readers, now: () => 0 };

  test('tells format, encoding and size', async () => {
    const bytes = utf8(`\ufeff${FIRST}`);
    const result = await readDocument('a.txt', bytes, options);
    assert.ok(isLoaded(result));
    assert.deepEqual(
      [result.format, result.encoding, result.bytes, result.text],
      ['text', 'utf-8-bom', bytes.length, FIRST],
    );
  });

  test('a file above the limit is not looked into', async () => {
    const result = await readDocument('a.txt', new Uint8Array(3 * 1024 * 1024), {
      ...options,
      limits: { ...LIMITS, fileBytes: 2 * 1024 * 1024 },
    });
    assert.deepEqual(result, { path: 'a.txt', kind: 'too-large', detail: '2 MB' });
  });

  test('a reader that throws takes only its document with it', async () => {
    const result = await readDocument('a.txt', utf8(FIRST), {
      ...options,
      readers: () => Promise.reject(new Error('boom')),
    });
    assert.deepEqual(result, { path: 'a.txt', kind: 'failed', detail: 'boom' });
  });
});
