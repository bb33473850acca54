import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  type FoldingRange,
  FoldingRangeRequest,
  type MarkupContent,
  SymbolKind,
} from 'vscode-languageserver-protocol/node';
import { FULL, MINIMAL } from './clients';
import { DRAFT, OWN_RUBRICS } from './fixtures';
import { type TestServer, withServer } from './harness';

async function openDraft(server: TestServer, text = DRAFT): Promise<string> {
  const uri = server.root.uri('leak.md');
  await server.open(uri, text);
  return uri;
}

async function hovered(server: TestServer, uri: string, at: string): Promise<MarkupContent> {
  const hover = await server.hover(uri, at);
  assert(hover, `a hover at ${at}`);
  return hover.contents as MarkupContent;
}

function preferring(...contentFormat: ('markdown' | 'plaintext')[]): ClientCapabilities {
  return { ...FULL, textDocument: { ...FULL.textDocument, hover: { contentFormat } } };
}

const folding = async (server: TestServer, uri: string): Promise<FoldingRange[]> =>
  (await server.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } })) ?? [];

suite('Protocol: hover', () => {
  test(
    'the question tells the framework, who chose it, the coverage and the length',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = await openDraft(server);
      const hover = await server.hover(uri, '楼上漏水');
      assert.deepEqual(
        hover?.range,
        server.rangeOf(uri, '"楼上漏水，两家吵了起来，你是社区工作人员，怎么办？"'),
      );
      const { kind, value } = hover.contents as MarkupContent;
      assert.equal(kind, 'markdown');
      const [kinds, framework, coverage, length] = value.split('\n\n');
      assert.equal(kinds, '题型：应急应变（题目中有：吵了起来、漏水）');
      assert.match(framework ?? '', /^\*\*邻里调解\*\* — 文首信息指定/);
      assert.equal(coverage, '倾听 ✓  调解 ◐  回访 ✗');
      assert.match(length ?? '', /^\d+ 字 · 约 \d+ 秒$/);
    }),
  );

  test(
    'a heading tells what its section asks, what is found, and where that comes from',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = await openDraft(server);
      const hover = await server.hover(uri, '一、先听两家');
      assert.deepEqual(hover?.range, server.rangeOf(uri, '一、先听两家'));
      const { value } = hover.contents as MarkupContent;
      assert.match(value, /^\*\*倾听\*\* ✓ 完整\n/);
      assert.match(value, /\n考官看什么：先分别听两家说完。\n/);
      assert.match(value, /\n由 \d+ 句构成\n/);
      assert.match(value, /\n✓ 已写到：两家都听\n/);
      assert.match(value, /\n_依据：参考文档 邻里手册 第 3-9 行_\n/);
    }),
  );

  test(
    'a flagged range tells what its section lacks',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = await openDraft(server, DRAFT.replace('联系维修', '来修'));
      const { value } = await hovered(server, uri, '【谁】');
      assert.match(value, /^\*\*调解\*\* ◐ 薄弱\n/);
      assert.match(value, /✓ 已写到：当面商定/);
      assert.match(value, /✗ 还缺：安排维修/);
    }),
  );

  test(
    'one’s own text, empty lines and other documents have no hover',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = await openDraft(server);
      assert.equal(await server.hover(uri, '水印'), null);
      assert.equal(await server.hover(uri, { line: 4, character: 0 }), null);
      assert.equal(await server.hover(server.root.uri('closed.md'), { line: 0, character: 0 }), null);
    }),
  );

  for (const capabilities of [preferring('plaintext'), preferring('plaintext', 'markdown'), MINIMAL]) {
    test(
      `a client that prefers ${capabilities.textDocument?.hover?.contentFormat?.join() ?? ''} gets no markup`,
      withServer({ capabilities, files: OWN_RUBRICS }, async (server) => {
        const uri = await openDraft(server);
        for (const [at, start] of [
          ['楼上漏水', '题型：应急应变（题目中有：吵了起来、漏水）\n\n邻里调解'],
          ['一、先听两家', '倾听 ✓ 完整\n'],
          ['【谁】', '调解 ◐ 薄弱\n'],
        ] as const) {
          const { kind, value } = await hovered(server, uri, at);
          assert.equal(kind, 'plaintext');
          assert.ok(value.startsWith(start), value);
          assert.doesNotMatch(value, /\*\*|^_|_$|\\/m);
        }
        assert.match(
          (await hovered(server, uri, '一、先听两家')).value,
          /\n依据：参考文档 邻里手册 第 3-9 行\n/,
        );
      }),
    );
  }
});

