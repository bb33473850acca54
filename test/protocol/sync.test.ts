import assert from 'node:assert/strict';
import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol/node';
import { DRAFT, OWN_RUBRICS } from './fixtures';
import { type TestServer, withServer } from './harness';
import { codes } from './said';

/** The draft with characters of two units, joined emoji and combining marks around what is found. */
const WIDE = DRAFT.replace('王阿姨', '王👩‍👩‍👧阿姨').replace('我对他说：', '𠮷家的👍🏽说。e\u0301我对他说：');

/** All the server says of a document, without its name. */
async function everything(server: TestServer, uri: string): Promise<unknown> {
  const { diagnostics } = await server.diagnosticsFor(uri, server.document(uri).version);
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const said = [
    diagnostics,
    await server.symbols(uri),
    await server.lenses(uri),
    await server.actions(uri, whole),
  ];
  return JSON.parse(
    JSON.stringify(said)
      .replaceAll(uri, 'URI')
      .replace(/"version":\d+/g, '"version":0'),
  );
}

/** Compares a document brought to its text by edits with one opened with that text. */
async function assertLikeFresh(server: TestServer, uri: string): Promise<void> {
  const other = server.root.uri(`fresh-${server.diagnostics.all.length}.md`);
  await server.open(other, server.document(uri).getText());
  assert.deepEqual(await everything(server, uri), await everything(server, other));
  await server.close(other);
}

suite('Protocol: edits', () => {
  for (const [name, text] of [
    ['LF', DRAFT],
    ['CRLF', DRAFT.replaceAll('\n', '\r\n')],
    ['CR', DRAFT.replaceAll('\n', '\r')],
    ['emoji and 𠮷', WIDE],
    ['emoji, 𠮷 and CRLF', WIDE.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${DRAFT}`],
  ] as const) {
    test(
      `typing a draft with ${name} sentence by sentence says the same as opening it`,
      withServer({ files: OWN_RUBRICS, initializationOptions: { commands: true } }, async (server) => {
        const uri = server.root.uri('leak.md');
        await server.open(uri, '');
        for (const piece of text.match(/[^。\r\n]*(?:。|\r\n|\r|\n|$)/g) ?? []) {
          const end = server.document(uri).positionAt(Infinity);
          await server.change(uri, { range: { start: end, end }, text: piece });
        }
        assert.equal(server.document(uri).getText(), text);
        await assertLikeFresh(server, uri);
      }),
    );
  }

  test(
    'the place of a finding behind characters of two units is counted in UTF-16',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      const { diagnostics } = await server.open(uri, WIDE);
      const found = diagnostics.find(({ code }) => code === 'wording.taboo');
      assert.deepEqual(found?.range, server.rangeOf(uri, '少来敲门'));
    }),
  );

  test(
    'edits before, in and behind characters of two units move findings as they should',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      await server.open(uri, WIDE);
      const edits = [
        ['𠮷家', '𠮷𠮷家'],
        ['👍🏽', ''],
        ['👩‍👩‍👧', '👨‍👩‍👧‍👦👍'],
        ['e\u0301', '\r\n\r\n'],
        ['说。', '🀄。'],
        ['---\n\n', '---\n\n\n🀄\n\n'],
      ] as const;
      for (const [old, text] of edits) {
        await server.replace(uri, old, text);
        await assertLikeFresh(server, uri);
      }
    }),
  );

  test(
    'an edit that halves a character leaves a lone surrogate and a server that goes on',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      await server.open(uri, WIDE);
      const { start } = server.rangeOf(uri, '𠮷');
      const middle: Position = { line: start.line, character: start.character + 1 };
      await server.change(uri, { range: { start, end: middle }, text: '' });
      await assertLikeFresh(server, uri);
      await server.change(uri, { range: { start, end: middle }, text: '𠮷' });
      await assertLikeFresh(server, uri);
    }),
  );

  test(
    'several edits in one message are applied one after the other, whole texts among them',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      await server.open(uri, '# 别的\n');
      const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      await server.change(
        uri,
        { text: DRAFT },
        { range: top, text: '' },
        { text: WIDE },
        { range: { start: { line: 9, character: 0 }, end: { line: 10, character: 0 } }, text: '' },
      );
      await assertLikeFresh(server, uri);
    }),
  );

  test(
    'places outside the document and ranges the wrong way round count as the nearest there are',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      await server.open(uri, DRAFT);
      const { start, end } = server.rangeOf(uri, '少来敲门');
      const odd: TextDocumentContentChangeEvent[] = [
        { range: { start: end, end: start }, text: '您慢慢说' },
        {
          range: { start: { line: 999, character: 999 }, end: { line: 1e9, character: 1e9 } },
          text: '\n\n再说一句。\n',
        },
        { range: { start: { line: 0, character: 99 }, end: { line: 0, character: 999 } }, text: ' ' },
      ];
      for (const change of odd) {
        await server.change(uri, change);
        await assertLikeFresh(server, uri);
      }
      assert.equal(await server.hover(uri, { line: 999, character: 999 }), null);
      assert.deepEqual(
        await server.actions(uri, { start: { line: 900, character: 0 }, end: { line: 999, character: 0 } }),
        [],
      );
    }),
  );

  test(
    'emptying a draft and filling it again',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      const first = await server.open(uri, DRAFT);
      const all = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
      assert.deepEqual(codes((await server.change(uri, { range: all, text: '' })).diagnostics), []);
      assert.deepEqual(
        (await server.change(uri, { range: all, text: DRAFT })).diagnostics,
        first.diagnostics,
      );
    }),
  );

  test(
    'two hundred edits at chance places leave what opening the text gives',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('leak.md');
      await server.open(uri, WIDE);
      const pieces = [
        '',
        '。',
        '\n',
        '\r\n',
        '\n\n',
        '## 二、坐下来谈\n',
        '少来敲门',
        '🀄',
        '---\n',
        '> ',
        '- ',
        '<!-- zhangfa-disable -->',
        '【谁】',
        '\ud83d',
        '```\n',
      ];
      // A fixed sequence, so that a failure can be seen again.
      let state = 20240607;
      const random = (below: number): number => {
        state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
        return Math.floor((state / 0x80000000) * below);
      };
      for (let count = 1; count <= 200; count++) {
        const document = server.document(uri);
        const from = random(document.getText().length + 1);
        const range = { start: document.positionAt(from), end: document.positionAt(from + random(12)) };
        await server.send(uri, [{ range, text: pieces[random(pieces.length)] ?? '' }]);
        if (count % 20 === 0) await assertLikeFresh(server, uri);
      }
    }),
  );
});
