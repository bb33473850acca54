import { Block } from '../draft/blocks';
import type { Draft } from '../draft/draft';
import { keyOf } from '../phrases/units';
import { adjoin } from './places';
import type { Copy, References } from './types';

/** The shortest run anybody is told of, in 字: a longer set phrase stands in every document. */
const LEAST_HANZI = 12;

/** What was found in something when the documents were in this state. */
interface Found {
  readonly references: References;
  readonly revision: number;
  readonly except: string | undefined;
  readonly copies: readonly Copy[];
}

const inDraft = new WeakMap<Draft, Found>();
/** Where a block keeps them; ranges count from its start. */
const IN_BLOCK = Block.shelf.add();

/**
 * The runs of the answer of 12 字 and more that stand in documents: its paragraphs, lists and headings, without what
 * is not said (comments, code, link targets). A run goes on from one block to the next. Kept with the draft and with
 * its blocks, so that after an edit only the touched blocks are looked at again.
 * @param except id of the document that is the draft itself, when it lies among them: it is no source of itself
 */
export function copiesIn(draft: Draft, references: References, except?: string): readonly Copy[] {
  const known = inDraft.get(draft);
  if (known && holds(known, references, except)) return known.copies;
  const copies = joined(draft, references, except);
  inDraft.set(draft, { references, revision: references.revision, except, copies });
  return copies;
}

/** The run of the answer at an offset; `except` as above. */
export function copyAt(
  draft: Draft,
  references: References,
  offset: number,
  except?: string,
): Copy | undefined {
  return copiesIn(draft, references, except).find(({ from, to }) => from <= offset && offset <= to);
}

function holds(known: Found, references: References, except: string | undefined): boolean {
  return known.references === references && known.revision === references.revision && known.except === except;
}

function copiesInBlock(block: Block, references: References, except: string | undefined): readonly Copy[] {
  const known = block.kept.get(IN_BLOCK) as Found | undefined;
  if (known && holds(known, references, except)) return known.copies;
  const copies = references.copies(saidIn(block), LEAST_HANZI, except);
  const found: Found = { references, revision: references.revision, except, copies };
  block.kept.set(Block.shelf, IN_BLOCK, found);
  return copies;
}

/** The copies of the blocks; one that ends a block and one that goes on with the next block become one. */
function joined(draft: Draft, references: References, except: string | undefined): Copy[] {
  const copies: Copy[] = [];
  /** Whether the last copy reaches to where the next block begins. */
  let open = false;
  for (const { block, from, role } of draft.blocks) {
    if (block.kind === 'comment') continue;
    if (role !== 'answer') {
      open = false;
      continue;
    }
    const own = copiesInBlock(block, references, except);
    for (const [index, copy] of own.entries()) {
      const last = copies.at(-1);
      const goesOn = open && index === 0 && last !== undefined && isSilent(block, 0, copy.from);
      const placed = { ...copy, from: copy.from + from, to: copy.to + from };
      if (goesOn && last.place.document === copy.place.document && followsIn(references, last, copy))
        copies[copies.length - 1] = {
          from: last.from,
          to: placed.to,
          hanzi: last.hanzi + copy.hanzi,
          place: { ...last.place, to: copy.place.to },
        };
      else copies.push(placed);
    }
    const end = own.at(-1)?.to;
    if (end !== undefined) open = isSilent(block, end, block.length);
    else if (open && !isSilent(block, 0, block.length)) open = false;
  }
  return copies;
}

function followsIn(references: References, { place }: Copy, next: Copy): boolean {
  const document = references.documents.get(place.document);
  return document !== undefined && adjoin(document, place.to, next.place.from);
}

/** What a block says, as long as the block itself; all else is blank. */
function saidIn({ sentences, length }: Block): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, folded } of sentences) {
    parts.push(' '.repeat(Math.max(0, from - at)), folded);
    at = to;
  }
  parts.push(' '.repeat(Math.max(0, length - at)));
  return parts.join('');
}

/** Whether no word is said between two offsets of a block. */
function isSilent({ sentences }: Block, start: number, end: number): boolean {
  return sentences.every(({ from, to, folded }) => {
    for (let i = Math.max(from, start); i < Math.min(to, end); i++)
      if (keyOf(folded.charCodeAt(i - from)) !== 0) return false;
    return true;
  });
}
