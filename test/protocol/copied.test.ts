import assert from 'node:assert/strict';
import {
  DefinitionRequest,
  InlayHintRequest,
  type Location,
  type MarkupContent,
} from 'vscode-languageserver-protocol/node';
import { ReportModelRequest } from '../../server/src/lsp/protocol';
import { docx, paragraph } from '../unit/documents/support';
import { DRAFT, OWN_RUBRICS } from './fixtures';
import { type TestServer, withServer } from './harness';
import { HANDBOOK, read, watched } from './references';
import { codes, withCode } from './said';

const HEAD = '---\nframework: neighbours\n---\n\n';
/** The first line of the handbook, longer than any phrase. */
const COPIED = HANDBOOK.slice(0, HANDBOOK.indexOf('\n'));
/** One sentence more, so that the run is longer than a phrase may be. */
const LONG = HANDBOOK.split('\n').slice(0, 2).join('\n');
const FILES = { ...OWN_RUBRICS, 'documents/手册.txt': HANDBOOK };

async function definition(server: TestServer, uri: string, at: string): Promise<Location[]> {
  const found = await server.connection.sendRequest(DefinitionRequest.type, {
    textDocument: { uri },
    position: server.rangeOf(uri, at).start,
  });
  return (found ?? []) as Location[];
}

suite('Protocol: text that comes from a document', () => {
  test(
    'a long run is reported with the passage linked, once the document is read and until it is gone',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      await read(server, 0);
      const uri = server.root.uri('answer.md');
      const before = await server.open(uri, `${HEAD}${LONG}\n`);
      assert.ok(!codes(before.diagnostics).includes('source.copied'));

      server.root.write('documents/手册.txt', HANDBOOK);
      const came = server.diagnostics.next(({ diagnostics }) => codes(diagnostics).includes('source.copied'));
      await watched(server, server.root.uri('documents/手册.txt'), 'created');
      const copied = withCode((await came).diagnostics, 'source.copied');
      assert.equal(
        copied.message,
        '连续 54 字与参考文档“手册.txt”第 1 行相同。照搬听着像背稿，请换成自己的话，写进题目里的人和事。',
      );
      assert.deepEqual(copied.relatedInformation, [
        {
          location: {
            uri: server.root.uri('documents/手册.txt'),
            range: { start: { line: 0, character: 0 }, end: { line: 1, character: 26 } },
          },
          message: '原文在这里',
        },
      ]);

      server.root.remove('documents/手册.txt');
      const gone = server.diagnostics.next(
        ({ diagnostics }) => !codes(diagnostics).includes('source.copied'),
      );
      await watched(server, server.root.uri('documents/手册.txt'), 'deleted');
      await gone;
    }),
  );

  test(
    'hover names the document, definition goes to the line',
    withServer({ files: FILES }, async (server) => {
      await read(server, 1);
      const uri = server.root.uri('answer.md');
      await server.open(uri, `${HEAD}听到吵声。${COPIED}\n`);
      const hover = await server.hover(uri, '记在本子上');
      const { value } = hover?.contents as MarkupContent;
      assert.match(value, /(?:^|\n\n---\n\n)与参考文档 \*\*手册\.txt\*\* 第 1 行相同，30 字\n\n> /);
      assert.deepEqual(await definition(server, uri, '记在本子上'), [
        {
          uri: server.root.uri('documents/手册.txt'),
          range: { start: { line: 0, character: 0 }, end: { line: 0, character: COPIED.length - 1 } },
        },
      ]);
      assert.deepEqual(await definition(server, uri, '听到吵声'), []);
    }),
  );

  test(
    'a draft that lies among the documents is no source of itself, however its URI is written',
    withServer({ files: { ...OWN_RUBRICS, 'documents/我 稿.md': `${HEAD}${LONG}\n` } }, async (server) => {
      await read(server, 1);
      const uri = server.root.uri('documents/我 稿.md');
      for (const own of [uri, decodeURIComponent(uri).replace(' ', '%20')]) {
        const opened = await server.open(own, `${HEAD}${LONG}\n`);
        assert.ok(!codes(opened.diagnostics).includes('source.copied'), own);
        const hover = await server.hover(own, '记在本子上');
        assert.doesNotMatch((hover?.contents as MarkupContent | undefined)?.value ?? '', /参考文档/);
        assert.deepEqual(await definition(server, own, '记在本子上'), []);
        const model = await server.connection.sendRequest(ReportModelRequest, { uri: own });
        assert.deepEqual(model?.report.sources, []);
      }
      const other = await server.open(server.root.uri('other.md'), `${HEAD}${LONG}\n`);
      assert.ok(codes(other.diagnostics).includes('source.copied'));
    }),
  );

  test('of a file that does not open as text the text read is shown, where the client can show it', async () => {
    const files = {
      ...OWN_RUBRICS,
      'documents/手册.docx': docx(
        HANDBOOK.split('\n')
          .map((line) => paragraph(line))
          .join(''),
      ),
    };
    for (const virtualDocuments of [true, false])
      await withServer({ files, initializationOptions: { virtualDocuments } }, async (server) => {
        await read(server, 1);
        const uri = server.root.uri('answer.md');
        await server.open(uri, `${HEAD}${COPIED}\n`);
        const [place] = await definition(server, uri, '记在本子上');
        const file = server.root.uri('documents/手册.docx');
        assert.equal(
          place?.uri,
          virtualDocuments
            ? `zhangfa-document:/${encodeURIComponent('手册.docx')}?${encodeURIComponent(file)}`
            : file,
        );
        assert.deepEqual(place.range.start, { line: 0, character: 0 });
      })();
  });

  test(
    'a weak section is offered phrases for what it lacks, as one plain edit',
    withServer({ files: FILES }, async (server) => {
      await read(server, 1);
      const uri = server.root.uri('leak.md');
      const opened = await server.open(uri, DRAFT);
      const weak = withCode(opened.diagnostics, 'section.weak');
      const actions = await server.actions(uri, weak.range, ['quickfix']);
      const strengthen = actions.find(({ title }) => title.startsWith('补上'));
      assert(strengthen, actions.map(({ title }) => title).join(' | '));
      assert.ok(strengthen.edit, 'an edit');
      const rewrites = await server.actions(uri, weak.range, ['refactor']);
      assert.ok(rewrites.every(({ kind }) => kind === 'refactor.rewrite'));
      assert.deepEqual(await server.actions(uri, weak.range, ['source']), []);
    }),
  );

  test(
    'inlay hints say the section of a paragraph, when they are switched on',
    withServer({ files: OWN_RUBRICS }, async (server) => {
      const uri = server.root.uri('answer.md');
      await server.open(
        uri,
        `${HEAD}当天傍晚我分别上门，挨家坐下。\n\n第二天请师傅查，当面商定，联系维修。\n`,
      );
      const hints = async (): Promise<unknown[]> => {
        const found = await server.connection.sendRequest(InlayHintRequest.type, {
          textDocument: { uri },
          range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
        });
        return (found ?? []).map(({ label, position }) => [label, position.line]);
      };
      assert.deepEqual(await hints(), []);
      await server.configure({ inlayHints: true });
      assert.deepEqual(await hints(), [
        ['〔倾听〕', 4],
        ['〔调解〕', 6],
      ]);
    }),
  );
});
