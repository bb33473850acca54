import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS } from '../../../server/src/documents/limits';
import { threadWorker } from '../../../server/src/library/threadWorker';
import type { DocumentWorker } from '../../../server/src/library/types';
import { TempFolder } from '../../protocol/tempFolder';
import { SETUP } from './support';

/** Answers `read` with the name of the file and how many calls the thread has had; some names are bad for it. */
const SCRIPT = `
const { parentPort } = require('node:worker_threads');
let calls = 0;
parentPort.on('message', ({ id, method, params }) => {
  calls++;
  const uri = params.file?.uri ?? method;
  if (uri === 'endless') for (;;);
  if (uri === 'crash') throw new Error('what a file');
  if (uri === 'exit') process.exit(3);
  if (uri === 'fail') return parentPort.postMessage({ id, error: 'cannot' });
  if (uri === 'memory') { const all = []; for (;;) all.push(new Array(100000).fill(uri + all.length)); }
  console.log('noise of a library');
  parentPort.postMessage({ id, result: { uri, calls } });
});
`;

suite('Thread that reads documents', () => {
  let folder: TempFolder;
  let script: string;
  let worker: DocumentWorker;

  setup(() => {
    folder = new TempFolder();
    script = join(folder.path, 'script.cjs');
    writeFileSync(script, SCRIPT);
    const limits = { ...LIMITS, milliseconds: 400 };
    worker = threadWorker(script, { megabytes: 32, grace: 100 })({ ...SETUP, limits });
  });

  teardown(() => {
    worker.dispose();
    folder.remove();
  });

  const read = (uri: string): Promise<unknown> => worker.read({ uri });

  test('a file that takes too long is named, and the next is read by another thread', async () => {
    assert.deepEqual(await read('good'), { uri: 'good', calls: 1 });
    assert.deepEqual(await read('endless'), { uri: 'endless', kind: 'timeout', detail: '0' });
    assert.deepEqual(await read('good'), { uri: 'good', calls: 1 });
    assert.deepEqual(await read('good'), { uri: 'good', calls: 2 });
  });

  test('a file that takes too much memory is named', async () => {
    const patient = threadWorker(script, { megabytes: 32, grace: 0 })(SETUP);
    assert.deepEqual(await patient.read({ uri: 'memory' }), { uri: 'memory', kind: 'memory' });
    assert.deepEqual(await patient.read({ uri: 'good' }), { uri: 'good', calls: 1 });
    patient.dispose();
  });

  test('a file that the thread dies of is named', async () => {
    assert.deepEqual(await read('crash'), { uri: 'crash', kind: 'failed', detail: 'what a file' });
    assert.deepEqual(await read('exit'), { uri: 'exit', kind: 'failed', detail: 'exit 3' });
    assert.deepEqual(await read('fail'), { uri: 'fail', kind: 'failed', detail: 'cannot' });
    assert.deepEqual(await read('good'), { uri: 'good', calls: 2 });
  });

  test('at rest the thread is given back, once what was asked is answered', async () => {
    const asked = read('good');
    worker.rest();
    assert.deepEqual(await asked, { uri: 'good', calls: 1 });
    assert.deepEqual(await read('good'), { uri: 'good', calls: 1 });
  });

  test('without files no thread is started', async () => {
    const missing = join(folder.path, 'missing');
    assert.deepEqual(await worker.find([missing]), {
      files: [],
      problems: [{ uri: folder.uri('missing'), kind: 'gone' }],
    });
    assert.equal(await worker.load(missing, 'tag'), 'none');
    assert.deepEqual(await read('good'), { uri: 'good', calls: 1 });
  });

  test('a program that is not there is a problem of the file, not of the server', async () => {
    const broken = threadWorker(join(folder.path, 'nowhere.js'))(SETUP);
    const outcome = await broken.read({ uri: 'good' });
    assert.equal('kind' in outcome && outcome.kind, 'failed');
  });
});
