import { syntaxAt } from '../draft/blockList';
import type { Draft } from '../draft/draft';
import { isLeftOpen } from '../draft/leftOpen';
import type { PlacedBlock } from '../draft/question';
import { firstThat } from '../text/firstThat';

/** Inline syntax in whose text no answer is written. */
const SILENT_INLINE = new Set([
  'InlineCode',
  'Comment',
  'HTMLTag',
  'ProcessingInstruction',
  'URL',
  'Autolink',
]);

/**
 * Whether answer text is written at an offset: not in front matter (also while it is being typed), the question and
 * the blank lines that belong to it, headings, quotes, code, HTML and comments.
 * @param offset UTF-16
 */
export function isAnswerPlace(draft: Draft, offset: number): boolean {
  if (inFrontMatter(draft, offset)) return false;
  const { blocks } = draft;
  const index = lastBlockBefore(blocks, offset);
  const before = blocks[index];
  // A block that begins here, with nothing of the one before touching.
  const here = blocks.find(({ block, from }) => from <= offset && offset <= from + block.length);
  if (here) {
    if (here.role !== 'answer' || here.block.kind === 'heading') return false;
    return !inSilentInline(draft, offset);
  }
  if (!before) return true;
  if (isLeftOpen(draft, before)) return false;
  return !belongsToQuestion(blocks, index);
}

function lastBlockBefore(blocks: readonly PlacedBlock[], offset: number): number {
  return firstThat(blocks, ({ from }) => from > offset) - 1;
}

function inFrontMatter({ text, frontMatter }: Draft, offset: number): boolean {
  const { range, problems } = frontMatter;
  if (range.to > 0)
    return offset < range.to || (offset === range.to && !/[\r\n]/.test(text.charAt(offset - 1)));
  // Front matter whose end is not typed yet goes on to the first blank line.
  if (!problems.some(({ kind }) => kind === 'unclosed')) return false;
  const end = /(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]/.exec(text)?.index ?? text.length;
  return offset <= end;
}

function inSilentInline(draft: Draft, offset: number): boolean {
  for (let node = syntaxAt(draft, offset); node; node = node.parent ?? undefined) {
    if (SILENT_INLINE.has(node.name)) return true;
    // Code, HTML, comments and quotes inside a list.
    if (/^(?:FencedCode|CommentBlock|HTMLBlock|Blockquote|ATXHeading\d|SetextHeading\d)$/.test(node.name))
      return true;
  }
  return false;
}

/** Whether a paragraph written after a block would be part of the question (see `findQuestion`). */
function belongsToQuestion(blocks: readonly PlacedBlock[], index: number): boolean {
  let first = index;
  while (first > 0 && blocks[first]?.role === 'question' && blocks[first]?.block.kind !== 'heading') first--;
  const opening = blocks[first];
  if (opening?.role !== 'question' || opening.block.kind !== 'heading') return false;
  return first === index || blocks.slice(index + 1).some(({ block }) => block.kind === 'heading');
}
