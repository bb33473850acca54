import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { type DocumentFiles, isLoaded, readDocuments } from '../../../server/src/documents/documentSet';
import { LIMITS } from '../../../server/src/documents/limits';
import { nodeDocumentFiles, slashed } from '../../../server/src/documents/nodeDocumentFiles';
import { describeProblem, type DocumentProblem } from '../../../server/src/documents/problems';
import { type LoadedDocument, readDocument } from '../../../server/src/documents/readDocument';
import { docx, paragraph, pdf, readers, utf8 } from './support';

const FIRST = '先请几位邻居坐下，把话一句一句听完。';
const SECOND = '再带上师傅去看路灯，一盏一盏数清楚。';
const THIRD = '修好之后再打一遍电话，问还满意不满意。';

let root: string;

/** Writes a file below the temporary folder. */
function write(path: string, content: string | Uint8Array = FIRST + SECOND + THIRD): string {
  const whole = join(root, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, content);
  return whole;
}

/** Paths found, relative to the temporary folder, and problems as `path kind detail`. */
async function find(
  inputs: readonly string[] = [''],
  limits = {},
): Promise<{ paths: string[]; problems: string[] }> {
  const files = nodeDocumentFiles({ ...LIMITS, ...limits });
  const { paths, problems } = await files.find(inputs.map((input) => join(root, input)));
  return { paths: paths.map((path) => relative(root, path)), problems: problems.map(shown) };
}

function shown({ path, kind, detail }: DocumentProblem): string {
  return `${path === '.' ? '.' : relative(root, path)} ${kind} ${detail ?? ''}`.trim();
}

setup(() => {
  root = mkdtempSync(join(tmpdir(), 'zhangfa-documents-'));
});

teardown(() => rmSync(root, { recursive: true, force: true }));

suite('documents/nodeDocumentFiles: finding', () => {
  test('documents of a folder and the folders in it, in order', async () => {
    for (const path of ['b.txt', 'a.md', 'c/d.docx', 'c/e.PDF', 'c/f.html']) write(path);
    for (const path of ['x.json', 'x.png', '.hidden.txt', '~$c.docx', '.git/a.txt', 'node_modules/a.txt'])
      write(path);
    assert.deepEqual(await find(), {
      paths: ['a.md', 'b.txt', 'c/d.docx', 'c/e.PDF', 'c/f.html'],
      problems: [],
    });
  });

  test('documents that cannot be read are named, other files are not', async () => {
    write('a.doc');
    write('b.wps');
    write('c.zip');
    assert.deepEqual(await find(), {
      paths: [],
      problems: ['a.doc unsupported doc', 'b.wps unsupported wps'],
    });
  });

  test('files and globs, each file once', async () => {
    write('a.txt');
    write('b/c.txt');
    write('b/d.md');
    assert.deepEqual(await find(['a.txt', 'b/c.txt', '**/*.txt', 'b']), {
      paths: ['a.txt', 'b/c.txt', 'b/d.md'],
      problems: [],
    });
    assert.deepEqual(await find(['b/*.{txt,md}']), { paths: ['b/c.txt', 'b/d.md'], problems: [] });
  });

  test('a file named is taken whatever its name; one that is not there is said', async () => {
    write('notes');
    assert.deepEqual(await find(['notes', 'gone.txt', '*.rst']), {
      paths: ['notes'],
      problems: ['gone.txt gone', '*.rst no-match'],
    });
  });

  test('brackets in the name of a folder are no wildcards', async () => {
    write('答题(2024)/a.md');
    write('[1]答题/b.md');
    write('另外/c.md');
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
    write('a/b.txt');
    symlinkSync(join(root, 'a'), join(root, 'a/up'));
    symlinkSync(join(root, 'a'), join(root, 'c'));
    symlinkSync(join(root, 'a/b.txt'), join(root, 'd.txt'));
    symlinkSync(join(root, 'nowhere.txt'), join(root, 'e.txt'));
    symlinkSync(join(root, 'f.txt'), join(root, 'f.txt'));
    assert.deepEqual(await find(), {
      paths: ['a/b.txt'],
      problems: ['a/up loop', 'e.txt gone', 'f.txt loop'],
    });
  });

  test('folders too deep, files too many and too large', async () => {
    for (const path of ['a/b/c/d.txt', '1.txt', '2.txt', '3.txt']) write(path);
    write('4.txt', FIRST.repeat(100));
    assert.deepEqual(await find([''], { folderDepth: 3, files: 2, fileBytes: 2000 }), {
      paths: ['1.txt', '2.txt'],
      problems: ['4.txt too-large 0 MB', 'a/b/c too-deep 3', '. too-many 2 / 3'],
    });
  });

  test('counting ends at ten times the limit', async () => {
    for (let index = 0; index < 30; index++) write(`${index}.txt`);
    assert.deepEqual((await find([''], { files: 2 })).problems, ['. too-many 2 / 22+']);
  });

  test('a folder without permission is named, the others are read', async function () {
    if (process.platform === 'win32') this.skip();
    write('a/b.txt');
    write('c/d.txt');
    chmodSync(join(root, 'a'), 0);
    chmodSync(root, 0o755);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    try {
      assert.deepEqual(await find(), { paths: ['c/d.txt'], problems: ['a unreadable'] });
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(join(root, 'a'), 0o755);
    }
  });

  test('a pipe is no file', async function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [join(root, 'a.txt')]);
    assert.deepEqual(await find(), { paths: [], problems: ['a.txt not-a-file'] });
  });
});

