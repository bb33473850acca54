import * as assert from 'node:assert';
import * as vscode from 'vscode';
import type { Node } from '../../client/src/sidebar/nodes';
import { eventually } from './events';
import { checked, extensionApi, noFinding, openDraft, openUntitled, restore } from './support';

type View = 'sections' | 'methods' | 'documents' | 'phrases';

/** Waits until a view shows what satisfies `test`. */
async function nodesThat(view: View, test: (nodes: readonly Node[]) => boolean): Promise<readonly Node[]> {
  const { sidebar } = await extensionApi();
  const tree = sidebar[view];
  return eventually(tree.onDidChangeTreeData, () => (test(tree.nodes) ? tree.nodes : undefined));
}

const labels = (nodes: readonly Node[]): string[] =>
  nodes.map(({ label, description }) => `${label} ${description ?? ''}`);

async function named(view: View, label: string): Promise<Node> {
  const nodes = await nodesThat(view, (all) => all.some((node) => node.label === label));
  const node = nodes.find((one) => one.label === label);
  assert.ok(node);
  return node;
}

async function click({ click: what }: Node): Promise<void> {
  assert.ok(what);
  await vscode.commands.executeCommand('zhangfa.tree.click', what);
}

const cursorLine = (): number | undefined => vscode.window.activeTextEditor?.selection.active.line;

suite('Side bar', () => {
  setup(async () => vscode.commands.executeCommand('zhangfa.sections.focus'));
  teardown(async () => {
    await restore();
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  test('the framework of the draft: sections with their points', async () => {
    await openDraft('路灯.md');
    const nodes = await nodesThat('sections', ({ length }) => length === 4);
    assert.deepStrictEqual(
      nodes.map(({ label, spoken }) => [label, spoken.split('，')[1]]),
      [
        ['态度', '完整'],
        ['行动', '薄弱'],
        ['长效', '缺失'],
        ['升华', '完整'],
      ],
    );
    const { sidebar } = await extensionApi();
    assert.strictEqual(sidebar.sections.description, '群众质疑工作');
    assert.ok(nodes.every(({ children = [] }) => children.length > 0));
  });

  test('a click leads to the first place, a point to its words', async () => {
    const editor = await openDraft('路灯.md');
    await click(await named('sections', '升华'));
    assert.strictEqual(cursorLine(), 13);
    const attitude = await named('sections', '态度');
    const found = attitude.children?.find((point) => point.click);
    assert.ok(found);
    await click(found);
    assert.strictEqual(cursorLine(), 7);
    assert.strictEqual(vscode.window.activeTextEditor?.document, editor.document);
  });

  test('a missing section is inserted, and is missing no more', async () => {
    const { document } = await openDraft('路灯.md');
    const before = document.getText();
    await vscode.commands.executeCommand('zhangfa.tree.insertSection', await named('sections', '长效'));
    await noFinding(document.uri, 'section.missing');
    const nodes = await nodesThat('sections', (all) => all.every(({ context }) => context === 'section'));
    assert.ok(
      labels(nodes).some((label) => label.startsWith('长效 薄弱')),
      labels(nodes).join(),
    );
    await vscode.commands.executeCommand('undo');
    assert.strictEqual(document.getText(), before);
  });

  test('it follows the editor: empty for what is no draft', async () => {
    await openDraft('路灯.md');
    await nodesThat('sections', ({ length }) => length === 4);
    await openDraft('值班笔记.md');
    await nodesThat('sections', ({ length }) => length === 0);
    await nodesThat('phrases', ({ length }) => length === 0);
  });

  test('hidden, it asks for nothing; shown again, it is up to date', async () => {
    const { sidebar } = await extensionApi();
    await openDraft('路灯.md');
    await nodesThat('sections', ({ length }) => length === 4);
    await vscode.commands.executeCommand('workbench.view.explorer');
    await eventually(
      sidebar.sections.view.onDidChangeVisibility,
      () => !sidebar.sections.view.visible || undefined,
    );
    let drawn = 0;
    const listener = sidebar.sections.onDidChangeTreeData(() => drawn++);
    const { document } = await openUntitled('---\nframework: visit-reception\n---\n\n您好，请坐。\n');
    await checked(document);
    assert.strictEqual(drawn, 0);
    listener.dispose();
    await vscode.commands.executeCommand('zhangfa.sections.focus');
    await nodesThat('sections', (nodes) => nodes.length > 0 && !nodes.some(({ label }) => label === '长效'));
  });

  test('documents: their state; one opens, and what was cleaned of it is shown', async () => {
    const node = await named('documents', '回应质疑.txt');
    assert.match(node.description ?? '', /^\d+ 条表述/);
    await click(node);
    assert.ok(vscode.window.activeTextEditor?.document.uri.path.endsWith('/回应质疑.txt'));
    await vscode.commands.executeCommand('zhangfa.tree.showCleaning', node);
    const { activeTab } = vscode.window.tabGroups.activeTabGroup;
    assert.ok(activeTab?.input instanceof vscode.TabInputTextDiff);
  });

  test('phrases for the section at the cursor; a click inserts one there', async () => {
    const editor = await openDraft('路灯.md');
    const { sidebar } = await extensionApi();
    const { document } = editor;
    const { text, lineNumber } = document.lineAt(11);
    const end = new vscode.Position(lineNumber, text.length);
    editor.selection = new vscode.Selection(end, end);
    await eventually(sidebar.phrases.onDidChangeTreeData, () =>
      sidebar.phrases.description === '行动' && sidebar.phrases.nodes.length > 0 ? true : undefined,
    );
    const phrase = sidebar.phrases.nodes.find(({ label }) => !label.includes('【'));
    assert.ok(phrase);
    const before = document.getText();
    await click(phrase);
    assert.strictEqual(document.lineAt(11).text, `${text}${phrase.label}`);
    await vscode.commands.executeCommand('undo');
    assert.strictEqual(document.getText(), before);
  });

  test('methods: those that fit can be inserted', async () => {
    const { document } = await openDraft('路灯.md');
    const groups = await nodesThat('methods', ({ length }) => length > 0);
    const fitting = groups
      .flatMap(({ children = [] }) => children)
      .find(({ context }) => context === 'method.fitting');
    assert.ok(fitting, JSON.stringify(groups.map(({ label }) => label)));
    const before = document.getText();
    await vscode.commands.executeCommand('zhangfa.tree.insertMethod', fitting);
    assert.ok(document.getText().length > before.length);
    await vscode.commands.executeCommand('undo');
    assert.strictEqual(document.getText(), before);
  });
});
