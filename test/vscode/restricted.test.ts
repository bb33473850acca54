/** Runs in a window on a folder that is not trusted, with a link that leads out of it (see run.mjs). */
import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { eventually } from './events';
import { diagnostics, extensionApi, fileUri, openDraft, restore } from './support';

suite('Folder that is not trusted', () => {
  teardown(restore);

  test('drafts are checked, documents in the folder read, what lies outside named and left alone', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const { document } = await openDraft('路灯.md');
    assert.notDeepStrictEqual(diagnostics(document.uri), []);
    const { onDidChangeDocuments, documents } = await extensionApi();
    const state = await eventually(onDidChangeDocuments, () => {
      const now = documents();
      return now?.state === 'ready' && now.documents === 1 ? now : undefined;
    });
    assert.deepStrictEqual(
      state.problems.map(({ uri, message }) => [vscode.Uri.parse(uri).path.split('/').at(-1), message]),
      [['秘密.txt', '工作区未受信任，没有读工作区以外的文件；信任工作区以后会读']],
    );
  });

  test('settings of the folder that name files do not count, others do', () => {
    const settings = vscode.workspace.getConfiguration('zhangfa', fileUri('路灯.md'));
    assert.deepStrictEqual(settings.get('documents'), ['documents/']);
    assert.deepStrictEqual(settings.get('rubrics'), ['.zhangfa/rubrics/']);
    assert.equal(settings.get('minutes'), 7);
  });
});
