/** Answering dialogues in place of the writer. Works for the development folder, which shares VS Code's API. */
import * as assert from 'node:assert';
import * as vscode from 'vscode';

type Dialogue =
  'showInputBox' | 'showQuickPick' | 'showInformationMessage' | 'showWarningMessage' | 'showErrorMessage';

const undo: (() => void)[] = [];

/** Answers a dialogue from now on, until `takeBack`. */
export function answer(name: Dialogue, reply: (...args: never[]) => unknown): void {
  const original = vscode.window[name];
  const replace = (value: unknown): void => assert.ok(Reflect.set(vscode.window, name, value));
  replace((...args: never[]) => Promise.resolve(reply(...args)));
  undo.push(() => replace(original));
}

/** Gives VS Code its dialogues back. For `teardown`. */
export function takeBack(): void {
  for (const one of undo.splice(0).reverse()) one();
}

/** The next message of a kind that is shown, with its buttons; it stays unanswered. */
export async function nextMessage(): Promise<{ readonly text: string; readonly buttons: readonly string[] }> {
  return new Promise((resolve) => {
    answer('showInformationMessage', (text: string, ...buttons: string[]) => {
      resolve({ text, buttons });
      return undefined;
    });
  });
}

/** Deletes the drafts that commands have made. */
export async function deleteDrafts(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) return;
  const drafts = vscode.Uri.joinPath(folder.uri, 'drafts');
  const files = await vscode.workspace.fs.readDirectory(drafts).then(undefined, () => []);
  for (const [name] of files) await vscode.workspace.fs.delete(vscode.Uri.joinPath(drafts, name));
}
