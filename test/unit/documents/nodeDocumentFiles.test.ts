import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LIMITS } from '../../../server/src/documents/limits';
import { nodeDocumentFiles, slashed } from '../../../server/src/documents/nodeDocumentFiles';
import { documentFolder, FIRST } from './folder';

suite('documents/nodeDocumentFiles: finding', () => {
  const folder = documentFolder();

  /** Paths found, relative to the folder, and problems as `path kind detail`. */
  async function find(
    inputs: readonly string[] = [''],
    limits = {},
  ): Promise<{ paths: string[]; problems: string[] }> {
    const files = nodeDocumentFiles({ ...LIMITS, ...limits });
    const { paths, problems } = await files.find(inputs.map((input) => join(folder.path, input)));
    return {
      paths: paths.map((path) => relative(folder.path, path)),
      problems: problems.map((problem) => folder.shown(problem)),
    };
  }

  test('documents of a folder and the folders in it, in order', async () => {
    for (const path of ['b.txt', 'a.md', 'c/d.docx', 'c/e.PDF', 'c/f.html']) folder.write(path);
    for (const path of ['x.json', 'x.png', '.hidden.txt', '~$c.docx', '.git/a.txt', 'node_modules/a.txt'])
      folder.write(path);
    assert.deepEqual(await find(), {
      paths: ['a.md', 'b.txt', 'c/d.docx', 'c/e.PDF', 'c/f.html'],
      problems: [],
    });
  });

  test('documents that cannot be read are named, other files are not', async () => {
    folder.write('a.doc');
    folder.write('b.wps');
    folder.write('c.zip');
    assert.deepEqual(await find(), {
      paths: [],
      problems: ['a.doc unsupported doc', 'b.wps unsupported wps'],
    });
  });

  test('files and globs, each file once', async () => {
    folder.write('a.txt');
    folder.write('b/c.txt');
    folder.write('b/d.md');
    assert.deepEqual(await find(['a.txt', 'b/c.txt', '**/*.txt', 'b']), {
      paths: ['a.txt', 'b/c.txt', 'b/d.md'],
      problems: [],
    });
    assert.deepEqual(await find(['b/*.{txt,md}']), { paths: ['b/c.txt', 'b/d.md'], problems: [] });
  });

  test('a file named is taken whatever its name; one that is not there is said', async () => {
    folder.write('notes');
    assert.deepEqual(await find(['notes', 'gone.txt', '*.rst']), {
      paths: ['notes'],
      problems: ['gone.txt gone', '*.rst no-match'],
    });
  });

  test('brackets in the name of a folder are no wildcards', async () => {
    folder.write('答题(2024)/a.md');
    folder.write('[1]答题/b.md');
    folder.write('另外/c.md');
    assert.deepEqual(await find(['答题(2024)', '[1]答题']), {
      paths: ['答题(2024)/a.md', '[1]答题/b.md'],
      problems: [],
    });
    assert.deepEqual(await find(['答题(2024)/*.md', '[[]1[]]答题/**/*.md']), {
      paths: ['答题(2024)/a.md', '[1]答题/b.md'],
      problems: [],
    });
    assert.deepEqual(await find(['(另外|别处)/*.md', '@(另外)/*.md']), {
      paths: ['另外/c.md'],
      problems: [],
    });
    assert.deepEqual(await find(['答题(2024)/documents', '[[]1[]]答题/documents', '[[]1[]]答题/*.txt']), {
      paths: [],
      problems: ['答题(2024)/documents gone', '[1]答题/documents gone', '[1]答题/*.txt no-match'],
    });
  });

  test('globs see slashes on Windows; elsewhere a backslash is part of a name', () => {
    assert.equal(slashed('c:\\练习\\资料\\a.md', '\\'), 'c:/练习/资料/a.md');
    assert.equal(slashed('/w/a\\b.md', '/'), '/w/a\\b.md');
  });

  test('symbolic links are followed; one that leads back is named; no file is taken twice', async () => {
    folder.write('a/b.txt');
    symlinkSync(join(folder.path, 'a'), join(folder.path, 'a/up'));
    symlinkSync(join(folder.path, 'a'), join(folder.path, 'c'));
    symlinkSync(join(folder.path, 'a/b.txt'), join(folder.path, 'd.txt'));
    symlinkSync(join(folder.path, 'nowhere.txt'), join(folder.path, 'e.txt'));
    symlinkSync(join(folder.path, 'f.txt'), join(folder.path, 'f.txt'));
    assert.deepEqual(await find(), {
      paths: ['a/b.txt'],
      problems: ['a/up loop', 'e.txt gone', 'f.txt loop'],
    });
  });

  test('folders too deep, files too many and too large', async () => {
    for (const path of ['a/b/c/d.txt', '1.txt', '2.txt', '3.txt']) folder.write(path);
    folder.write('4.txt', FIRST.repeat(100));
    assert.deepEqual(await find([''], { folderDepth: 3, files: 2, fileBytes: 2000 }), {
      paths: ['1.txt', '2.txt'],
      problems: ['4.txt too-large 0 MB', 'a/b/c too-deep 3', '. too-many 2 / 3'],
    });
  });

  test('counting ends at ten times the limit', async () => {
    for (let index = 0; index < 30; index++) folder.write(`${index}.txt`);
    assert.deepEqual((await find([''], { files: 2 })).problems, ['. too-many 2 / 22+']);
  });

  test('a folder without permission is named, the others are read', async function () {
    if (process.platform === 'win32') this.skip();
    folder.write('a/b.txt');
    folder.write('c/d.txt');
    chmodSync(join(folder.path, 'a'), 0);
    chmodSync(folder.path, 0o755);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    try {
      assert.deepEqual(await find(), { paths: ['c/d.txt'], problems: ['a unreadable'] });
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(join(folder.path, 'a'), 0o755);
    }
  });

  test('a pipe is no file', async function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [join(folder.path, 'a.txt')]);
    assert.deepEqual(await find(), { paths: [], problems: ['a.txt not-a-file'] });
  });
});

suite('documents/nodeDocumentFiles: reading', () => {
  const folder = documentFolder();
  const read = async (path: string, limits = {}): Promise<string> => {
    const result = await nodeDocumentFiles({ ...LIMITS, ...limits }).read(path);
    return result instanceof Uint8Array ? `${result.length} bytes` : folder.shown(result);
  };

  test('a file that has gone, shrunk or grown since it was found', async () => {
    const path = folder.write('a.txt', FIRST);
    assert.equal(await read(path), '54 bytes');
    truncateSync(path, 3);
    assert.equal(await read(path), '3 bytes');
    assert.equal(await read(path, { fileBytes: 2 }), 'a.txt too-large 0 MB');
    rmSync(path);
    assert.equal(await read(path), 'a.txt gone');
  });

  test('a folder is no file', async () => assert.equal(await read(folder.path), 'not-a-file'));
});
