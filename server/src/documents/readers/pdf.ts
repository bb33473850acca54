import { getDocumentProxy } from 'unpdf';
import { legibility } from '../../core/documents/legible';
import type { Line } from '../../core/documents/types';
import { Unreadable } from '../problems';
import type { Reader } from '../reader';
import { type PdfItem, pageLines } from './pdfLines';

/** Gives the table by which an old Chinese font names its characters (`GBK-EUC-H`); undefined if there is none. */
export type CharacterMaps = (name: string) => Promise<Uint8Array | undefined>;

/** A document with fewer Han characters for each page has no text layer worth the name. */
const HAN_PER_PAGE = 4;

/**
 * Makes the reader for pdf files with a text layer. Pages are read one by one; their lines keep their page.
 * @param maps for fonts that are not embedded, as in most older Chinese documents; without it these give no text
 */
export function pdfReader(maps: CharacterMaps): Reader {
  return async (bytes, budget) => {
    // pdf.js takes the buffer it is given.
    const document = await open(bytes.slice(), maps);
    try {
      const { numPages } = document;
      if (numPages > budget.limits.pages) throw new Unreadable('too-large', `${budget.limits.pages} pp.`);
      const lines: Line[] = [];
      const texts: string[] = [];
      for (let page = 1; page <= numPages; page++) {
        budget.check();
        budget.checkLines(lines.length);
        for (const text of pageLines(await itemsOf(document, page))) {
          texts.push(text);
          lines.push({ pieces: [{ line: texts.length, from: 0, to: text.length, text }], page });
        }
      }
      const text = texts.join('\n');
      const { han, mojibake } = legibility(text);
      if (mojibake) throw new Unreadable('mojibake');
      if (han < numPages * HAN_PER_PAGE) throw new Unreadable('no-text', 'pdf');
      return { source: { format: 'pdf', lines, drops: [] }, text };
    } finally {
      await document.destroy();
    }
  };
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

async function open(data: Uint8Array, maps: CharacterMaps): Promise<PdfDocument> {
  /** pdf.js makes its own instance and asks it for a table by name. */
  class MapReader {
    async fetch({
      name,
    }: {
      readonly name: string;
    }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
      const cMapData = await maps(name);
      if (!cMapData) throw new Error(`no character map ${name}`);
      return { cMapData, isCompressed: true };
    }
  }
  try {
    return await getDocumentProxy(data, {
      CMapReaderFactory: MapReader,
      useWorkerFetch: false,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
    });
  } catch (error) {
    const encrypted = error instanceof Error && error.name === 'PasswordException';
    throw new Unreadable(encrypted ? 'encrypted' : 'corrupt', encrypted ? undefined : 'pdf');
  }
}

async function itemsOf(document: PdfDocument, number: number): Promise<PdfItem[]> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return items.flatMap((item) => {
      if (!('str' in item)) return [];
      const [, , , , x, y] = item.transform as readonly number[];
      return {
        text: item.str,
        x: x ?? 0,
        y: y ?? 0,
        width: item.width,
        height: item.height,
        ends: item.hasEOL,
      };
    });
  } catch {
    // One damaged page does not take the others with it.
    return [];
  }
}
