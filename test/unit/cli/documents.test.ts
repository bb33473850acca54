import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDocuments } from '../../../server/src/cli/documents';
import type { DocumentsJson } from '../../../server/src/cli/documentsJson';
import { readDocumentsOptions } from '../../../server/src/cli/documentsOptions';
import { DOCUMENTS_USAGE } from '../../../server/src/cli/documentsUsage';

const NOTES = [
  '听话听音5法',
  '来源:灯塔面试',
  '一、当面听',
  '先请几位邻居坐下，把话一句一句听完。',
  '二、上门听',
  '在登门道歉的同时。把本子拿出来，一条一条记下。',
  '先请几位邻居坐下，把话一句一句听完。',
].join('\n');

let root: string;
let out: string;
let err: string;

/** Runs the command; what it prints is added to `out` and `err`, and nothing else is. */
async function run(...args: readonly string[]): Promise<number> {
  const { stdout, stderr } = process;
  const [write, complain] = [stdout.write.bind(stdout), stderr.write.bind(stderr)];
  stdout.write = (text) => ((out += String(text)), true);
  stderr.write = (text) => ((err += String(text)), true);
  try {
    return await runDocuments(args);
  } finally {
    stdout.write = write;
    stderr.write = complain;
  }
}

/** Output with the temporary folder left out. */
function shown(text: string): string {
  return text.replaceAll(/\S*zhangfa-cli-\w+[\\/]/g, '');
}

suite('cli/documents', () => {
  setup(() => {
    root = mkdtempSync(join(tmpdir(), 'zhangfa-cli-'));
    [out, err] = ['', ''];
  });

  teardown(() => rmSync(root, { recursive: true, force: true }));

  test('tells a person what was kept, dropped, repaired and is missing', async () => {
    writeFileSync(join(root, 'a.txt'), NOTES);
    writeFileSync(join(root, 'b.doc'), 'x');
    assert.equal(await run(root), 0);
    assert.equal(
      shown(out),
      [
        'a.txt  纯文本 · UTF-8 · 1 KB · 标题：听话听音5法',
        '  留下      2 句、3 个标题（71 个汉字留下 49 个）',
        '  丢弃      重复段落                1 处  第 7 行',
        '            网站抬头（来源、时间）  1 处  第 2 行',
        '  改正      误断的句号改为逗号  1 处  第 6 行',
        '  注意      第 1 行  正文不足三句',
        '            第 1 行  自称 5 项，实有 2 项：“听话听音5法”',
        '',
        '没有读的：',
        '  b.doc  不支持 doc 格式，请另存为 docx、pdf 或 txt',
        '',
        '共读到 1 份文档，2 句可用；1 处没有读。',
        '',
      ].join('\n'),
    );
    assert.equal(err, '');
  });

  test('lists every dropped text with --details', async () => {
    writeFileSync(join(root, 'a.txt'), NOTES);
    assert.equal(await run('--details', root), 0);
    assert.match(out, /7: 先请几位邻居坐下，把话一句一句听完。 {2}同第 4 行/);
    assert.match(out, /2: 来源:灯塔面试/);
  });

  test('speaks English', async () => {
    writeFileSync(join(root, 'a.txt'), NOTES);
    assert.equal(await run('--lang', 'en', root), 0);
    assert.match(out, /kept {6}2 sentences, 3 headings/);
    assert.match(out, /repeated paragraphs +1× +line 7/);
    assert.match(out, /1 documents read, 2 sentences\./);
  });

  test('gives the same as JSON', async () => {
    writeFileSync(join(root, 'a.txt'), NOTES);
    writeFileSync(join(root, 'b.doc'), 'x');
    assert.equal(await run('--format', 'json', root), 0);
    const { version, documents, problems, totals } = JSON.parse(out) as DocumentsJson;
    assert.equal(version, 1);
    assert.deepEqual(totals, { documents: 1, sentences: 2 });
    assert.deepEqual(
      problems.map(({ kind, message }) => [kind, message]),
      [['unsupported', '不支持 doc 格式，请另存为 docx、pdf 或 txt']],
    );
    const [document] = documents;
    assert.ok(document);
    assert.deepEqual(
      [document.format, document.encoding, document.title, document.kept, document.read],
      ['text', 'utf-8', '听话听音5法', { sentences: 2, headings: 3, questions: 0, han: 49 }, { han: 71 }],
    );
    assert.deepEqual(document.dropped, [
      {
        reason: 'duplicate',
        message: '重复段落',
        count: 1,
        lines: [7],
        places: [{ line: 7, from: 0, to: 18, text: '先请几位邻居坐下，把话一句一句听完。', of: { line: 4 } }],
      },
      {
        reason: 'site-header',
        message: '网站抬头（来源、时间）',
        count: 1,
        lines: [2],
        places: [{ line: 2, from: 0, to: 7, text: '来源:灯塔面试' }],
      },
    ]);
    assert.deepEqual(document.repaired, [
      { line: 6, from: 8, to: 9, was: '。', now: '，', reason: 'false-break' },
    ]);
    assert.deepEqual(
      document.warnings.map(({ kind, message }) => [kind, message]),
      [
        ['thin', '正文不足三句'],
        ['promised', '自称 5 项，实有 2 项：“听话听音5法”'],
      ],
    );
  });

  test('status 2 when nothing could be read, with the reason', async () => {
    assert.equal(await run(join(root, 'gone')), 2);
    assert.equal(
      shown(out),
      '没有读的：\n  gone  没有这个文件或文件夹\n\n共读到 0 份文档，0 句可用；1 处没有读。\n',
    );
  });

  test('status 2 and the usage for wrong arguments', async () => {
    for (const [args, message] of [
      [[], /没有给出文件或文件夹 \/ no files or folders given/],
      [['--format', 'xml', '.'], /--format 应为 \/ should be: text \| json（xml）/],
      [['--lang', 'fr', '.'], /--lang 应为 \/ should be: zh \| en（fr）/],
      [['--nothing', '.'], /--nothing/],
    ] as const) {
      err = '';
      assert.equal(await run(...args), 2);
      assert.match(err, message);
      assert.ok(err.endsWith(DOCUMENTS_USAGE));
      assert.equal(out, '');
    }
  });

  test('--help shows the usage with examples', async () => {
    assert.equal(await run('--help'), 0);
    assert.equal(out, DOCUMENTS_USAGE);
    assert.match(out, /示例 examples:\n {2}zhangfa documents /);
  });

  test('options have their defaults', () => {
    assert.deepEqual(readDocumentsOptions(['a', 'b']), {
      inputs: ['a', 'b'],
      format: 'text',
      locale: 'zh',
      details: false,
      help: false,
    });
  });
});
