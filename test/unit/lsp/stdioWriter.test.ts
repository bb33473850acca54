import assert from 'node:assert/strict';
import { PassThrough, Writable } from 'node:stream';
import type { Message } from 'vscode-languageserver';
import { StdioWriter } from '../../../server/src/lsp/stdioWriter';

const message = (method: string, params: unknown): Message => ({ jsonrpc: '2.0', method, params }) as Message;
const diagnostic = (line: number): object => ({
  range: { start: { line, character: 0 }, end: { line, character: 2 } },
  message: '这是套话。',
});

/** What a message is on the wire. */
function wire(sent: Message): string {
  const text = JSON.stringify(sent);
  return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

suite('StdioWriter', () => {
  test('messages come in order, each with its length in bytes', async () => {
    const stream = new PassThrough();
    const writer = new StdioWriter(stream);
    const messages = [
      message('window/logMessage', { type: 3, message: '您好' }),
      message('textDocument/publishDiagnostics', {
        uri: 'file:///a.md',
        version: 1,
        diagnostics: [diagnostic(1), diagnostic(2)],
      }),
      message('textDocument/publishDiagnostics', {
        uri: 'file:///a.md',
        version: 2,
        diagnostics: [diagnostic(2), diagnostic(3)],
      }),
      message('textDocument/publishDiagnostics', { uri: 'file:///a.md', diagnostics: [] }),
      message('window/logMessage', { type: 3, message: '𠮷\ud842' }),
    ];
    await Promise.all(messages.map((one) => writer.write(one)));
    assert.equal((stream.read() as Buffer).toString('utf8'), messages.map(wire).join(''));
  });

  const few = [1, 2, 3].map(diagnostic);
  const many = Array.from({ length: 100 }, (_, line) => diagnostic(line));
  const lists: readonly (readonly [string, readonly object[]])[] = [
    ['few', few],
    ['many', many],
    ['one more', [...many.slice(0, 50), diagnostic(500), ...many.slice(50)]],
    ['one less', many.slice(1)],
    ['few after many', few],
    ['many after few', many],
    ['none', []],
  ];

  test('lists of diagnostics, long and short, are told as JSON tells them, each in one piece, at once', () => {
    const pieces: string[] = [];
    const writer = new StdioWriter(
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          pieces.push(chunk.toString('utf8'));
          done();
        },
      }),
    );
    for (const [what, diagnostics] of lists) {
      const sent = message('textDocument/publishDiagnostics', { uri: 'file:///a.md', diagnostics });
      void writer.write(sent);
      assert.deepEqual(pieces.splice(0), [wire(sent)], what);
    }
    const other = message('textDocument/publishDiagnostics', { diagnostics: many, uri: 'file:///b.md' });
    void writer.write(other);
    assert.deepEqual(pieces, [wire(other)], 'another order of its parts');
  });

  test('who listens hears that a message could not be written', async () => {
    const stream = new Writable({
      write(_chunk, _encoding, done) {
        done(new Error('gone'));
      },
    });
    const writer = new StdioWriter(stream);
    const heard: unknown[] = [];
    writer.onError(([error, of, count]) => heard.push([error.message, of, count]));
    const closed = new Promise<void>((resolve) => writer.onClose(resolve));
    const sent = message('window/logMessage', {});
    await assert.rejects(writer.write(sent), { message: 'gone' });
    assert.deepEqual(
      heard.find((one) => Array.isArray(one) && one[2] === 1),
      ['gone', sent, 1],
    );
    await closed;
  });
});
