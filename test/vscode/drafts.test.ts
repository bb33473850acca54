import * as assert from 'node:assert';
import * as vscode from 'vscode';
import {
  checked,
  codeOf,
  codes,
  diagnostics,
  diagnosticsThat,
  extensionApi,
  fileUri,
  finding,
  openDraft,
  openUntitled,
  restore,
  tabOpenedBy,
} from './support';

const QUESTION = '题目：网上有人发帖质疑小区停车费涨价不透明，你是社区工作人员，怎么办？';

suite('What is checked', () => {
  teardown(restore);

  test('a draft: what is missing, weak and unwise, where it stands and how loudly', async () => {
    const { document } = await openDraft('路灯.md');
    const found = await diagnosticsThat(document.uri, ({ length }) => length >= 3);
    const table = found.map((one) => ({
      code: codeOf(one),
      severity: vscode.DiagnosticSeverity[one.severity],
      text: document.getText(one.range).slice(0, 12),
    }));
    assert.deepStrictEqual(
      table.sort((a, b) => (a.code < b.code ? -1 : 1)),
      [
        { code: 'promise.beyond-authority', severity: 'Information', text: '包在我身上' },
        { code: 'section.missing', severity: 'Warning', text: 'question' },
        { code: 'section.weak', severity: 'Information', text: '回来以后，我会认真开展调' },
      ],
    );
    const missing = found.find((one) => codeOf(one) === 'section.missing')!;
    assert.match(missing.message, /^缺少“长效”环节。/);
    assert.strictEqual(missing.source, '章法');
    assert.match(missing.message, /依据：参考文档《群众质疑我们的工作》第 28-36 行$/);
    assert.ok(typeof missing.code === 'object', 'the code is a link');
    assert.match(missing.code.target.toString(), /\/docs\/rules\/section\.missing\.md$/);
  });

  test('a complete draft: nothing to report', async () => {
    const { document } = await openDraft('公示.md');
    assert.deepStrictEqual(diagnostics(document.uri), []);
    const state = (await extensionApi()).coverage(document.uri.toString());
    assert.deepStrictEqual(
      state?.sections?.map(({ title, status }) => `${title} ${status}`),
      ['态度 full', '行动 full', '长效 full', '升华 full'],
    );
  });

  test('a draft without front matter, named as one by its 题目 heading', async () => {
    const { document } = await openDraft('窗口.md');
    const found = await diagnosticsThat(document.uri, (all) => codes(all).includes('wording.taboo'));
    assert.ok(codes(found).includes('section.missing'), codes(found).join(' '));
  });

  test('other Markdown: untouched, until its check is asked for', async () => {
    const { document } = await openDraft('值班笔记.md');
    const { coverage } = await extensionApi();
    const uri = document.uri.toString();
    assert.strictEqual(coverage(uri)?.isDraft, false);
    assert.deepStrictEqual(diagnostics(document.uri), []);
    assert.deepStrictEqual(await lenses(document.uri), []);

    const tab = await tabOpenedBy(
      () => vscode.commands.executeCommand('zhangfa.check'),
      /^检查报告：值班笔记\.md$/,
    );
    assert.ok(tab.input instanceof vscode.TabInputWebview);
    await finding(document.uri, 'section.missing');
    assert.strictEqual(coverage(uri)?.isDraft, true);
    assert.strictEqual(vscode.window.activeTextEditor?.document, document, 'the focus stays in the text');
  });

  test('Markdown that becomes a draft while it is written, and ceases to be one', async () => {
    const { document } = await openUntitled('# 随手记\n\n今天没有什么事。\n');
    const { uri } = document;
    assert.deepStrictEqual(diagnostics(uri), []);
    await replaceAll(document, `${QUESTION}\n\n我先认真听大家讲，把意见一条条记下来。\n`);
    await finding(uri, 'section.missing');
    await replaceAll(document, '# 随手记\n');
    await diagnosticsThat(uri, ({ length }) => length === 0);
  });

  test('an untitled draft', async () => {
    const { document } = await openUntitled(`${QUESTION}\n\n我会高度重视。\n`);
    assert.strictEqual(document.uri.scheme, 'untitled');
    await finding(document.uri, 'section.missing');
  });

  test('an untitled draft of the name of one that was closed while it was being checked', async () => {
    const { document: first } = await openUntitled('# 随手记\n');
    const edit = new vscode.WorkspaceEdit();
    for (let version = 0; version < 3; version++) {
      edit.insert(first.uri, new vscode.Position(0, 0), '改\n');
      await vscode.workspace.applyEdit(edit);
    }
    // The answer to the last edits may come when the document is closed, or even when the next is open.
    await restore();
    const { document } = await openUntitled(`${QUESTION}\n\n我会高度重视。\n`);
    assert.strictEqual(document.uri.toString(), first.uri.toString());
    await finding(document.uri, 'section.missing');
    assert.strictEqual((await extensionApi()).coverage(document.uri.toString())?.isDraft, true);
  });

  test('what is found follows the text, edit by edit', async () => {
    const editor = await openDraft('窗口.md');
    const { document } = editor;
    const taboo = await finding(document.uri, 'wording.taboo');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '<!-- 第一稿 -->\n\n'));
    await checked(document);
    const moved = await finding(document.uri, 'wording.taboo');
    assert.strictEqual(moved.range.start.line, taboo.range.start.line + 2);
    assert.strictEqual(document.getText(moved.range), '你去问别人');
    await editor.edit((edit) => edit.delete(moved.range));
    await checked(document);
    assert.ok(!codes(diagnostics(document.uri)).includes('wording.taboo'));
  });

  test('a file that does not hold together: malformed front matter, CRLF', async () => {
    const text = '---\r\nquestion: "没有结束\r\nframework: [\r\n---\r\n\r\n我先听大家讲。\r\n';
    const { document } = await openUntitled(text);
    assert.strictEqual(document.getText(), text, 'the text is left as it is');
    assert.strictEqual(
      (await extensionApi()).coverage(document.uri.toString())?.version,
      document.version,
      'the server is up',
    );
  });

  test('a deleted file keeps no diagnostics', async () => {
    const copy = fileUri('副本.md');
    await vscode.workspace.fs.copy(fileUri('路灯.md'), copy, { overwrite: true });
    await vscode.window.showTextDocument(copy);
    await finding(copy, 'section.missing');
    const edit = new vscode.WorkspaceEdit();
    edit.deleteFile(copy);
    await vscode.workspace.applyEdit(edit);
    await diagnosticsThat(copy, ({ length }) => length === 0);
  });
});

async function lenses(uri: vscode.Uri): Promise<vscode.CodeLens[]> {
  return vscode.commands.executeCommand('vscode.executeCodeLensProvider', uri, 100);
}

async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
  await checked(document);
}