suite('documents/nodeDocumentFiles: reading', () => {
  const read = async (path: string, limits = {}): Promise<string> => {
    const result = await nodeDocumentFiles({ ...LIMITS, ...limits }).read(path);
    return result instanceof Uint8Array ? `${result.length} bytes` : shown(result);
  };

  test('a file that has gone, shrunk or grown since it was found', async () => {
    const path = write('a.txt', FIRST);
    assert.equal(await read(path), '54 bytes');
    truncateSync(path, 3);
    assert.equal(await read(path), '3 bytes');
    assert.equal(await read(path, { fileBytes: 2 }), 'a.txt too-large 0 MB');
    rmSync(path);
    assert.equal(await read(path), 'a.txt gone');
  });

  test('a folder is no file', async () => assert.equal(await read(root), 'not-a-file'));
});

suite('documents/documentSet', () => {
  const options = { readers, now: () => 0 };
  const all = async (files: DocumentFiles, inputs: readonly string[], signal?: AbortSignal) => {
    const results: (LoadedDocument | DocumentProblem)[] = [];
    for await (const result of readDocuments(files, inputs, options, signal)) results.push(result);
    return results;
  };

  test('whatever is bad is named, the others are read', async () => {
    write('1.txt');
    write('2.docx', utf8('PK\u0003\u0004 word/'));
    write('3.docx', docx(paragraph('这一份文档说的是另外一件事，谁也没有说过。')));
    write('4.pdf', pdf([[]]));
    write('5.txt', new Uint8Array([0x7f, ...utf8('ELF\0')]));
    write('6.txt', '');
    write('7.html', '<p>网页里的这一段也没有别人说过，要留下来。</p>');
    const results = await all(nodeDocumentFiles(), [root]);
    assert.deepEqual(
      results.map((result) =>
        isLoaded(result)
          ? `${relative(root, result.path)} ${result.document.stats.sentences}`
          : shown(result),
      ),
      [
        '1.txt 3',
        '2.docx corrupt zip',
        '3.docx 1',
        '4.pdf no-text pdf',
        '5.txt binary',
        '6.txt no-text text',
        '7.html 1',
      ],
    );
  });

  test('what one document says is dropped from the next, with its place', async () => {
    write('1.txt', `${FIRST}\n${SECOND}\n${THIRD}`);
    write('2.txt', `${SECOND}\n这一句是新的，前面那份文档没有说过。`);
    const [, second] = await all(nodeDocumentFiles(), [root]);
    assert.ok(second && isLoaded(second));
    assert.deepEqual(
      second.document.passages.map(({ text }) => text),
      ['这一句是新的，前面那份文档没有说过。'],
    );
    assert.deepEqual(
      second.document.dropped.map(({ reason, of }) => [reason, relative(root, of?.document ?? ''), of?.line]),
      [['duplicate-elsewhere', '1.txt', 2]],
    );
  });

  test('a document that goes between finding and reading is named, the others are read', async () => {
    const gone = write('1.txt');
    write('2.txt');
    const disk = nodeDocumentFiles();
    const files: DocumentFiles = {
      find: async (inputs) => {
        const found = await disk.find(inputs);
        rmSync(gone);
        return found;
      },
      read: (path) => disk.read(path),
    };
    const results = await all(files, [root]);
    assert.deepEqual(
      results.map((result) => (isLoaded(result) ? relative(root, result.path) : shown(result))),
      ['1.txt gone', '2.txt'],
    );
  });

  test('stops between two documents when asked to', async () => {
    write('1.txt');
    write('2.txt', '这一句是新的，前面那份文档没有说过。');
    const stop = new AbortController();
    const seen: string[] = [];
    for await (const result of readDocuments(nodeDocumentFiles(), [root], options, stop.signal)) {
      seen.push(relative(root, result.path));
      stop.abort();
    }
    assert.deepEqual(seen, ['1.txt']);
  });
});

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

suite('documents/problems', () => {
  test('every problem has words of its own in both languages', () => {
    const kinds = ['gone', 'no-match', 'unreadable', 'not-a-file', 'loop', 'too-deep', 'too-many', 'too-large', 'unsupported', 'binary', 'encoding', 'mojibake', 'encrypted', 'corrupt', 'bomb', 'timeout', 'memory', 'no-text', 'failed'] as const; // prettier-ignore
    for (const locale of ['zh', 'en'] as const)
      assert.equal(new Set(kinds.map((kind) => describeProblem({ kind }, locale))).size, kinds.length);
  });

  test('messages name what they are about', () => {
    assert.equal(describeProblem({ kind: 'too-large', detail: '20 MB' }, 'zh'), '文件太大（上限 20 MB）');
    assert.equal(
      describeProblem({ kind: 'unsupported', detail: 'doc' }, 'zh'),
      '不支持 doc 格式，请另存为 docx、pdf 或 txt',
    );
    assert.equal(
      describeProblem({ kind: 'no-text', detail: 'pdf' }, 'zh'),
      '没有文字层（可能是扫描件），需要先做文字识别',
    );
    assert.equal(describeProblem({ kind: 'no-text', detail: 'text' }, 'zh'), '没有中文文字');
    assert.equal(describeProblem({ kind: 'corrupt' }, 'en'), 'damaged');
    assert.equal(describeProblem({ kind: 'corrupt', detail: 'zip' }, 'en'), 'damaged (zip)');
    assert.equal(
      describeProblem({ kind: 'bomb', detail: '1000 : 1' }, 'en'),
      'suspicious archive (1000 : 1); not unpacked',
    );
  });
});
