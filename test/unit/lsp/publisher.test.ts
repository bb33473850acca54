import assert from 'node:assert/strict';
import type { Connection } from 'vscode-languageserver';
import { shows } from '../../../server/src/lsp/convert';
import { OpenDocuments } from '../../../server/src/lsp/openDocuments';
import { Publisher } from '../../../server/src/lsp/publisher';
import type { Session } from '../../../server/src/lsp/session';

const URI = 'file:///draft.md';
const NOTHING = shows({}, () => undefined);

/** An event loop: work put off runs in the next round, in order. */
class Loop {
  #next: (() => void)[] = [];
  readonly defer = (work: () => void): void => void this.#next.push(work);

  get isIdle(): boolean {
    return this.#next.length === 0;
  }

  async round(): Promise<void> {
    const work = this.#next;
    this.#next = [];
    for (const run of work) run();
    // What promises wait for is done between two rounds.
    for (let i = 0; i < 4; i++) await Promise.resolve();
  }
}

/** A publisher over one open draft; `checked` has the version of every analysis. */
function open(): { loop: Loop; publisher: Publisher; documents: OpenDocuments; checked: number[] } {
  const loop = new Loop();
  const documents = new OpenDocuments();
  documents.open(URI, 'markdown', 1, '我道歉。');
  const checked: number[] = [];
  const session = {
    documents,
    settingsFor: () => Promise.resolve({ run: 'onType' }),
    check: (uri: string) => {
      checked.push(documents.document(uri)?.version ?? 0);
      return Promise.resolve(undefined);
    },
  } as unknown as Session;
  const error = (message: string): never => {
    throw new Error(message);
  };
  const connection = { console: { error } } as unknown as Connection;
  const host = { defer: loop.defer, later: () => () => undefined };
  return { loop, documents, checked, publisher: new Publisher(connection, session, host, NOTHING, false) };
}

suite('lsp/publisher', () => {
  test('a burst of edits, one in each round, is analysed once, with its last version', async () => {
    const { loop, documents, publisher, checked } = open();
    let version = 1;
    const message = (): void => {
      documents.change(URI, ++version, [{ text: `我道歉${'。'.repeat(version)}` }]);
      publisher.edited(URI, [undefined]);
      // The next message is handled behind the work this one has put off.
      if (version <= 20) loop.defer(message);
    };
    loop.defer(message);
    while (!loop.isIdle) await loop.round();
    assert.deepEqual(checked, [21]);
  });

  test('edits without end are analysed now and then', async () => {
    const { loop, documents, publisher, checked } = open();
    for (let version = 2; version < 400; version++) {
      documents.change(URI, version, [{ text: `我道歉${version}。` }]);
      publisher.edited(URI, [undefined]);
      await loop.round();
    }
    assert.ok(checked.length >= 2 && checked.length < 20, `${checked.length} analyses`);
  });

  test('a single edit is analysed in the next rounds', async () => {
    const { loop, publisher, checked } = open();
    publisher.edited(URI, [undefined]);
    await loop.round();
    await loop.round();
    assert.deepEqual(checked, [1]);
    assert.ok(loop.isIdle);
  });
});
