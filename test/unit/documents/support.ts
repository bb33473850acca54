import { zipSync } from 'fflate';
import { LIMITS, type Limits } from '../../../server/src/documents/limits';
import { nodeCharacterMaps } from '../../../server/src/documents/characterMaps';
import { Unreadable } from '../../../server/src/documents/problems';
import { Budget, type ReadDocument, type Reader } from '../../../server/src/documents/reader';
import { documentReaders } from '../../../server/src/documents/readers';
import { textOf } from '../../../server/src/core/documents/lines';

const encoder = new TextEncoder();

/** Bytes of a text in UTF-8. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** The readers, with character maps from the installed package. */
export const readers = documentReaders(nodeCharacterMaps);

/** Bounds for a reader; the clock stands still unless told otherwise. */
export function budget(limits: Partial<Limits> = {}, now: () => number = () => 0): Budget {
  return new Budget({ ...LIMITS, ...limits }, now);
}

/** The lines a reader gives, headings with `#` for each level, items with `- `. */
export function linesOf({ source }: ReadDocument): string[] {
  return source.lines
    .filter((line) => textOf(line).trim() !== '')
    .map((line) => {
      const mark = line.heading ? `${'#'.repeat(line.heading)} ` : line.item ? '- ' : '';
      return mark + textOf(line).trim();
    });
}

/** The reason a reader gives for not reading, as `kind detail`. */
export async function problemOf(reader: Reader, bytes: Uint8Array, given = budget()): Promise<string> {
  try {
    await reader(bytes, given);
    return 'read';
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return `${error.kind} ${error.detail ?? ''}`.trim();
  }
}

/** Parts of a Word document besides the body. */
interface DocxParts {
  readonly styles?: string;
  readonly numbering?: string;
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word document with the given XML as its body. */
export function docx(body: string, { styles, numbering }: DocxParts = {}): Uint8Array {
  const part = (name: string, content: string): Uint8Array =>
    utf8(`<?xml version="1.0"?><w:${name} ${W}>${content}</w:${name}>`);
  return zipSync({
    '[Content_Types].xml': utf8('<Types/>'),
    '_rels/.rels': utf8(
      '<Relationships><Relationship Type="http://x/relationships/officeDocument" Target="/word/document.xml"/></Relationships>',
    ),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...(styles === undefined ? {} : { 'word/styles.xml': part('styles', styles) }),
    ...(numbering === undefined ? {} : { 'word/numbering.xml': part('numbering', numbering) }),
  });
}

/** A Word paragraph with a run of text. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** A run of text on a page of a pdf: hexadecimal character codes at a place in points. */
export interface PdfRun {
  readonly hex: string;
  readonly x: number;
  readonly y: number;
}

/** A text as the codes of UCS-2, in hexadecimal. */
export function ucs2(text: string): string {
  return text
    .split('')
    .map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'))
    .join('');
}

/** A pdf whose only font is Chinese and not embedded, as most older documents have it. */
export function pdf(
  pages: readonly (readonly PdfRun[])[],
  encoding = 'UniGB-UCS2-H',
  trailer = '',
): Uint8Array {
  const font = 3 + pages.length * 2;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, index) => `${3 + index * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    ...pages.flatMap((runs, index) => {
      const content = runs
        .map(({ hex, x, y }) => `BT /F1 12 Tf 1 0 0 1 ${x} ${y} Tm <${hex}> Tj ET`)
        .join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 ${font} 0 R >> >> /Contents ${4 + index * 2} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [${font + 1} 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor ${font + 2} 0 R >>`,
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return utf8(file);
}

/** Lines of text one below the other on a page. */
export function page(...lines: readonly string[]): PdfRun[] {
  return lines.map((line, index) => ({ hex: ucs2(line), x: 72, y: 780 - index * 20 }));
}
