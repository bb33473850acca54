import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { eventually } from './events';
import {
  checked,
  codeOf,
  diagnostics,
  diagnosticsThat,
  extensionApi,
  fileUri,
  finding,
  openDraft,
  restore,
  tabOpenedBy,
} from './support';

const VILLAGE = 0;
const OFFICE = 1;
const OWN = 'counter-service';

/** Run on its own, in a window with two folders, of which the second has a framework of its own, with a fault. */
suite('Two folders, one with a rubric that has a fault', () => {
  teardown(restore);
  const rubric = (): vscode.Uri => fileUri('.zhangfa/rubrics/bad.yaml', OFFICE);

  test('the fault is shown in the file, at its line, although the file is not open', async () => {
    assert.strictEqual(vscode.workspace.workspaceFolders?.length, 2);
    await openDraft('接待.md', OFFICE);
    const [fault] = await diagnosticsThat(rubric(), ({ length }) => length > 0);
    assert.strictEqual(codeOf(fault!), 'rubric.invalid');
    assert.strictEqual(fault!.severity, vscode.DiagnosticSeverity.Error);
    assert.strictEqual(fault!.range.start.line, 10);
    assert.match(fault!.message, /sections\[1\]\.need/);
  });

  test('the rest goes on working: built-in frameworks in both folders', async () => {
    const { document: doubt } = await openDraft('修路.md', VILLAGE);
    await finding(doubt.uri, 'section.missing');
    const { document: visit } = await openDraft('接待.md', OFFICE);
    const { message } = await finding(visit.uri, 'draft.front-matter');
    assert.match(message, /没有名为“counter-service”的框架/);
  });

  test('mended and saved: the fault is gone, and the framework in use, in its folder only', async () => {
    const { document: draft } = await openDraft('接待.md', OFFICE);
    await finding(draft.uri, 'draft.front-matter');
    const editor = await vscode.window.showTextDocument(rubric());
    const { document } = editor;
    const [fault] = await diagnosticsThat(rubric(), ({ length }) => length > 0);
    assert.strictEqual(document.getText(fault!.range), 'sometimes');
    await editor.edit((edit) => edit.replace(fault!.range, 'required'));
    // Seen while it is written; in use once it is saved.
    await diagnosticsThat(rubric(), ({ length }) => length === 0);
    await document.save();
    const { coverage, onDidChangeCoverage } = await extensionApi();
    await eventually(
      onDidChangeCoverage,
      () => coverage(draft.uri.toString())?.framework?.id === OWN || undefined,
    );
    await vscode.window.showTextDocument(draft);
    await diagnosticsThat(draft.uri, (all) => !all.some((one) => codeOf(one) === 'draft.front-matter'));
    assert.deepStrictEqual(
      coverage(draft.uri.toString())?.sections?.map(({ title }) => title),
      ['接待', '办理'],
    );

    const { document: other } = await openDraft('修路.md', VILLAGE);
    await naming(OWN, other);
    assert.match((await finding(other.uri, 'draft.front-matter')).message, /没有名为“counter-service”/);
  });

  test('broken again by another program, and mended by it', async () => {
    const { document: draft } = await openDraft('接待.md', OFFICE);
    const mended = await vscode.workspace.fs.readFile(rubric());
    const broken = Buffer.from(mended).toString().replace('title: 窗口服务', 'title: [窗口服务');
    await vscode.workspace.fs.writeFile(rubric(), Buffer.from(broken));
    await diagnosticsThat(rubric(), ({ length }) => length > 0);
    await finding(draft.uri, 'draft.front-matter');
    await vscode.workspace.fs.writeFile(rubric(), mended);
    await diagnosticsThat(rubric(), ({ length }) => length === 0);
    await diagnosticsThat(draft.uri, (all) => !all.some((one) => codeOf(one) === 'draft.front-matter'));
  });

  test('a folder’s own settings hold for its drafts only', async () => {
    const { document: doubt } = await openDraft('修路.md', VILLAGE);
    const { document: visit } = await openDraft('接待.md', OFFICE);
    const settings = vscode.workspace.getConfiguration('zhangfa', fileUri('', VILLAGE));
    const level = { 'section.missing': 'error' };
    await settings.update('severity', level, vscode.ConfigurationTarget.WorkspaceFolder);
    const isError = ({ severity }: vscode.Diagnostic): boolean =>
      severity === vscode.DiagnosticSeverity.Error;
    await diagnosticsThat(doubt.uri, (all) => all.some(isError));
    await checked(visit);
    assert.ok(!diagnostics(visit.uri).some(isError));
    await settings.update('severity', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    await diagnosticsThat(doubt.uri, (all) => !all.some(isError));
  });

  test('the report of the workspace', async () => {
    await tabOpenedBy(() => vscode.commands.executeCommand('zhangfa.checkWorkspace'), /^检查报告：工作区$/);
  });
});

/** Names a framework in the front matter, not saved. */
async function naming(framework: string, document: vscode.TextDocument): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, document.lineAt(2).range, `framework: ${framework}`);
  await vscode.workspace.applyEdit(edit);
  await checked(document);
}
