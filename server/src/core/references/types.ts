import type { PhraseIndex } from '../phrases/index';
import type { Anchor, PhraseDocument } from '../phrases/types';
import type { Range } from '../text/range';

/** A reference document (参考文档) as the writer is told of it. */
export interface ReferenceDocument {
  /** URI of the file. */
  readonly id: string;
  /** What tells one state of the file from another. */
  readonly version: string;
  /** Name of the file. */
  readonly name: string;
  readonly title?: string | undefined;
  /** Whether an editor opens the file itself as text with the same lines (UTF-8); if not, the text read is shown. */
  readonly opensAsText: boolean;
  /** Offsets at which the lines of the document's text begin, UTF-16. */
  readonly lineStarts: Uint32Array;
  /** In the order of the document. */
  readonly paragraphs: readonly Paragraph[];
}

/** A cleaned paragraph of a document: running text without noise. */
export interface Paragraph {
  readonly text: string;
  /** In order of `at`, the first at 0. */
  readonly anchors: readonly Anchor[];
  /** The heading it stands under. */
  readonly heading?: string | undefined;
}

/** A stretch of a document, for an editor: 0-based lines, UTF-16 columns. */
export interface ReferenceSpan {
  readonly document: string;
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A run of a draft that stands word for word in a document. */
export interface Copy extends Range {
  /** 字 in the run, punctuation not counted. */
  readonly hanzi: number;
  /** Where it stands: offsets in the document's text. */
  readonly place: { readonly document: string; readonly from: number; readonly to: number };
}

/** The reference documents as rules and features see them; the language server keeps it up to date. */
export interface References {
  /** Changes whenever a document comes, goes or changes. */
  readonly revision: number;
  readonly phrases: PhraseIndex;
  readonly documents: ReadonlyMap<string, ReferenceDocument>;
  /** Takes a document in, in place of the one with its id. */
  add(document: ReferenceDocument, phrases: PhraseDocument): void;
  /** @returns whether it was there */
  remove(id: string): boolean;
  /**
   * The longest runs of a text that stand in documents, in order, not overlapping; punctuation is stepped over.
   * @param except id of a document that is not looked into
   */
  copies(text: string, leastHanzi: number, except?: string): Copy[];
  /** The paragraph that holds an offset of a document's text. */
  paragraphAt(document: string, offset: number): Paragraph | undefined;
  /** Offsets of a document's text as lines and columns. */
  spanOf(place: {
    readonly document: string;
    readonly from: number;
    readonly to: number;
  }): ReferenceSpan | undefined;
}
