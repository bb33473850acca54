import assert from 'node:assert/strict';
import type { SuggestJson } from '../../server/src/suggest/suggestJson';
import { inFolder, type Terminal } from './cliProcess';
import { OWN_RUBRICS } from './fixtures';

const FILES = {
  '资料/甲.txt': [
    '群众质疑怎么办',
    '一、去查',
    '请两位居民代表一起看监控录像,看完当场签字。对着台账逐笔核对发放记录。',
    '对信访油子要靠稳控。明天的天气会更好一些。',
    '二、去改',
    '组织窗口人员开展一次业务培训,避免同类问题重复发生。',
  ].join('\n'),
  '资料/乙.md': '# 经验\n\n对着台账逐笔核对发放记录。\n',
};
const ACTION = ['suggest', '--section', 'public-doubt/action'];

async function suggested(terminal: Terminal, ...args: readonly string[]): Promise<SuggestJson> {
  const { status, stdout, stderr } = await terminal.run([...ACTION, '--format', 'json', ...args]);
  assert.deepEqual([status, stderr], [0, '']);
  return JSON.parse(stdout) as SuggestJson;
}

const texts = ({ suggestions }: SuggestJson): string[] => suggestions.map(({ text }) => text);

suite('Command line: suggest', () => {
  test(
    'without documents the built-in bank answers, each phrase with what it rests on',
    inFolder({}, async (terminal) => {
      const { status, stdout, stderr } = await terminal.run(ACTION);
      assert.deepEqual([status, stderr], [0, '']);
      const [title, empty, ...rows] = stdout.trimEnd().split('\n');
      assert.equal(title, '群众质疑工作 / 行动  10 条');
      assert.equal(empty, '');
      assert.equal(rows.length, 20);
      assert.match(rows[0] ?? '', /^ {3}1\. \S/);
      for (let row = 1; row < rows.length; row += 2)
        assert.match(rows[row] ?? '', /^ {6}[^ ].* · (?:口语|书面) · 内置表述 · 依据《.+》第 [\d, -]+ 行$/);
    }),
  );

  test(
    'phrases of documents come with document and line, the bank stands beside them',
    inFolder(FILES, async (terminal) => {
      const { stdout } = await terminal.run([...ACTION, '--documents', '资料', '--limit', '30']);
      assert.match(stdout, / 请两位居民代表一起看监控录像\n +\S+ · 书面 · 资料\/甲\.txt:3\n/);
      assert.match(
        stdout,
        / 对着台账逐笔核对发放记录\n +\S+ · 书面 · 资料\/(?:甲\.txt:3|乙\.md:3) 等 2 处\n/,
      );
      assert.match(stdout, /内置表述 · 依据《群众质疑我们的工作》/);
    }),
  );

  test(
    '--no-bank leaves the documents alone; nothing denied, nothing of another section',
    inFolder(FILES, async (terminal) => {
      const result = await suggested(terminal, '--documents', '资料', '--no-bank');
      assert.ok(result.suggestions.every(({ origin }) => origin === 'documents'));
      assert.ok(texts(result).includes('对着台账逐笔核对发放记录'));
      for (const word of ['信访油子', '天气', '培训']) assert.ok(!texts(result).join().includes(word), word);
    }),
  );

  test(
    'the JSON is as documented',
    inFolder(FILES, async (terminal) => {
      const result = await suggested(terminal, '--documents', '资料', '--query', '台账 核对');
      assert.deepEqual(
        { ...result, suggestions: [] },
        {
          version: 1,
          framework: 'public-doubt',
          section: 'action',
          query: '台账 核对',
          suggestions: [],
          documents: ['资料/乙.md', '资料/甲.txt'],
          problems: [],
        },
      );
      const [first] = result.suggestions;
      assert.ok(first);
      assert.deepEqual(
        [first.text, first.origin, first.register],
        ['对着台账逐笔核对发放记录', 'documents', 'written'],
      );
      const at = (path: string, line: number, from: number) => ({
        path,
        range: { start: { line, character: from }, end: { line, character: from + 12 } },
      });
      assert.deepEqual(
        [...first.places].sort((a, b) => (a.path < b.path ? -1 : 1)),
        [at('资料/乙.md', 2, 0), at('资料/甲.txt', 2, 22)],
      );
      const own = first.sections.find(({ framework }) => framework === 'public-doubt');
      assert.equal(own?.section, 'action');
      assert.ok(own.fit > 0 && own.fit <= 1);
      const bank = (await suggested(terminal)).suggestions[0];
      assert.deepEqual([bank?.origin, bank?.places], ['bank', []]);
      assert.match(bank?.restsOn?.document ?? '', /^\d{3}$/);
    }),
  );

  test(
    '--query finds words and initials; when nothing has them, that is said',
    inFolder(FILES, async (terminal) => {
      const found = texts(await suggested(terminal, '--documents', '资料', '--query', '监控录像'));
      assert.ok(found[0]?.includes('监控录像'));
      const spelt = texts(await suggested(terminal, '--documents', '资料', '--query', 'dztz'));
      assert.equal(spelt[0], '对着台账逐笔核对发放记录');
      const { status, stdout } = await terminal.run([...ACTION, '--query', '龘龘']);
      assert.equal(status, 0);
      assert.equal(stdout, '群众质疑工作 / 行动\n\n  没有含“龘龘”的表述；换个词，或者不按词找。\n');
    }),
  );

  test(
    'a point narrows the section, --limit the list',
    inFolder({}, async (terminal) => {
      const { stdout } = await terminal.run([
        'suggest',
        '--section',
        'public-doubt/action/team',
        '--limit',
        '2',
      ]);
      assert.match(stdout, /^群众质疑工作 \/ 行动 \/ 谁来查 {2}2 条\n\n {2}1\. .+\n +谁来查 · /);
    }),
  );

  test(
    'several documents after --documents, as a shell writes them out',
    inFolder(FILES, async (terminal) => {
      const { documents } = await suggested(terminal, '--documents', '资料/甲.txt', '资料/乙.md');
      assert.deepEqual(documents, ['资料/甲.txt', '资料/乙.md']);
    }),
  );

  test(
    'the writer’s own frameworks have sections too; their faults are told',
    inFolder({ ...OWN_RUBRICS, ...FILES, '.zhangfa/rubrics/bad.yaml': 'sections: 3\n' }, async (terminal) => {
      const { status, stderr } = await terminal.run(['suggest', '--section', 'nonsense/x', '--lang', 'en']);
      assert.equal(status, 2);
      assert.match(stderr, /bad\.yaml:1:/);
      assert.match(stderr, /\n {2}neighbours\/\S+ +Settling a quarrel.* \/ /);
    }),
  );

  test(
    '--lang en speaks English',
    inFolder({}, async (terminal) => {
      const { stdout } = await terminal.run([...ACTION, '--lang', 'en', '--limit', '1']);
      assert.match(stdout, /1 phrases\n\n {2}1\. .+\n.* · (?:spoken|written) · built-in phrase · rests on /);
    }),
  );

  test(
    'an unknown section ends with 2 and the list of all, an unknown point with those of the section',
    inFolder({}, async (terminal) => {
      const unknown = await terminal.run(['suggest', '--section', 'public-doubt/nothing']);
      assert.deepEqual([unknown.status, unknown.stdout], [2, '']);
      assert.match(
        unknown.stderr,
        /^zhangfa suggest: --section: 没有“public-doubt\/nothing” \/ no such section\n\n/,
      );
      assert.match(unknown.stderr, /\n {2}public-doubt\/action {2,}群众质疑工作 \/ 行动\n/);
      assert.match(unknown.stderr, /\n {2}mass-relations\/care-life {2,}处理好群众关系 \/ 关心生活\n/);
      const point = await terminal.run(['suggest', '--section', 'public-doubt/action/nothing']);
      assert.equal(point.status, 2);
      assert.match(point.stderr, /\n {2}public-doubt\/action\/team +谁来查\n/);
      assert.ok(!point.stderr.includes('mass-relations'));
      const none = await terminal.run(['suggest']);
      assert.equal(none.status, 2);
      assert.match(none.stderr, /^zhangfa suggest: --section: 请用 --section 写明环节 \/ name a section\n/);
    }),
  );

  for (const [args, message] of [
    [
      ['--no-bank'],
      /^zhangfa suggest: --no-bank 要和 --documents 一起用 \/ needs --documents\n\nzhangfa suggest /,
    ],
    [['--limit', '0'], /^zhangfa suggest: --limit 应在 1 到 200 之间 \/ out of range（0）\n/],
    [['--format', 'sarif'], /^zhangfa suggest: --format 应为 \/ should be: text \| json（sarif）\n/],
    [['stray'], /^zhangfa suggest: 不认识的参数 \/ unknown argument: stray\n/],
    [['--nonsense'], /^zhangfa suggest: .*--nonsense/],
  ] as const) {
    test(
      `zhangfa suggest ${args.join(' ')} ends with 2, and the mistake is told on standard error`,
      inFolder({}, async (terminal) => {
        const { status, stdout, stderr } = await terminal.run([...ACTION, ...args]);
        assert.deepEqual([status, stdout], [2, '']);
        assert.match(stderr, message);
      }),
    );
  }

  test(
    'when none of the documents can be read the bank still answers, with status 2',
    inFolder({}, async (terminal) => {
      const { status, stdout, stderr } = await terminal.run([...ACTION, '--documents', 'gone']);
      assert.equal(status, 2);
      assert.equal(stderr, 'gone: 没有这个文件或文件夹\n');
      assert.match(stdout, /^群众质疑工作 \/ 行动 {2}10 条\n/);
    }),
  );

  test(
    '--help explains the options with examples',
    inFolder({}, async (terminal) => {
      const { status, stdout, stderr } = await terminal.run(['suggest', '--help']);
      assert.deepEqual([status, stderr], [0, '']);
      for (const option of ['section', 'query', 'documents', 'no-bank', 'limit', 'format', 'rubrics', 'lang'])
        assert.ok(stdout.includes(`--${option}`), option);
      assert.match(stdout, /示例 examples:\n {2}zhangfa suggest --section public-doubt\/action\n/);
    }),
  );
});
