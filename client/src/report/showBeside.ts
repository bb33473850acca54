import {
  type Range,
  TabInputText,
  TextEditorRevealType,
  type TextDocument,
  Uri,
  ViewColumn,
  window,
} from 'vscode';

/** Shows a document in the group where it already is, never over the report. */
export async function showBeside(target: Uri | TextDocument, selection?: Range): Promise<void> {
  const uri = target instanceof Uri ? target : target.uri;
  const editor = await window.showTextDocument(uri, {
    viewColumn: columnOf(uri) ?? ViewColumn.One,
    ...(selection && { selection }),
  });
  if (selection) editor.revealRange(selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

function columnOf(target: Uri): ViewColumn | undefined {
  return window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === target.toString()),
  )?.viewColumn;
}
