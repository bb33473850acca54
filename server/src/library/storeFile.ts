import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { KeptDocument, StoreDamage } from './types';

const MAGIC = 0x5a464c42;
/** Raise when the layout, or what reading makes of a document, changes. */
const STORE_VERSION = 1;
/** Words of the header: magic, version, checksum, bytes of the JSON, bytes of the index. */
const HEADER_WORDS = 5;
const HEADER_BYTES = HEADER_WORDS * 4;

/** A document in the file's JSON; the starts of lines as numbers. */
type Plain = Omit<KeptDocument, 'reference'> & {
  readonly reference: Omit<KeptDocument['reference'], 'lineStarts'> & {
    readonly lineStarts: readonly number[];
  };
};

/** What is in a file of the library. */
export interface StoreContent {
  readonly documents: KeptDocument[];
  readonly index: ArrayBuffer;
}

/**
 * Collects documents one by one and writes them, with the index, to one file: under another name first, then in one
 * step under its own, so that neither a crash nor another window leaves half a file. The last to write wins; what it
 * wrote fits together.
 */
export class StoreWriter {
  #documents: string[] = [];

  keep(document: KeptDocument): void {
    const { reference, facts } = document;
    const plain: Plain = { reference: { ...reference, lineStarts: [...reference.lineStarts] }, facts };
    this.#documents.push(JSON.stringify(plain));
  }

  /** @param count how many documents there must be */
  async save(path: string, tag: string, index: ArrayBuffer, count: number): Promise<void> {
    const documents = this.#documents;
    this.#documents = [];
    if (documents.length !== count) throw new Error(`${documents.length} of ${count} documents`);
    const json = new TextEncoder().encode(
      `{"tag":${JSON.stringify(tag)},"documents":[${documents.join(',\n')}]}`,
    );
    const header = new Uint32Array(HEADER_WORDS);
    header.set([MAGIC, STORE_VERSION, checksum(json), json.byteLength, index.byteLength]);
    await mkdir(dirname(path), { recursive: true });
    const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      const file = await open(temporary, 'wx');
      try {
        for (const part of [new Uint8Array(header.buffer), json, new Uint8Array(index)])
          await file.writeFile(part);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }
}

/** Reads a file of the library back; the index is checked by `deserialize`, with the same tag. */
export async function readStore(path: string, tag: string): Promise<StoreContent | StoreDamage> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'none' : 'damaged';
  }
  if (bytes.byteLength < HEADER_BYTES) return 'damaged';
  const header = new Uint32Array(HEADER_WORDS);
  new Uint8Array(header.buffer).set(bytes.subarray(0, HEADER_BYTES));
  const [magic, version, sum, jsonBytes = 0, indexBytes = 0] = header;
  if (magic !== MAGIC) return 'damaged';
  if (version !== STORE_VERSION) return 'outdated';
  if (HEADER_BYTES + jsonBytes + indexBytes !== bytes.byteLength) return 'damaged';
  const json = bytes.subarray(HEADER_BYTES, HEADER_BYTES + jsonBytes);
  if (sum !== checksum(json)) return 'damaged';
  try {
    const read = JSON.parse(json.toString('utf8')) as {
      readonly tag: unknown;
      readonly documents: readonly Plain[];
    };
    if (read.tag !== tag) return 'outdated';
    const documents = read.documents.map(({ reference, facts }) => ({
      reference: { ...reference, lineStarts: Uint32Array.from(reference.lineStarts) },
      facts,
    }));
    // Of its own, so that it begins where numbers of 32 bits may.
    const index = Uint8Array.from(bytes.subarray(HEADER_BYTES + jsonBytes)).buffer;
    return { documents, index };
  } catch {
    return 'damaged';
  }
}

/** Of every byte: a changed one changes it. */
function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}
