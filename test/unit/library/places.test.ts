import assert from 'node:assert/strict';
import { URI } from 'vscode-uri';
import { findDocuments } from '../../../server/src/library/finding';
import { type DocumentPlace, documentPlaces, mayName } from '../../../server/src/library/places';
import { FakeWorker } from './support';

const DISK = { home: '/home/me' };

/** The inputs and addresses of entries, as they would be asked for. */
function inputs(
  folder: string | undefined,
  entries: readonly string[],
  disk: typeof DISK | null = DISK,
): string[] {
  return documentPlaces([{ folder, entries }], disk ?? undefined).map((place) =>
    place.on === 'disk' ? place.input : `${place.folder} ${place.entry}`,
  );
}

suite('Places of documents', () => {
  test('entries are relative to the folder, absolute, or below the home folder', () => {
    assert.deepEqual(
      inputs('file:///w/a%20b', [
        'documents/',
        './x.txt',
        '/abs/y.md',
        '~/z',
        '**/*.docx',
        '../up',
        'back\\slash',
      ]),
      [
        '/w/a b/documents',
        '/w/a b/x.txt',
        '/abs/y.md',
        '/home/me/z',
        '/w/a b/**/*.docx',
        '/w/up',
        '/w/a b/back/slash',
      ],
    );
  });

  test('without a folder only what is absolute means something', () => {
    assert.deepEqual(inputs(undefined, ['documents/', '/abs', '~/z', '~user', '', '  ']), [
      '/abs',
      '/home/me/z',
    ]);
    assert.deepEqual(inputs(undefined, ['/abs'], null), []);
  });

  test('brackets in the name of the folder are no part of a glob', () => {
    const folder = 'file:///w/%5B1%5D答题(2024)';
    assert.deepEqual(inputs(folder, ['documents/', '*.md', '/abs/*.md']), [
      '/w/[[]1[]]答题[(]2024[)]/documents',
      '/w/[[]1[]]答题[(]2024[)]/*.md',
      '/abs/*.md',
    ]);
    assert.deepEqual(inputs(folder, ['~/*.md'], { home: '/home/{me}' }), ['/home/[{]me[}]/*.md']);
    const [glob, alternatives] = documentPlaces(
      [{ folder, entries: ['资料[(]新[)]/*.md', '(甲|乙)/*.md'] }],
      DISK,
    ) as [DocumentPlace, DocumentPlace];
    assert.equal(glob.uri, URI.file('/w/[1]答题(2024)/资料(新)/*.md').toString());
    assert.equal(mayName(glob, URI.file('/w/[1]答题(2024)/资料(新)/a.md').toString()), true);
    assert.equal(mayName(glob, URI.file('/w/[1]答题(2024)/别的/a.md').toString()), false);
    assert.equal(mayName(glob, 'file:///w/other/a.md'), false);
    assert.equal(mayName(alternatives, URI.file('/w/[1]答题(2024)/乙/a.md').toString()), true);
  });

  test('what the server cannot reach is asked of the client', () => {
    assert.deepEqual(inputs('vfs:/w', ['documents/', '/abs']), ['vfs:/w documents/', 'vfs:/w /abs']);
    assert.deepEqual(inputs('file:///w', ['documents/'], null), ['file:///w documents/']);
  });

  test('the same place is looked at once, and only the default may be missing', () => {
    const places = documentPlaces(
      [
        { folder: 'file:///w', entries: ['documents/', 'x', 'x/'] },
        { folder: 'file:///w', entries: ['/w/documents'] },
      ],
      DISK,
    );
    assert.deepEqual(
      places.map(({ uri, isDefault }) => [uri, isDefault]),
      [
        ['file:///w/documents', false],
        ['file:///w/x', false],
      ],
    );
  });

  test('the default place may be missing or match nothing, others may not', async () => {
    const places = documentPlaces([{ folder: 'file:///w', entries: ['documents/', 'x'] }], DISK);
    const worker = new FakeWorker();
    for (const kind of ['gone', 'no-match', 'unreadable'] as const) {
      worker.problems = places.map(({ uri }) => ({ uri, kind }));
      const { problems } = await findDocuments(places, worker, undefined);
      assert.deepEqual(
        problems.map(({ uri }) => uri),
        kind === 'unreadable' ? ['file:///w/documents', 'file:///w/x'] : ['file:///w/x'],
        kind,
      );
    }
  });

  test('a place may name what lies in it, and what it lies in', () => {
    const [folder, glob, file] = documentPlaces(
      [{ folder: 'file:///w', entries: ['documents/', 'a/*/b.txt', 'one.txt'] }],
      DISK,
    ) as [DocumentPlace, DocumentPlace, DocumentPlace];
    assert.equal(mayName(folder, 'file:///w/documents/deep/a.txt'), true);
    assert.equal(mayName(folder, 'file:///w'), true);
    assert.equal(mayName(folder, 'file:///w/documents2/a.txt'), false);
    assert.equal(mayName(folder, 'vfs:///w/documents/a.txt'), false);
    assert.equal(mayName(glob, 'file:///w/a/x/b.txt'), true);
    assert.equal(mayName(glob, 'file:///w/b/x/b.txt'), false);
    assert.equal(mayName(file, 'file:///w/one.txt'), true);
    assert.equal(mayName(file, 'file:///w/one.txt.bak'), false);
  });
});
