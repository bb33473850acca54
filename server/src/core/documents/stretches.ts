import { lineStartsOf } from '../text/lineIndex';
import type { CleanDocument, Passage } from './types';

/** Ties an offset of a stretch to the text of the document; holds up to the next anchor. */
export interface StretchAnchor {
  /** Offset in the stretch, UTF-16. */
  readonly at: number;
  /** Offset in the document's text, UTF-16. */
  readonly from: number;
  /** Line of the document, from 0 as in LSP. */
  readonly line: number;
}

/** Running text of a paragraph: its sentences that can be offered, one after the other. */
export interface Stretch {
  readonly text: string;
  readonly anchors: readonly StretchAnchor[];
}

/**
 * The paragraphs of a document as running text with offsets, for what counts in offsets (the phrase index).
 * Headings, questions, sentences that only head others, cut ones, and explanations of answers are left out.
 * @param text the text lines and columns refer to
 */
export function stretchesOf(document: CleanDocument, text: string): Stretch[] {
  const starts = lineStartsOf(text);
  const stretches: Stretch[] = [];
  let paragraph = -1;
  let said = '';
  let anchors: StretchAnchor[] = [];
  const close = (): void => {
    if (said !== '') stretches.push({ text: said, anchors });
    said = '';
    anchors = [];
  };
  for (const passage of document.passages) {
    if (passage.paragraph !== paragraph || !isUsable(passage)) close();
    paragraph = passage.paragraph;
    if (!isUsable(passage)) continue;
    let at = said.length;
    for (const { line, from, text: run } of passage.pieces ?? [passage]) {
      anchors.push({ at, from: (starts[line - 1] ?? 0) + from, line: line - 1 });
      at += run.length;
    }
    said += passage.text;
  }
  close();
  return stretches;
}

function isUsable({ kind, lead, cut, part }: Passage): boolean {
  return kind === 'sentence' && lead === undefined && cut === undefined && part !== 'analysis';
}
