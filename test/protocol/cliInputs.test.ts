import assert from 'node:assert/strict';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { checked, inFolder } from './cliProcess';
import { BINARY, DRAFT, GB18030, OWN_RUBRICS } from './fixtures';

const NOTES = '# 买菜\n\n- 土豆\n';
const NO_DRAFTS =
  '没有找到作答草稿（需要 question 或 framework 文首信息，或“题目”标题；--all 检查全部 Markdown）。\n';

suite('Command line: inputs', () => {
  const files = {
    ...OWN_RUBRICS,
    'leak.md': DRAFT,
    'sub/b.markdown': DRAFT,
    'sub/deep/a.md': DRAFT,
    'sub/notes.md': NOTES,
    'sub/a.txt': DRAFT,
    'node_modules/a.md': DRAFT,
    '.hidden/a.md': DRAFT,
  };

  test(
    'several files are checked in the order they are named, each once',
    inFolder(files, async (terminal) => {
      const { paths, status, stderr } = await checked(terminal, [
        'sub/deep/a.md',
        'leak.md',
        './leak.md',
        'sub/a.txt',
      ]);
      assert.deepEqual([paths, status, stderr], [['sub/deep/a.md', 'leak.md', 'sub/a.txt'], 0, '']);
      const { stdout } = await terminal.run(['check', 'sub/deep/a.md', 'leak.md']);
      assert.match(stdout, /^sub\/deep\/a\.md {2}邻里调解[^]*\n\nleak\.md {2}邻里调解/);
    }),
  );

  test(
    'of a folder the drafts are checked, deep ones too; hidden and foreign folders are left out',
    inFolder(files, async (terminal) => {
      for (const folder of ['.', './', terminal.folder.path]) {
        const { paths, status } = await checked(terminal, [folder]);
        assert.deepEqual([paths.sort(), status], [['leak.md', 'sub/b.markdown', 'sub/deep/a.md'], 0], folder);
      }
      assert.deepEqual((await checked(terminal, ['--all', 'sub'])).paths.sort(), [
        'sub/b.markdown',
        'sub/deep/a.md',
        'sub/notes.md',
      ]);
    }),
  );

  test(
    'a glob is understood without a shell',
    inFolder(files, async (terminal) => {
      assert.deepEqual((await checked(terminal, ['sub/**/*.md'])).paths, ['sub/deep/a.md']);
      assert.deepEqual((await checked(terminal, ['--all', '{leak,sub/*}.md'])).paths.sort(), [
        'leak.md',
        'sub/notes.md',
      ]);
    }),
  );

  test(
    'a file that is named is checked whatever it looks like, also next to its folder',
    inFolder(files, async (terminal) => {
      assert.deepEqual((await checked(terminal, ['sub/notes.md'])).paths, ['sub/notes.md']);
      assert.deepEqual((await checked(terminal, ['sub', 'sub/notes.md'])).paths.sort(), [
        'sub/b.markdown',
        'sub/deep/a.md',
        'sub/notes.md',
      ]);
    }),
  );

  test(
    'a file whose name looks like a glob is the file',
    inFolder(
      { ...OWN_RUBRICS, '[第1篇]*.md': DRAFT, '100% (x).md': DRAFT, '-a.md': DRAFT },
      async (terminal) => {
        assert.deepEqual((await checked(terminal, ['[第1篇]*.md', '100% (x).md', '--', '-a.md'])).paths, [
          '[第1篇]*.md',
          '100% (x).md',
          '-a.md',
        ]);
      },
    ),
  );

  test(
    '- is standard input, read once',
    inFolder(OWN_RUBRICS, async (terminal) => {
      const { paths, files: found, stderr } = await checked(terminal, ['-'], DRAFT);
      assert.deepEqual([paths, stderr], [['-'], '']);
      assert.equal(found[0]?.framework?.id, 'neighbours');
      assert.deepEqual((await checked(terminal, ['-', '-'], DRAFT)).paths, ['-']);
      const { status, stdout } = await terminal.run(['check', '-'], DRAFT);
      assert.equal(status, 1);
      assert.match(stdout, /^- {2}邻里调解（文首信息指定）\n/);
    }),
  );

  test(
    'a byte order mark and UTF-16 are understood, with the same places',
    inFolder(
      {
        ...OWN_RUBRICS,
        'a.md': DRAFT,
        'b.md': `\uFEFF${DRAFT}`,
        'c.md': Buffer.from(`\uFEFF${DRAFT}`, 'utf16le'),
      },
      async (terminal) => {
        const { files: found } = await checked(terminal, ['a.md', 'b.md', 'c.md']);
        const [plain, ...marked] = found.map(({ findings }) => findings);
        for (const findings of marked) assert.deepEqual(findings, plain);
      },
    ),
  );

  test(
    'an empty file is told what it needs, and fails nothing',
    inFolder({ ...OWN_RUBRICS, 'empty.md': '' }, async (terminal) => {
      const { status, stdout, stderr } = await terminal.run([
        'check',
        '--framework',
        'neighbours',
        'empty.md',
      ]);
      assert.deepEqual([status, stderr], [0, '']);
      assert.match(
        stdout,
        /1:1 {4}提示 {2}还没有作答内容。这类题的环节依次是：倾听、调解、回访。 {2}section\.missing\n/,
      );
    }),
  );

  test(
    'without drafts that is said, in the machine-readable formats by an empty list',
    inFolder({ 'notes.md': NOTES }, async (terminal) => {
      assert.deepEqual(await terminal.run(['check', '.']), { status: 0, stdout: NO_DRAFTS, stderr: '' });
      assert.deepEqual(await checked(terminal, ['.']), { paths: [], files: [], status: 0, stderr: '' });
      assert.match((await terminal.run(['check', '--lang', 'en', '.'])).stdout, /^No answer drafts found/);
    }),
  );

  for (const [name, arg, content, message] of [
    ['that is not there', 'gone.md', undefined, 'gone.md: 文件不存在或无法读取\n'],
    ['that is binary', 'image.md', BINARY, 'image.md: 是二进制文件，不是文本\n'],
    ['in GB18030', '国标.md', GB18030, '国标.md: 不是 UTF-8 文本（可能是 GB18030），请另存为 UTF-8\n'],
    ['no glob matches', '没有/*.md', undefined, '没有/*.md: 没有匹配的文件\n'],
  ] as const) {
    test(
      `a file ${name} is told on standard error, the others are checked, and the end is 2`,
      inFolder(
        { ...OWN_RUBRICS, 'leak.md': DRAFT, ...(content ? { [arg]: content } : {}) },
        async (terminal) => {
          const { paths, status, stderr } = await checked(terminal, [arg, 'leak.md']);
          assert.deepEqual([paths, status, stderr], [['leak.md'], 2, message]);
          const text = await terminal.run(['check', arg, 'leak.md']);
          assert.deepEqual([text.status, text.stderr], [2, message]);
          assert.match(text.stdout, /^leak\.md {2}邻里调解/);
        },
      ),
    );
  }

  test(
    'binary standard input is told as well',
    inFolder({}, async (terminal) => {
      const { status, stderr } = await terminal.run(['check', '-'], BINARY);
      assert.deepEqual([status, stderr], [2, '-: 是二进制文件，不是文本\n']);
    }),
  );

  test(
    'a file larger than any draft is not looked into, standard input neither, though it never ends',
    inFolder({ ...OWN_RUBRICS, 'big.md': '', '.zhangfa/rubrics/big.yaml': '' }, async (terminal) => {
      for (const path of ['big.md', '.zhangfa/rubrics/big.yaml'])
        truncateSync(join(terminal.folder.path, path), 3_000_000_000);
      const rubric = /^框架文件没有读取：.*big\.yaml（文件太大（上限 20 MB））。\n/;
      for (const arg of ['big.md', '.', '-']) {
        const input = arg === '-' ? new Uint8Array(21_000_000) : '';
        const { status, stderr } = await terminal.run(['check', arg], input);
        assert.equal(status, 2);
        assert.match(stderr, rubric);
        assert.equal(stderr.replace(rubric, ''), `${arg === '.' ? 'big.md' : arg}: 文件太大（上限 20 MB）\n`);
      }
    }),
  );

  test(
    'control characters in a name and in a draft do not reach the terminal',
    inFolder(
      {
        ...OWN_RUBRICS,
        '甲\n乙\u001b[2J.md': DRAFT.replace('少来敲门', '少来敲门\u001b]0;x\u0007').replace(
          '王阿姨',
          '\u001b[8m王阿姨',
        ),
      },
      async (terminal) => {
        const { stdout } = await terminal.run(['check', '.']);
        assert.match(stdout, /^甲␊乙␛\[2J\.md {2}/);
        assert.ok(!/[^\P{Cc}\n]/u.test(stdout), JSON.stringify(stdout));
      },
    ),
  );

  const full = '/dev/full';
  (existsSync(full) ? test : test.skip)(
    'a full disk is told in one line, and the end is 2',
    inFolder({ ...OWN_RUBRICS, 'a.md': DRAFT }, async (terminal) => {
      const disk = openSync(full, 'w');
      const said = join(terminal.folder.path, 'said');
      for (const args of [['check', 'a.md'], ['check', '--format', 'json', 'a.md'], ['--help']]) {
        const errors = openSync(said, 'w');
        assert.equal(await terminal.runTo(args, ['ignore', disk, errors]), 2);
        closeSync(errors);
        assert.match(
          terminal.folder.read('said'),
          /^zhangfa: 结果没有写完 \/ the output could not be written: .*ENOSPC.*\n$/,
        );
      }
      assert.equal(await terminal.runTo(['check', 'gone.md'], ['ignore', 'ignore', disk]), 2);
      closeSync(disk);
    }),
  );

  test('a draft of 2 MB is checked, and the whole of a large output arrives', async () => {
    const body = DRAFT.replace(/^---[^]*?---\n/, '');
    const times = Math.ceil(2_000_000 / Buffer.byteLength(body));
    const text = DRAFT + body.repeat(times);
    await inFolder({ ...OWN_RUBRICS, 'big.md': text }, async (terminal) => {
      const { files: found, status } = await checked(terminal, ['big.md']);
      assert.equal(status, 0);
      assert.equal(found[0]?.findings.filter(({ code }) => code === 'wording.taboo').length, times + 1);
      const { stdout } = await terminal.run(['check', 'big.md']);
      assert.equal(stdout.match(/“少来敲门”：把人往外推。.* {2}wording\.taboo\n/g)?.length, times + 1);
      assert.ok(stdout.endsWith('\n'));
    })();
  }).timeout(120_000);

  test('a reader that stops reading is no fault', async () => {
    const text = DRAFT + DRAFT.replace(/^---[^]*?---\n/, '').repeat(400);
    await inFolder({ ...OWN_RUBRICS, 'long.md': text }, async (terminal) => {
      const child = terminal.start(['check', '--format', 'json', 'long.md']);
      const errors: Buffer[] = [];
      child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
      child.stdout.once('data', () => child.stdout.destroy());
      await once(child, 'close');
      assert.equal(Buffer.concat(errors).toString(), '');
    })();
  }).timeout(60_000);
});
