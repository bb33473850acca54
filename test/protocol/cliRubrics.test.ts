import assert from 'node:assert/strict';
import { checked, inFolder } from './cliProcess';
import { DRAFT, FRAMEWORK, GB18030, OWN_RUBRICS, WORDING } from './fixtures';

suite('Command line: own rubrics', () => {
  const BROKEN = FRAMEWORK.replace('kinds: [interpersonal]', 'kinds: [Inter Personal]').replace(
    'id: neighbours',
    'id: broken',
  );

  test(
    'a fault is told on standard error with file, line and column, and the rest is checked',
    inFolder({ ...OWN_RUBRICS, '.zhangfa/rubrics/坏 1.yaml': BROKEN, 'leak.md': DRAFT }, async (terminal) => {
      const { paths, status, stderr, files } = await checked(terminal, ['leak.md']);
      const line = BROKEN.split('\n').findIndex((text) => text.startsWith('kinds:')) + 1;
      assert.deepEqual([paths, status], [['leak.md'], 0]);
      assert.equal(files[0]?.framework?.id, 'neighbours');
      assert.match(
        stderr,
        new RegExp(
          `^${terminal.folder.path}/\\.zhangfa/rubrics/坏 1\\.yaml:${line}:9: kinds\\[0\\] 不符合格式：.+\\n$`,
        ),
      );
    }),
  );

  test(
    'a syntax error is told in the language asked for',
    inFolder({ '.zhangfa/rubrics/a.yaml': 'id: [a\nsections: {', 'leak.md': DRAFT }, async (terminal) => {
      const { stderr } = await terminal.run(['check', '--lang', 'en', 'leak.md']);
      assert.match(stderr, /\.zhangfa\/rubrics\/a\.yaml:\d+:\d+: YAML syntax error: ./);
    }),
  );

  test(
    '--rubrics names files and folders, and may be repeated',
    inFolder({ 'r/neighbours.yaml': FRAMEWORK, 'w.yaml': WORDING, 'leak.md': DRAFT }, async (terminal) => {
      const { files, stderr } = await checked(terminal, [
        '--rubrics',
        'r',
        '--rubrics',
        `${terminal.folder.path}/w.yaml`,
        'leak.md',
      ]);
      assert.equal(stderr, '');
      assert.deepEqual(
        files[0]?.findings.map(({ code }) => code),
        ['section.missing', 'wording.taboo', 'section.weak'],
      );
    }),
  );

  test(
    'a place that is not there and a file that cannot be read are told, and the end is 2',
    inFolder({ ...OWN_RUBRICS, 'bad/国 标.yaml': GB18030, 'leak.md': DRAFT }, async (terminal) => {
      const { paths, status, stderr } = await checked(terminal, [
        '--rubrics',
        'nowhere',
        '--rubrics',
        'bad',
        'leak.md',
      ]);
      assert.deepEqual([paths, status], [['leak.md'], 2]);
      assert.match(
        stderr,
        new RegExp(
          `^框架文件没有读取：${terminal.folder.path}/bad/国 标\\.yaml（不是 UTF-8 文本（可能是 GB18030），请另存为 UTF-8）。$`,
          'm',
        ),
      );
      assert.match(stderr, /^--rubrics：“nowhere”没有找到任何 YAML 文件；内置框架照常可用。$/m);
    }),
  );
});
