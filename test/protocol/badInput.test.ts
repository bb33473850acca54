import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { ReportRequest } from '../../server/src/lsp/protocol';
import { DRAFT, DRAFT_CODES, OWN_RUBRICS } from './fixtures';
import { type TestServer, withServer } from './harness';
import { codes, saying, withCode } from './said';

const NAME = 'leak.md';
const EVERYTHING = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };

/** Asks for everything there is for a document, and sees that the file and its folder are as before. */
async function askEverything(server: TestServer, text: string): Promise<void> {
  const uri = server.root.uri(NAME);
  await server.symbols(uri);
  await server.lenses(uri);
  await server.hover(uri, { line: 0, character: 0 });
  await server.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri } });
  await server.connection.sendRequest(ReportRequest, { uri });
  await server.actions(uri, EVERYTHING);
  await server.settled();
  assert.equal(server.root.read(NAME), Buffer.from(text).toString(), 'the file is as it was');
  assert.deepEqual(readdirSync(server.root.path).sort(), ['.zhangfa', NAME]);
}

function withDraft(
  text: string,
  body: (server: TestServer, said: Awaited<ReturnType<TestServer['open']>>) => Promise<void> | void,
): () => Promise<void> {
  return withServer(
    { files: { ...OWN_RUBRICS, [NAME]: text }, initializationOptions: { commands: true } },
    async (server) => {
      const said = await server.open(server.root.uri(NAME), text);
      await body(server, said);
      await askEverything(server, text);
    },
  );
}

