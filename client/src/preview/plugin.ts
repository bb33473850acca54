import type { Uri } from 'vscode';
import type { Status } from '../../../server/src/core/analysis/coverage';
import { STATUS_MARK } from '../../../server/src/core/features/statusMark';
import { escape } from '../report/html';

/** What is used of markdown-it, which VS Code's preview runs on. */
export interface MarkdownIt {
  readonly renderer: {
    render(tokens: readonly Token[], options: unknown, env: unknown): string;
    readonly rules: Record<string, unknown>;
  };
}

export interface Token {
  readonly type: string;
  /** Lines of a block, the end not included. */
  readonly map?: readonly [number, number] | null;
  readonly content?: string;
  /** Of the text of a block: what it is made of. */
  readonly children?: readonly Token[] | null;
  /** Anything a plugin wants to know of its tokens. */
  readonly meta?: unknown;
}

/** The state of a section, to be shown where it begins. */
export interface Badge {
  readonly title: string;
  readonly status: Status;
  /** What the mark means, e.g. 薄弱. */
  readonly meaning: string;
  /** 0-based; absent for what begins nowhere. */
  readonly line?: number;
}

/** A type of token of our own, which no other plugin knows. */
const BADGE = 'zhangfa_badge';
/** Blocks in which a badge may stand. */
const HOSTS: ReadonlySet<string> = new Set(['paragraph_open', 'heading_open']);

/**
 * Adds the badges of a draft to what markdown-it renders. Nothing is done while a text is parsed, and for a document
 * without badges only one question is asked.
 * @param badgesOf by the address of a document; undefined for anything that is no draft
 */
export function addBadges<M extends MarkdownIt>(
  markdown: M,
  badgesOf: (document: string) => readonly Badge[] | undefined,
): M {
  const { renderer } = markdown;
  const render = renderer.render.bind(renderer);
  // As text, escaped: titles come from the writer's own files as well.
  renderer.rules[BADGE] = (tokens: readonly Token[], index: number): string => {
    const html = tokens[index]?.meta;
    return typeof html === 'string' ? html : '';
  };
  renderer.render = (tokens, options, env) => {
    const document = addressOf(env);
    const badges = document === undefined ? undefined : badgesOf(document);
    return badges === undefined || badges.length === 0
      ? render(tokens, options, env)
      : render(withBadges(tokens, badges), options, env);
  };
  return markdown;
}

/** The address of the document being rendered, which VS Code puts there. */
function addressOf(env: unknown): string | undefined {
  if (typeof env !== 'object' || env === null) return undefined;
  const { currentDocument } = env as { readonly currentDocument?: Uri };
  return currentDocument?.toString();
}

/** The tokens, which VS Code keeps for the next time, are left as they are. */
function withBadges(tokens: readonly Token[], badges: readonly Badge[]): Token[] {
  const placed = new Map<number, Badge[]>();
  const rest: Badge[] = [];
  for (const badge of badges) {
    const host = badge.line === undefined ? -1 : textOf(tokens, badge.line);
    if (host < 0) rest.push(badge);
    else placed.set(host, [...(placed.get(host) ?? []), badge]);
  }
  const all = tokens.map((token, index) => {
    const here = placed.get(index);
    return here ? beginningWith(here, token) : token;
  });
  if (rest.length > 0) all.push(toToken(`<p class="zhangfa-rest">${rest.map(badgeHtml).join('')}</p>\n`));
  return all;
}

/**
 * Index of the token with the text of the paragraph or heading of a line; -1 when it is in none. Badges go into it: VS
 * Code takes the token after the one that opens a heading for its text, and makes the address of the heading of that.
 */
function textOf(tokens: readonly Token[], line: number): number {
  const host = tokens.findIndex(
    ({ type, map }) => HOSTS.has(type) && map != null && map[0] <= line && line < map[1],
  );
  return host >= 0 && tokens[host + 1]?.children ? host + 1 : -1;
}

/** A copy of the text of a block, of the same kind, that begins with badges. */
function beginningWith(badges: readonly Badge[], text: Token): Token {
  const children = [...badges.map((badge) => toToken(badgeHtml(badge))), ...(text.children ?? [])];
  return Object.assign(Object.create(Object.getPrototypeOf(text) as object) as object, text, { children });
}

/** Without content: whoever gathers the text of a heading finds none of ours in it. */
function toToken(html: string): Token {
  return { type: BADGE, content: '', meta: html };
}

function badgeHtml({ title, status, meaning }: Badge): string {
  return `<span class="zhangfa-badge zhangfa-${status}" title="${escape(meaning)}"><span aria-hidden="true">${STATUS_MARK[status]}</span> ${escape(title)}<span class="zhangfa-meaning"> ${escape(meaning)}</span></span>`;
}
