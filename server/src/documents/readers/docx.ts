import { dropLine } from '../../core/documents/lines';
import type { Drop, Line } from '../../core/documents/types';
import { Unreadable } from '../problems';
import type { Budget, ReadDocument, Reader } from '../reader';
import { Numbering } from './docxNumbering';
import { parseXml } from './xml';
import { unzip } from './zip';

/** Parts of the archive that are read. */
const PARTS = /^(?:_rels\/\.rels|word\/(?:document\d*|numbering|styles)\.xml)$/;
/** Content that stands twice: for new programs and, as a fallback, for old ones. */
const FALLBACK = 'mc:Fallback';
/** Text that was deleted or moved away with changes tracked. */
const REMOVED = new Set(['w:del', 'w:moveFrom']);

/**
 * Reads a Word document: the paragraphs of its body in their order, with text boxes and table cells, numbers of lists
 * written out, headings known by their style. Deleted and hidden text, tables of contents, headers, footers and notes
 * are not part of it. Bounded in memory by `unzip` and in time by the budget.
 */
export const readDocx: Reader = (bytes, budget) => {
  const parts = unzip(bytes, (name) => PARTS.test(name), budget);
  const main = parts[mainPart(parts['_rels/.rels'], budget)];
  if (!main) throw new Unreadable('corrupt', 'docx');
  const styles = readStyles(parts['word/styles.xml'], budget);
  const body = new Body(styles, new Numbering(parts['word/numbering.xml'], budget), budget);
  parseXml(main, budget, body);
  return Promise.resolve(body.finish());
};

function mainPart(relations: Uint8Array | undefined, budget: Budget): string {
  let target = 'word/document.xml';
  if (relations)
    parseXml(relations, budget, {
      open: (name, attributes) => {
        if (name === 'Relationship' && attributes['Type']?.endsWith('/officeDocument'))
          target = (attributes['Target'] ?? target).replace(/^\//, '');
      },
    });
  return target;
}

/** What a paragraph style says that matters here. */
interface Style {
  readonly heading?: number;
  /** An entry of a table of contents. */
  readonly contents?: boolean;
  readonly list?: { readonly id: string; readonly depth: number };
}

function readStyles(xml: Uint8Array | undefined, budget: Budget): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  let id = '';
  const change = (style: Style): void => void styles.set(id, { ...styles.get(id), ...style });
  if (xml)
    parseXml(xml, budget, {
      open: (name, attributes) => {
        const value = attributes['w:val'] ?? '';
        if (name === 'w:style') id = attributes['w:styleId'] ?? '';
        else if (name === 'w:name' && /^toc \d/i.test(value)) change({ contents: true });
        else if (name === 'w:name' && /^(?:heading|标题) [1-6]$/i.test(value))
          change({ heading: Number(value.at(-1)) });
        else if (name === 'w:outlineLvl' && Number(value) < 6) change({ heading: Number(value) + 1 });
        else if (name === 'w:numId') change({ list: { id: value, depth: styles.get(id)?.list?.depth ?? 0 } });
      },
    });
  return styles;
}

/** A paragraph being read; those of a text box lie within another one. */
interface Paragraph {
  readonly texts: string[];
  hidden: string;
  style: Style;
  list: { id?: string; depth?: number };
}

class Body {
  readonly #lines: Line[] = [];
  readonly #drops: Drop[] = [];
  readonly #open: Paragraph[] = [];
  #line = 0;
  #text: string[] = [];
  #inText = false;
  #vanish = false;
  /** Elements whose text is left out, that are open. */
  #removed = 0;

  constructor(
    private readonly styles: ReadonlyMap<string, Style>,
    private readonly numbering: Numbering,
    private readonly budget: Budget,
  ) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === FALLBACK || REMOVED.has(name)) this.#removed++;
    const paragraph = this.#open.at(-1);
    const value = attributes['w:val'] ?? '';
    if (name === 'w:p') this.#open.push({ texts: [''], hidden: '', style: {}, list: {} });
    else if (name === 'w:t') this.#inText = true;
    else if (name === 'w:r') this.#vanish = false;
    else if (name === 'w:vanish') this.#vanish = value !== '0' && value !== 'false';
    else if (paragraph) this.#inParagraph(paragraph, name, attributes, value);
  }

  #inParagraph(
    paragraph: Paragraph,
    name: string,
    attributes: Readonly<Record<string, string>>,
    value: string,
  ): void {
    if (name === 'w:pStyle') paragraph.style = this.styles.get(value) ?? {};
    else if (name === 'w:outlineLvl' && Number(value) < 6)
      paragraph.style = { ...paragraph.style, heading: Number(value) + 1 };
    else if (name === 'w:numId') paragraph.list.id = value;
    else if (name === 'w:ilvl') paragraph.list.depth = Number(value);
    else if (name === 'w:tab' && !('w:pos' in attributes)) append(paragraph, '\t');
    else if (name === 'w:noBreakHyphen') append(paragraph, '-');
    else if ((name === 'w:br' || name === 'w:cr') && attributes['w:type'] !== 'page')
      paragraph.texts.push('');
  }

  text(data: string): void {
    const paragraph = this.#open.at(-1);
    if (!this.#inText || this.#removed > 0 || !paragraph) return;
    if (this.#vanish) paragraph.hidden += data;
    else append(paragraph, data);
  }

  close(name: string): void {
    if (name === FALLBACK || REMOVED.has(name)) this.#removed--;
    else if (name === 'w:t') this.#inText = false;
    else if (name === 'w:p') {
      const paragraph = this.#open.pop();
      if (paragraph && this.#removed === 0) this.#add(paragraph);
    }
  }

  #add({ texts, hidden, style, list }: Paragraph): void {
    this.budget.checkLines(this.#line + texts.length);
    const id = list.id ?? style.list?.id;
    const said = texts.join('').trim() !== '';
    const number =
      said && id !== undefined ? this.numbering.next(id, list.depth ?? style.list?.depth ?? 0) : '';
    for (const [index, text] of texts.entries()) {
      const whole = index === 0 ? number + text : text;
      this.#line++;
      this.#text.push(whole);
      if (whole === '') continue;
      const line: Line = {
        pieces: [{ line: this.#line, from: 0, to: whole.length, text: whole }],
        ...(style.heading === undefined ? {} : { heading: style.heading }),
        ...(id !== undefined && number === '' ? { item: true } : {}),
      };
      if (style.contents) this.#drops.push(...dropLine(line, 'navigation'));
      else this.#lines.push(line);
    }
    if (hidden.trim() === '') return;
    // Not in the text a person opens; the line it stands beside names the place.
    this.#drops.push({ line: this.#line, from: 0, to: 0, text: hidden, reason: 'hidden' });
  }

  finish(): ReadDocument {
    const text = this.#text.join('\n');
    return { source: { format: 'docx', lines: this.#lines, drops: this.#drops }, text };
  }
}

function append(paragraph: Paragraph, text: string): void {
  paragraph.texts.push((paragraph.texts.pop() ?? '') + text);
}
