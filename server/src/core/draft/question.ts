import { fold } from '../text/fold';
import { keptWithLast } from '../text/kept';
import { letterAt } from '../text/letters';
import type { Range } from '../text/range';
import { Block } from './blocks';
import type { FrontMatter } from './frontMatter';
import { labelLength, withoutComments } from './questionLabel';

/** The question a draft answers. */
export interface Question {
  /** As written, without labels and quote marks. */
  readonly text: string;
  readonly from: 'front-matter' | 'body';
  /** Named as the question by a heading, a label or the front matter, not only by standing first in a quote. */
  readonly labelled: boolean;
  /** Where it stands in the draft; several spans when it is repeated. */
  readonly ranges: readonly Range[];
}

/** What part a block plays. Only `answer` blocks are analysed. */
export type BlockRole = 'answer' | 'question' | 'ignored';

export class PlacedBlock {
  /** @param from UTF-16 offset of the block in the draft */
  constructor(
    readonly block: Block,
    readonly from: number,
    readonly role: BlockRole,
  ) {}
}

/** A heading or label for the answer ends the question; for folded text. */
const ANSWER_HEADING = /^[\s#*【[(]*(?:答案|参考答案|作答|回答|答题|我的答案|answer)/i;
/** Share of a block's bigrams that must stand in the question for the block to be a repetition of it. */
const REPETITION = 0.75;

/**
 * Finds the question and gives every block its role: the question and repetitions of it, and whatever is quoted,
 * are not answer text. Front matter comes first, then a 题目 heading or label, then a leading quote.
 * @param blocks with any role
 */
export function findQuestion(
  text: string,
  frontMatter: FrontMatter,
  blocks: readonly PlacedBlock[],
): { question?: Question; placed: PlacedBlock[] } {
  const roles: BlockRole[] = blocks.map(({ block }) => (isAnswerKind(block) ? 'answer' : 'ignored'));
  const labelled = markLabelled(text, blocks, roles);
  const found = labelled || markLeadingQuote(frontMatter, blocks, roles);
  const asked = frontMatter.question;
  if (asked) markRepetitions(text, asked.value, blocks, roles);
  const ranges = blocks
    .filter((_, index) => roles[index] === 'question')
    .map(({ block, from }) => ({ from, to: from + block.length }));
  const placed = blocks.map((own, index) => withRole(own, roles[index] ?? 'ignored'));
  if (asked)
    return {
      question: { text: asked.value, from: 'front-matter', labelled: true, ranges: [asked.range, ...ranges] },
      placed,
    };
  if (!found) return { placed };
  const said = blocks
    .filter(({ block }, index) => roles[index] === 'question' && block.kind !== 'heading')
    .map(({ block, from }) => clean(withoutComments(text.slice(from, from + block.length), block.comments)))
    .join('\n');
  return said === '' ? { placed } : { question: { text: said, from: 'body', labelled, ranges }, placed };
}

/** The same object where the role is the same: most blocks keep theirs from one version to the next. */
function withRole(placed: PlacedBlock, role: BlockRole): PlacedBlock {
  return placed.role === role ? placed : new PlacedBlock(placed.block, placed.from, role);
}

function isAnswerKind(block: Block): boolean {
  return block.kind === 'heading' || block.kind === 'text';
}

function markLabelled(text: string, blocks: readonly PlacedBlock[], roles: BlockRole[]): boolean {
  let found = false;
  const lastHeading = blocks.findLastIndex(({ block }) => block.kind === 'heading');
  for (const [index, { block }] of blocks.entries()) {
    if (block.naming === 'label') {
      roles[index] = 'question';
      return true;
    }
    if (block.naming !== 'heading') continue;
    roles[index] = 'question';
    for (let next = index + 1; next < blocks.length; next++) {
      const placed = blocks[next];
      if (!placed || placed.block.kind === 'heading' || placed.block.kind === 'other') break;
      if (ANSWER_HEADING.test(fold(text.slice(placed.from, placed.from + 20)))) break;
      if (placed.block.kind === 'comment') continue;
      roles[next] = 'question';
      found = true;
      // Without a heading for the answer only the first paragraph can be the question.
      if (lastHeading <= next) break;
    }
    if (found) return true;
  }
  return found;
}

/** A quote before any answer text is the question when nothing else is. */
function markLeadingQuote(
  frontMatter: FrontMatter,
  blocks: readonly PlacedBlock[],
  roles: BlockRole[],
): boolean {
  if (frontMatter.question) return false;
  for (const [index, { block }] of blocks.entries()) {
    if (block.kind === 'quote') {
      roles[index] = 'question';
      return true;
    }
    if (block.kind === 'text') return false;
  }
  return false;
}

function markRepetitions(
  text: string,
  question: string,
  blocks: readonly PlacedBlock[],
  roles: BlockRole[],
): void {
  const asked = bigrams(question);
  let from = 0;
  // One for all: there are thousands of blocks, and of nearly all it is known.
  const read = ({ length }: Block): boolean =>
    overlap(bigrams(text.slice(from, from + length)), asked) >= REPETITION;
  for (let index = 0; index < blocks.length; index++) {
    const placed = blocks[index];
    if (!placed || roles[index] !== 'answer') continue;
    const { block } = placed;
    if (block.kind === 'heading' || block.length > question.length * 2) continue;
    from = placed.from;
    if (repeatsQuestion(block, question, read)) roles[index] = 'question';
  }
}

const repeatsQuestion = keptWithLast<Block, boolean>(Block);

/** Pairs of neighbouring folded characters that are letters, digits or Han. */
export function bigrams(text: string): Set<string> {
  const said = fold(text);
  const pairs = new Set<string>();
  let before = 0;
  for (let i = 0; i < said.length; i += before || 1) {
    const units = letterAt(said, i);
    if (units > 0 && before > 0) pairs.add(said.slice(i - 1, i + 1));
    if (units === 2) pairs.add(said.slice(i, i + 2));
    before = units;
  }
  return pairs;
}

/** Share of `part` that stands in `whole`; 0 when `part` is empty. */
export function overlap(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of part) if (whole.has(pair)) shared++;
  return part.size === 0 ? 0 : shared / part.size;
}

function clean(source: string): string {
  const said = source
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^\s*>+\s?/, '').trim())
    .join('');
  return said.slice(labelLength(said)).replace(/[*_`]/g, '').trim();
}
