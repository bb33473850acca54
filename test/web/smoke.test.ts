import * as vscode from 'vscode';
import {
  checked,
  codes,
  diagnostics,
  diagnosticsThat,
  extensionApi,
  fileUri,
  finding,
  noFinding,
  openDraft,
  openUntitled,
  quickFixes,
  restore,
  setting,
  tabOpenedBy,
  take,
} from '../vscode/support';

/** Node's assert is not in the browser. */
function check(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

function same(actual: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  check(is === should, `${is}\nshould be\n${should}`);
}

suite('VS Code for the web', () => {
  teardown(restore);

  test('opening a draft activates the browser build, which reports findings', async () => {
    check(vscode.env.uiKind === vscode.UIKind.Web, 'runs in a browser');
    const draft = fileUri('路灯.md');
    check(draft.scheme !== 'file', 'the folder is a virtual one');
    await vscode.window.showTextDocument(draft);
    await diagnosticsThat(draft, ({ length }) => length > 0);

    const extension = vscode.extensions.getExtension('zhangfa.zhangfa');
    check(extension, 'zhangfa.zhangfa is there');
    check(extension.isActive, 'zhangfa.zhangfa is active');
    check(extension.extensionUri.scheme === 'http', 'it comes from the web');
  });

  test('the findings of a draft, and none in a complete one or in other Markdown', async () => {
    const { uri } = (await openDraft('路灯.md')).document;
    await finding(uri, 'section.missing');
    same(codes(diagnostics(uri)), ['section.missing', 'promise.beyond-authority', 'section.weak']);
    for (const name of ['公示.md', '值班笔记.md'])
      same(codes(diagnostics((await openDraft(name)).document.uri)), []);
  });

  test('a missing section is inserted, which settles its finding; one undo takes it back', async () => {
    const { document } = await openDraft('路灯.md');
    const before = document.getText();
    const actions = await quickFixes(document.uri, await finding(document.uri, 'section.missing'));
    const preferred = actions.find(({ isPreferred }) => isPreferred);
    check(preferred, 'a remedy is offered');
    await take(actions, preferred.title);
    check(document.getText().includes('## 三、长效'), 'the section has its heading');
    await noFinding(document.uri, 'section.missing');
    await vscode.commands.executeCommand('undo');
    same(document.getText(), before);
    await finding(document.uri, 'section.missing');
  });

  test('an untitled draft; the report', async () => {
    const { document } = await openUntitled('题目：有人质疑停车费涨价，你怎么办？\n\n我会高度重视。\n');
    await finding(document.uri, 'section.missing');
    await tabOpenedBy(() => vscode.commands.executeCommand('zhangfa.check'), /Untitled-1/);
  });

  test('settings take effect', async () => {
    const { uri } = (await openDraft('路灯.md')).document;
    await finding(uri, 'section.weak');
    await setting('severity', { 'section.weak': 'off' });
    await noFinding(uri, 'section.weak');
  });

  test('the worker, restarted by command: the findings come back', async () => {
    const { document } = await openDraft('路灯.md');
    await finding(document.uri, 'section.missing');
    await vscode.commands.executeCommand('zhangfa.restartServer');
    await checked(document);
    await finding(document.uri, 'section.missing');
  });

  test('a rubric of one’s own in the virtual folder: its fault at its line, in use once mended', async () => {
    const rubric = fileUri('.zhangfa/rubrics/own.yaml');
    const write = async (need: string): Promise<void> =>
      vscode.workspace.fs.writeFile(
        rubric,
        new TextEncoder().encode(
          `id: own\ntitle: 自己的\nsections:\n  - { id: one, title: 第一步, need: ${need}, why: 为什么, scaffold: 我【做】。 }\n`,
        ),
      );
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(rubric, '..'));
    await write('sometimes');
    await vscode.commands.executeCommand('zhangfa.restartServer');
    const { document } = await openUntitled('---\nframework: own\n---\n\n我先听大家讲。\n');
    await finding(document.uri, 'draft.front-matter');
    await openDraft('路灯.md');
    const { range } = await finding(rubric, 'rubric.invalid');
    same(range.start.line, 3);
    await write('required');
    await diagnosticsThat(rubric, ({ length }) => length === 0);
    const draft = await openDraft('窗口.md');
    await draft.edit((edit) => edit.insert(new vscode.Position(0, 0), '---\nframework: own\n---\n\n'));
    await checked(draft.document);
    const state = (await extensionApi()).coverage(draft.document.uri.toString());
    same(
      state?.sections?.map(({ title }) => title),
      ['第一步'],
    );
  });
});
