import type { Element, InlineContext, MarkdownConfig } from '@lezer/markdown';
import { unitTable } from '../text/unitTable';

/*
 * Links, pictures, code and HTML within a line as the Markdown parser has them, for any text in linear time. The
 * parser's own way nests links as deep as they are nested, which runs out of stack, and looks for the other half of
 * what is left open again and again. Here brackets are marked one after the other, and their kind says which of them
 * belong together: `silentSpans` pairs them.
 */

/** `[` or `![`; silent when a `CLOSE` or `CLOSE_IMAGE` belongs to it. */
export const OPEN = 'BracketOpen';
/** `]` that ends a link. */
export const CLOSE = 'BracketClose';
/** `]` that ends a picture, with its target or name: nothing of a picture is said. */
export const CLOSE_IMAGE = 'BracketCloseImage';
/** `]` that ends nothing and takes the bracket before it along: a link does not stand in a link. */
export const DROP = 'BracketDrop';

/** A target, title or tag that is longer, in UTF-16 units, is none. */
const LONGEST = 1000;

const BACKTICK = 96;
const LESS = 60;
const GREATER = 62;
const QUOTE = 34;
const APOSTROPHE = 39;
const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const EXCLAMATION = 33;
const BRACKET = 91;
const BRACKET_CLOSE = 93;
const PARENTHESIS = 40;
const PARENTHESIS_CLOSE = 41;
const BACKSLASH = 92;

/** What is known of one stretch of inline text while it is parsed. */
interface Inline {
  /** Brackets nothing has ended yet. */
  readonly open: { readonly image: boolean; readonly to: number }[];
  /** So many of them, from the first on, can begin no link any more. */
  dead: number;
  /** Ends of comments and the like that do not come any more. */
  readonly missing: Set<string>;
  /** Where the last run of so many backticks begins. */
  runs?: ReadonlyMap<number, number>;
}

const inlines = new WeakMap<InlineContext, Inline>();

function inlineOf(context: InlineContext): Inline {
  let inline = inlines.get(context);
  if (!inline) inlines.set(context, (inline = { open: [], dead: 0, missing: new Set() }));
  return inline;
}

export const linearInline: MarkdownConfig = {
  defineNodes: [OPEN, CLOSE, CLOSE_IMAGE, DROP],
  remove: ['HTMLTag', 'Link', 'Image', 'LinkEnd'],
  parseInline: [
    { name: 'Plain', before: 'Escape', parse: skipPlain },
    { name: 'Backticks', before: 'InlineCode', parse: parseBackticks },
    { name: 'Angle', after: 'InlineCode', parse: parseAngle },
    { name: 'Bracket', after: 'Angle', parse: parseBracket },
  ],
};

/** With what inline syntax can begin or end. */
const SPECIAL = unitTable('\\`&<[]!');

/** Goes on to where something may be marked up at once: the parser would ask every rule about every character. */
function skipPlain(context: InlineContext, next: number, start: number): number {
  if (SPECIAL[next] === 1) return -1;
  const { text, offset } = context;
  let at = start - offset + 1;
  while (at < text.length && SPECIAL[text.charCodeAt(at)] !== 1) at++;
  return offset + at;
}

