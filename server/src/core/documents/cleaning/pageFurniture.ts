import { groupBy } from '../../text/groupBy';
import { cutEach, dropEach, spansOf, textOf } from '../lines';
import type { Line, Step, StepResult } from '../types';

/** What readers of documents on the web and printers put on every page. The whole line. */
const FURNITURE: readonly RegExp[] = [
  /^[-—–_·\s]*第\s*\d{1,4}\s*页[-—–_·\s]*(?:[,，/(（]?\s*共\s*\d{1,4}\s*页\s*[)）]?)?[-—–_·\s]*$/,
  /^(?:还剩|剩余|共|全文共)\s*\d{1,4}\s*页.{0,12}$/,
  /^[-—–·•]\s*\d{1,4}\s*[-—–·•]$/,
  /^page\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/i,
  /^(?:展开|阅读|查看|显示)(?:全文|全部|更多|剩余.{0,8})[»>↓∨…. ]*$/,
  /^(?:本页|此页|以下)(?:无正文|空白)$/,
];
/** No page furniture is longer, in UTF-16 units; this bounds the work on a line of megabytes. */
const LONGEST = 120;
/** The same glued to the text. */
const GLUED = /_第\s{0,4}\d{1,4}\s{0,4}页(?:\s{0,4}[,，]?\s{0,4}共\s{0,4}\d{1,4}\s*页)?/g;
/** A number or a fraction alone is a page number where there are pages. */
const PAGE_NUMBER = /^\d{1,4}(?:\s*[/／]\s*\d{1,4})?$/;
/** So many lines from the top and the bottom of a page a running header or footer can be. */
const EDGE = 2;
/** A running header stands on so many pages at least. */
const PAGES = 3;

/** Drops page numbers, running headers and footers, and `还剩 5 页`. Source: domain.md C2 (文库, docx and pdf). */
export const pageFurniture: Step = (lines) => {
  const running = runningLines(lines);
  const whole = dropEach(lines, (line) => {
    const text = textOf(line).trim();
    if (text.length > LONGEST) return undefined;
    const paged = line.page !== undefined && (PAGE_NUMBER.test(text) || running.has(line));
    return paged || FURNITURE.some((pattern) => pattern.test(text)) ? 'page' : undefined;
  });
  const glued: StepResult = cutEach(whole.lines, (text) => spansOf(text, GLUED), 'page');
  return { lines: glued.lines, drops: [...whole.drops, ...glued.drops] };
};

/** Lines at the edges of pages whose text, the page number aside, stands there on several pages. */
function runningLines(lines: readonly Line[]): ReadonlySet<Line> {
  const pages = groupBy(
    lines.filter(({ page, pieces }) => page !== undefined && pieces.length > 0),
    ({ page }) => page,
  );
  const edges = [...pages.values()].flatMap((page) =>
    page.length <= 2 * EDGE ? page : [...page.slice(0, EDGE), ...page.slice(-EDGE)],
  );
  const alike = groupBy(edges, (line) =>
    textOf(line)
      .replace(/^\s*\d+|\d+\s*$/g, '')
      .trim(),
  );
  return new Set(
    [...alike.values()].filter((found) => new Set(found.map(({ page }) => page)).size >= PAGES).flat(),
  );
}
