import type { DraftPlace } from '../../../server/src/core/features/reportPlace';
import type { ReportMessages } from '../../../server/src/core/messages/report';
import { escape } from './html';

/** What a click in the report asks for; the page's script sends it, `readAction` reads it. */
export type Action =
  | { readonly act: 'jump'; readonly from: number; readonly to: number }
  | { readonly act: 'insert'; readonly section: string }
  | { readonly act: 'source'; readonly index: number }
  | { readonly act: 'open'; readonly index: number }
  | { readonly act: 'recheck' }
  | { readonly act: 'export'; readonly format: ExportFormat };

export const EXPORT_FORMATS = ['markdown', 'html', 'print'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Reads what a page sent; undefined for anything a report does not send. */
export function readAction(message: unknown): Action | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { act, from, to, section, index, format } = message as Record<string, unknown>;
  const number = (value: unknown): number | undefined =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
  const [start, end, at] = [number(from), number(to), number(index)];
  switch (act) {
    case 'jump':
      return start === undefined || end === undefined ? undefined : { act, from: start, to: end };
    case 'insert':
      return typeof section === 'string' ? { act, section } : undefined;
    case 'source':
    case 'open':
      return at === undefined ? undefined : { act, index: at };
    case 'recheck':
      return { act };
    case 'export': {
      const known = EXPORT_FORMATS.find((one) => one === format);
      return known && { act, format: known };
    }
    default:
      return undefined;
  }
}

/** Makes the buttons of a page; on paper and in an exported page there are none, and what they say stays. */
export class Controls {
  constructor(
    readonly text: ReportMessages,
    readonly live: boolean,
  ) {}

  /**
   * A button that looks like a link.
   * @param label what it shows
   * @param name what a screen reader says instead
   */
  link(action: Action, label: string, name?: string): string {
    return this.#button('link', action, label, name);
  }

  /** A button; nothing at all on paper, where it would say nothing. */
  button(action: Action, label: string, name?: string, primary = false): string {
    return this.live ? this.#button(primary ? 'primary' : 'secondary', action, label, name) : '';
  }

  /** Leads to a place of the draft: `第 12 行`. */
  jump({ from, to, line }: DraftPlace, what: string): string {
    const { text } = this;
    return this.link({ act: 'jump', from, to }, text.goToLine(line), text.goTo(what, line));
  }

  /** Leads to a place of the draft by its own name, e.g. a point. */
  named({ from, to, line }: DraftPlace, what: string): string {
    return this.link({ act: 'jump', from, to }, what, this.text.goTo(what, line));
  }

  /** Inserts the outline of a section, `*` for all. */
  insert(section: string, title: string): string {
    const { text } = this;
    if (section === '*') return this.button({ act: 'insert', section }, text.insertAll, undefined, true);
    return this.button({ act: 'insert', section }, text.insert, text.insertSection(title), true);
  }

  #button(look: string, action: Action, label: string, name: string | undefined): string {
    if (!this.live) return `<span>${escape(label)}</span>`;
    const said = name === undefined ? '' : ` aria-label="${escape(name)}" title="${escape(name)}"`;
    return `<button type="button" class="${look}" ${data(action)}${said}>${escape(label)}</button>`;
  }
}

/** An action as attributes, for the page's script. */
export function data(action: Action): string {
  return Object.entries(action)
    .map(([key, value]) => `data-${key}="${escape(String(value))}"`)
    .join(' ');
}
