import { matched } from '../text/matched';
import { fold } from '../text/fold';
import type { Range } from '../text/range';

/** How a block names the question: as a heading above it, or as a label in front of it. */
export type Naming = 'heading' | 'label';

/* The patterns below are for folded text. */

/** A heading that says: what follows is the question. 问题 alone is no such heading: too many notes have one. */
const QUESTION_HEADING = /^[\s#*【[(]*(?:题目|试题|题干|面试题)\s*\d*\s*[】\])*]*\s*:?[\s#=-]*$/;
/** A paragraph or quote that begins with a label for the question. */
const QUESTION_LABEL =
  /^[\s>*_【[(]*(?:题目|试题|题干|面试题)\s*\d*\s*[】\])]*[*_]*\s*:\s*|^[\s>*]*【(?:题目|试题|题干)\d*】\s*/;
/** Both have this character, which folding makes of the traditional one too. */
const IN_BOTH = ['题', '題'];

/** Whether a block begins by naming the question. */
export function namingOf(isHeading: boolean, source: string, comments: readonly Range[]): Naming | undefined {
  if (!IN_BOTH.some((character) => source.includes(character))) return undefined;
  const beginning = fold(withoutComments(source, comments).slice(0, 200));
  if (isHeading && QUESTION_HEADING.test(beginning.replace(/^[#\s]+/, ''))) return 'heading';
  return QUESTION_LABEL.test(beginning) ? 'label' : undefined;
}

/** Length of the label a text begins with, UTF-16 units. */
export function labelLength(text: string): number {
  return matched(QUESTION_LABEL, fold(text)).length;
}

/** @param comments in order */
export function withoutComments(source: string, comments: readonly Range[]): string {
  let rest = '';
  let at = 0;
  for (const { from, to } of comments) {
    rest += source.slice(at, from);
    at = to;
  }
  return rest + source.slice(at);
}
