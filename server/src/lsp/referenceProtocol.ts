import {
  NotificationType,
  NotificationType0,
  RequestType,
  RequestType0,
} from 'vscode-languageserver-protocol';
import type { Position, Range } from 'vscode-languageserver-types';

/* The custom messages about reference documents and phrases; part of `protocol.ts`. */

/** Scheme of addresses that show the text read from a reference document; the query is the URI of the file. */
export const DOCUMENT_SCHEME = 'zhangfa-document';

/** A reference document, or what was named as one and could not be read. */
export interface DocumentInfo {
  readonly uri: string;
  readonly name: string;
  readonly title?: string;
  /** `text`, `markdown`, `html`, `docx` or `pdf`; absent when it was not read. */
  readonly format?: string;
  /** The editor shows the file itself with the lines that phrases name. */
  readonly opensAsText?: boolean;
  readonly sentences?: number;
  readonly phrases?: number;
  /** Places where text was dropped. */
  readonly dropped?: number;
  /** For people: broken off, promises not kept. */
  readonly warnings?: readonly string[];
  /** For people: why it was not read. */
  readonly problem?: string;
}

/** How far the reading of the reference documents has come. */
export interface DocumentsParams {
  readonly state: 'reading' | 'ready';
  /** Files read, of how many. */
  readonly done: number;
  readonly total: number;
  readonly documents: number;
  readonly phrases: number;
  /** One for each file or folder that could not be read: where, and why. */
  readonly problems: readonly { readonly uri: string; readonly message: string }[];
}

/** Server → client: the state of the reference documents has changed. */
export const DocumentsNotification = new NotificationType<DocumentsParams>('zhangfa/documentsState');

/** Client → server: read all reference documents anew, whatever is kept of them. */
export const RereadDocumentsNotification = new NotificationType0('zhangfa/rereadDocuments');

/** Client → server: the reference documents, read and not read. */
export const DocumentsRequest = new RequestType0<readonly DocumentInfo[], void>('zhangfa/documents');

/** Client → server: the text read from a document, whose lines the phrases name; null when it cannot be read. */
export const DocumentTextRequest = new RequestType<
  { readonly uri: string },
  { readonly text: string } | null,
  void
>('zhangfa/documentText');

/**
 * Client → server: what was cleaned out of a document: the text read and, line for line, what was kept of it, with
 * the reason in brackets wherever something was dropped or put right; null when it cannot be read.
 */
export const CleaningRequest = new RequestType<
  { readonly uri: string },
  { readonly text: string; readonly cleaned: string; readonly summary: readonly string[] } | null,
  void
>('zhangfa/cleaning');

/** A phrase as a quick pick shows it. */
export interface PhraseItem {
  readonly text: string;
  /** Title of the section it serves. */
  readonly section: string;
  readonly register?: 'spoken' | 'written';
  /** Document and line, for people; what it rests on for one of the built-in bank. */
  readonly source: string;
  /** Where it stands; absent for one of the built-in bank. */
  readonly location?: { readonly uri: string; readonly range: Range };
  /** The paragraph it stands in. */
  readonly passage?: string;
}

/** Client → server: phrases for a section of a draft, best first. */
export const PhrasesRequest = new RequestType<
  {
    readonly uri: string;
    /** Where the cursor is: phrases for that section when none is named. */
    readonly position?: Position;
    /** Section id; `*` for all. */
    readonly section?: string;
    readonly words?: string;
    readonly limit: number;
  },
  {
    /** Section the phrases are for; `*` for all. */
    readonly section: string;
    readonly sections: readonly { readonly id: string; readonly title: string }[];
    readonly phrases: readonly PhraseItem[];
  } | null,
  void
>('zhangfa/phrases');

/** Server → client: files the entries of `zhangfa.documents` name that the server cannot look up itself. */
export const FindDocumentsRequest = new RequestType<
  { readonly folder: string; readonly entry: string; readonly limit: number },
  readonly string[],
  void
>('zhangfa/findDocuments');
