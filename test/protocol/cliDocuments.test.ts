import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentsJson } from '../../server/src/cli/documentsJson';
import { ROOT } from '../support/rubrics';
import { docx, page, paragraph, pdf } from '../unit/documents/support';
import { inFolder } from './cliProcess';

const reference = (name: string): string => readFileSync(join(ROOT, 'test/fixtures/documents', name), 'utf8');

const FILES = {
  '资料/甲.txt':
    '听话听音5法\n来源:灯塔面试\n一、当面听\n先请几位邻居坐下，把话一句一句听完。\n二、上门听\n再带上师傅去看路灯，一盏一盏数清楚。\n先请几位邻居坐下，把话一句一句听完。\n',
  '资料/乙.docx': docx(
    paragraph('先请几位邻居坐下，把话一句一句听完。') + paragraph('修好之后再打一遍电话，问还满意不满意。'),
  ),
  '资料/丙.pdf': pdf([page('把每一笔开支贴在公告栏上，谁都可以来核对。')]),
  '资料/forum.txt': reference('forum.txt'),
  '资料/notes.json': '{}',
};

suite('Command line: documents', () => {
  test(
    'the text tells per document what was kept, dropped and why, and the total',
    inFolder(FILES, async (terminal) => {
      const { status, stdout, stderr } = await terminal.run(['documents', '资料']);
      assert.deepEqual([status, stderr], [0, '']);
      const blocks = stdout.split('\n\n');
      assert.deepEqual(
        blocks.map((block) => block.split('\n')[0]?.split('  ')[0]),
        ['资料/forum.txt', '资料/丙.pdf', '资料/乙.docx', '资料/甲.txt', blocks.at(-1)?.split('\n')[0]],
      );
      assert.match(blocks[0] ?? '', /\n {2}丢弃 {6}论坛防采集乱码 +\d+ 处 +第 /);
      assert.match(blocks[1] ?? '', /^资料\/丙\.pdf {2}PDF · 1 KB\n {2}留下 {6}1 句、0 个标题/);
      assert.match(blocks[3] ?? '', /另一份文档里的重复 +2 处 .*|重复段落 +1 处 /);
      assert.match(stdout, /\n共读到 4 份文档，\d+ 句可用。\n$/);
    }),
  );

  test(
    'what one document repeats of another is named with its place by --details',
    inFolder(FILES, async (terminal) => {
      const { stdout } = await terminal.run(['documents', '--details', '资料/乙.docx', '资料/甲.txt']);
      assert.match(stdout, /4: 先请几位邻居坐下，把话一句一句听完。 {2}同 资料\/乙\.docx 第 1 行\n/);
      assert.match(stdout, /2: 来源:灯塔面试\n/);
    }),
  );

  test(
    '--lang en speaks English',
    inFolder(FILES, async (terminal) => {
      const { stdout } = await terminal.run(['documents', '--lang', 'en', '资料/甲.txt']);
      assert.match(stdout, /\n {2}kept {6}2 sentences, 3 headings/);
      assert.match(stdout, /\n1 documents read, 2 sentences\.\n$/);
    }),
  );

  test(
    'the JSON is as documented',
    inFolder(FILES, async (terminal) => {
      const { status, stdout, stderr } = await terminal.run(['documents', '--format', 'json', '资料']);
      assert.deepEqual([status, stderr], [0, '']);
      const { version, documents, problems, totals } = JSON.parse(stdout) as DocumentsJson;
      assert.deepEqual([version, problems], [1, []]);
      assert.deepEqual(
        documents.map(({ path, format, encoding }) => [path, format, encoding]),
        [
          ['资料/forum.txt', 'text', 'utf-8'],
          ['资料/丙.pdf', 'pdf', undefined],
          ['资料/乙.docx', 'docx', undefined],
          ['资料/甲.txt', 'text', 'utf-8'],
        ],
      );
      assert.equal(totals.documents, 4);
      assert.equal(
        totals.sentences,
        documents.reduce((sum, { kept }) => sum + kept.sentences, 0),
      );
      const last = documents.at(-1);
      assert.ok(last);
      assert.deepEqual(
        [last.title, last.kept, last.read],
        ['听话听音5法', { sentences: 1, headings: 3, questions: 0, han: 29 }, { han: 67 }],
      );
      assert.deepEqual(
        last.dropped.map(({ reason, count, lines }) => [reason, count, lines]),
        [
          ['duplicate-elsewhere', 1, [4]],
          ['duplicate', 1, [7]],
          ['site-header', 1, [2]],
        ],
      );
      assert.deepEqual(last.dropped[0]?.places[0]?.of, { document: '资料/乙.docx', line: 1 });
      assert.ok(
        last.warnings.some(({ kind, message }) => kind === 'promised' && message.includes('自称 5 项')),
      );
    }),
  );

  test(
    '--help explains the options with examples',
    inFolder({}, async (terminal) => {
      for (const option of ['--help', '-h']) {
        const { status, stdout, stderr } = await terminal.run(['documents', option]);
        assert.deepEqual([status, stderr], [0, '']);
        for (const name of ['--format', '--details', '--lang']) assert.ok(stdout.includes(name), name);
        assert.match(stdout, /退出码 exit status: 0；2 /);
        assert.match(stdout, /示例 examples:\n {2}zhangfa documents documents\/\n/);
      }
    }),
  );

  for (const [args, message] of [
    [[], /^zhangfa documents: 没有给出文件或文件夹 \/ no files or folders given\n\nzhangfa documents /],
    [['--format', 'sarif', '.'], /^zhangfa documents: --format 应为 \/ should be: text \| json（sarif）\n/],
    [['--lang', 'de', '.'], /^zhangfa documents: --lang 应为 \/ should be: zh \| en（de）\n/],
    [['--nonsense', '.'], /^zhangfa documents: .*--nonsense/],
  ] as const) {
    test(
      `zhangfa ${['documents', ...args].join(' ')} ends with 2, and the mistake is told on standard error`,
      inFolder({}, async (terminal) => {
        const { status, stdout, stderr } = await terminal.run(['documents', ...args]);
        assert.deepEqual([status, stdout], [2, '']);
        assert.match(stderr, message);
      }),
    );
  }

  test(
    'when nothing can be read the status is 2, and why is told',
    inFolder({ 'empty/notes.json': '{}' }, async (terminal) => {
      const run = await terminal.run(['documents', 'gone', '*.txt']);
      assert.equal(run.status, 2);
      assert.match(run.stdout, /^没有读的：\n {2}gone +没有这个文件或文件夹\n {2}\*\.txt +没有匹配的文件\n/);
      assert.equal((await terminal.run(['documents', 'empty'])).status, 2);
    }),
  );

  test(
    'a document of which very much was dropped is told of in full',
    inFolder(
      { 'a.txt': `${'https://example.org/\n'.repeat(150_000)}我们先把情况问清楚，再一起去看。\n` },
      async (terminal) => {
        const { status, stdout, stderr } = await terminal.run(['documents', '--details', 'a.txt']);
        assert.deepEqual([status, stderr], [0, '']);
        assert.match(stdout, /150000 处/);
        assert.match(stdout, / 149999: https:\/\/example\.org\//);
      },
    ),
  );
});
