import * as assert from 'node:assert';
import * as vscode from 'vscode';
import {
  checked,
  diagnostics,
  extensionApi,
  fileUri,
  finding,
  noFinding,
  openDraft,
  quickFixes,
  restore,
  setting,
  take,
} from './support';

suite('Quick fixes', () => {
  teardown(restore);

  /** Takes a quick fix at a finding of a draft, sees the finding gone, and undoes it. */
  const fix = async (
    name: string,
    code: string,
    title: string,
  ): Promise<{ before: string; after: string }> => {
    const { document } = await openDraft(name);
    const before = document.getText();
    await take(await quickFixes(document.uri, await finding(document.uri, code)), title);
    const after = document.getText();
    await noFinding(document.uri, code);
    await vscode.commands.executeCommand('undo');
    assert.strictEqual(document.getText(), before, 'one undo restores the text');
    await finding(document.uri, code);
    return { before, after };
  };

  test('insert the missing section: at its place in the order, with a heading as the draft has them', async () => {
    const { before, after } = await fix('路灯.md', 'section.missing', '插入“长效”环节的提纲');
    const headings = (text: string): string[] => text.match(/^## .*$/gm) ?? [];
    const [first, second] = headings(before);
    assert.deepStrictEqual(headings(after), [first, second, '## 三、长效', '## 四、一点体会']);
    assert.match(after, /\n\n## 三、长效\n\n.*【.+】/);
    assert.doesNotMatch(after, /\n{3}/);
  });

  test('the remedy comes first and is preferred; suppressions come last', async () => {
    const { document } = await openDraft('路灯.md');
    const found = await finding(document.uri, 'section.missing');
    const actions = await quickFixes(document.uri, found);
    assert.strictEqual(actions[0]?.title, '插入“长效”环节的提纲');
    assert.strictEqual(actions[0].isPreferred, true);
    assert.deepStrictEqual(
      actions.slice(-2).map(({ title }) => title),
      ['本文件不再提示（section.missing）', '整个工作区不再提示（section.missing）'],
    );
  });

  test('replace a wording', async () => {
    const { document } = await openDraft('窗口.md');
    const found = await finding(document.uri, 'wording.taboo');
    const rewrite = (await quickFixes(document.uri, found)).find(({ title }) => title.startsWith('改为'));
    assert.strictEqual(rewrite?.isPreferred, true);
    const replacement = /^改为“(.+)”$/.exec(rewrite.title)?.[1];
    const { before, after } = await fix('窗口.md', 'wording.taboo', rewrite.title);
    assert.strictEqual(after, before.replace('你去问别人', replacement!));
  });

  test('suppress here: a comment above the paragraph', async () => {
    const { after } = await fix('窗口.md', 'wording.taboo', '这里不再提示（wording.taboo）');
    assert.match(after, /\n\n<!-- zhangfa-disable-next-line wording\.taboo -->\n我先给大爷/);
  });

  test('suppress in the file: a line of the front matter, which is begun where there is none', async () => {
    const { after } = await fix('窗口.md', 'wording.taboo', '本文件不再提示（wording.taboo）');
    assert.match(after, /^---\nzhangfa-disable: \[wording\.taboo\]\n---\n\n# 题目\n/);
    const { after: added } = await fix('路灯.md', 'section.weak', '本文件不再提示（section.weak）');
    assert.match(added, /\nframework: public-doubt\nzhangfa-disable: \[section\.weak\]\n---\n/);
  });

  test('suppress in the workspace: the setting, beside what it says of other rules', async () => {
    await setting('severity', { cliche: 'error' });
    const { document } = await openDraft('窗口.md');
    const actions = await quickFixes(document.uri, await finding(document.uri, 'wording.taboo'));
    await take(actions, '整个工作区不再提示（wording.taboo）');
    await noFinding(document.uri, 'wording.taboo');
    assert.deepStrictEqual(vscode.workspace.getConfiguration('zhangfa').inspect('severity')?.workspaceValue, {
      cliche: 'error',
      'wording.taboo': 'off',
    });
    assert.strictEqual(document.isDirty, false, 'the draft itself is left alone');
    await setting('severity', undefined);
    await finding(document.uri, 'wording.taboo');
  });

  test('use another framework: named in the front matter', async () => {
    const { document } = await openDraft('路灯.md');
    const actions = await quickFixes(document.uri, await finding(document.uri, 'section.missing'));
    const other = actions.find(({ title }) => title.startsWith('改用框架'));
    assert.ok(other, 'other frameworks are offered');
    await take(actions, other.title);
    await checked(document);
    const state = (await extensionApi()).coverage(document.uri.toString());
    assert.strictEqual(other.title, `改用框架“${state?.framework?.title ?? ''}”`);
    assert.strictEqual(state?.framework?.chosenBy, 'front-matter');
    assert.match(document.getText(), new RegExp(`\nframework: ${state.framework.id}\n`));
  });

  test('nothing is offered where nothing is found', async () => {
    const { document } = await openDraft('公示.md');
    assert.deepStrictEqual(diagnostics(document.uri), []);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      fileUri('公示.md'),
      new vscode.Range(6, 0, 8, 0),
      'quickfix',
    );
    assert.deepStrictEqual(
      actions.map(({ title }) => title),
      [],
    );
  });
});
