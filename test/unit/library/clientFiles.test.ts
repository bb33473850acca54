import assert from 'node:assert/strict';
import type { ClientDocuments } from '../../../server/src/library/finding';
import type { LibraryProblem } from '../../../server/src/library/types';
import { fakeLibrary } from './support';

const A = 'file:///w/documents/a.txt';

/** An editor with one file, which it may refuse to read. */
class FakeEditor implements ClientDocuments {
  readonly asked: string[] = [];
  refusal: LibraryProblem | undefined;

  find(folder: string, entry: string): Promise<readonly string[]> {
    this.asked.push(`find ${folder} ${entry}`);
    return Promise.resolve([A]);
  }

  read(uri: string): Promise<Uint8Array | LibraryProblem> {
    this.asked.push(`read ${uri}`);
    return Promise.resolve(this.refusal ?? new TextEncoder().encode('甲'));
  }
}

suite('Library: files of the editor', () => {
  test('where the server may not read the disk, every file comes from the editor', async () => {
    const client = new FakeEditor();
    const { library, worker } = fakeLibrary({ mayReadDisk: false, client });
    worker.files.set(A, '甲').set('file:///w/documents/secret.txt', '乙');
    library.refresh();
    await library.idle();
    assert.deepEqual(client.asked, ['find file:///w documents/', `read ${A}`]);
    assert.ok(!worker.taken().includes('find'), 'the disk is not looked at');
    assert.deepEqual([...library.references.documents.keys()], [A]);
  });

  test('what the editor refuses is named with its reason, and tried again at the next look', async () => {
    const client = new FakeEditor();
    client.refusal = { uri: A, kind: 'untrusted' };
    const { library, worker } = fakeLibrary({ mayReadDisk: false, client });
    worker.files.set(A, '甲');
    library.refresh();
    await library.idle();
    assert.deepEqual(library.state.problems, [{ uri: A, kind: 'untrusted' }]);
    client.refusal = undefined;
    library.refresh();
    await library.idle();
    assert.deepEqual(library.state.problems, []);
    assert.equal(library.references.documents.size, 1);
  });
});