suite('Protocol: symbols, folding and lenses', () => {
  test(
    'the outline has the question, then every section with its coverage',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = await openDraft(server, DRAFT.replace(/小李正在气头上.*\n\n/, ''));
      const symbols = await server.symbols(uri);
      assert.deepEqual(
        symbols.map(({ name, detail, kind }) => [name, detail, kind]),
        [
          ['题目', '', SymbolKind.Key],
          ['倾听', '✓ 完整 · 要点 1/1', SymbolKind.Module],
          ['调解', '◐ 薄弱 · 要点 2/2', SymbolKind.Module],
        ],
      );
      const [question, listen, mediate] = symbols;
      assert.deepEqual(
        question?.range,
        server.rangeOf(uri, '"楼上漏水，两家吵了起来，你是社区工作人员，怎么办？"'),
      );
      assert.deepEqual(listen?.selectionRange, server.rangeOf(uri, '一、先听两家'));
      assert.deepEqual(listen.range.end, server.rangeOf(uri, '确认没有漏。').end);
      assert.deepEqual(mediate?.range, {
        start: server.rangeOf(uri, '二、坐下来谈').start,
        end: server.rangeOf(uri, '一家一份。').end,
      });
      assert.ok(symbols.every((symbol) => symbol.children === undefined));
    }),
  );

  test(
    'each section folds from its heading to its last line; what fits on one line does not',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = await openDraft(server);
      const lines = server.document(uri).getText().split('\n');
      const found = await folding(server, uri);
      assert.deepEqual(
        found.map(({ startLine, endLine }) => [lines[startLine], lines[endLine]?.slice(0, 5)]),
        [
          ['## 一、先听两家', '当天傍晚我'],
          ['## 二、坐下来谈', '第二天上午'],
        ],
      );
      const { diagnostics } = await server.change(uri, {
        text: '---\nframework: neighbours\n---\n\n当天傍晚我分别上门。\n',
      });
      assert.ok(diagnostics.length > 0);
      assert.deepEqual(await folding(server, uri), []);
    }),
  );

  test(
    'lenses above the question show the coverage and offer what is missing',
    withServer({ files: OWN_RUBRICS, initializationOptions: { commands: true } }, async (server) => {
      const uri = await openDraft(server);
      const range = server.rangeOf(uri, 'question');
      assert.deepStrictEqual(await server.lenses(uri), [
        {
          range,
          command: {
            title: '章法 · 邻里调解　倾听 ✓  调解 ◐  回访 ✗',
            command: 'zhangfa.report',
            arguments: [uri],
          },
        },
        {
          range,
          command: { title: '插入“回访”', command: 'zhangfa.insertSection', arguments: [uri, 'revisit'] },
        },
      ]);
    }),
  );

  test(
    'a client without commands gets no lenses',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      assert.deepEqual(await server.lenses(await openDraft(server)), []);
    }),
  );

  test(
    'zhangfa.codeLens switches lenses off, and the client is asked to fetch them anew',
    withServer({ files: OWN_RUBRICS, initializationOptions: { commands: true } }, async (server) => {
      const uri = await openDraft(server);
      assert.equal((await server.lenses(uri)).length, 2);
      const refreshed = server.lensesRefreshed.next();
      await server.configure({ codeLens: false });
      await refreshed;
      assert.deepEqual(await server.lenses(uri), []);
    }),
  );
});
