import assert from 'node:assert/strict';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Terminal } from './cliProcess';
import type { Files, TempFolder } from './tempFolder';

export interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

interface ToolResult {
  readonly isError?: boolean;
  readonly content: readonly { readonly type: string; readonly text: string }[];
}

/** A client as bare as the protocol allows, so that what is on the wire is what is tested. */
export class Agent {
  readonly #answers: AsyncIterator<string>;
  readonly #exit: Promise<unknown[]>;
  stderr = '';
  #id = 0;

  constructor(
    readonly child: ChildProcessWithoutNullStreams,
    readonly folder: TempFolder,
  ) {
    this.#answers = createInterface(child.stdout)[Symbol.asyncIterator]();
    this.#exit = once(child, 'close');
    child.stderr.on('data', (chunk: Buffer) => (this.stderr += chunk.toString()));
  }

  send(message: object | string): void {
    this.child.stdin.write(`${typeof message === 'string' ? message : JSON.stringify(message)}\n`);
  }

  async next(): Promise<Answer> {
    const line = await this.#answers.next();
    assert.ok(line.done !== true, `the server has ended: ${this.stderr}`);
    return JSON.parse(line.value) as Answer;
  }

  async ask(method: string, params: object = {}): Promise<Answer> {
    const id = ++this.#id;
    this.send({ jsonrpc: '2.0', id, method, params });
    const answer = await this.next();
    assert.equal(answer.id, id);
    return answer;
  }

  async initialize(): Promise<unknown> {
    const clientInfo = { name: 'test', version: '1' };
    const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo };
    const { result } = await this.ask('initialize', params);
    this.send({ jsonrpc: '2.0', method: 'notifications/initialized' });
    return result;
  }

  /** Calls a tool. @returns its texts */
  async call(
    name: string,
    args: object,
  ): Promise<{ readonly failed: boolean; readonly texts: readonly string[] }> {
    const { result, error } = await this.ask('tools/call', { name, arguments: args });
    assert.equal(error, undefined);
    const { isError = false, content } = result as ToolResult;
    assert.ok(content.every(({ type }) => type === 'text'));
    return { failed: isError, texts: content.map(({ text }) => text) };
  }

  /** Calls a tool that has to fail. @returns why */
  async fail(name: string, args: object): Promise<string> {
    const { failed, texts } = await this.call(name, args);
    assert.ok(failed, texts.join());
    return texts.join();
  }

  /** Ends the input, upon which the server ends by itself. */
  async end(): Promise<void> {
    this.child.stdin.end();
    assert.deepEqual(await this.#exit, [0, null], this.stderr);
  }
}

/** A test that has an initialized server, started with these arguments. */
export function withAgent(
  files: Files,
  args: readonly string[],
  body: (agent: Agent) => Promise<void>,
): () => Promise<void> {
  return async () => {
    const terminal = new Terminal(files);
    const child = terminal.start(['mcp', ...args]);
    const agent = new Agent(child, terminal.folder);
    try {
      await agent.initialize();
      await body(agent);
      await agent.end();
    } finally {
      child.kill('SIGKILL');
      terminal.folder.remove();
    }
  };
}
