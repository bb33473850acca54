import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIMITS } from '../../../server/src/documents/limits';
import { Budget, type Reader } from '../../../server/src/documents/reader';
import { readerInThread } from '../../../server/src/documents/readerThread';
import { ROOT } from '../../support/rubrics';
import { TempFolder } from '../../protocol/tempFolder';
import { page, pdf } from './support';

/** Reads a file as what it says is to be done. */
const SCRIPT = `
const { parentPort, workerData } = require('node:worker_threads');
let calls = 0;
parentPort.on('message', ({ bytes }) => {
  calls++;
  const text = new TextDecoder().decode(bytes);
  console.log('noise of a library');
  if (text === 'endless') for (;;);
  if (text === 'crash') throw new Error('what a file');
  if (text === 'exit') process.exit(3);
  if (text === 'fail') return parentPort.postMessage({ error: 'cannot' });
  if (text === 'locked') return parentPort.postMessage({ kind: 'encrypted' });
  parentPort.postMessage({ read: { text: workerData.reads + text + calls, source: { lines: [], drops: [] } } });
});
`;

suite('documents/readerThread', () => {
  let folder: TempFolder;
  let reader: Reader;

  const read = async (text: string): Promise<string> => {
    const budget = new Budget({ ...LIMITS, milliseconds: 300 }, () => 0);
    return (await reader(new TextEncoder().encode(text), budget)).text;
  };

  setup(() => {
    folder = new TempFolder();
    const script = join(folder.path, 'script.cjs');
    writeFileSync(script, SCRIPT);
    reader = readerInThread(script, 'pdf', 300);
  });

  teardown(() => folder.remove());

  test('one file after the other, in one thread', async () => {
    assert.deepEqual(await Promise.all(['甲', '乙', '丙'].map(read)), ['pdf甲1', 'pdf乙2', 'pdf丙3']);
  });

  test('a file that takes the thread with it is named with the reason, and the next is read by another', async () => {
    for (const [text, error] of [
      ['endless', { kind: 'timeout', detail: '0' }],
      ['crash', { message: 'what a file' }],
      ['exit', { message: /ended/ }],
    ] as const) {
      assert.equal(await read('甲'), 'pdf甲1', `before ${text}`);
      const [bad, next] = await Promise.allSettled([read(text), read('乙')]);
      assert.equal(bad.status, 'rejected');
      await assert.rejects(Promise.reject(bad.reason as Error), error);
      assert.deepEqual(next, { status: 'fulfilled', value: 'pdf乙1' });
      await assert.rejects(read('exit'));
    }
  });

  test('a file that cannot be read leaves the thread as it is', async () => {
    await assert.rejects(read('locked'), { name: 'Unreadable', kind: 'encrypted' });
    await assert.rejects(read('fail'), { message: 'cannot' });
    assert.equal(await read('甲'), 'pdf甲3');
  });

  test('the thread of the program reads a pdf', async () => {
    const real = readerInThread(join(ROOT, 'dist/documentsWorker.js'), 'pdf');
    const { text } = await real(
      pdf([page('先请几位邻居坐下，把话一句一句听完。')]),
      new Budget(LIMITS, () => 0),
    );
    assert.equal(text, '先请几位邻居坐下，把话一句一句听完。');
    await assert.rejects(real(new TextEncoder().encode('%PDF-1.7'), new Budget(LIMITS, () => 0)), {
      kind: 'corrupt',
    });
  });
});
