import assert from 'node:assert/strict';
import { fakeLibrary, SETUP } from './support';

const A = 'file:///w/documents/a.txt';
const B = 'file:///w/documents/b.txt';
const C = 'file:///w/documents/c.txt';

suite('Library', () => {
  test('reads what is there, then only what has changed, and lets the worker rest', async () => {
    const { library, worker, states, said } = fakeLibrary();
    worker.files.set(A, '甲').set(B, '乙');
    library.refresh();
    await library.idle();
    assert.deepEqual(worker.taken(), ['find', `read ${A}`, `read ${B}`, 'rest']);
    assert.deepEqual([...library.references.documents.keys()], [A, B]);
    assert.deepEqual(states.at(-1), {
      state: 'ready',
      done: 0,
      total: 0,
      documents: 2,
      phrases: 2,
      problems: [],
    });
    assert.deepEqual(said, ['ready']);

    worker.files.set(B, '丙').set(C, '丁');
    worker.files.delete(A);
    library.refresh();
    await library.idle();
    assert.deepEqual(worker.taken(), ['find', `read ${B}`, `read ${C}`, 'rest']);
    assert.deepEqual([...library.references.documents.keys()].sort(), [B, C]);
    assert.equal(library.references.documents.get(B)?.paragraphs[0]?.text, '丙');
  });

  test('a change that is told is read even when size and time are the same', async () => {
    const { library, worker } = fakeLibrary();
    worker.files.set(A, '甲').set(B, '乙');
    library.refresh();
    await library.idle();
    worker.taken();
    library.filesChanged([B]);
    await library.idle();
    assert.deepEqual(worker.taken(), ['find', `read ${B}`, 'rest']);
  });

  test('what lies in no place of the documents is not looked at', async () => {
    const { library, worker } = fakeLibrary();
    library.refresh();
    await library.idle();
    worker.taken();
    library.filesChanged(['file:///w/a.md', 'file:///w/documents-old/a.txt', 'vfs:/w/documents/a.txt']);
    await library.idle();
    assert.deepEqual(worker.taken(), []);
    // A folder above is renamed or removed.
    library.filesChanged(['file:///w']);
    await library.idle();
    assert.deepEqual(worker.taken(), ['find', 'rest']);
  });

  test('a file deleted while it is read is a problem until the next look', async () => {
    const { library, worker, states } = fakeLibrary();
    worker.files.set(A, '甲').set(B, '乙');
    worker.beforeRead = (uri) => {
      if (uri === A) worker.files.delete(A);
    };
    library.refresh();
    await library.idle();
    assert.deepEqual([...library.references.documents.keys()], [B]);
    assert.deepEqual(states.at(-1)?.problems, [{ uri: A, kind: 'gone' }]);
    library.refresh();
    await library.idle();
    assert.deepEqual(states.at(-1)?.problems, []);
  });

  test('a change while reading is looked for at once, and nothing is read twice', async () => {
    const { library, worker } = fakeLibrary();
    worker.files.set(A, '甲').set(B, '乙');
    worker.beforeRead = (uri) => {
      if (uri !== A || worker.files.has(C)) return;
      worker.files.set(C, '丙');
      library.filesChanged([C]);
    };
    library.refresh();
    await library.idle();
    assert.deepEqual(worker.taken(), ['find', `read ${A}`, 'find', `read ${B}`, `read ${C}`, 'rest']);
  });

  test('stopping keeps what was read; the rest is read when something changes', async () => {
    const { library, worker, states } = fakeLibrary();
    worker.files.set(A, '甲').set(B, '乙').set(C, '丙');
    worker.beforeRead = () => library.stop();
    library.refresh();
    await library.idle();
    assert.deepEqual(worker.taken(), ['find', `read ${A}`, 'rest']);
    assert.equal(states.at(-1)?.state, 'ready');
    worker.beforeRead = () => undefined;
    library.refresh();
    await library.idle();
    assert.deepEqual(worker.taken(), ['find', `read ${B}`, `read ${C}`, 'rest']);
  });

  test('reading anew reads everything', async () => {
    const { library, worker } = fakeLibrary();
    worker.files.set(A, '甲').set(B, '乙');
    library.refresh();
    await library.idle();
    worker.taken();
    library.reread();
    await library.idle();
    assert.deepEqual(worker.taken(), ['find', `read ${A}`, `read ${B}`, 'rest']);
  });

  test('what was read is kept once, and again only after a change', async () => {
    const { library, worker } = fakeLibrary({ storage: 'file:///s' });
    worker.files.set(A, '甲');
    library.refresh();
    await library.idle();
    assert.deepEqual(worker.taken(), ['find', `read ${A}`, 'keep', 'save', 'rest']);
    library.refresh();
    await library.idle();
    assert.deepEqual(worker.taken(), ['find', 'rest']);
  });

  test('a file that cannot be read is tried again, and nothing is kept anew for it', async () => {
    const { library, worker, states } = fakeLibrary({ storage: 'file:///s' });
    worker.files.set(A, '甲').set(B, '乙');
    const read = worker.read.bind(worker);
    worker.read = async (file) => {
      const outcome = await read(file);
      return file.uri === B ? { uri: B, kind: 'unreadable' } : outcome;
    };
    library.refresh();
    await library.idle();
    assert.deepEqual(worker.taken(), ['find', `read ${A}`, `read ${B}`, 'keep', 'save', 'rest']);
    library.refresh();
    await library.idle();
    assert.deepEqual(worker.taken(), ['find', `read ${B}`, 'rest']);
    worker.files.delete(B);
    library.refresh();
    await library.idle();
    assert.deepEqual(worker.taken(), ['find', 'rest']);
    assert.deepEqual(states.at(-1)?.problems, []);
  });

  test('a file that can be read no more goes from what is kept', async () => {
    const { library, worker } = fakeLibrary({ storage: 'file:///s' });
    worker.files.set(A, '甲').set(B, '乙');
    library.refresh();
    await library.idle();
    worker.taken();
    worker.read = ({ uri }) => Promise.resolve({ uri, kind: 'unreadable' });
    library.filesChanged([B]);
    await library.idle();
    assert.equal(worker.taken().filter((one) => one === 'save').length, 1);
  });

  test('what was kept and is damaged is told once and built anew', async () => {
    const { library, worker, said } = fakeLibrary({ storage: 'file:///s' });
    worker.files.set(A, '甲');
    worker.stored = { index: new ArrayBuffer(8), documents: [] };
    library.refresh();
    library.refresh();
    await library.idle();
    assert.deepEqual(
      said.filter((one) => one !== 'ready'),
      ['damaged'],
    );
    assert.deepEqual([...library.references.documents.keys()], [A]);
  });

  test('with another setup everything is read anew, by another worker; with an equal one nothing is', async () => {
    let setup = SETUP;
    const { library, worker } = fakeLibrary({ setup: () => Promise.resolve(setup) });
    worker.files.set(A, '甲');
    library.refresh();
    await library.idle();
    worker.taken();
    setup = { ...SETUP };
    library.refresh();
    await library.idle();
    assert.deepEqual(worker.taken(), ['find', 'rest']);
    setup = { ...SETUP, allowed: ['换位思考'] };
    library.refresh();
    await library.idle();
    assert.deepEqual(worker.taken(), ['dispose', 'find', `read ${A}`, 'rest']);
  });

  test('settings that cannot be had are told, what was read stays, and the next look goes on', async () => {
    let works = true;
    const entries = [{ folder: 'file:///w', entries: ['documents/'] }];
    const { library, worker, said } = fakeLibrary({
      entries: () => (works ? Promise.resolve(entries) : Promise.reject(new Error('no answer'))),
    });
    worker.files.set(A, '甲');
    library.refresh();
    await library.idle();
    works = false;
    library.refresh();
    await library.idle();
    assert.ok(said.includes('error: Error: no answer'));
    assert.equal(library.references.documents.size, 1);
    works = true;
    worker.files.set(B, '乙');
    library.refresh();
    await library.idle();
    assert.equal(library.references.documents.size, 2);
  });

  test('what was read stays in use until it is read with another setup', async () => {
    let setup = SETUP;
    const { library, worker } = fakeLibrary({ setup: () => Promise.resolve(setup) });
    worker.files.set(A, '甲').set(B, '乙');
    library.refresh();
    await library.idle();
    setup = { ...SETUP, allowed: ['换位思考'] };
    const there: number[] = [];
    worker.beforeRead = () => void there.push(library.references.documents.size);
    library.refresh();
    await library.idle();
    assert.deepEqual(there, [2, 2]);
    assert.equal(library.references.documents.size, 2);
  });

  test('what is half read with another setup is not kept as if all were', async () => {
    let setup = SETUP;
    const { library, worker } = fakeLibrary({ setup: () => Promise.resolve(setup), storage: 'file:///s' });
    worker.files.set(A, '甲').set(B, '乙');
    library.refresh();
    await library.idle();
    worker.taken();
    setup = { ...SETUP, allowed: ['换位思考'] };
    worker.beforeRead = () => library.stop();
    library.refresh();
    await library.idle();
    assert.deepEqual(worker.taken(), ['dispose', 'find', `read ${A}`, 'rest']);
    worker.beforeRead = () => undefined;
    library.refresh();
    await library.idle();
    assert.deepEqual(worker.taken(), ['find', `read ${B}`, 'keep', 'keep', 'save', 'rest']);
  });

  test('closing ends reading after the file at hand, and keeps what was read', async () => {
    const { library, worker } = fakeLibrary({ storage: 'file:///s' });
    worker.files.set(A, '甲').set(B, '乙');
    library.refresh();
    const closed = library.close();
    await closed;
    assert.deepEqual(worker.taken(), ['find', `read ${A}`, 'keep', 'save', 'rest', 'dispose']);
    library.refresh();
    await library.idle();
    assert.deepEqual(worker.taken(), []);
  });

  test('a file of the library can be looked at, another cannot', async () => {
    const { library, worker } = fakeLibrary();
    worker.files.set(A, '甲');
    assert.equal(await library.view(A, 'zh'), undefined);
    library.refresh();
    await library.idle();
    assert.equal((await library.view(A, 'zh'))?.cleaned, 'cleaned');
    assert.equal(await library.view('file:///etc/passwd', 'zh'), undefined);
  });
});
