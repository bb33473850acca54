import { Shelf } from '../text/kept';
import { type CoveredSpan, readBlocks, updateBlocks } from './blockList';
import { type FrontMatter, readFrontMatter } from './frontMatter';
import { findQuestion, type PlacedBlock, type Question } from './question';

/** One replacement of text, as editors send it; offsets are UTF-16 units of the text before the change. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  /** Length of the text put there. */
  readonly inserted: number;
}

/** All versions of a draft that came about by edits: what is known of one helps with the next. */
export class Lineage {
  static readonly shelf = new Shelf();
  /** For what is known of the last version. */
  readonly kept = Lineage.shelf.make();
}

/** A Markdown answer, parsed. Immutable; unchanged blocks are shared with the draft it was updated from. */
export interface Draft {
  readonly text: string;
  readonly frontMatter: FrontMatter;
  readonly blocks: readonly PlacedBlock[];
  readonly question?: Question;
  readonly lineage: Lineage;
  /** Where the front matter ends, or the byte order mark. */
  readonly bodyFrom: number;
}

/**
 * Parses a draft. Never throws.
 * @param text the whole file
 * @param previous the draft before the changes; its untouched blocks are reused
 * @param changes what turned `previous.text` into `text`, each in the coordinates of the text before it
 */
export function parseDraft(text: string, previous?: Draft, changes: readonly TextChange[] = []): Draft {
  const span = previous ? coverChanges(changes) : undefined;
  const untouched =
    previous && span && previous.frontMatter.range.to > 0 && span.from > previous.frontMatter.range.to;
  const frontMatter = untouched ? previous.frontMatter : readFrontMatter(text);
  const bodyFrom = frontMatter.range.to || (text.startsWith('\uFEFF') ? 1 : 0);
  const isBodyOnly = previous && span && previous.bodyFrom === bodyFrom && span.from >= bodyFrom;
  const read = isBodyOnly ? updateBlocks(text, bodyFrom, previous, span) : readBlocks(text, bodyFrom);
  const { question, placed } = findQuestion(text, frontMatter, read);
  const lineage = previous?.lineage ?? new Lineage();
  return { text, frontMatter, blocks: placed, ...(question ? { question } : {}), lineage, bodyFrom };
}

function coverChanges(changes: readonly TextChange[]): CoveredSpan | undefined {
  const [first] = changes;
  if (!first) return undefined;
  let { from, to } = first;
  let grown = 0;
  for (const change of changes) {
    from = Math.min(from, change.from);
    to = Math.max(to, change.to - grown);
    grown += change.inserted - (change.to - change.from);
  }
  return { from, to, grown };
}
