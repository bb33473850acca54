import assert from 'node:assert/strict';
import fc from 'fast-check';
import { framed, HOVER, INITIALIZE, raw, RawServer } from '../protocol/rawServer';

const bytes = (...parts: (string | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

/** What is no message, or not one for this server, but leaves the next one where it can be found. */
const PASSED_OVER: readonly (readonly [string, string | Buffer])[] = [
  ['of no length', 'Content-Length: 0\r\n\r\n'],
  ['of a broken length', 'Content-Length: 2.5\r\n\r\n{}'],
  ['with its length said twice', 'Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}'],
  [
    'in another encoding',
    'Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-16\r\n\r\n{}',
  ],
  ['said to be compressed', 'Content-Length: 2\r\nContent-Encoding: gzip\r\n\r\n{}'],
  ['that is no UTF-8', bytes('Content-Length: 4\r\n\r\n', [0x22, 0xff, 0xfe, 0x22])],
  ['that is a number', framed('7')],
  ['that is a string', framed('"x"')],
  ['that is a batch', framed([{ jsonrpc: '2.0', id: 70, method: 'shutdown' }])],
  ['nested a hundred thousand deep', framed(`{"method":"a","params":${'['.repeat(1e5)}${']'.repeat(1e5)}}`)],
  ['cut off in the middle', framed('{"jsonrpc":"2.0","id":2,"method":"text')],
  [
    'for a prototype',
    framed('{"jsonrpc":"2.0","method":"__proto__","params":{"__proto__":{"polluted":true}}}'),
  ],
  ['with an object for its number', framed({ jsonrpc: '2.0', id: {}, ...HOVER })],
  ['with null for its number', framed({ jsonrpc: '2.0', id: null, ...HOVER })],
  ['with a number for its method', framed({ jsonrpc: '2.0', id: 71, method: 7 })],
  [
    'that is result and error',
    framed({ jsonrpc: '2.0', id: 72, result: 1, error: { code: 1, message: '' } }),
  ],
  ['of JSON-RPC 1', framed({ id: 73, ...HOVER })],
];

/** After these nobody can know where the next message begins; the server waits for what was announced. */
const LOST: readonly (readonly [string, string | Buffer])[] = [
  ['a length that is no number', 'Content-Length: abc\r\n\r\n'],
  ['a length below nothing', 'Content-Length: -5\r\n\r\n'],
  ['a length of three gigabytes', 'Content-Length: 3000000000\r\n\r\n{}'],
  ['a length beyond all numbers', `Content-Length: ${'9'.repeat(400)}\r\n\r\n{}`],
  ['a header without a colon', 'Content-Length 2\r\n\r\n{}'],
  ['lines that end with a line feed alone', 'Content-Length: 2\n\n{}'],
  ['a header of a megabyte', `X: ${'a'.repeat(1 << 20)}\r\n\r\n`],
  ['bytes that are nothing at all', bytes([0xff, 0xfe, 0, 1, 2], '\r\n\r\n')],
  ['half a header', 'Content-Le'],
];

suite('Fire: bytes', () => {
  for (const [name, sent] of PASSED_OVER) {
    test(
      `a message ${name} is passed over`,
      raw(async (server) => {
        await server.ask(1, INITIALIZE);
        server.write(sent);
        assert.equal((await server.ask(2, HOVER)).result, null);
      }),
    );
  }

  /** Whatever was sent, a server whose client goes away ends by itself, and says nothing on standard error. */
  async function endsWithItsClient(sent: string | Uint8Array): Promise<void> {
    const server = new RawServer();
    try {
      await server.ask(1, INITIALIZE);
      server.write(sent);
      server.process.stdin.end();
      const { code, signal } = await server.exit;
      assert.deepEqual([code, signal], [1, null]);
    } finally {
      server.process.kill('SIGKILL');
      await server.exit;
    }
  }

  for (const [name, sent] of LOST)
    test(`after ${name} the server still ends with its client`, () => endsWithItsClient(sent));

  test('after any bytes at all the server ends with its client', async function () {
    this.timeout(60_000);
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc
        .constantFrom(
          'Content-Length: ',
          '\r\n',
          '\r\n\r\n',
          '{',
          '}',
          '"method":',
          '-1',
          '7',
          ': ',
          '[',
          'null',
        )
        .map((text) => new Uint8Array(Buffer.from(text))),
      fc.json().map((text) => new Uint8Array(Buffer.from(framed(text)))),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), (pieces) =>
        endsWithItsClient(Buffer.concat(pieces)),
      ),
      { numRuns: 20, seed: 3 },
    );
  });

  test(
    'messages that arrive byte by byte, cut through their characters, are read',
    raw(async (server) => {
      await server.ask(1, INITIALIZE);
      const uri = 'file:///%E7%81%AF.md';
      const answered = server.messages.first(({ id, method }) => id === 2 && method === undefined);
      const text = '题目：路灯坏了👩‍👩‍👧\n';
      const all = Buffer.from(
        framed({
          jsonrpc: '2.0',
          method: 'textDocument/didOpen',
          params: { textDocument: { uri, languageId: 'markdown', version: 1, text } },
        }) +
          framed({
            jsonrpc: '2.0',
            id: 2,
            method: 'textDocument/documentSymbol',
            params: { textDocument: { uri } },
          }),
      );
      for (const byte of all) server.write(Uint8Array.of(byte));
      const [question] = ((await answered).result ?? []) as { range: { end: unknown } }[];
      assert.deepEqual(question?.range.end, { line: 0, character: 15 });
    }),
  );
});