suite('Protocol: drafts that are not as they should be', () => {
  const frontMatters: readonly (readonly [string, string, string, RegExp])[] = [
    [
      'that is no YAML',
      DRAFT.replace('framework: neighbours', 'framework: neighbours\nkind: 甲: 乙'),
      '甲: 乙',
      /^文首信息（front matter）不是有效的 YAML：.+。其余内容照常检查。$/,
    ],
    [
      'that is never closed',
      DRAFT.replace('neighbours\n---', 'neighbours'),
      '---',
      /^文首信息（front matter）没有结束的 --- 行，按没有文首信息处理。$/,
    ],
    [
      'with a time that is none',
      DRAFT.replace('framework: neighbours', 'framework: neighbours\nminutes: 三分钟'),
      '三分钟',
      /^minutes 的值不对：.*minutes 是 0 到 120 之间的分钟数。$/,
    ],
    [
      'with a framework that is a list',
      DRAFT.replace('neighbours', '[neighbours]'),
      '[neighbours]',
      /^framework 的值不对：/,
    ],
    [
      'with an unknown framework',
      DRAFT.replace('neighbours', 'nonsense'),
      'nonsense',
      /^没有名为“nonsense”的框架，暂按“.+”检查。可用的有：.*、neighbours、.*。$/,
    ],
  ];
  for (const [name, text, at, message] of frontMatters) {
    test(`front matter ${name} is told where it stands, and the rest is checked`, async () => {
      // Without a closing line there is no question; the draft is known by its label instead.
      const draft = at === '---' ? text.replace('## 一', '题目：楼上漏水怎么办？\n\n## 一') : text;
      await withDraft(draft, (server, { diagnostics }) => {
        const found = withCode(diagnostics, 'draft.front-matter');
        assert.match(saying([found])[0] ?? '', message);
        assert.deepEqual(found.range.start.line, server.rangeOf(server.root.uri(NAME), at).start.line);
        assert.ok(codes(diagnostics).includes('wording.taboo'));
      })();
    });
  }

  test(
    'front matter that is a list makes no draft',
    withDraft(DRAFT.replace(/question: /, '- ').replace(/framework: /, '- '), (_, { diagnostics }) =>
      assert.deepEqual(diagnostics, []),
    ),
  );

  test(
    'an empty file is no draft',
    withDraft('', (_, { diagnostics }) => assert.deepEqual(diagnostics, [])),
  );

  test(
    'an empty file that is to be checked is told what it needs',
    withServer(
      { files: OWN_RUBRICS, configuration: { checkAllMarkdown: true, framework: 'neighbours' } },
      async (server) => {
        for (const text of ['', '\n', '\uFEFF', ' \r\n\t']) {
          const { diagnostics } = await server.open(server.root.uri(NAME), text);
          assert.deepEqual(saying(diagnostics), ['还没有作答内容。这类题的环节依次是：倾听、调解、回访。']);
          await server.close(server.root.uri(NAME));
        }
      },
    ),
  );

  for (const [name, text] of [
    ['zeros', '\0\0\0\0'],
    ['control characters', Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code)).join('')],
    [
      'what a binary file looks like when it is forced into text',
      '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\u0001\uFFFD\uFFFD\uFFFE\uFFFF',
    ],
    ['noncharacters and private ones', '\uFFFE\uFFFF\uE000\u{10FFFF}'],
    ['half characters only', '\uD83D\uDC4D\uDC4D\uD83D\uD83D'],
    ['marks of direction and width', '\u200b\u200d\u202e\u2066\ufe0f\u3000'],
    ['nothing but markup', '#'.repeat(5000) + '>'.repeat(5000) + '['.repeat(2000) + '`'.repeat(2000)],
    [
      'nested quotes and lists',
      Array.from({ length: 200 }, (_, depth) => `${'> '.repeat(depth)}${'  '.repeat(depth)}- 一\n`).join(''),
    ],
  ] as const) {
    test(
      `a draft of ${name} is read, and the server goes on`,
      withServer({ files: OWN_RUBRICS, configuration: { checkAllMarkdown: true } }, async (server) => {
        const uri = server.root.uri(NAME);
        await server.open(uri, text);
        await server.change(uri, { text: `${DRAFT}\n${text}\n` });
        await server.symbols(uri);
        await server.actions(uri, EVERYTHING);
        const { diagnostics } = await server.change(uri, { text: DRAFT });
        assert.deepEqual(codes(diagnostics), DRAFT_CODES);
      }),
    );
  }

  test(
    'half a character in a draft does not hide what is found around it',
    withDraft(DRAFT.replace('少来敲门', '\uD83D少来敲门\uDE00'), (server, { diagnostics }) => {
      assert.deepEqual(
        withCode(diagnostics, 'wording.taboo').range,
        server.rangeOf(server.root.uri(NAME), '少来敲门'),
      );
    }),
  );

  test(
    'a draft in CRLF has the findings of one in LF, at the same lines and columns',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const { diagnostics } = await server.open(server.root.uri('a.md'), DRAFT);
      const other = await server.open(server.root.uri('b.md'), DRAFT.replaceAll('\n', '\r\n'));
      const place = ({ code, range }: (typeof diagnostics)[number]): unknown => [code, range];
      assert.deepEqual(other.diagnostics.map(place), diagnostics.map(place));
    }),
  );

  test('a draft of 2 MB is checked, answered about and edited', async () => {
    const [head = '', body = ''] = DRAFT.split(/(?<=---\n\n)/);
    const text = head + `${body}\n`.repeat(Math.ceil(2_000_000 / Buffer.byteLength(body)));
    assert.ok(Buffer.byteLength(text) > 2_000_000);
    await withDraft(text, async (server, { diagnostics }) => {
      assert.ok(codes(diagnostics).includes('wording.taboo'));
      const uri = server.root.uri(NAME);
      const edited = await server.replace(uri, '少来敲门', '您慢慢说');
      const taboos = (found: readonly { code?: unknown }[]): number =>
        found.filter(({ code }) => code === 'wording.taboo').length;
      assert.equal(taboos(edited.diagnostics), taboos(diagnostics) - 1);
    })();
  }).timeout(120_000);

  test('a draft of one line of 300 000 characters is checked', async () => {
    const text = DRAFT.replace('我对他说', '，他说他累'.repeat(60_000) + '，我对他说');
    await withDraft(text, (server, { diagnostics }) => {
      assert.deepEqual(
        withCode(diagnostics, 'wording.taboo').range,
        server.rangeOf(server.root.uri(NAME), '少来敲门'),
      );
    })();
  }).timeout(60_000);
});
