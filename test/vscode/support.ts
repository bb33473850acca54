/** What the tests in VS Code share: opening drafts, waiting for their check, and leaving no trace. */
import * as vscode from 'vscode';
import type { TestApi } from '../../client/src/activate';
import { eventually } from './events';

/** The name our diagnostics are shown under. */
const SOURCE = '章法';

/** What tests may know of the extension. */
export async function extensionApi(): Promise<TestApi> {
  const extension = vscode.extensions.getExtension<TestApi>('zhangfa.zhangfa');
  if (!extension) throw new Error('zhangfa.zhangfa is not there');
  return extension.activate();
}

/** A file of one of the workspace's folders. */
export function fileUri(name: string, folder = 0): vscode.Uri {
  const root = vscode.workspace.workspaceFolders?.[folder];
  if (!root) throw new Error(`There is no folder ${folder}`);
  return vscode.Uri.joinPath(root.uri, name);
}

/** Shows a file of a folder, and waits until the text it has now is checked. */
export async function openDraft(name: string, folder = 0): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(fileUri(name, folder));
  await checked(editor.document);
  return editor;
}

/** Shows text that is in no file yet, and waits until it is checked. */
export async function openUntitled(content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  if (document.getText() !== content) {
    // The backup of one of the same name that was closed by the test before, and is not deleted yet.
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), content);
    await vscode.workspace.applyEdit(edit);
  }
  const editor = await vscode.window.showTextDocument(document);
  await checked(document);
  return editor;
}

/** Waits until the server has checked the text a document has now. */
export async function checked(document: vscode.TextDocument): Promise<void> {
  const { onDidChangeCoverage, coverage } = await extensionApi();
  const uri = document.uri.toString();
  await eventually(onDidChangeCoverage, () => coverage(uri)?.version === document.version || undefined);
  // Diagnostics are sent before the coverage, but the client converts them aside; an answer comes after both.
  await vscode.commands.executeCommand('vscode.executeFoldingRangeProvider', document.uri);
}

/**
 * Waits until the editor in use satisfies `test`. A command may be done before VS Code says what is in front now, and
 * some of VS Code's own do not wait for what they open.
 */
export async function editorInUse(
  test: (editor: vscode.TextEditor) => boolean = () => true,
): Promise<vscode.TextEditor> {
  return eventually(vscode.window.onDidChangeActiveTextEditor, () => {
    const editor = vscode.window.activeTextEditor;
    return editor && test(editor) ? editor : undefined;
  });
}

/** Waits until no text is in front: a page is, or nothing. */
export async function noEditorInUse(): Promise<void> {
  await eventually(
    vscode.window.onDidChangeActiveTextEditor,
    () => vscode.window.activeTextEditor === undefined || undefined,
  );
}

/** Our diagnostics of a document as they are now. */
export function diagnostics(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE);
}

/** Waits until our diagnostics of a document satisfy `test`, and returns them. */
export async function diagnosticsThat(
  uri: vscode.Uri,
  test: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  return eventually(vscode.languages.onDidChangeDiagnostics, () => {
    const found = diagnostics(uri);
    return test(found) ? found : undefined;
  });
}

/** The rule that a diagnostic is of. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The rules of diagnostics, in the order in which they are shown. */
export function codes(found: readonly vscode.Diagnostic[]): string[] {
  return [...found]
    .sort((a, b) => a.range.start.compareTo(b.range.start) || (codeOf(a) < codeOf(b) ? -1 : 1))
    .map(codeOf);
}

/** Waits for the diagnostic of a rule. */
export async function finding(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  const found = await diagnosticsThat(uri, (all) => all.some((one) => codeOf(one) === code));
  return found.find((one) => codeOf(one) === code)!;
}

/** Waits until a rule has nothing to report. */
export async function noFinding(uri: vscode.Uri, code: string): Promise<void> {
  await diagnosticsThat(uri, (all) => !all.some((one) => codeOf(one) === code));
}

/** The quick fixes that VS Code offers at a diagnostic. */
export async function quickFixes(
  uri: vscode.Uri,
  { range }: vscode.Diagnostic,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range, 'quickfix');
}

/** Takes the quick fix with a title, as the menu does: its edit first, then its command. */
export async function take(actions: readonly vscode.CodeAction[], title: string): Promise<void> {
  const action = actions.find((one) => one.title === title);
  if (!action) throw new Error(`No “${title}” among: ${actions.map((one) => one.title).join(' | ')}`);
  if (action.edit && !(await vscode.workspace.applyEdit(action.edit))) throw new Error('The edit is refused');
  const { command } = action;
  if (command)
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

/** Runs `act` and waits for the tab that it opens, by its label. */
export async function tabOpenedBy(act: () => Thenable<unknown>, label: RegExp): Promise<vscode.Tab> {
  await act();
  return eventually(vscode.window.tabGroups.onDidChangeTabs, () =>
    vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find((tab) => label.test(tab.label)),
  );
}

const changed = new Map<string, vscode.ConfigurationTarget>();

/** Changes a setting of ours until the test is over. */
export async function setting(
  key: string,
  value: unknown,
  target = vscode.ConfigurationTarget.Workspace,
): Promise<void> {
  changed.set(key, target);
  await vscode.workspace.getConfiguration('zhangfa').update(key, value, target);
}

/** Brings back what a test has changed: settings, texts, and what is open. For `teardown`. */
export async function restore(): Promise<void> {
  for (const [key, target] of changed)
    await vscode.workspace.getConfiguration('zhangfa').update(key, undefined, target);
  changed.clear();
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty) continue;
    await vscode.window.showTextDocument(document);
    // An untitled document would ask whether to save it.
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
