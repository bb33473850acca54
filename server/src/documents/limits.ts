/** Bounds on what is read, so that no file can take the server's memory or time. */
export const LIMITS = {
  /** Size of a file, in bytes. */
  fileBytes: 20 * 1024 * 1024,
  /** Files of one set of documents. */
  files: 2000,
  /** Folders within folders. */
  folderDepth: 32,
  /** Entries of a zip archive (docx). */
  zipEntries: 5000,
  /** Size of a part of a docx when unpacked, in bytes. */
  zipPartBytes: 64 * 1024 * 1024,
  /** How many times larger than packed a part may be; XML of Word is 10-40 times. */
  zipRatio: 400,
  /** Elements within elements (HTML, XML). */
  markupDepth: 512,
  /** Lines or paragraphs of a document: 20 MB with 17 characters on each. */
  lines: 400_000,
  /** Runs of text between markup: tags, entities, marks of Markdown. */
  runs: 1_000_000,
  /** Pages of a pdf. */
  pages: 2000,
  /** Time for one file, in milliseconds. */
  milliseconds: 30_000,
} as const;

/** A size as messages name it. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}

/** The same bounds with other values, for tests. */
export type Limits = { readonly [K in keyof typeof LIMITS]: number };
