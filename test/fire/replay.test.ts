import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { Recorder } from '../protocol/recorder';
import { exitOf, spawnServer } from '../protocol/serverProcess';
import { ROOT } from '../support/rubrics';

/** What VS Code sent to the server, and what it answered; an answer that repeats the one before is left out. */
interface Recorded {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly answer?: string;
  readonly to?: unknown;
  readonly result?: unknown;
}

/** A session in the real VS Code: its own tests of drafts, features, quick fixes, settings and phrases. */
const SESSION: readonly Recorded[] = readFileSync(join(ROOT, 'test/fixtures/session/vscode.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly unknown[];
}

/** A server to which the session is played, by a client that answers as VS Code did. */
class Player {
  readonly process = spawnServer();
  readonly exit = exitOf(this.process);
  readonly published = new Recorder<Published>();
  readonly errors: string[] = [];
  readonly #connection = createProtocolConnection(
    new StreamMessageReader(this.process.stdout),
    new StreamMessageWriter(this.process.stdin),
  );
  readonly #answers = new Map<string, unknown>();
  readonly #documents = new Map<string, TextDocument>();
  readonly #requests: Promise<void>[] = [];

  constructor() {
    this.process.stderr.on('data', (chunk: Buffer) => this.errors.push(chunk.toString()));
    this.#connection.onNotification('textDocument/publishDiagnostics', (params: Published) =>
      this.published.add(params),
    );
    this.#connection.onNotification(
      'window/logMessage',
      ({ type, message }: { type: number; message: string }) => {
        if (type === 1) this.errors.push(message);
      },
    );
    for (const method of new Set(SESSION.flatMap(({ answer }) => answer ?? [])))
      this.#connection.onRequest(
        method,
        (params: unknown) => this.#answers.get(keyOf(method, params)) ?? null,
      );
    this.#connection.onError(() => undefined);
    this.#connection.listen();
  }

  get documents(): ReadonlyMap<string, TextDocument> {
    return this.#documents;
  }

  /** @param patiently waits for every answer before it goes on */
  async play(session: readonly Recorded[], patiently: boolean): Promise<void> {
    // What the session answers first holds until it answers otherwise.
    for (const { answer, to, result } of session) {
      const key = answer === undefined ? undefined : keyOf(answer, to);
      if (key !== undefined && !this.#answers.has(key)) this.#answers.set(key, result);
    }
    for (const [index, { id, method, params }] of session.entries()) {
      // Whatever the server asks because of a message, it may ask at once.
      for (let next = index + 1; session[next]?.answer !== undefined; next++) {
        const { answer = '', to, result } = session[next] ?? {};
        this.#answers.set(keyOf(answer, to), result);
      }
      if (method === undefined || method === 'shutdown' || method === 'exit') continue;
      this.#note(method, params);
      if (id === undefined) await this.#connection.sendNotification(method, params);
      else {
        const answered = this.#connection.sendRequest(method, params).then(
          () => undefined,
          (error: unknown) => void this.errors.push(`${method}: ${String(error)}`),
        );
        this.#requests.push(answered);
        if (patiently || method === 'initialize') await answered;
      }
    }
    await Promise.all(this.#requests);
    // What is opened now is checked after all that was still to be checked.
    await this.open('untitled:sentinel', '');
  }

  /** Opens a document and waits for what is found in it. */
  async open(uri: string, text: string): Promise<Published> {
    const published = this.published.next((params) => params.uri === uri && params.version === 1);
    await this.#connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    return published;
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit');
    assert.deepEqual(await this.exit, { code: 0, signal: null });
    assert.deepEqual(this.errors, []);
  }

  async dispose(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.exit;
    this.#connection.dispose();
  }

  /** Keeps the documents as the editor has them. */
  #note(method: string, params: unknown): void {
    const { textDocument, contentChanges } = params as {
      textDocument: { uri: string; version: number; text: string; languageId: string };
      contentChanges: TextDocumentContentChangeEvent[];
    };
    if (method === 'textDocument/didOpen') {
      const { uri, languageId, version, text } = textDocument;
      this.#documents.set(uri, TextDocument.create(uri, languageId, version, text));
    } else if (method === 'textDocument/didClose') this.#documents.delete(textDocument.uri);
    else if (method === 'textDocument/didChange') {
      const document = this.#documents.get(textDocument.uri);
      assert.ok(document);
      TextDocument.update(document, contentChanges, textDocument.version);
    }
  }
}

function keyOf(method: string, params: unknown): string {
  return method + JSON.stringify(params ?? null);
}

async function withPlayer(body: (player: Player) => Promise<void>): Promise<void> {
  const player = new Player();
  try {
    await body(player);
  } finally {
    await player.dispose();
  }
}

suite('Fire: a session of the real VS Code', () => {
  for (const [way, patiently] of [
    ['as it went', true],
    ['all at once', false],
  ] as const) {
    test(`played ${way}, every request is answered, and the drafts left open have what a fresh start finds`, () =>
      withPlayer(async (player) => {
        await player.play(SESSION, patiently);
        const drafts = [...player.documents.values()].filter(({ languageId }) => languageId === 'markdown');
        assert.ok(drafts.length > 0);
        const last: Published[] = [];
        for (const { uri, version } of drafts)
          last.push(
            await player.published.first((params) => params.uri === uri && params.version === version),
          );
        // The client opens them anew, as it does when the server was restarted.
        for (const [index, document] of drafts.entries()) {
          const { diagnostics } = await player.open(document.uri, document.getText());
          const latest = player.published.all.findLast(
            ({ uri, version }) => uri === document.uri && version === document.version,
          );
          assert.deepEqual((latest ?? last[index])?.diagnostics, diagnostics);
        }
        await player.stop();
      })).timeout(60_000);
  }
});
