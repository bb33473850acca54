import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { DocumentsJson } from '../../server/src/cli/documentsJson';
import type { SuggestJson } from '../../server/src/suggest/suggestJson';
import { docx, page, paragraph, pdf, utf8 } from '../unit/documents/support';
import { inFolder, type Terminal } from './cliProcess';

const ENCRYPT = `/ID [<01><01>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> >>`;
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** What can go wrong with a file, and what is said of it. */
const BAD: readonly (readonly [path: string, content: Uint8Array, kind: string, message: RegExp])[] = [
  ['损坏.docx', utf8('PK\u0003\u0004 word/ and nothing'), 'corrupt', /^文件损坏（zip）$/],
  ['断了.docx', docx(paragraph('请居民坐下说。')).subarray(0, 200), 'corrupt', /^文件损坏（zip）$/],
  ['炸弹.docx', zipSync({ 'word/document.xml': new Uint8Array(32 * 1024 * 1024) }, { level: 9 }), 'bomb', /^压缩包异常（\d+ : 1），没有解开$/],
  ['加密.docx', Buffer.concat([Uint8Array.from(COMPOUND), Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')]), 'encrypted', /^有密码，打不开$/],
  ['加密.pdf', pdf([page('请居民坐下说。')], 'UniGB-UCS2-H', ENCRYPT), 'encrypted', /^有密码，打不开$/],
  ['损坏.pdf', utf8('%PDF-1.4\nnothing'), 'corrupt', /^文件损坏（pdf）$/],
  ['扫描.pdf', pdf([[]]), 'no-text', /^没有文字层（可能是扫描件），需要先做文字识别$/],
  ['程序.txt', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0]), 'binary', /^不是文本文件$/],
  ['乱码.txt', utf8('ÕâÏîÓÉµ±µØÊÐÃñ·´Ó³µÄÎÊÌâ'.repeat(8)), 'mojibake', /^是乱码/],
  ['旧.doc', Uint8Array.from([...COMPOUND, ...new Uint8Array(512)]), 'unsupported', /^不支持 doc 格式，请另存为 docx、pdf 或 txt$/],
  ['空.txt', utf8(''), 'no-text', /^没有中文文字$/],
]; // prettier-ignore

const GOOD = {
  '一.txt':
    '主动联系发帖人当面谈，把他说的一条一条记下来。\n请两位居民代表一起看监控录像，看完当场签字。\n查清楚了就在公告栏里写明白。\n',
  '三.docx': docx(paragraph('组织一次集中培训，把这件事当例子讲给大家听。')),
};

const FILES = { ...GOOD, ...Object.fromEntries(BAD.map(([path, content]) => [path, content])) };

async function documents(terminal: Terminal, ...args: readonly string[]): Promise<DocumentsJson> {
  const { status, stdout, stderr } = await terminal.run(['documents', '--format', 'json', ...args]);
  assert.deepEqual([status, stderr], [0, '']);
  return JSON.parse(stdout) as DocumentsJson;
}

const paths = ({ documents: read }: DocumentsJson): string[] => read.map(({ path }) => path);
const problems = ({ problems: all }: DocumentsJson): string[][] => all.map(({ path, kind }) => [path, kind]);

suite('Command line: documents that cannot be read', () => {
  test(
    'each is named with the reason, the others are read',
    inFolder(FILES, async (terminal) => {
      const result = await documents(terminal, '.');
      assert.deepEqual(paths(result), Object.keys(GOOD).sort());
      const said = new Map(result.problems.map((problem) => [problem.path, problem]));
      assert.equal(said.size, BAD.length);
      for (const [path, , kind, message] of BAD) {
        assert.equal(said.get(path)?.kind, kind, path);
        assert.match(said.get(path)?.message ?? '', message, path);
      }
      const { status, stdout } = await terminal.run(['documents', '.']);
      assert.equal(status, 0);
      for (const [path] of BAD) assert.ok(stdout.includes(`\n  ${path} `), path);
      assert.match(stdout, /共读到 2 份文档，4 句可用；11 处没有读。\n$/);
    }),
  );

  test(
    'suggest names them on standard error and offers what the others have',
    inFolder(FILES, async (terminal) => {
      const args = ['suggest', '--section', 'public-doubt/action', '--no-bank', '--format', 'json'];
      const { status, stdout, stderr } = await terminal.run([...args, '--documents', '.']);
      assert.equal(status, 0);
      const result = JSON.parse(stdout) as SuggestJson;
      assert.deepEqual(result.documents, Object.keys(GOOD).sort());
      assert.equal(result.problems.length, BAD.length);
      assert.ok(result.suggestions.some(({ text }) => text.includes('监控录像')));
      for (const [path] of BAD) assert.ok(stderr.includes(`${path}: `), path);
    }),
  );

  test(
    'a file of 100 MB is not opened',
    inFolder({ ...GOOD, '大.txt': '听' }, async (terminal) => {
      truncateSync(join(terminal.folder.path, '大.txt'), 100 * 1024 * 1024);
      const result = await documents(terminal, '.');
      assert.deepEqual(paths(result), Object.keys(GOOD).sort());
      assert.deepEqual(result.problems, [
        { path: '大.txt', kind: 'too-large', message: '文件太大（上限 20 MB）' },
      ]);
    }),
  );

  test(
    'a folder without permission is named, the others are read',
    inFolder({ ...GOOD, '锁/二.txt': '请住户进来看。' }, async (terminal) => {
      const locked = join(terminal.folder.path, '锁');
      chmodSync(terminal.folder.path, 0o755);
      chmodSync(locked, 0);
      // Root may read everything.
      const uid = process.getuid?.() === 0 ? 65534 : undefined;
      try {
        const { status, stdout } = await terminal.run(['documents', '--format', 'json', '.'], '', {}, uid);
        assert.equal(status, 0);
        const result = JSON.parse(stdout) as DocumentsJson;
        assert.deepEqual(paths(result), Object.keys(GOOD).sort());
        assert.deepEqual(result.problems, [{ path: '锁', kind: 'unreadable', message: '没有权限读取' }]);
      } finally {
        chmodSync(locked, 0o755);
      }
    }),
  );

  test(
    'a loop of symbolic links is entered once, a file that has gone is named',
    inFolder(GOOD, async (terminal) => {
      const at = (path: string): string => join(terminal.folder.path, path);
      mkdirSync(at('里'));
      symlinkSync(terminal.folder.path, at('里/回'));
      symlinkSync(at('没了.txt'), at('里/没了.txt'));
      symlinkSync(at('里/自己.txt'), at('里/自己.txt'));
      const result = await documents(terminal, '.', '也没有.txt');
      assert.deepEqual(paths(result), Object.keys(GOOD).sort());
      assert.deepEqual(problems(result).sort(), [
        ['也没有.txt', 'gone'],
        ['里/回', 'loop'],
        ['里/没了.txt', 'gone'],
        ['里/自己.txt', 'loop'],
      ]);
    }),
  );
});
