import { Range } from 'vscode';
import type { Range as MessageRange } from 'vscode-languageserver-types';

/** A range of a message as VS Code's own. */
export function toRange({ start, end }: MessageRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
