import { messages, type Locale } from '../core/messages/messages';
import { LineIndex } from '../core/text/lineIndex';
import { displayPath } from '../files/displayPath';
import { describeRubricProblem } from '../rubrics/describeRubricProblem';
import { printable, printablePath } from './print';
import type { RubricSet } from '../rubrics/rubricStore';

/** Says one thing that went wrong, on standard error. */
export function complain(message: string): void {
  process.stderr.write(`${printable(message)}\n`);
}

/** Faults of the writer's rubrics stop nothing, but they are said. @returns whether a named file is not there */
export function complainAboutRubrics({ files, unreadable, missing }: RubricSet, locale: Locale): boolean {
  const text = messages(locale);
  for (const { uri, text: source, loaded } of files) {
    const index = new LineIndex(source);
    for (const problem of loaded.problems) {
      const { line, character } = index.positionAt(problem.range.from);
      complain(
        `${printablePath(displayPath(uri))}:${line + 1}:${character + 1}: ${describeRubricProblem(problem, locale)}`,
      );
    }
  }
  for (const { uri, reason } of unreadable)
    complain(text.rubricUnreadable(printablePath(displayPath(uri)), text.unreadable[reason]));
  for (const entry of missing) complain(text.rubricsMissing(entry, 'option'));
  return missing.length > 0 || unreadable.length > 0;
}
