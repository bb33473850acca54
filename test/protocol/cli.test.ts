import assert from 'node:assert/strict';
import type { CheckResult } from '../../server/src/core/features/result';
import { VERSION } from '../../server/src/version';
import { inFolder } from './cliProcess';
import { DRAFT, DRAFT_CODES, OWN_RUBRICS } from './fixtures';

const FILES = { ...OWN_RUBRICS, 'leak.md': DRAFT };
const POLITE = DRAFT.replace('少来敲门', '您慢慢说');
/** Nothing but a hint and what is worth a word. */
const COMPLETE = `${POLITE.replace('【谁】', '小李')}\n## 三、回头看看\n\n半个月后我回头再去王阿姨家，看墙干了没有，问两家还有什么不放心。\n`;

const keys = (value: object | undefined): string[] => Object.keys(value ?? {}).sort();

suite('Command line: check', () => {
  test(
    'the text has the verdict, the coverage, the spoken time, what to fix first with line and column, and the rest',
    inFolder(FILES, async (terminal) => {
      const { status, stdout, stderr } = await terminal.run(['check', 'leak.md']);
      assert.equal(stderr, '');
      assert.equal(status, 1);
      const lines = stdout.split('\n');
      assert.equal(lines[0], 'leak.md  邻里调解（文首信息指定）');
      assert.match(lines[1] ?? '', /^3 个环节中 1 个完整；缺：回访；薄弱：调解 · \d+ 字 · 约 \d+ 秒$/);
      assert.deepEqual(lines.slice(3, 6), [
        '  倾听  ✓ 完整  要点 1/1',
        '  调解  ◐ 薄弱  要点 2/2',
        '  回访  ✗ 缺失  要点 0/1',
      ]);
      assert.deepEqual(lines.slice(6), [
        '',
        '先改这几处',
        '  1. 2:1    警告  缺少“回访”环节。事后要回头看。  section.missing',
        '  2. 10:14  提示  “少来敲门”：把人往外推。 → 改为“您慢慢说”  wording.taboo',
        '  3. 14:39  提示  “调解”环节还有 1 处【】没有填。  section.weak',
        '',
      ]);
    }),
  );

  test(
    'what is left over stands below, and a draft with nothing to fix is said to be ready',
    inFolder({ ...FILES, 'complete.md': COMPLETE }, async (terminal) => {
      const { status, stdout } = await terminal.run(['check', '--minutes', '10', 'complete.md']);
      assert.equal(status, 0);
      assert.match(
        stdout,
        /\n先改这几处\n {2}没有要改的，可以提交。\n\n其余提示\n {5}2:1 {4}建议 {2}按语速约 .+，不到 10 分钟.+ {2}length\.under\n$/,
      );
    }),
  );

  test(
    '--lang en speaks English',
    inFolder(FILES, async (terminal) => {
      const { stdout } = await terminal.run(['check', '--lang', 'en', 'leak.md']);
      assert.match(stdout, /^leak\.md {2}Settling a quarrel.*named in the front matter/);
      assert.match(
        stdout,
        /\n1 of 3 sections are full; missing: Revisit; weak: Mediate · \d+ characters · about \d+ s\n/,
      );
      assert.match(
        stdout,
        /2:1 {4}warning {2}Section “Revisit” is missing\. Look again later\. {2}section\.missing/,
      );
    }),
  );

  test(
    'the JSON is as documented',
    inFolder(FILES, async (terminal) => {
      const { status, stdout, stderr } = await terminal.run(['check', '--format', 'json', 'leak.md']);
      assert.deepEqual([status, stderr], [1, '']);
      const result = JSON.parse(stdout) as CheckResult;
      assert.deepEqual(keys(result), ['files', 'version']);
      assert.equal(result.version, 1);
      const [file] = result.files;
      assert(file && result.files.length === 1);
      assert.deepEqual(keys(file), [
        'findings',
        'framework',
        'length',
        'methods',
        'path',
        'questionKind',
        'questionKinds',
        'sections',
        'sentences',
      ]);
      assert.equal(file.path, 'leak.md');
      assert.deepStrictEqual(file.framework, { id: 'neighbours', chosenBy: 'front-matter', confidence: 1 });
      assert.equal(file.questionKind, 'emergency');
      assert.deepEqual(
        file.sections.map(({ id, title, status: covered }) => [id, title, covered]),
        [
          ['listen', '倾听', 'full'],
          ['mediate', '调解', 'weak'],
          ['revisit', '回访', 'absent'],
        ],
      );
      assert.deepEqual(file.sections[1]?.points, [
        { id: 'terms', title: '当面商定', covered: true, required: true },
        { id: 'repair', title: '安排维修', covered: true, required: true },
      ]);
      for (const section of file.sections)
        assert.deepEqual(keys(section), ['id', 'points', 'ranges', 'status', 'title']);
      assert.deepEqual(file.sections[1].ranges, [
        { start: { line: 13, character: 0 }, end: { line: 13, character: 56 } },
      ]);
      assert.deepEqual(file.sections[2]?.ranges, []);
      const sentence = file.sentences.find(({ range }) => range.start.line === 13);
      assert.deepStrictEqual(sentence, {
        range: { start: { line: 13, character: 0 }, end: { line: 13, character: 56 } },
        sections: ['mediate'],
      });
      assert.deepStrictEqual(file.findings[1], {
        code: 'wording.taboo',
        severity: 'information',
        range: { start: { line: 9, character: 13 }, end: { line: 9, character: 17 } },
        message: '“少来敲门”：把人往外推。',
      });
      assert.deepEqual(
        file.findings.map(({ code }) => code),
        DRAFT_CODES,
      );
      assert.deepEqual(keys(file.length), ['hanzi', 'spokenSeconds']);
      assert.equal(file.length.spokenSeconds, Math.round((file.length.hanzi / 200) * 60));
    }),
  );

  test(
    'the SARIF names the tool, the rules and every finding at its line and column',
    inFolder({ ...OWN_RUBRICS, '草稿 1.md': DRAFT }, async (terminal) => {
      const { status, stdout, stderr } = await terminal.run(['check', '--format', 'sarif', '草稿 1.md']);
      assert.deepEqual([status, stderr], [1, '']);
      const sarif = JSON.parse(stdout) as {
        version: string;
        runs: [
          {
            tool: { driver: { name: string; version: string; rules: { id: string }[] } };
            columnKind: string;
            results: { ruleId: string; level: string }[];
          },
        ];
      };
      assert.equal(sarif.version, '2.1.0');
      const [{ tool, columnKind, results }] = sarif.runs;
      assert.deepEqual(
        [tool.driver.name, tool.driver.version, columnKind],
        ['zhangfa', VERSION, 'utf16CodeUnits'],
      );
      assert.deepEqual(
        results.map(({ ruleId, level }) => [ruleId, level]),
        [
          ['section.missing', 'warning'],
          ['wording.taboo', 'note'],
          ['section.weak', 'note'],
        ],
      );
      for (const { ruleId } of results) assert.ok(tool.driver.rules.some(({ id }) => id === ruleId));
      assert.deepStrictEqual(results[1], {
        ruleId: 'wording.taboo',
        level: 'note',
        message: { text: '“少来敲门”：把人往外推。' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: '%E8%8D%89%E7%A8%BF%201.md' },
              region: { startLine: 10, startColumn: 14, endLine: 10, endColumn: 18 },
            },
          },
        ],
      });
    }),
  );

  for (const [level, text, status] of [
    ['error', DRAFT, 0],
    ['warning', DRAFT, 1],
    ['warning', COMPLETE, 0],
    ['information', COMPLETE.replace('您慢慢说', '少来敲门'), 1],
    ['warning', COMPLETE.replace('您慢慢说', '少来敲门'), 0],
    ['hint', COMPLETE.replace('framework:', 'minutes: 10\nframework:'), 1],
    ['information', COMPLETE.replace('framework:', 'minutes: 10\nframework:'), 0],
    ['none', DRAFT, 0],
  ] as const) {
    test(
      `--fail-on ${level} ends with ${status} for ${text === DRAFT ? 'a draft with a warning' : 'a draft with less'}`,
      inFolder({ ...OWN_RUBRICS, 'a.md': text }, async (terminal) => {
        for (const format of ['text', 'json', 'sarif']) {
          assert.equal(
            (await terminal.run(['check', '--format', format, '--fail-on', level, 'a.md'])).status,
            status,
            format,
          );
        }
      }),
    );
  }

  test(
    'by default only a missing section makes a check fail; front matter that names no framework does when asked to',
    inFolder(
      { ...OWN_RUBRICS, 'missing.md': DRAFT, 'named.md': COMPLETE.replace('neighbours', 'nobody') },
      async (terminal) => {
        assert.equal((await terminal.run(['check', 'missing.md'])).status, 1);
        const { status, stdout } = await terminal.run(['check', 'named.md']);
        assert.match(stdout, /提示 {2}没有名为“nobody”的框架.* {2}draft\.front-matter/);
        assert.equal(status, 0, stdout);
        assert.equal((await terminal.run(['check', '--fail-on', 'information', 'named.md'])).status, 1);
      },
    ),
  );

  test(
    '--framework is for drafts that name none; the draft goes before it',
    inFolder({ ...FILES, 'bare.md': DRAFT.replace('framework: neighbours\n', '') }, async (terminal) => {
      const { stdout } = await terminal.run([
        'check',
        '--format',
        'json',
        '--framework',
        'neighbours',
        'bare.md',
      ]);
      const [bare] = (JSON.parse(stdout) as CheckResult).files;
      assert.deepEqual([bare?.framework?.id, bare?.framework?.chosenBy], ['neighbours', 'setting']);
      const named = await terminal.run([
        'check',
        '--format',
        'json',
        '--framework',
        'public-doubt',
        'leak.md',
      ]);
      assert.equal((JSON.parse(named.stdout) as CheckResult).files[0]?.framework?.id, 'neighbours');
    }),
  );

  test(
    '--minutes and --rate decide what is too long',
    inFolder(FILES, async (terminal) => {
      const codes = async (...args: string[]): Promise<string[]> =>
        (
          JSON.parse(
            (await terminal.run(['check', '--format', 'json', ...args, 'leak.md'])).stdout,
          ) as CheckResult
        ).files[0]?.findings.map(({ code }) => code) ?? [];
      assert.ok((await codes('--minutes', '0.2')).includes('length.over'));
      assert.ok((await codes('--minutes', '5')).includes('length.under'));
      assert.ok((await codes('--minutes', '1', '--rate', '60')).includes('length.over'));
    }),
  );

  test(
    'nothing is coloured when the output is no terminal, and never with NO_COLOR or --no-color',
    inFolder({ ...FILES, 'bad.md': Buffer.from([0xff, 0xff, 0]) }, async (terminal) => {
      for (const [args, env] of [
        [[], {}],
        [[], { FORCE_COLOR: '1' }],
        [['--no-color'], {}],
        [[], { NO_COLOR: '1' }],
      ] as const) {
        const { stdout, stderr } = await terminal.run(['check', ...args, 'leak.md', 'bad.md'], '', env);
        assert.ok(!`${stdout}${stderr}`.includes('\u001b'));
      }
    }),
  );
});
