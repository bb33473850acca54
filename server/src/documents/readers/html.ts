import { Parser } from 'htmlparser2';
import { runsOf, textOf } from '../../core/documents/lines';
import type { Drop, DropReason, Line, Piece } from '../../core/documents/types';
import { LineIndex } from '../../core/text/lineIndex';
import { decodeDocument } from '../encoding';
import { Unreadable } from '../problems';
import type { Budget, Reader } from '../reader';

/** Elements whose start and end are ends of lines. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td ' +
    'tfoot th thead title tr ul'
  ).split(' '),
);
/** Elements without text for a reader. */
const SILENT = new Set(
  'script style noscript template svg math iframe object canvas select option textarea button audio video map'.split(
    ' ',
  ),
);
/** Elements whose text is not the author's. */
const FURNITURE: Readonly<Partial<Record<string, DropReason>>> = {
  nav: 'navigation',
  aside: 'navigation',
  footer: 'site-footer',
  form: 'navigation',
  figcaption: 'image',
};
/** Text a reader does not see: there to spoil copies. */
const INVISIBLE =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])/i;
/** UTF-16 units parsed between two looks at the clock. */
const CHUNK = 256 * 1024;

/** Reads HTML: text by blocks, with the place of every piece in the source; menus, footers and hidden text are dropped. */
export const readHtml: Reader = (bytes, budget) => {
  const { text, encoding } = decodeDocument(bytes);
  const page = new Page(text);
  parse(text, page, budget);
  const { title, lines, drops } = page.finish();
  return Promise.resolve({
    source: { format: 'html', lines, drops, ...(title === '' ? {} : { title }) },
    text,
    encoding,
  });
};

function parse(text: string, page: Page, budget: Budget): void {
  let depth = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (++depth > budget.limits.markupDepth)
        throw new Unreadable('corrupt', `> ${budget.limits.markupDepth}`);
      page.open(name, attributes);
    },
    onclosetag: (name) => {
      depth--;
      page.close(name);
    },
    ontext: (data) => page.text(data, parser.startIndex, parser.endIndex + 1),
  });
  for (let at = 0; at < text.length; at += CHUNK) {
    parser.write(text.slice(at, at + CHUNK));
    budget.check();
    budget.checkLines(page.lines);
    budget.checkRuns(page.runs);
  }
  parser.end();
}

/** What one open element does to the text in it. */
interface Scope {
  readonly reason?: DropReason | 'silent' | 'title';
  readonly heading?: number;
  readonly link?: boolean;
}

/** Collects the lines of a page as its elements open and close. */
class Page {
  readonly #index: LineIndex;
  readonly #lines: Line[] = [];
  readonly #drops: Drop[] = [];
  readonly #scopes: Scope[] = [];
  #pieces: Piece[] = [];
  #heading: number | undefined;
  #linked = true;
  #item = false;
  #runs = 0;
  #title = '';

  constructor(source: string) {
    this.#index = new LineIndex(source);
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (BLOCKS.has(name) || name === 'br') this.#endLine();
    this.#item ||= name === 'li';
    const heading = /^h([1-6])$/.exec(name)?.[1];
    const reason = reasonOf(name, attributes);
    this.#scopes.push({
      ...(reason ? { reason } : {}),
      ...(heading === undefined ? {} : { heading: Number(heading) }),
      ...(name === 'a' ? { link: true } : {}),
    });
  }

  close(name: string): void {
    if (BLOCKS.has(name)) this.#endLine();
    this.#scopes.pop();
  }

  /** @param from UTF-16 offset of the text in the source, `to` its end: longer than `data` for an entity */
  text(data: string, from: number, to: number): void {
    const reason = this.#scopes.find((scope) => scope.reason !== undefined)?.reason;
    if (reason === 'silent') return;
    if (reason === 'title') {
      this.#title += data;
      return;
    }
    const pieces = this.#place(data, from, to);
    this.#runs += pieces.length;
    if (reason !== undefined) {
      this.#drops.push(
        ...pieces.filter(({ text }) => text.trim() !== '').map((piece) => ({ ...piece, reason })),
      );
      return;
    }
    const heading = this.#scopes.findLast((scope) => scope.heading !== undefined)?.heading;
    if (data.trim() !== '') {
      this.#heading ??= heading;
      this.#linked &&= this.#scopes.some(({ link }) => link === true);
    }
    this.#pieces.push(...pieces);
  }

  /** Lines so far. */
  get lines(): number {
    return this.#lines.length;
  }

  /** Runs of text so far. */
  get runs(): number {
    return this.#runs;
  }

  finish(): { title: string; lines: readonly Line[]; drops: readonly Drop[] } {
    this.#endLine();
    return { title: this.#title.trim(), lines: this.#lines, drops: this.#drops };
  }

  /** The pieces of a run of text: one for each line of the source, or a single one for an entity. */
  #place(data: string, from: number, to: number): Piece[] {
    const start = this.#index.positionAt(from);
    if (data.length !== to - from)
      return [
        {
          line: start.line + 1,
          from: start.character,
          to: start.character + to - from,
          text: data.replaceAll('\u00a0', ' '),
        },
      ];
    let column = start.character;
    return data.split(/\r\n|\r|\n/).flatMap((text, index) => {
      const place = { line: start.line + 1 + index, from: column, to: column + text.length, text };
      column = 0;
      // Indentation of the source is no space in the text.
      const lead = index === 0 ? 0 : text.length - text.trimStart().length;
      const bare = text.slice(lead);
      return bare === '' ? [] : [{ ...place, from: place.from + lead, text: bare }];
    });
  }

  #endLine(): void {
    const line: Line = { pieces: runsOf(this.#pieces) };
    if (textOf(line).trim() !== '')
      this.#lines.push({
        ...line,
        ...(this.#heading === undefined ? {} : { heading: this.#heading }),
        ...(this.#linked ? { linked: true } : {}),
        ...(this.#item ? { item: true } : {}),
      });
    this.#pieces = [];
    this.#heading = undefined;
    this.#linked = true;
    this.#item = false;
  }
}

function reasonOf(name: string, attributes: Readonly<Record<string, string>>): Scope['reason'] {
  if (name === 'title') return 'title';
  if (SILENT.has(name)) return 'silent';
  if (/(?:^|\s)jammer(?:\s|$)/.test(attributes['class'] ?? '')) return 'jammer';
  if ('hidden' in attributes || INVISIBLE.test(attributes['style'] ?? '')) return 'hidden';
  return FURNITURE[name];
}
