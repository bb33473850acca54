import { Range, TabInputText, Uri, ViewColumn, window } from 'vscode';

/**
 * `zhangfa.openLine`: follows a link of a report, in the group where the document already is.
 * @param line counted from 1, as is the column
 */
export async function openLine(uri: unknown, line: unknown, column: unknown): Promise<void> {
  if (typeof uri !== 'string' || typeof line !== 'number') return;
  const target = Uri.parse(uri);
  const at = new Range(
    line - 1,
    typeof column === 'number' ? column - 1 : 0,
    line - 1,
    typeof column === 'number' ? column - 1 : 0,
  );
  await window.showTextDocument(target, { selection: at, viewColumn: columnOf(target) ?? ViewColumn.One });
}

function columnOf(target: Uri): ViewColumn | undefined {
  return window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === target.toString()),
  )?.viewColumn;
}
