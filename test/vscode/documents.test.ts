import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { summarize } from '../../client/src/referenceStatus';
import type { DocumentsParams } from '../../server/src/lsp/protocol';
import { eventually } from './events';
import { extensionApi, fileUri, openDraft, openUntitled, restore, setting, tabOpenedBy } from './support';

/** Files of `documents/` in the workspace. */
const FIXTURES = 2;

suite('Reference documents', () => {
  const undoStubs: (() => void)[] = [];
  const made: vscode.Uri[] = [];

  /** Answers in place of the writer; the development folder shares VS Code's API. */
  const answer = (
    name: 'showQuickPick' | 'showOpenDialog' | 'showInformationMessage' | 'showWarningMessage',
    reply: (...args: never[]) => unknown,
  ): void => {
    const original = vscode.window[name];
    const replace = (value: unknown): void => assert.ok(Reflect.set(vscode.window, name, value));
    replace((...args: never[]) => Promise.resolve(reply(...args)));
    undoStubs.push(() => replace(original));
  };

  /** Makes a file until the test is over. */
  const make = async (name: string, content: string | Uint8Array): Promise<vscode.Uri> => {
    const uri = fileUri(name);
    made.push(uri);
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await vscode.workspace.fs.writeFile(uri, bytes);
    return uri;
  };

  teardown(async () => {
    for (const undo of undoStubs.splice(0)) undo();
    await restore();
    for (const uri of made.splice(0)) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
    await documentsThat(({ documents, problems }) => documents === FIXTURES && problems.length === 0);
  });

  test('those in documents/ are read without a word being said about it', async () => {
    const state = await documentsThat(({ documents }) => documents === FIXTURES);
    assert.deepStrictEqual(state.problems, []);
    assert.ok(state.phrases > 10, String(state.phrases));
    assert.deepStrictEqual(
      [summarize(state).text, summarize(state).warns],
      [`2 份参考文档，${state.phrases} 条表述`, false],
    );
  });

  test('one that comes is read, one that goes is forgotten', async () => {
    const before = await documentsThat(({ documents }) => documents === FIXTURES);
    const uri = await make('documents/意见箱.txt', '村口的意见箱每周开一次，开箱的时候请两位村民在场。\n');
    const after = await documentsThat(({ documents }) => documents === FIXTURES + 1);
    assert.ok(after.phrases > before.phrases);
    await vscode.workspace.fs.delete(uri);
    await documentsThat(({ documents }) => documents === FIXTURES);
  });

  test('one that cannot be read is named, with the reason; the others are there', async () => {
    await make('documents/打不开.docx', Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3));
    const state = await documentsThat(({ problems }) => problems.length === 1);
    assert.strictEqual(state.documents, FIXTURES);
    const { text, detail, warns, command } = summarize(state);
    assert.strictEqual(text, '1 份文档没有读');
    assert.match(detail, /^打不开\.docx：.*损坏/);
    assert.match(detail, / · 2 份参考文档，\d+ 条表述$/);
    assert.ok(warns);
    assert.strictEqual(command.command, 'zhangfa.showDocuments');

    // Above all others in the list; choosing it says why.
    let offered: readonly vscode.QuickPickItem[] = [];
    answer('showQuickPick', (items: readonly vscode.QuickPickItem[]) => (offered = items)[0]);
    let said: readonly string[] = [];
    answer('showWarningMessage', (...args: readonly string[]) => void (said = args));
    await vscode.commands.executeCommand('zhangfa.showDocuments');
    assert.deepStrictEqual(
      [offered[0]?.label, offered[0]?.description],
      ['$(warning) 打不开.docx', '没有读'],
    );
    assert.match(offered[0]?.detail ?? '', /损坏/);
    assert.match(said[0] ?? '', /^打不开\.docx：.*损坏/);
    assert.deepStrictEqual(said.slice(1), ['显示文件']);
  });

  test('the list: format and counts of each; choosing one shows what was left out, side by side', async () => {
    await documentsThat(({ documents }) => documents === FIXTURES);
    let offered: readonly vscode.QuickPickItem[] = [];
    answer('showQuickPick', (items: readonly vscode.QuickPickItem[]) => {
      offered = items;
      return items.find(({ label }) => label.endsWith('回应质疑.txt'));
    });
    let said = '';
    answer('showInformationMessage', (message: string) => void (said = message));
    const tab = await tabOpenedBy(
      () => vscode.commands.executeCommand('zhangfa.showDocuments'),
      /^回应质疑\.txt：读到的 ↔ 收录的$/,
    );
    const described = offered.map(({ label, description = '' }) => `${label} ${description}`.trim());
    assert.match(described[0] ?? '', /^\$\(book\) 入户走访\.md Markdown · \d+ 句 · \d+ 条表述/);
    assert.match(described[1] ?? '', /^\$\(book\) 回应质疑\.txt 文本 · \d+ 句 · \d+ 条表述 · 略去 \d+ 处$/);
    assert.deepStrictEqual(described.slice(2), ['', '$(add) 添加参考文档……', '$(refresh) 全部重新读取']);

    assert.ok(tab.input instanceof vscode.TabInputTextDiff);
    const [read, kept] = await Promise.all(
      [tab.input.original, tab.input.modified].map(async (uri) => vscode.workspace.openTextDocument(uri)),
    );
    assert.ok(read && kept);
    assert.match(read.getText(), /^您的位置：首页 > /);
    assert.match(kept.getText(), /^〔.+〕/);
    assert.ok(kept.getText().includes('一盏一盏地看') && !kept.getText().includes('版权所有'));
    assert.strictEqual(read.lineCount, kept.lineCount);
    // No Markdown to be checked, whatever the file is called.
    for (const { uri } of [read, kept])
      await eventually(vscode.workspace.onDidOpenTextDocument, () =>
        vscode.workspace.textDocuments.find(
          (one) => one.uri.toString() === uri.toString() && one.languageId === 'zhangfa-document',
        ),
      );
    assert.match(said, /^略去：.+ × \d+/);
  });

  test('add: what is in force stays, nothing is named twice, and what there is now is said', async () => {
    const state = await documentsThat(({ documents }) => documents === FIXTURES);
    const uri = await make('补充.txt', '每个月把收支明细贴在公告栏，附上监督电话，请居民随时来问。\n');
    await setting('documents', undefined); // brought back by teardown
    let asked: vscode.OpenDialogOptions = {};
    const said: string[] = [];
    answer('showInformationMessage', (message: string) => void said.push(message));
    answer('showQuickPick', (items: readonly vscode.QuickPickItem[]) => items[0]);
    answer('showOpenDialog', (options: vscode.OpenDialogOptions) => {
      asked = options;
      return [uri, fileUri('documents')];
    });
    await vscode.commands.executeCommand('zhangfa.addDocuments');
    assert.ok(asked.canSelectMany && asked.canSelectFiles && !asked.canSelectFolders);
    const inForce = (): unknown => vscode.workspace.getConfiguration('zhangfa').get('documents');
    assert.deepStrictEqual(inForce(), ['documents/', '补充.txt']);
    const { documents, phrases } = await documentsThat((now) => now.documents === FIXTURES + 1);
    assert.ok(phrases > state.phrases);
    assert.deepStrictEqual(said, [`已添加。现在共有 ${documents} 份参考文档，${phrases} 条表述。`]);

    await vscode.commands.executeCommand('zhangfa.addDocuments');
    assert.deepStrictEqual(inForce(), ['documents/', '补充.txt']);
    assert.strictEqual(said[1], '选的这些已经在参考文档里了。');
  });

  test('add, and think better of it: nothing changes', async () => {
    answer('showQuickPick', () => undefined);
    await vscode.commands.executeCommand('zhangfa.addDocuments');
    answer('showQuickPick', (items: readonly vscode.QuickPickItem[]) => items[1]);
    answer('showOpenDialog', () => undefined);
    await vscode.commands.executeCommand('zhangfa.addDocuments');
    const { workspaceValue } = vscode.workspace.getConfiguration('zhangfa').inspect('documents') ?? {};
    assert.strictEqual(workspaceValue, undefined);
  });

  test('read anew on demand, and said', async () => {
    await documentsThat(({ documents }) => documents === FIXTURES);
    let said = '';
    answer('showInformationMessage', (message: string) => void (said = message));
    await vscode.commands.executeCommand('zhangfa.rereadDocuments');
    assert.match(said, /^2 份参考文档，\d+ 条表述$/);
  });
});

