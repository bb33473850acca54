import assert from 'node:assert/strict';
import type { Connection } from 'vscode-languageserver';
import { OpenDocuments } from '../../../server/src/lsp/openDocuments';
import { Session } from '../../../server/src/lsp/session';
import { SettingsStore } from '../../../server/src/lsp/settings';
import type { RubricStore } from '../../../server/src/rubrics/rubricStore';

const NOTES = 'file:///notes.md';
const NOTE = '# 会议记录\n\n灯坏了，这事不归我管。\n';

suite('lsp/session', () => {
  test('other Markdown is never analysed, however often it is written on and asked about', async () => {
    let analyses = 0;
    const analyser = {
      analyse(): never {
        analyses++;
        throw new Error('analysed');
      },
    };
    const rubrics = { for: () => Promise.resolve({ analyzer: analyser }) } as unknown as RubricStore;
    const documents = new OpenDocuments();
    const settings = new SettingsStore({} as Connection, false);
    const session = new Session(
      documents,
      settings,
      rubrics,
      () => [],
      'zh',
      (message) => {
        throw new Error(message);
      },
    );
    documents.open(NOTES, 'markdown', 1, NOTE);
    for (let version = 2; version < 50; version++) {
      const end = documents.document(NOTES)?.positionAt(Number.MAX_SAFE_INTEGER) ?? { line: 0, character: 0 };
      documents.change(NOTES, version, [{ range: { start: end, end }, text: '好' }]);
      const checked = await session.check(NOTES);
      assert.equal(checked?.document.version, version);
      assert.equal(checked.analysis, undefined);
      assert.deepEqual(checked.findings, []);
    }
    assert.equal(analyses, 0);
    session.treatAsDraft(NOTES);
    await assert.rejects(session.check(NOTES), /analysed/);
  });
});
