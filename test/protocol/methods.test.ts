import assert from 'node:assert/strict';
import { InsertMethodRequest, MethodsRequest } from '../../server/src/lsp/protocol';
import { withServer } from './harness';

const QUESTION = '小区停车位紧张，居民为车位吵了起来，有人在群里质疑社区偏心。你是社区工作人员，怎么办？';
const DRAFT = `---\nquestion: ${QUESTION}\nframework: public-doubt\n---\n\n我先到现场，请双方坐下。\n\n我再查车位登记。\n`;

suite('Protocol: methods', () => {
  test(
    'those that fit come first, and one is inserted after the paragraph at the cursor',
    withServer({}, async (server) => {
      const uri = server.root.uri('draft.md');
      await server.open(uri, DRAFT);
      const methods = await server.connection.sendRequest(MethodsRequest, { uri });
      assert.ok(methods && methods.length >= 30, String(methods?.length));
      const [first] = methods;
      assert.ok(first && first.because.length > 0, JSON.stringify(first));
      assert.ok(
        first.because.every((word) => QUESTION.includes(word)),
        first.because.join(),
      );
      const order = methods.map(({ because, used }) => (because.length > 0 ? 0 : used ? 1 : 2));
      assert.deepEqual(order, order.toSorted());
      const { line } = server.rangeOf(uri, '请双方坐下').start;
      const found = await server.connection.sendRequest(InsertMethodRequest, {
        uri,
        method: first.id,
        ...(first.member === undefined ? {} : { member: first.member }),
        position: { line, character: 3 },
      });
      assert.ok(found);
      assert.equal(found.version, server.document(uri).version);
      const [edit] = found.edits;
      assert.ok(edit);
      assert.deepEqual(edit.range.start, server.rangeOf(uri, '请双方坐下。').end);
      assert.ok(edit.newText.includes(first.scaffold.trim()), edit.newText);
    }),
  );

  test(
    'nothing for a method that is not there, or for Markdown that is no draft',
    withServer({}, async (server) => {
      const uri = server.root.uri('draft.md');
      await server.open(uri, DRAFT);
      assert.equal(await server.connection.sendRequest(InsertMethodRequest, { uri, method: 'none' }), null);
      const notes = server.root.uri('notes.md');
      await server.open(notes, '# 读书笔记\n\n今天读了两章。\n');
      assert.equal(await server.connection.sendRequest(MethodsRequest, { uri: notes }), null);
    }),
  );
});