suite('Phrases of the reference documents', () => {
  const QUESTION = '题目：网上有人发帖质疑小区停车费涨价不透明，你是社区工作人员，怎么办？';
  const COPIED = '调出合同、发票和验收单逐项核对';

  suiteSetup(async () => documentsThat(({ documents }) => documents === FIXTURES));
  teardown(restore);

  test('completion: phrases of the section, each with its passage and where it stands', async () => {
    const { document } = await openDraft('路灯.md');
    const at = document.positionAt(document.getText().indexOf('根据调查结果'));
    const { items } = await complete(document.uri, at);
    assert.ok(items.length > 5, String(items.length));
    const found = items.find(({ label }) => labelOf(label).includes('核查小组'));
    assert.ok(found, items.map(({ label }) => labelOf(label)).join(' | '));
    assert.match(textOf(found.documentation), /到现场一盏一盏地看/);
    assert.match(textOf(found.documentation), /回应质疑\.txt/);
  });

  test('completion: by the initials of pinyin', async () => {
    const { document } = await openUntitled(`${QUESTION}\n\n我会牢记qzly`);
    const { items } = await complete(document.uri, document.lineAt(2).range.end);
    assert.ok(
      items.some(({ label }) => labelOf(label).includes('群众利益')),
      items.map(({ label }) => labelOf(label)).join(' | '),
    );
  });

  test('definition: from words of a document to their line in it', async () => {
    const { document } = await openUntitled(`${QUESTION}\n\n我会${COPIED}，再回复大家。\n`);
    const locations = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      new vscode.Position(2, 8),
    );
    const [first] = locations;
    assert.ok(first);
    const [uri, range] = 'uri' in first ? [first.uri, first.range] : [first.targetUri, first.targetRange];
    assert.strictEqual(uri.toString(), fileUri('documents/回应质疑.txt').toString());
    const source = await vscode.workspace.openTextDocument(uri);
    assert.ok(source.lineAt(range.start.line).text.includes(COPIED), String(range.start.line));
  });

  test('hover: names the document that words come from', async () => {
    // What is flagged would be explained first.
    await setting('severity', { 'section.weak': 'off' });
    const { document } = await openUntitled(`${QUESTION}\n\n我会${COPIED}，再回复大家。\n`);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(2, 8),
    );
    const text = hovers.flatMap(({ contents }) => contents.map((content) => textOf(content))).join('\n');
    assert.match(text, /回应质疑\.txt/);
  });

  test('symbols of the workspace: passages', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      '民情本',
    );
    const found = symbols.find(({ name }) => name.includes('民情本'));
    assert.ok(found, symbols.map(({ name }) => name).join(' | '));
    assert.ok(found.location.uri.path.endsWith('/documents/入户走访.md'), found.location.uri.toString());
  });

  test('inlay hints: the section of each paragraph, when they are wanted', async () => {
    const { document } = await openUntitled(
      `${QUESTION}\n\n首先，我在群里回应，谢谢大家提醒，三天内给答复，再约发帖的人当面听，一条条记下来。\n`,
    );
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = async (): Promise<vscode.InlayHint[]> =>
      vscode.commands.executeCommand('vscode.executeInlayHintProvider', document.uri, whole);
    assert.deepStrictEqual(await hints(), []);
    await setting('inlayHints', true);
    const labels = (await hints()).map(({ label }) => (typeof label === 'string' ? label : label[0]?.value));
    assert.ok(
      labels.some((label) => label === '〔态度〕'),
      labels.join(),
    );
  });
});

/** Waits until what the server says of the documents satisfies `test`, with nothing being read. */
async function documentsThat(test: (state: DocumentsParams) => boolean): Promise<DocumentsParams> {
  const { onDidChangeDocuments, documents } = await extensionApi();
  return eventually(onDidChangeDocuments, () => {
    const state = documents();
    return state?.state === 'ready' && test(state) ? state : undefined;
  });
}

async function complete(uri: vscode.Uri, at: vscode.Position): Promise<vscode.CompletionList> {
  return vscode.commands.executeCommand('vscode.executeCompletionItemProvider', uri, at, undefined, 100);
}

function labelOf(label: string | vscode.CompletionItemLabel): string {
  return typeof label === 'string' ? label : label.label;
}

function textOf(text: string | vscode.MarkdownString | { readonly value: string } | undefined): string {
  return text === undefined || typeof text === 'string' ? (text ?? '') : text.value;
}
