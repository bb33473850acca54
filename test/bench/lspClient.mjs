/** The least of a language client: spawns a server over stdio, sends, and waits for answers. */
import { spawn } from 'node:child_process';

/**
 * Where this is set, every Node reads certificates before it does anything else, for tens of milliseconds: all servers
 * would look alike.
 */
const { NODE_EXTRA_CA_CERTS: _certificates, ...env } = process.env;

export class LspClient {
  #next = 1;
  #waiting = new Map();
  #listeners = new Set();
  #chunks = [];
  #received = 0;
  #wanted = 0;
  #configuration;

  /**
   * @param file the server's program; or that and the arguments before and behind it
   * @param configuration what the client answers when asked for settings
   * @param stderr where what the server says there goes
   */
  constructor(file, configuration = {}, stderr = 'inherit') {
    this.#configuration = configuration;
    this.process = spawn(process.execPath, [file, '--stdio'].flat(), {
      stdio: ['pipe', 'pipe', stderr],
      env,
    });
    this.process.stdout.on('data', (chunk) => this.#read(chunk));
  }

  async initialize(folder, options = {}) {
    const result = await this.request('initialize', {
      processId: process.pid,
      rootUri: folder ?? null,
      workspaceFolders: folder ? [{ uri: folder, name: 'bench' }] : null,
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: {
          completion: { completionItem: { snippetSupport: true } },
          // As VS Code does: what a client shows is sent with every diagnostic.
          publishDiagnostics: {
            relatedInformation: true,
            codeDescriptionSupport: true,
            versionSupport: true,
          },
        },
        window: { workDoneProgress: true },
      },
      initializationOptions: { coverage: true, ...options },
    });
    this.notify('initialized', {});
    return result;
  }

  request(method, params) {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ id, method, params });
    });
  }

  notify(method, params) {
    this.#send({ method, params });
  }

  /** The next notification that fits. */
  next(method, fits = () => true) {
    return new Promise((resolve) => {
      const listener = (message) => {
        if (message.method !== method || !fits(message.params)) return;
        this.#listeners.delete(listener);
        resolve(message.params);
      };
      this.#listeners.add(listener);
    });
  }

  /** Hears every notification of a method. */
  on(method, hear) {
    this.#listeners.add((message) => {
      if (message.method === method) hear(message.params);
    });
  }

  diagnostics(uri, version) {
    return this.next(
      'textDocument/publishDiagnostics',
      (params) => params.uri === uri && (version === undefined || params.version === version),
    );
  }

  open(uri, text, version = 1) {
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version, text } });
  }

  change(uri, version, position, text, removed = 0) {
    const end = { line: position.line, character: position.character + removed };
    this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: position, end }, text }],
    });
  }

  async stop() {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    await this.request('shutdown', null);
    this.notify('exit', null);
    await ended;
  }

  #send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  /** Puts chunks together only when a whole message is there: what is measured is the server. */
  #read(chunk) {
    this.#chunks.push(chunk);
    this.#received += chunk.length;
    while (this.#received >= this.#wanted && this.#received > 0) {
      const buffer = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks);
      this.#chunks = [buffer];
      const end = buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString('ascii', 0, end))[1]);
      this.#wanted = end + 4 + length;
      if (buffer.length < this.#wanted) return;
      const body = buffer.toString('utf8', end + 4, this.#wanted);
      this.#chunks = [buffer.subarray(this.#wanted)];
      this.#received -= this.#wanted;
      this.#wanted = 0;
      this.#handle(JSON.parse(body));
    }
  }

  #handle(message) {
    if (message.id !== undefined && message.method === undefined) {
      const { resolve, reject } = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.error) reject(new Error(message.error.message));
      else resolve(message.result);
    } else if (message.id !== undefined) {
      const asked = message.method === 'workspace/configuration';
      const result = asked ? message.params.items.map(() => this.#configuration) : null;
      this.#send({ id: message.id, result });
    } else for (const listener of [...this.#listeners]) listener(message);
  }
}
