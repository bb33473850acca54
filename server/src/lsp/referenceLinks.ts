import type { Location } from 'vscode-languageserver-types';
import { URI } from 'vscode-uri';
import type { ReferenceSpan, References } from '../core/references/types';
import { DOCUMENT_SCHEME } from './protocol';

/** Finds the address an editor opens a stretch of a document under; undefined when the document is gone. */
export type Locate = (span: ReferenceSpan) => Location | undefined;

/**
 * Files that open as text with the lines the library knows are opened themselves; of others the text read is shown,
 * where the client can show it.
 */
export function locator(references: () => References, virtualDocuments: boolean): Locate {
  return ({ document: id, start, end }) => {
    const document = references().documents.get(id);
    if (!document) return undefined;
    const uri = document.opensAsText || !virtualDocuments ? id : readTextUri(id, document.name);
    return { uri, range: { start: { ...start }, end: { ...end } } };
  };
}

/** `zhangfa-document:/NAME?URI`: the text read from a file. */
function readTextUri(uri: string, name: string): string {
  return URI.from({ scheme: DOCUMENT_SCHEME, path: `/${name}`, query: uri }).toString();
}
