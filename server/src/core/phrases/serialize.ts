import { u32At } from '../text/typedArrays';
import { PhraseIndex } from './index';
import { misfit } from './fileStructure';
import { NameTable } from './slots';
import { PhraseStore, type StoredDocument } from './store';
import type { StoreArrays } from './storeColumns';

/** Why a file of an index cannot be used; it is then built anew from the documents. */
export type Damage =
  /** Not such a file, or broken off. */
  | 'format'
  /** Of another version of the extension or another kind of machine. */
  | 'version'
  /** Made with other frameworks or deny lists. */
  | 'tag'
  /** Its bytes were changed. */
  | 'checksum'
  /** Its parts do not fit together. */
  | 'structure';

/** Thrown by `deserialize`. */
export class PhraseFileError extends Error {
  override readonly name = 'PhraseFileError';

  constructor(
    readonly damage: Damage,
    detail: string,
  ) {
    super(`phrase index (${damage}): ${detail}`);
  }
}

const MAGIC = 0x5a465058;
/** The same, read on a machine with the other order of bytes. */
const MAGIC_SWAPPED = 0x5850465a;
/** Raise when the layout or the meaning of a part changes. */
const FILE_VERSION = 1;
/** Read back as another number on a machine with the other order of bytes. */
const BYTE_ORDER = 0x01020304;

/** The parts of a file, in order, and the size of their values in bytes. */
const PARTS = [
  ['meta', 2],
  ['starts', 4],
  ['lengths', 1],
  ['extras', 1],
  ['firsts', 2],
  ['hanzi', 1],
  ['flags', 1],
  ['documentCounts', 2],
  ['heads', 4],
  ['units', 2],
  ['rows', 4],
  ['owners', 4],
  ['lines', 4],
  ['froms', 4],
  ['tos', 4],
  ['slotStarts', 4],
  ['slotCounts', 1],
  ['nexts', 4],
  ['slots', 4],
  ['keys', 4],
  ['offsets', 4],
  ['entries', 4],
] as const;

type Part = (typeof PARTS)[number][0];
/** 32-bit words before the lengths of the parts: magic, version, byte order, bytes in all, checksum. */
const HEAD = 5;
const HEADER_BYTES = (HEAD + PARTS.length) * 4;

/** What the file says in JSON. */
interface Meta {
  readonly tag: string;
  readonly sections: readonly string[];
  readonly points: readonly string[];
  readonly documents: readonly StoredDocument[];
  readonly rowBits: number;
}

/**
 * The index as one buffer, to be kept on disk. Builds in first what is not yet.
 * @param tag what it depends on besides the documents (a hash of frameworks, deny lists and model)
 */
export function serialize(index: PhraseIndex, tag: string): ArrayBuffer {
  const { store, postings } = index.parts();
  const { sections, points } = store.names;
  const documents = store.documents.filter((document) => document !== undefined);
  const meta = JSON.stringify({ tag, sections, points, documents, rowBits: postings.rowBits } satisfies Meta);
  const parts = PARTS.map(([name]): ArrayBufferView => {
    if (name === 'meta') return Uint16Array.from(meta, (unit) => unit.charCodeAt(0));
    return name === 'keys' || name === 'offsets' || name === 'entries' ? postings[name] : store[name].view();
  });
  const bytes = parts.reduce((sum, part) => sum + padded(part.byteLength), HEADER_BYTES);
  const buffer = new ArrayBuffer(bytes);
  const header = new Uint32Array(buffer, 0, HEAD + PARTS.length);
  header.set([MAGIC, FILE_VERSION, BYTE_ORDER, bytes]);
  let at = HEADER_BYTES;
  for (const [number, part] of parts.entries()) {
    new Uint8Array(buffer, at).set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    header[HEAD + number] = part.byteLength;
    at += padded(part.byteLength);
  }
  header[HEAD - 1] = checksum(buffer);
  return buffer;
}

/**
 * Reads a buffer back. The index works on the buffer itself, which must not be changed or transferred afterwards.
 * @param tag as it was given to `serialize`
 * @throws PhraseFileError when anything about the buffer is not as it was written
 */
