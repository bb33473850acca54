import { commands } from 'vscode';

/** `zhangfa.suggestPhrase`: opens the list of suggestions at the cursor. */
export async function suggestPhrase(): Promise<void> {
  await commands.executeCommand('editor.action.triggerSuggest');
}
