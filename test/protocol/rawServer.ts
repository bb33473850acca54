import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams } from 'node:child_process';
import { type Message, StreamMessageReader } from 'vscode-languageserver-protocol/node';
import { Recorder } from './recorder';
import { exitOf, spawnServer } from './serverProcess';

/** What a server sends, whatever it is. */
export interface Response extends Message {
  readonly id?: number | null;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export const INITIALIZE = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {} },
};
export const HOVER = {
  method: 'textDocument/hover',
  params: { textDocument: { uri: 'file:///a.md' }, position: { line: 0, character: 0 } },
};

/** A message with its header; a string is sent as it is. */
export function framed(message: object | string): string {
  const body = typeof message === 'string' ? message : JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** A server spoken to byte by byte. */
export class RawServer {
  readonly process: ChildProcessWithoutNullStreams = spawnServer();
  readonly messages = new Recorder<Response>();
  readonly exit = exitOf(this.process);
  #stderr = '';

  /** @param options with `deaf`, nothing is read from the server before `listen` */
  constructor({ deaf = false } = {}) {
    if (!deaf) this.listen();
    this.process.stderr.on('data', (chunk: Buffer) => (this.#stderr += chunk.toString()));
    void this.exit.then(() => this.messages.end(new Error(`the server has ended: ${this.#stderr}`)));
  }

  listen(): void {
    new StreamMessageReader(this.process.stdout).listen((message) => this.messages.add(message));
  }

  write(bytes: string | Uint8Array): void {
    this.process.stdin.write(bytes);
  }

  send(message: object): void {
    this.write(framed({ jsonrpc: '2.0', ...message }));
  }

  ask(id: number, message: object): Promise<Response> {
    const answered = this.messages.first((answer) => answer.id === id && answer.method === undefined);
    this.send({ ...message, id });
    return answered;
  }

  async end(): Promise<void> {
    await this.ask(99, { method: 'shutdown' });
    this.send({ method: 'exit' });
    assert.deepEqual({ ...(await this.exit), stderr: this.#stderr }, { code: 0, signal: null, stderr: '' });
  }
}

/** A test with such a server, which is ended in order afterwards. */
export function raw(body: (server: RawServer) => Promise<void>): () => Promise<void> {
  return async () => {
    const server = new RawServer();
    try {
      await body(server);
      await server.end();
    } finally {
      server.process.kill('SIGKILL');
      await server.exit;
    }
  };
}
