import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  CompletionTriggerKind,
  type MarkupContent,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { PhrasesRequest } from '../../server/src/lsp/protocol';
import { FULL } from './clients';
import { FRAMEWORK, OWN_RUBRICS } from './fixtures';
import { type TestServer, withServer } from './harness';
import { HANDBOOK, NOTES, read } from './references';

const DETAILS: ClientCapabilities = {
  ...FULL,
  textDocument: {
    ...FULL.textDocument,
    completion: {
      completionItem: { snippetSupport: true, labelDetailsSupport: true, documentationFormat: ['markdown'] },
    },
  },
};

const FILES = { ...OWN_RUBRICS, 'documents/手册.txt': HANDBOOK, 'documents/记录.txt': NOTES };
const HEAD =
  '---\nquestion: 楼上漏水，两家吵了起来，你是社区工作人员，怎么办？\nframework: neighbours\n---\n\n';
/** What the handbook has in its second line. */
const PHRASE = '再约两家当面商定怎么修、谁出钱';
/** The whole of that line: what is offered where nothing is typed yet. */
const WHOLE = `请师傅查清水从哪里来，${PHRASE}`;

/** A draft whose answer ends with some text, where the cursor is. */
async function typing(server: TestServer, answer: string): Promise<string> {
  const uri = server.root.uri('answer.md');
  await server.open(uri, HEAD + answer);
  return uri;
}

/** What is offered at the end of the draft. */
async function offered(
  server: TestServer,
  uri: string,
  triggerKind: CompletionTriggerKind = CompletionTriggerKind.Invoked,
): Promise<CompletionItem[]> {
  const document = server.document(uri);
  const list = (await server.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri },
    position: document.positionAt(document.getText().length),
    context: { triggerKind },
  })) as CompletionList | null;
  if (list) assert.equal(list.isIncomplete, true);
  return list?.items ?? [];
}

function labelled(items: readonly CompletionItem[], label: string): CompletionItem {
  const item = items.find((candidate) => candidate.label === label);
  assert(item, `${label} among ${items.map((candidate) => candidate.label).join(' | ')}`);
  return item;
}

/** The text of the draft after an item was accepted. */
async function accepted(server: TestServer, uri: string, item: CompletionItem): Promise<string> {
  const { range, newText } = item.textEdit as TextEdit;
  await server.change(uri, { range, text: newText });
  return server.document(uri).getText();
}

suite('Protocol: completion of phrases', () => {
  test(
    'in the middle of a sentence the phrase goes on from what is typed, and its source is told',
    withServer({ files: FILES, capabilities: DETAILS }, async (server) => {
      await read(server, 2);
      const uri = await typing(server, '## 坐下来谈\n\n第二天上午，再约两家');
      const item = labelled(await offered(server, uri), PHRASE);
      assert.equal(item.filterText, '再约两家');
      const end = server.document(uri).positionAt(server.document(uri).getText().length);
      assert.deepEqual((item.textEdit as TextEdit).range, {
        start: { ...end, character: end.character - 4 },
        end,
      });
      assert.deepEqual(item.labelDetails, { description: '手册.txt:2（2 份文档）' });
      assert.equal(item.detail, '调解 · 书面');
      const resolved = await server.connection.sendRequest(CompletionResolveRequest.type, item);
      const { kind, value } = resolved.documentation as MarkupContent;
      assert.equal(kind, 'markdown');
      assert.equal(
        value,
        '**手册.txt** · 第 2 行\n\n> 请师傅查清水从哪里来，**再约两家当面商定怎么修、谁出钱**。',
      );
      assert.equal(await accepted(server, uri, item), `${HEAD}## 坐下来谈\n\n第二天上午，${PHRASE}`);
    }),
  );

  test(
    'a list of the section after a stop and on an empty line, ordered by the server',
    withServer({ files: FILES, capabilities: DETAILS }, async (server) => {
      await read(server, 2);
      const uri = await typing(server, '## 坐下来谈\n\n');
      const items = await offered(server, uri);
      const item = labelled(items, WHOLE);
      assert.equal(item.filterText, undefined);
      const keys = items.map(({ sortText = '' }) => sortText);
      assert.deepEqual(keys, keys.toSorted());
      assert.equal(await accepted(server, uri, item), `${HEAD}## 坐下来谈\n\n${WHOLE}。`);
    }),
  );

  test(
    'initials of pinyin find a phrase from the first time letters are typed',
    withServer({ files: FILES, capabilities: DETAILS }, async (server) => {
      await read(server, 2);
      const uri = await typing(server, '## 坐下来谈\n\n第二天上午，zyl');
      const typed = CompletionTriggerKind.TriggerCharacter;
      const item = labelled(await offered(server, uri, typed), PHRASE);
      assert.equal(item.filterText, 'zyl');
      assert.equal(await accepted(server, uri, item), `${HEAD}## 坐下来谈\n\n第二天上午，${PHRASE}`);
    }),
  );

  test(
    'a client without the extras gets plain text with the source in the detail',
    withServer({ files: FILES }, async (server) => {
      await read(server, 2);
      const uri = await typing(server, '## 坐下来谈\n\n再约');
      const item = labelled(await offered(server, uri), PHRASE);
      assert.equal(item.labelDetails, undefined);
      assert.equal(item.insertTextFormat, undefined);
      assert.equal(item.detail, '调解 · 书面 · 手册.txt:2（2 份文档）');
    }),
  );

  test(
    'nothing is offered in the question, nor in Markdown that is no draft',
    withServer({ files: FILES }, async (server) => {
      await read(server, 2);
      const uri = await typing(server, '再约');
      assert.deepEqual(
        await server.connection.sendRequest(CompletionRequest.type, {
          textDocument: { uri },
          position: { line: 1, character: 14 },
        }),
        { isIncomplete: true, items: [] },
      );
      const notes = server.root.uri('notes.md');
      await server.open(notes, '# 买菜\n\n再约');
      assert.deepEqual(await offered(server, notes), []);
    }),
  );

  test(
    'the built-in bank works with no documents at all',
    withServer({ capabilities: DETAILS }, async (server) => {
      const uri = 'untitled:answer.md';
      await server.open(uri, '---\nframework: public-doubt\n---\n\n');
      const items = await offered(server, uri);
      assert.ok(items.length >= 5, `${items.length} phrases`);
      for (const { label, labelDetails, data } of items) {
        assert.match(labelDetails?.description ?? '', /^内置表述$/, label);
        assert.match((data as { document: string }).document, /^bank:/);
      }
    }),
  );

  test(
    'an item that comes back changed is not resolved, and harms nothing',
    withServer({ files: FILES, capabilities: DETAILS }, async (server) => {
      await read(server, 2);
      for (const data of [
        undefined,
        null,
        'text',
        { text: PHRASE },
        { text: PHRASE, document: 'file:///gone', line: 1, from: 0, to: 1 },
      ]) {
        const item = { label: PHRASE, data };
        assert.deepEqual(
          await server.connection.sendRequest(CompletionResolveRequest.type, item),
          JSON.parse(JSON.stringify(item)),
        );
      }
    }),
  );
});

