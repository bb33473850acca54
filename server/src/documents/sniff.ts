import type { DocumentFormat } from '../core/documents/types';
import { Unreadable } from './problems';

/** Extensions of documents that are read. */
export const EXTENSIONS: Readonly<Record<string, DocumentFormat>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  pdf: 'pdf',
};

/** Extensions of documents that are not; a file of this kind in a folder is named, not passed over in silence. */
export const UNSUPPORTED: ReadonlySet<string> = new Set([
  'doc', 'dot', 'wps', 'wpt', 'rtf', 'odt', 'pages', 'ppt', 'pptx', 'epub', 'mht', 'mhtml', 'chm', 'caj', 'ofd',
]); // prettier-ignore

/** The extension of a path, in lower case; empty if it has none. */
export function extensionOf(path: string): string {
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

/**
 * Tells the format of a file by its first bytes, then by its name: people rename files.
 * @throws Unreadable unsupported, encrypted or binary
 */
export function formatOf(path: string, bytes: Uint8Array): DocumentFormat {
  const extension = extensionOf(path);
  const head = latin1(bytes.subarray(0, 1024));
  if (head.startsWith('PK\u0003\u0004')) return zipFormat(extension, bytes);
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) throw oldOffice(extension, bytes);
  if (head.startsWith('{\\rtf')) throw new Unreadable('unsupported', 'rtf');
  if (
    /^(?:\u007fELF|MZ|\u0089PNG|GIF8|\u00ff\u00d8\u00ff|\u001f\u008b|7z\u00bc\u00af|Rar!|BM.{4}\0\0\0\0)/s.test(
      head,
    )
  )
    throw new Unreadable('binary');
  if (extension === 'docx' || extension === 'pdf') throw new Unreadable('corrupt');
  if (UNSUPPORTED.has(extension)) throw new Unreadable('unsupported', extension);
  const known = EXTENSIONS[extension];
  if (known === undefined || known === 'text')
    return /^\s*(?:\u00ef\u00bb\u00bf)?\s*(?:<!doctype html|<html)/i.test(head) ? 'html' : 'text';
  return known;
}

/** A zip archive is a Word document if it has a folder `word`; names stand in it as they are. */
function zipFormat(extension: string, bytes: Uint8Array): DocumentFormat {
  const names = latin1(bytes.subarray(0, 4096)) + latin1(bytes.subarray(-64 * 1024));
  if (names.includes('word/')) return 'docx';
  if (extension === 'docx' && !/(?:xl|ppt)\//.test(names)) return 'docx';
  throw new Unreadable('unsupported', extension === '' || extension in EXTENSIONS ? 'zip' : extension);
}

/** Compound files: Word before 2007, WPS, and every Office document under a password. */
function oldOffice(extension: string, bytes: Uint8Array): Unreadable {
  const encrypted = latin1(bytes).includes('E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e');
  if (encrypted) return new Unreadable('encrypted');
  return new Unreadable('unsupported', UNSUPPORTED.has(extension) ? extension : 'doc');
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}
