import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { relative } from 'node:path';
import { type DocumentFiles, isLoaded, readDocuments } from '../../../server/src/documents/documentSet';
import { nodeDocumentFiles } from '../../../server/src/documents/nodeDocumentFiles';
import type { DocumentProblem } from '../../../server/src/documents/problems';
import type { LoadedDocument } from '../../../server/src/documents/readDocument';
import { documentFolder, FIRST, SECOND, THIRD } from './folder';
import { docx, paragraph, pdf, readers, utf8 } from './support';

suite('documents/documentSet', () => {
  const folder = documentFolder();
  const options = { readers, now: () => 0 };
  const all = async (files: DocumentFiles, inputs: readonly string[], signal?: AbortSignal) => {
    const results: (LoadedDocument | DocumentProblem)[] = [];
    for await (const result of readDocuments(files, inputs, options, signal)) results.push(result);
    return results;
  };

  test('whatever is bad is named, the others are read', async () => {
    folder.write('1.txt');
    folder.write('2.docx', utf8('PK\u0003\u0004 word/'));
    folder.write('3.docx', docx(paragraph('这一份文档说的是另外一件事，谁也没有说过。')));
    folder.write('4.pdf', pdf([[]]));
    folder.write('5.txt', new Uint8Array([0x7f, ...utf8('ELF\0')]));
    folder.write('6.txt', '');
    folder.write('7.html', '<p>网页里的这一段也没有别人说过，要留下来。</p>');
    const results = await all(nodeDocumentFiles(), [folder.path]);
    assert.deepEqual(
      results.map((result) =>
        isLoaded(result)
          ? `${relative(folder.path, result.path)} ${result.document.stats.sentences}`
          : folder.shown(result),
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
    folder.write('1.txt', `${FIRST}\n${SECOND}\n${THIRD}`);
    folder.write('2.txt', `${SECOND}\n这一句是新的，前面那份文档没有说过。`);
    const [, second] = await all(nodeDocumentFiles(), [folder.path]);
    assert.ok(second && isLoaded(second));
    assert.deepEqual(
      second.document.passages.map(({ text }) => text),
      ['这一句是新的，前面那份文档没有说过。'],
    );
    assert.deepEqual(
      second.document.dropped.map(({ reason, of }) => [
        reason,
        relative(folder.path, of?.document ?? ''),
        of?.line,
      ]),
      [['duplicate-elsewhere', '1.txt', 2]],
    );
  });

  test('a document that goes between finding and reading is named, the others are read', async () => {
    const gone = folder.write('1.txt');
    folder.write('2.txt');
    const disk = nodeDocumentFiles();
    const files: DocumentFiles = {
      find: async (inputs) => {
        const found = await disk.find(inputs);
        rmSync(gone);
        return found;
      },
      read: (path) => disk.read(path),
    };
    const results = await all(files, [folder.path]);
    assert.deepEqual(
      results.map((result) => (isLoaded(result) ? relative(folder.path, result.path) : folder.shown(result))),
      ['1.txt gone', '2.txt'],
    );
  });

  test('stops between two documents when asked to', async () => {
    folder.write('1.txt');
    folder.write('2.txt', '这一句是新的，前面那份文档没有说过。');
    const stop = new AbortController();
    const seen: string[] = [];
    for await (const result of readDocuments(nodeDocumentFiles(), [folder.path], options, stop.signal)) {
      seen.push(relative(folder.path, result.path));
      stop.abort();
    }
    assert.deepEqual(seen, ['1.txt']);
  });
});
