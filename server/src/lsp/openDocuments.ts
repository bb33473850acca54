import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { type Draft, parseDraft, type TextChange } from '../core/draft/draft';
import { DocumentVersion } from './documentVersion';

/** A document open in the editor, with its parsed draft for the current version. */
export interface OpenDocument {
  readonly document: TextDocument;
  readonly draft: Draft;
}

/** The open documents; each edit is parsed incrementally from the version before it, when the draft is next asked for. */
export class OpenDocuments {
  readonly #open = new Map<
    string,
    { document: DocumentVersion; draft: Draft | undefined; pending: TextChange[] | undefined }
  >();

  /** @throws TypeError when the text is none; nothing has changed then */
  open(uri: string, languageId: string, version: number, text: string): void {
    if (typeof (text as unknown) !== 'string') throw new TypeError('a document without text');
    this.#open.set(uri, {
      document: new DocumentVersion(uri, languageId, version, text),
      draft: undefined,
      pending: [],
    });
  }

  /**
   * Applies changes in order. Changes to a document that is not open are ignored: the client is out of step.
   * @param onChange told of each; of undefined for one that replaces the whole text
   * @throws TypeError when one of them makes no sense; nothing has changed then
   */
  change(
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
    onChange: (change: TextChange | undefined) => void = () => undefined,
  ): boolean {
    const entry = this.#open.get(uri);
    if (!entry) return false;
    // Applied by half, the draft would go on from another text than there is.
    if (!changes.every(isChange)) throw new TypeError('a change without text or with a place that is none');
    const { languageId } = entry.document;
    let { document } = entry;
    for (const change of changes) {
      if ('range' in change) {
        const start = document.offsetAt(change.range.start);
        const end = document.offsetAt(change.range.end);
        const edit = { from: Math.min(start, end), to: Math.max(start, end), inserted: change.text.length };
        entry.pending?.push(edit);
        onChange(edit);
        document = document.edited(version, edit.from, edit.to, change.text);
      } else {
        entry.pending = undefined;
        onChange(undefined);
        document = new DocumentVersion(uri, languageId, version, change.text);
      }
    }
    if (changes.length === 0) document = document.edited(version, 0, 0, '');
    entry.document = document;
    return true;
  }

  close(uri: string): void {
    this.#open.delete(uri);
  }

  /** The document with its draft, parsed now if it has changed since. */
  get(uri: string): OpenDocument | undefined {
    const entry = this.#open.get(uri);
    if (!entry) return undefined;
    const text = entry.document.getText();
    if (
      !entry.draft ||
      entry.draft.text !== text ||
      entry.pending === undefined ||
      entry.pending.length > 0
    ) {
      entry.draft =
        entry.draft && entry.pending ? parseDraft(text, entry.draft, entry.pending) : parseDraft(text);
      entry.pending = [];
    }
    return { document: entry.document, draft: entry.draft };
  }

  /** Without parsing. */
  document(uri: string): TextDocument | undefined {
    return this.#open.get(uri)?.document;
  }

  uris(): string[] {
    return [...this.#open.keys()];
  }
}

function isChange(change: unknown): boolean {
  if (!isObject(change) || typeof change['text'] !== 'string') return false;
  if (!('range' in change)) return true;
  const { range } = change;
  return isObject(range) && isPosition(range['start']) && isPosition(range['end']);
}

function isPosition(position: unknown): boolean {
  return isObject(position) && isCount(position['line']) && isCount(position['character']);
}

/** Less than 0 or beyond the text is understood; a part of a line is not. */
function isCount(value: unknown): boolean {
  return Number.isInteger(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
