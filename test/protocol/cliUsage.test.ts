import assert from 'node:assert/strict';
import { VERSION } from '../../server/src/version';
import { inFolder } from './cliProcess';
import { DRAFT } from './fixtures';

suite('Command line: usage', () => {
  for (const args of [
    ['check', '--help'],
    ['check', '-h'],
    ['check', 'x.md', '--help'],
  ]) {
    test(
      `zhangfa ${args.join(' ')} explains the options with examples`,
      inFolder({}, async (terminal) => {
        const { status, stdout, stderr } = await terminal.run(args);
        assert.deepEqual([status, stderr], [0, '']);
        for (const option of [
          'format',
          'framework',
          'fail-on',
          'minutes',
          'rate',
          'rubrics',
          'lang',
          'all',
          'no-color',
        ])
          assert.ok(stdout.includes(`--${option}`), option);
        assert.match(stdout, /示例 examples:\n {2}zhangfa check draft\.md\n/);
        assert.match(stdout, /退出码 exit status: 0 .*；1 .*；2 /);
      }),
    );
  }

  test(
    'without a command the commands are told',
    inFolder({}, async (terminal) => {
      for (const [args, status] of [
        [[], 2],
        [['help'], 0],
        [['--help'], 0],
        [['-h'], 0],
      ] as const) {
        const run = await terminal.run(args);
        assert.equal(run.status, status);
        assert.match(`${run.stdout}${run.stderr}`, /用法 usage: {2}zhangfa check/);
      }
    }),
  );

  test(
    '--version tells the version',
    inFolder({}, async (terminal) => {
      for (const option of ['--version', '-v'])
        assert.deepEqual(await terminal.run([option]), { status: 0, stdout: `${VERSION}\n`, stderr: '' });
    }),
  );

  for (const [args, message] of [
    [['nonsense'], /^zhangfa: 没有命令“nonsense” \/ no such command\n\n.*章法 Zhangfa/],
    [['check'], /^zhangfa check: 没有给出文件 \/ no files given\n/],
    [
      ['check', '--nonsense', 'a.md'],
      /^zhangfa check: 没有选项“--nonsense” \/ no such option\n\nzhangfa check /,
    ],
    [['check', '--all=yes', 'a.md'], /^zhangfa check: --all 后面不写值 \/ takes no value\n/],
    [['documents', '-x', 'a.md'], /^zhangfa documents: 没有选项“-x” \/ no such option\n/],
    [['suggest', '--section'], /^zhangfa suggest: --section 后面要写值 \/ needs a value\n/],
    [['lsp', 'a.md'], /^zhangfa lsp: 不认识的参数 \/ unknown argument: a\.md\n/],
    [['mcp', '--port', '1'], /^zhangfa mcp: 没有选项“--port” \/ no such option\n/],
    [
      ['check', '--format', 'xml', 'a.md'],
      /^zhangfa check: --format 应为 \/ should be: text \| json \| sarif（xml）\n/,
    ],
    [
      ['check', '--fail-on', 'loud', 'a.md'],
      /^zhangfa check: --fail-on 应为 \/ should be: error \| warning \| information \| hint \| none（loud）\n/,
    ],
    [
      ['check', '--minutes', 'three', 'a.md'],
      /^zhangfa check: --minutes 应在 0 到 120 之间 \/ out of range（three）\n/,
    ],
    [['check', '--rate', '5', 'a.md'], /^zhangfa check: --rate 应在 60 到 400 之间 \/ out of range（5）\n/],
    [['check', '--lang', 'de', 'a.md'], /^zhangfa check: --lang 应为 \/ should be: zh \| en（de）\n/],
    [
      ['check', '--minutes', '', 'a.md'],
      /^zhangfa check: --minutes 应在 0 到 120 之间 \/ out of range（）\n/,
    ],
    [
      ['check', '--rate', '0x78', 'a.md'],
      /^zhangfa check: --rate 应在 60 到 400 之间 \/ out of range（0x78）\n/,
    ],
    [['check', '--format'], /^zhangfa check: --format 后面要写值 \/ needs a value\n/],
    [['check', '--format', '--all', 'a.md'], /^zhangfa check: --format 后面要写值 \/ needs a value\n/],
    [
      ['check', '--framework', 'nonsense', 'a.md'],
      /^zhangfa check: --framework: 没有框架“nonsense” \/ no such framework（.*public-doubt.*）\n/,
    ],
  ] as const) {
    test(
      `zhangfa ${args.join(' ')} ends with 2, and the mistake is told on standard error`,
      inFolder({ 'a.md': DRAFT }, async (terminal) => {
        const { status, stdout, stderr } = await terminal.run(args);
        assert.deepEqual([status, stdout], [2, '']);
        assert.match(stderr, message);
        assert.ok(!stderr.includes('    at '), 'no stack');
      }),
    );
  }
});
