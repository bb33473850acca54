import { Position, Range, Selection, type TextEditor, TextEditorRevealType } from 'vscode';
import type { TextEdit } from 'vscode-languageserver-types';
import { placeholdersIn } from '../../server/src/core/text/placeholders';

/**
 * Selects the first 【…】 of what was inserted, for the writer to fill in.
 * @param edits those that were made; the start of the topmost is where it was, for nothing before it has moved
 */
export function selectFirstBlank(editor: TextEditor, edits: readonly TextEdit[]): void {
  const { document } = editor;
  const starts = edits.map(({ range: { start } }) =>
    document.offsetAt(new Position(start.line, start.character)),
  );
  const inserted = Math.min(...starts);
  const blank = placeholdersIn(document.getText()).find(({ from }) => from >= inserted);
  if (!blank) return;
  const range = new Range(document.positionAt(blank.from), document.positionAt(blank.to));
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
