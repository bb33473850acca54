/**
 * A run of text in a document's file. Lines count from 1, as editors show them; columns are UTF-16 units from the
 * start of the line, the end not included. For docx and pdf the lines are those of the text read from the file.
 */
export interface Place {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Text with the place it comes from. As long as its place, unit for unit, or, where the file writes one character
 * with several (`&nbsp;`), not divisible.
 */
export interface Piece extends Place {
  readonly text: string;
}

/** A paragraph on its way through the cleaning; its text is that of its pieces, one after the other. */
export interface Line {
  readonly pieces: readonly Piece[];
  /** 1-6 as the file marks it (Markdown, HTML, Word), `RUN_IN` for a label cut off the start of a paragraph. */
  readonly heading?: number;
  /** An item of a list: never a heading. */
  readonly item?: boolean;
  /** Everything on the line is a link to somewhere else (HTML). */
  readonly linked?: boolean;
  /** Page the line stands on, from 1 (pdf). */
  readonly page?: number;
}

/** Level of a heading that was glued to the paragraph it heads. */
export const RUN_IN = 7;

export type DocumentFormat = 'text' | 'markdown' | 'html' | 'docx' | 'pdf';

/** What a reader found in a file. */
export interface SourceDocument {
  readonly format: DocumentFormat;
  /** Title the file itself gives (HTML, Word, PDF). */
  readonly title?: string;
  readonly lines: readonly Line[];
  /** What the reader left out although a person would see it: menus, code, text made invisible. */
  readonly drops: readonly Drop[];
}

/** Why text was dropped; `DROP_REASONS` in `words.ts` says it to a person. */
export type DropReason =
  | 'jammer'
  | 'watermark'
  | 'duplicate'
  | 'duplicate-elsewhere'
  | 'site-header'
  | 'site-footer'
  | 'advert'
  | 'navigation'
  | 'image'
  | 'page'
  | 'repeated-heading'
  | 'byline'
  | 'pinyin'
  | 'invisible'
  | 'lost-bytes'
  | 'no-han'
  | 'punctuation'
  | 'space'
  | 'markup'
  | 'code'
  | 'hidden';

/** Text that is not kept, one per line. */
export interface Drop extends Place {
  readonly text: string;
  readonly reason: DropReason;
  /** For duplicates: where the same text was read first; `document` when that is another one. */
  readonly of?: { readonly document?: string; readonly line: number };
}

/** A character that was put right because it cannot be what the author wrote; as long as what stood there. */
export interface Repair extends Place {
  readonly was: string;
  readonly now: string;
  readonly reason: 'false-break' | 'missing-stop';
}

/** What a step of the cleaning returns; text that is in `lines` no more is in `drops`. */
export interface StepResult {
  readonly lines: readonly Line[];
  readonly drops: readonly Drop[];
  readonly repairs?: readonly Repair[];
}

/** One step of the cleaning. */
export type Step = (lines: readonly Line[], context: StepContext) => StepResult;

/** What a step may know besides the lines. */
export interface StepContext {
  readonly format: DocumentFormat;
  /** Sentences of documents read before, see `fingerprint.ts`. */
  readonly known: Fingerprints;
}

/** Where a sentence, by its fingerprint, was first read. */
export type Fingerprints = ReadonlyMap<number, { readonly document: string; readonly line: number }>;

/** What a passage is part of, by the labels above it (题目, 参考答案, 解析). */
export type Part = 'question' | 'answer' | 'analysis';

/** A cleaned sentence, heading or question. `line`, `from` and `to` are where its first line stands. */
export interface Passage extends Place {
  readonly kind: 'heading' | 'question' | 'sentence';
  /** Simplified if the document is traditional, punctuation full-width. */
  readonly text: string;
  /** The runs it consists of when it is not one run: something was cut out, or it goes on in a later line. */
  readonly pieces?: readonly Piece[];
  /** Passages of one paragraph share a number; they count up through the document. */
  readonly paragraph: number;
  /** Index of the heading it stands under. */
  readonly under?: number;
  readonly part?: Part;
  /** Level of a heading, 1-6, where the file marks it. */
  readonly level?: number;
  /** A heading cut off the start of its paragraph: a label, part of the text, not of its structure. */
  readonly runIn?: true;
  /** A whole sentence that only heads what follows (`一是要做好解释。`): kept, but not for phrases. */
  readonly lead?: true;
  /** Its end is missing. */
  readonly cut?: true;
}

/** What the reader of the report should know about the document; nothing is changed for it. */
export type Warning =
  | { readonly kind: 'truncated'; readonly line: number; readonly text: string }
  | { readonly kind: 'unended'; readonly line: number; readonly text: string }
  | { readonly kind: 'empty-section'; readonly line: number; readonly text: string }
  | {
      readonly kind: 'promised';
      readonly line: number;
      readonly text: string;
      readonly promised: number;
      readonly found: number;
    }
  | {
      readonly kind: 'ordinal-gap';
      readonly line: number;
      readonly text: string;
      readonly missing: readonly string[];
    }
  | { readonly kind: 'quotes'; readonly line: number; readonly text: string }
  | { readonly kind: 'traditional'; readonly line: number; readonly text: string }
  | { readonly kind: 'thin'; readonly line: number; readonly text: string };

export interface CleanStats {
  /** Han characters read, and kept. */
  readonly hanRead: number;
  readonly hanKept: number;
  readonly sentences: number;
  readonly headings: number;
  readonly questions: number;
}

/** A document after cleaning. Every character of the lines read is in a passage or in a drop. */
export interface CleanDocument {
  readonly title?: string;
  readonly passages: readonly Passage[];
  readonly dropped: readonly Drop[];
  readonly repaired: readonly Repair[];
  readonly warnings: readonly Warning[];
  readonly stats: CleanStats;
  /** Fingerprints of its sentences with their lines, for the documents read after it. */
  readonly fingerprints: ReadonlyMap<number, number>;
}
