import { Tree } from '@lezer/common';
import { parser as commonMark, Table } from '@lezer/markdown';
import { Shelf } from '../text/kept';
import type { Range } from '../text/range';
import { linearInline } from './linearInline';
import { looseHeading } from './looseHeading';
import { type Naming, namingOf } from './questionLabel';
import { shallow } from './shallow';
import { type Sentence, splitSentences } from './sentences';
import { silentSpans } from './silentSpans';

/**
 * Markdown with tables; emphasis and links come with CommonMark. Hard breaks are left out: nothing here needs them,
 * and looking for them takes quadratic time on a run of blanks. Indented code is left out as well: in Chinese prose four
 * blanks or a tab before a paragraph are the indent of two 字.
 */
export const markdownParser = commonMark.configure([
  Table,
  looseHeading,
  shallow,
  { remove: ['HardBreak', 'IndentedCode'] },
]);

/**
 * The same for drafts, in linear time for any text. Emphasis is left out: its marks are not said whether they are a
 * pair or not, and finding the pairs takes quadratic time, and the whole stack where they are nested deeply.
 */
export const draftParser = markdownParser.configure([{ remove: ['Emphasis'] }, linearInline]);

export type BlockKind = 'heading' | 'text' | 'quote' | 'comment' | 'other';

/** A top-level block of the draft, positioned from its own start: unchanged text keeps the same object. */
export class Block {
  static readonly shelf = new Shelf();
  /** For what is found out about it. */
  readonly kept = Block.shelf.make();

  /**
   * @param level 1-6 for headings, 0 otherwise
   * @param divisible a paragraph can be divided between two sentences; a list, table or heading cannot
   * @param length UTF-16 units
   * @param sentences their ranges count from the start of the block
   * @param naming how it names the question, if it does
   * @param comments HTML comments in or as the block, from its start
   */
  constructor(
    readonly kind: BlockKind,
    readonly level: number,
    readonly divisible: boolean,
    readonly length: number,
    readonly sentences: readonly Sentence[],
    readonly naming: Naming | undefined,
    readonly comments: readonly Range[],
  ) {}
}

const LEAVES = new Set(['Paragraph', 'TableCell']);

/**
 * Builds the block for one child of the document node.
 * @param syntax its node, or where it holds nothing but text, what there is of it
 * @param source the block's own text
 */
export function buildBlock(name: string, syntax: Tree | readonly Range[], source: string): Block {
  const kind = kindOf(name);
  const level = kind === 'heading' ? Number(name.at(-1)) : 0;
  const sentences: Sentence[] = [];
  const comments: Range[] = [];
  if (kind === 'comment') comments.push({ from: 0, to: source.length });
  else if (!(syntax instanceof Tree)) splitPlain(source, syntax, level, sentences);
  else if (kind !== 'other') collect(syntax, source, sentences, comments);
  const naming =
    kind === 'comment' || kind === 'other' ? undefined : namingOf(kind === 'heading', source, comments);
  return new Block(
    kind,
    level,
    name === 'Paragraph',
    source.length,
    tight(sentences),
    naming,
    comments.length === 0 ? NO_COMMENTS : comments,
  );
}

const NO_SENTENCES: readonly Sentence[] = [];
const NO_COMMENTS: readonly Range[] = [];
const NO_HOLES: readonly Range[] = [];

/** In a list of just that length: one that grew has room for sixteen more. */
function tight(sentences: readonly Sentence[]): readonly Sentence[] {
  return sentences.length === 0 ? NO_SENTENCES : sentences.slice();
}

/** Whether a block is what `buildBlock` would make of the same text, read as a node of a name. */
export function isBuiltFrom(block: Block, name: string, length: number): boolean {
  return block.length === length && block.kind === kindOf(name) && block.divisible === (name === 'Paragraph');
}

function kindOf(name: string): BlockKind {
  if (name.startsWith('ATXHeading') || name.startsWith('SetextHeading')) return 'heading';
  if (name === 'Paragraph' || name === 'BulletList' || name === 'OrderedList' || name === 'Table')
    return 'text';
  if (name === 'Blockquote') return 'quote';
  if (name === 'CommentBlock') return 'comment';
  return 'other';
}

/** Splits what there is in a block of nothing but text; of a heading, its signs are not said. */
function splitPlain(source: string, leaves: readonly Range[], level: number, sentences: Sentence[]): void {
  const signs = level > 0 ? [{ from: 0, to: level }] : NO_HOLES;
  for (const { from, to } of leaves)
    splitSentences(source, { from, to: Math.min(to, source.length) }, signs, level > 0, sentences);
}

/**
 * Walks the block with a cursor (no recursion: nesting is as deep as the writer's text) and splits every leaf. Most
 * paragraphs are a leaf with nothing in it.
 */
function collect(tree: Tree, source: string, sentences: Sentence[], comments: Range[]): void {
  if (tree.type.name === 'Paragraph' && tree.children.length === 0) {
    const leaf = { from: 0, to: Math.min(tree.length, source.length) };
    splitSentences(source, leaf, [], false, sentences);
    return;
  }
  const cursor = tree.cursor();
  do {
    const { name } = cursor;
    const heading = name.startsWith('ATXHeading') || name.startsWith('SetextHeading');
    if (heading || LEAVES.has(name)) {
      const leaf = { from: cursor.from, to: Math.min(cursor.to, source.length) };
      const holes = silentSpans(cursor.node, comments);
      splitSentences(source, leaf, holes, heading, sentences);
    } else if (name === 'CommentBlock') {
      comments.push({ from: cursor.from, to: cursor.to });
    }
  } while (cursor.next());
}
