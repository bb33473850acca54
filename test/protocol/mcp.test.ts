import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { VERSION } from '../../server/src/version';
import { inFolder, Terminal } from './cliProcess';
import { DRAFT, DRAFT_CODES, GB18030, OWN_RUBRICS } from './fixtures';
import { Agent, withAgent } from './mcpAgent';
import { TempFolder } from './tempFolder';

/** What `zhangfa_check` gives programs. */
interface Checked {
  readonly version: number;
  readonly path: string;
  readonly framework: { readonly id: string };
  readonly sections: readonly { readonly id: string; readonly status: string }[];
  readonly findings: readonly { readonly code: string }[];
}

/** What `zhangfa_suggest` gives programs. */
interface Suggested {
  readonly suggestions: readonly {
    readonly text: string;
    readonly origin: string;
    readonly places: readonly {
      readonly path: string;
      readonly range: { readonly start: { line: number } };
    }[];
  }[];
  readonly documents: readonly string[];
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

const DOCUMENT = '接待群众要先请坐、倒水，再听他说。\n成立调查小组，核实群众反映的问题。\n';
const FILES = { ...OWN_RUBRICS, 'leak.md': DRAFT };

suite('Model Context Protocol', () => {
  test('the server introduces itself and its two tools, which only read', async () => {
    const terminal = new Terminal({});
    const agent = new Agent(terminal.start(['mcp']), terminal.folder);
    const { serverInfo, capabilities, instructions } = (await agent.initialize()) as {
      serverInfo: { name: string; version: string };
      capabilities: object;
      instructions: string;
    };
    assert.deepEqual([serverInfo.name, serverInfo.version], ['zhangfa', VERSION]);
    assert.deepEqual(Object.keys(capabilities), ['tools']);
    assert.match(instructions, /zhangfa_check.*zhangfa_suggest/s);
    const { result } = await agent.ask('tools/list');
    const { tools } = result as {
      tools: {
        name: string;
        description: string;
        inputSchema: { properties: object; required?: string[]; additionalProperties: boolean };
        annotations: { readOnlyHint: boolean; openWorldHint: boolean };
      }[];
    };
    assert.deepEqual(
      tools.map(({ name, inputSchema: { properties, required = [] } }) => [
        name,
        Object.keys(properties),
        required,
      ]),
      [
        ['zhangfa_check', ['text', 'path', 'framework', 'minutes', 'rate'], []],
        ['zhangfa_suggest', ['section', 'words', 'documents', 'limit'], ['section']],
      ],
    );
    for (const { description, annotations, inputSchema } of tools) {
      assert.match(description, /[\u4e00-\u9fff].* \/ [A-Z]/);
      assert.deepEqual([annotations.readOnlyHint, annotations.openWorldHint], [true, false]);
      assert.equal(inputSchema.additionalProperties, false);
    }
    await agent.end();
    assert.equal(agent.stderr, '');
    terminal.folder.remove();
  });

  test(
    'a draft given by path or as text is checked: a report for reading, and the result without what editors need',
    withAgent(FILES, [], async (agent) => {
      for (const args of [{ path: 'leak.md' }, { text: DRAFT }]) {
        const { failed, texts } = await agent.call('zhangfa_check', args);
        assert.ok(!failed, texts.join());
        const [report, json] = texts as [string, string];
        assert.match(
          report,
          /^# 章法 · 检查报告 · (?:leak\\?\.md|草稿)\n\n\*\*3 个环节中 1 个完整；缺：回访；薄弱：调解\*\*/,
        );
        const result = JSON.parse(json) as Checked;
        assert.deepEqual([result.version, result.framework.id], [1, 'neighbours']);
        assert.equal(result.path, 'path' in args ? 'leak.md' : '-');
        assert.deepEqual(
          result.findings.map(({ code }) => code),
          DRAFT_CODES,
        );
        assert.deepEqual(
          result.sections.map(({ id, status }) => [id, status]),
          [
            ['listen', 'full'],
            ['mediate', 'weak'],
            ['revisit', 'absent'],
          ],
        );
        assert.ok(!json.includes('"sentences"') && !json.includes('"ranges"'));
      }
      const timed = JSON.parse(
        (await agent.call('zhangfa_check', { path: 'leak.md', minutes: 0.2 })).texts[1] ?? '',
      ) as Checked;
      assert.ok(timed.findings.some(({ code }) => code === 'length.over'));
    }),
  );

  test(
    'rubrics edited between two calls are used',
    withAgent(FILES, ['--lang', 'en'], async (agent) => {
      assert.match(
        (await agent.call('zhangfa_check', { path: 'leak.md' })).texts[0] ?? '',
        /missing: Revisit/,
      );
      const rubric = agent.folder.read('.zhangfa/rubrics/neighbours.yaml');
      agent.folder.write('.zhangfa/rubrics/neighbours.yaml', rubric.replace('Revisit', 'Look again'));
      assert.match(
        (await agent.call('zhangfa_check', { path: 'leak.md' })).texts[0] ?? '',
        /missing: Look again/,
      );
    }),
  );

  test(
    'phrases come with their sources; a document changed between two calls is read again',
    withAgent({ 'documents/a.txt': DOCUMENT }, [], async (agent) => {
      const ask = async (args: object): Promise<Suggested> => {
        const { failed, texts } = await agent.call('zhangfa_suggest', args);
        assert.ok(!failed, texts.join());
        assert.match(texts[0] ?? '', /^群众质疑工作 \/ 行动 {2}\d+ 条/);
        return JSON.parse(texts[1] ?? '') as Suggested;
      };
      const section = 'public-doubt/action';
      const { suggestions, documents } = await ask({ section, words: '成立调查小组' });
      assert.deepEqual(documents, ['documents/a.txt']);
      const [first] = suggestions;
      assert.equal(first?.origin, 'documents');
      assert.match(first.text, /成立调查小组/);
      assert.deepEqual(
        first.places.map(({ path, range }) => [path, range.start.line]),
        [['documents/a.txt', 1]],
      );
      agent.folder.write('documents/a.txt', `资料汇编\n\n${DOCUMENT}`);
      const again = await ask({ section, words: '成立调查小组' });
      assert.equal(again.suggestions[0]?.places[0]?.range.start.line, 3);
      const bank = await ask({ section, documents: [], limit: 3 });
      assert.equal(bank.suggestions.length, 3);
      assert.ok(bank.suggestions.every(({ origin }) => origin !== 'documents'));
      const none = await agent.call('zhangfa_suggest', { section, words: '龘龘' });
      assert.match(none.texts[0] ?? '', /没有含“龘龘”的表述；换个词，或者不按词找。/);
    }),
  );

  test(
    'a document that cannot be read is named, and the rest is there',
    withAgent({ 'documents/a.txt': DOCUMENT, 'documents/b.pdf': 'not a pdf' }, [], async (agent) => {
      const { texts } = await agent.call('zhangfa_suggest', { section: 'public-doubt/action' });
      const { documents, problems } = JSON.parse(texts[1] ?? '') as Suggested;
      assert.deepEqual(documents, ['documents/a.txt']);
      assert.deepEqual(
        problems.map(({ path }) => path),
        ['documents/b.pdf'],
      );
      assert.match(texts[0] ?? '', /\n- documents\/b\.pdf: .*[\u4e00-\u9fff]/);
    }),
  );

  test(
    'arguments that are wrong are answered with what is wrong',
    withAgent({ 'gbk.md': GB18030, 'folder/a.md': DRAFT }, [], async (agent) => {
      const cases: readonly (readonly [string, object, RegExp])[] = [
        ['zhangfa_check', {}, /^text 和 path 要给一个，也只给一个 \/ give either text or path$/],
        ['zhangfa_check', { text: 'a', path: 'b' }, /要给一个，也只给一个/],
        ['zhangfa_check', { path: 'none.md' }, /^没有“none\.md” \/ no such file/],
        ['zhangfa_check', { path: 'folder' }, /^folder：不是文件/],
        ['zhangfa_check', { path: 'gbk.md' }, /^gbk\.md：不是 UTF-8/],
        ['zhangfa_check', { text: 3 }, /text 应为文字 \/ should be text at text/],
        ['zhangfa_check', { text: '', minutes: 500 }, /应在 0 到 120 之间 .* at minutes/],
        ['zhangfa_check', { text: '', minute: 3 }, /没有参数 \/ no such argument: minute/],
        ['zhangfa_check', { text: '', framework: 'none' }, /^没有框架“none”.*public-doubt/],
        ['zhangfa_suggest', {}, /请写明环节，如 public-doubt\/action/],
        [
          'zhangfa_suggest',
          { section: 'none' },
          /^没有“none”.*\n.*absent-colleague\/[^]*public-doubt\/action/,
        ],
        [
          'zhangfa_suggest',
          { section: 'public-doubt/none' },
          /^没有“public-doubt\/none”.*\n {2}public-doubt\/attitude/,
        ],
        ['zhangfa_suggest', { section: 'public-doubt/action', limit: 2.5 }, /应为整数/],
        ['zhangfa_suggest', { section: 'public-doubt/action', documents: 'a' }, /应为路径的列表/],
        ['zhangfa_none', {}, /zhangfa_none not found/],
      ];
      for (const [name, args, message] of cases) assert.match(await agent.fail(name, args), message);
    }),
  );

  test('nothing outside the folder is read, however it is named; what the writer named himself is', async () => {
    const outside = new TempFolder({ 'a.txt': DOCUMENT, 'secret.md': DRAFT });
    const secret = join(outside.path, 'secret.md');
    const test = withAgent({}, ['--documents', join(outside.path, 'a.txt')], async (agent) => {
      symlinkSync(outside.path, join(agent.folder.path, 'link'));
      symlinkSync(secret, join(agent.folder.path, 'link.md'));
      const section = 'public-doubt/action';
      for (const path of [
        secret,
        join('..', basename(outside.path), 'secret.md'),
        'link/secret.md',
        'link.md',
      ]) {
        const refused = /不在 .* 里，不能读 \/ outside the folder/;
        assert.match(await agent.fail('zhangfa_check', { path }), refused);
        assert.match(await agent.fail('zhangfa_suggest', { section, documents: [path] }), refused);
      }
      const { texts } = await agent.call('zhangfa_suggest', { section });
      assert.equal((JSON.parse(texts[1] ?? '') as Suggested).documents.length, 1);
    });
    await test().finally(() => outside.remove());
  });

  test('no link in a folder of documents leads out of it, be it named by the agent or the default one', async () => {
    const outside = new TempFolder({ 'a.txt': DOCUMENT, 'more/b.txt': DOCUMENT });
    const test = withAgent({ 'documents/own.txt': DOCUMENT }, [], async (agent) => {
      const { path } = agent.folder;
      symlinkSync(join(outside.path, 'a.txt'), join(path, 'documents', 'a.txt'));
      symlinkSync(join(outside.path, 'more'), join(path, 'documents', 'more'));
      symlinkSync('own.txt', join(path, 'documents', 'same.txt'));
      const section = 'public-doubt/action';
      for (const documents of [undefined, ['documents'], ['.']]) {
        const { texts } = await agent.call('zhangfa_suggest', {
          section,
          ...(documents ? { documents } : {}),
        });
        const said = JSON.parse(texts[1] ?? '') as Suggested;
        assert.deepEqual(said.documents, [join('documents', 'own.txt')]);
        for (const name of ['a.txt', 'more'])
          assert.ok(texts[0]?.includes(`- ${join('documents', name)}: 链接通向文件夹以外，没有读`), texts[0]);
      }
    });
    await test().finally(() => outside.remove());
  });

  test(
    '--folder is where paths begin',
    withAgent({ 'drafts/a.md': DRAFT }, ['--folder', 'drafts'], async (agent) => {
      assert.ok(!(await agent.call('zhangfa_check', { path: 'a.md' })).failed);
      assert.match(await agent.fail('zhangfa_check', { path: 'drafts/a.md' }), /no such file/);
    }),
  );

  test(
    'what is no message is said on standard error, and the next message is answered',
    withAgent({}, [], async (agent) => {
      agent.send('{"jsonrpc": nonsense');
      assert.deepEqual((await agent.ask('ping')).result, {});
      assert.equal((await agent.ask('none/such')).error?.code, -32601);
      await agent.end();
      assert.match(agent.stderr, /^zhangfa mcp: /);
    }),
  );

  for (const [args, message] of [
    [['--folder', 'none'], /^zhangfa mcp: --folder: 没有文件夹“none” \/ no such folder/],
    [['--lang', 'fr'], /^zhangfa mcp: --lang 应为/],
    [['extra'], /^zhangfa mcp: .*extra/],
  ] as const)
    test(
      `zhangfa mcp ${args.join(' ')} says what is wrong and ends`,
      inFolder({}, async (terminal) => {
        const { status, stdout, stderr } = await terminal.run(['mcp', ...args]);
        assert.deepEqual([status, stdout], [2, '']);
        assert.match(stderr, message);
      }),
    );
});