export function deserialize(buffer: ArrayBuffer, tag: string): PhraseIndex {
  const parts = cutUp(buffer);
  const words = (name: Part): Uint32Array => {
    const { from, bytes } = place(parts, name);
    return new Uint32Array(buffer, from, bytes / 4);
  };
  const halves = (name: Part): Uint16Array => {
    const { from, bytes } = place(parts, name);
    return new Uint16Array(buffer, from, bytes / 2);
  };
  const bytesOf = (name: Part): Uint8Array => {
    const { from, bytes } = place(parts, name);
    return new Uint8Array(buffer, from, bytes);
  };
  const meta = readMeta(halves('meta'));
  if (meta.tag !== tag) throw new PhraseFileError('tag', `made for ${meta.tag}, not for ${tag}`);
  const arrays: StoreArrays = {
    starts: words('starts'),
    lengths: bytesOf('lengths'),
    extras: bytesOf('extras'),
    firsts: halves('firsts'),
    hanzi: bytesOf('hanzi'),
    flags: bytesOf('flags'),
    documentCounts: halves('documentCounts'),
    heads: words('heads'),
    units: halves('units'),
    rows: words('rows'),
    owners: words('owners'),
    lines: words('lines'),
    froms: words('froms'),
    tos: words('tos'),
    slotStarts: words('slotStarts'),
    slotCounts: bytesOf('slotCounts'),
    nexts: words('nexts'),
    slots: words('slots'),
  };
  const postings = {
    keys: words('keys'),
    offsets: words('offsets'),
    entries: words('entries'),
    rowBits: meta.rowBits,
    upTo: arrays.rows.length,
  };
  const fault = misfit(arrays, postings, meta.documents);
  if (fault !== undefined) throw new PhraseFileError('structure', fault);
  const store = new PhraseStore(new NameTable([...meta.sections], [...meta.points]), arrays);
  store.restore(meta.documents);
  return new PhraseIndex(store, postings);
}

type Parts = ReadonlyMap<Part, { readonly from: number; readonly bytes: number }>;

function cutUp(buffer: ArrayBuffer): Parts {
  if (buffer.byteLength < HEADER_BYTES || buffer.byteLength % 4 !== 0) {
    throw new PhraseFileError('format', `${buffer.byteLength} bytes`);
  }
  const header = new Uint32Array(buffer, 0, HEAD + PARTS.length);
  const [magic, version, order, bytes, sum] = header;
  if (magic !== MAGIC)
    throw new PhraseFileError(magic === MAGIC_SWAPPED ? 'version' : 'format', 'not a phrase index');
  if (version !== FILE_VERSION || order !== BYTE_ORDER) {
    throw new PhraseFileError('version', `version ${String(version)}, not ${FILE_VERSION}`);
  }
  if (bytes !== buffer.byteLength) {
    throw new PhraseFileError('format', `${buffer.byteLength} bytes of ${String(bytes)}`);
  }
  if (sum !== checksum(buffer)) throw new PhraseFileError('checksum', 'the bytes were changed');
  const parts = new Map<Part, { from: number; bytes: number }>();
  let from = HEADER_BYTES;
  for (const [number, [name, size]] of PARTS.entries()) {
    const length = u32At(header, HEAD + number);
    if (length % size !== 0 || from + length > buffer.byteLength) {
      throw new PhraseFileError('structure', `${name} has ${length} bytes`);
    }
    parts.set(name, { from, bytes: length });
    from += padded(length);
  }
  if (from !== buffer.byteLength) throw new PhraseFileError('structure', 'the parts do not fill the file');
  return parts;
}

function place(parts: Parts, name: Part): { readonly from: number; readonly bytes: number } {
  return parts.get(name) ?? { from: 0, bytes: 0 };
}

function readMeta(units: Uint16Array): Meta {
  let text = '';
  for (let i = 0; i < units.length; i += 4096) text += String.fromCharCode(...units.subarray(i, i + 4096));
  try {
    const meta = JSON.parse(text) as Partial<Meta>;
    const { tag, sections, points, documents, rowBits } = meta;
    if (
      typeof tag === 'string' &&
      areNames(sections) &&
      areNames(points) &&
      areDocuments(documents) &&
      isBits(rowBits)
    ) {
      return { tag, sections, points, documents, rowBits };
    }
  } catch {
    // Told below.
  }
  throw new PhraseFileError('structure', 'its description cannot be read');
}

function areNames(names: unknown): names is readonly string[] {
  return Array.isArray(names) && names.every((name) => typeof name === 'string');
}

function areDocuments(documents: unknown): documents is readonly StoredDocument[] {
  return (
    Array.isArray(documents) &&
    documents.every((document: unknown) => {
      if (typeof document !== 'object' || document === null) return false;
      const { id, version, origin, first, count } = document as Partial<
        Record<keyof StoredDocument, unknown>
      >;
      const named = typeof id === 'string' && typeof version === 'string';
      return named && (origin === 'documents' || origin === 'bank') && isCount(first) && isCount(count);
    })
  );
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isBits(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 20 && value <= 31;
}

function padded(bytes: number): number {
  return (bytes + 3) & ~3;
}

/** Of all words but its own: every changed bit changes it. */
function checksum(buffer: ArrayBuffer): number {
  const words = new Uint32Array(buffer);
  let sum = 0x9e3779b9;
  for (let i = 0; i < words.length; i++) {
    if (i === HEAD - 1) continue;
    sum = Math.imul(sum ^ u32At(words, i), 0x85ebca6b);
    sum = (sum << 13) | (sum >>> 19);
  }
  return sum >>> 0;
}