/** Lets the parser look for the end of code only where there is one. */
function parseBackticks(context: InlineContext, next: number, start: number): number {
  if (next !== BACKTICK || context.char(start - 1) === BACKTICK) return -1;
  const inline = inlineOf(context);
  inline.runs ??= new Map(
    Array.from(context.text.matchAll(/`+/g), ({ 0: run, index }) => [run.length, index + context.offset]),
  );
  let end = start + 1;
  while (context.char(end) === BACKTICK) end++;
  return (inline.runs.get(end - start) ?? start) > start ? -1 : end;
}

const ADDRESS =
  /^<(?:[a-z][-\w+.]+:[^\s>]+|[a-z\d.!#$%&'*+/=?^_`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*)>/i;
const TAG =
  /^<(?:\/[a-zA-Z][\w-]*\s*>|[a-zA-Z][\w-]*(?:\s+[a-zA-Z:_][\w-.:]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>)/;
/** HTML that goes on to its end whatever stands in it: how it begins, how it ends, and what it is. */
const SPANNING: readonly (readonly [RegExp, string, string])[] = [
  [/^<!--/, '-->', 'Comment'],
  [/^<\?/, '?>', 'ProcessingInstruction'],
  [/^<![A-Z]/, '>', 'HTMLTag'],
  [/^<!\[CDATA\[/, ']]>', 'HTMLTag'],
];

function parseAngle(context: InlineContext, next: number, start: number): number {
  if (next !== LESS) return -1;
  const source = context.slice(start, Math.min(context.end, start + LONGEST));
  const address = ADDRESS.exec(source)?.[0];
  if (address !== undefined) {
    const end = start + address.length;
    const parts = [
      context.elt('LinkMark', start, start + 1),
      context.elt('URL', start + 1, end - 1),
      context.elt('LinkMark', end - 1, end),
    ];
    return context.addElement(context.elt('Autolink', start, end, parts));
  }
  const empty = /^<!---?>/.exec(source)?.[0];
  if (empty !== undefined) return context.addElement(context.elt('Comment', start, start + empty.length));
  for (const [begins, ends, name] of SPANNING) {
    const begin = begins.exec(source)?.[0];
    if (begin === undefined) continue;
    const end = endOf(context, ends, start + begin.length);
    return end < 0 ? -1 : context.addElement(context.elt(name, start, end));
  }
  const tag = TAG.exec(source)?.[0];
  return tag === undefined ? -1 : context.addElement(context.elt('HTMLTag', start, start + tag.length));
}

/** Where a text next ends, or -1; what was looked for in vain is not looked for again. */
function endOf(context: InlineContext, text: string, from: number): number {
  const { missing } = inlineOf(context);
  if (missing.has(text)) return -1;
  const at = context.text.indexOf(text, from - context.offset);
  if (at >= 0) return at + context.offset + text.length;
  missing.add(text);
  return -1;
}

function parseBracket(context: InlineContext, next: number, start: number): number {
  if (next === BRACKET_CLOSE) return closeBracket(context, start);
  const image = next === EXCLAMATION && context.char(start + 1) === BRACKET;
  if (!image && next !== BRACKET) return -1;
  const to = start + (image ? 2 : 1);
  inlineOf(context).open.push({ image, to });
  return context.addElement(context.elt(OPEN, start, to));
}

function closeBracket(context: InlineContext, start: number): number {
  const inline = inlineOf(context);
  const opening = inline.open.pop();
  if (!opening) return -1;
  const left = inline.open.length;
  const isDead = !opening.image && left < inline.dead;
  inline.dead = Math.min(inline.dead, left);
  const after = context.char(start + 1);
  const hasTarget = after === PARENTHESIS || after === BRACKET;
  if (isDead || (!hasTarget && context.skipSpace(opening.to) === start))
    return context.addElement(context.elt(DROP, start, start + 1));
  const { end, parts } = readTarget(context, start + 1);
  if (opening.image) return context.addElement(context.elt(CLOSE_IMAGE, start, end, parts));
  inline.dead = left;
  context.addElement(context.elt(CLOSE, start, start + 1));
  for (const part of parts) context.addElement(part);
  return end;
}

interface Target {
  readonly end: number;
  readonly parts: readonly Element[];
}

/** What follows a `]`: `(target "title")`, `[name]`, or nothing that belongs to it. */
function readTarget(context: InlineContext, start: number): Target {
  const none = { end: start, parts: [] };
  if (context.char(start) === BRACKET) {
    const end = endOfName(context, start + 1);
    return end < 0 ? none : { end, parts: [] };
  }
  if (context.char(start) !== PARENTHESIS) return none;
  const parts = [context.elt('LinkMark', start, start + 1)];
  let pos = context.skipSpace(start + 1);
  const url = endOfUrl(context, pos);
  if (url >= 0) {
    parts.push(context.elt('URL', pos, url));
    const from = context.skipSpace(url);
    const title = from === url ? -1 : endOfTitle(context, from);
    if (title >= 0) parts.push(context.elt('LinkTitle', from, title));
    pos = title < 0 ? from : context.skipSpace(title);
  }
  if (context.char(pos) !== PARENTHESIS_CLOSE) return none;
  parts.push(context.elt('LinkMark', pos, pos + 1));
  return { end: pos + 1, parts };
}

/** Calls `step` with one character after the other, but for those behind a backslash, until it says where it ends. */
function scan(
  context: InlineContext,
  from: number,
  step: (unit: number, at: number) => number | undefined,
): number {
  const end = Math.min(context.end, from + LONGEST);
  for (let at = from; at < end; at++) {
    const unit = context.char(at);
    const found = step(unit, at);
    if (found !== undefined) return found;
    if (unit === BACKSLASH) at++;
  }
  return -1;
}

function endOfName(context: InlineContext, from: number): number {
  return scan(context, from, (unit, at) =>
    unit === BRACKET_CLOSE ? at + 1 : unit === BRACKET ? -1 : undefined,
  );
}

function endOfTitle(context: InlineContext, from: number): number {
  const opening = context.char(from);
  if (opening !== PARENTHESIS && opening !== QUOTE && opening !== APOSTROPHE) return -1;
  const closing = opening === PARENTHESIS ? PARENTHESIS_CLOSE : opening;
  return scan(context, from + 1, (unit, at) => (unit === closing ? at + 1 : undefined));
}

function endOfUrl(context: InlineContext, from: number): number {
  if (context.char(from) === LESS)
    return scan(context, from + 1, (unit, at) =>
      unit === GREATER ? at + 1 : unit === LESS || unit === LINE_FEED ? -1 : undefined,
    );
  let depth = 0;
  const end = scan(context, from, (unit, at) => {
    if (unit === SPACE || unit === TAB || unit === LINE_FEED || unit === CARRIAGE_RETURN) return at;
    if (unit === PARENTHESIS) depth++;
    else if (unit === PARENTHESIS_CLOSE && depth-- === 0) return at;
    return undefined;
  });
  return end === from ? -1 : end;
}