suite('Protocol: picking a phrase', () => {
  test(
    'phrases for the section at the cursor, with the place they stand at',
    withServer({ files: FILES }, async (server) => {
      await read(server, 2);
      const uri = await typing(server, '## 坐下来谈\n\n请两家坐下。\n');
      const picked = await server.connection.sendRequest(PhrasesRequest, {
        uri,
        position: { line: 7, character: 3 },
        limit: 50,
      });
      assert.equal(picked?.section, 'mediate');
      assert.deepEqual(picked.sections, [
        { id: 'listen', title: '倾听' },
        { id: 'mediate', title: '调解' },
        { id: 'revisit', title: '回访' },
      ]);
      const phrase = picked.phrases.find(({ text }) => text === WHOLE);
      assert.deepEqual(phrase, {
        text: WHOLE,
        section: '调解',
        register: 'written',
        source: '手册.txt:2（2 份文档）',
        location: {
          uri: server.root.uri('documents/手册.txt'),
          range: { start: { line: 1, character: 0 }, end: { line: 1, character: WHOLE.length } },
        },
        passage: `${WHOLE}。`,
      });
    }),
  );

  test(
    'a search goes through all sections, in words or in initials',
    withServer({ files: FILES }, async (server) => {
      await read(server, 2);
      const uri = await typing(server, '请两家坐下。\n');
      for (const words of ['谁出钱', 'zyljdm']) {
        const picked = await server.connection.sendRequest(PhrasesRequest, {
          uri,
          section: '*',
          words,
          limit: 5,
        });
        assert.equal(picked?.section, '*');
        assert.ok(
          picked.phrases.some(({ text }) => text === PHRASE),
          words,
        );
      }
      const none = await server.connection.sendRequest(PhrasesRequest, {
        uri,
        section: '*',
        words: '月亮上',
        limit: 5,
      });
      assert.deepEqual(none?.phrases, []);
    }),
  );

  test(
    'a change of the frameworks sorts the phrases anew',
    withServer({ files: FILES }, async (server) => {
      await read(server, 2);
      const uri = await typing(server, '## 坐下来谈\n\n请两家坐下。\n');
      const mediating = async (): Promise<boolean> => {
        const picked = await server.connection.sendRequest(PhrasesRequest, {
          uri,
          section: 'mediate',
          limit: 50,
        });
        return picked?.phrases.some(({ text }) => text === WHOLE) ?? false;
      };
      assert.equal(await mediating(), true);
      const again = server.documents.next(({ state, documents }) => state === 'ready' && documents === 2);
      server.root.write(
        '.zhangfa/rubrics/neighbours.yaml',
        FRAMEWORK.replace('[当面商定, 写成协议, 请师傅查]', '[坐到一起]'),
      );
      await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: server.root.uri('.zhangfa/rubrics/neighbours.yaml'), type: 2 }],
      });
      await again;
      assert.equal(await mediating(), false);
    }),
  );
});
