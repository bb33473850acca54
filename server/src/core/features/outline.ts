import type { Analysis } from '../analysis/analyse';
import { type Locale, messages } from '../messages/messages';
import { firstLine } from '../rules/places';
import type { Range } from '../text/range';
import { pointsToTell } from './lackingPoints';
import { STATUS_MARK } from './statusMark';

/** A stretch of the answer that belongs to one section, or to none. */
export interface Run extends Range {
  /** Index of the section, -1 for none. */
  readonly section: number;
  /** How many sentences it has. */
  readonly lines: number;
  /** Whether it begins with its heading. */
  readonly opensHeading: boolean;
}

/** One entry of the outline. */
export interface OutlineSymbol {
  readonly name: string;
  readonly detail: string;
  readonly range: Range;
  /** Lies within `range`. */
  readonly selection: Range;
  readonly kind: 'question' | 'section' | 'other';
}

/** Consecutive lines of the same section, with the heading they stand under. */
export function runs(analysis: Analysis): Run[] {
  const found: Run[] = [];
  for (const { line, section } of analysis.lines) {
    const last = found.at(-1);
    if (last?.section === section && !(line.opensHeading && line.heading && line.heading.from > last.from)) {
      found[found.length - 1] = { ...last, to: line.to, lines: last.lines + 1 };
      continue;
    }
    const opensHeading = line.opensHeading && line.heading !== undefined;
    const start = line.opensHeading && line.heading ? line.heading.from : line.from;
    found.push({ from: start, to: line.to, section, lines: 1, opensHeading });
  }
  return found;
}

/** A single sentence that belongs to nothing is not worth an entry; what stands on both sides of it goes on. */
function withoutStrays(all: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of all) {
    if (run.section < 0 && run.lines === 1) continue;
    const last = kept.at(-1);
    if (last?.section === run.section && !run.opensHeading)
      kept[kept.length - 1] = { ...last, to: run.to, lines: last.lines + run.lines };
    else kept.push(run);
  }
  return kept;
}

/** The answer by sections, with the coverage in the detail. */
export function outline(analysis: Analysis, locale: Locale): OutlineSymbol[] {
  const text = messages(locale);
  const symbols: OutlineSymbol[] = [];
  const asked = analysis.draft.question?.ranges[0];
  if (asked && asked.to > asked.from) {
    symbols.push({
      name: text.outlineQuestion,
      detail: '',
      range: asked,
      selection: firstLine(analysis.draft.text, asked),
      kind: 'question',
    });
  }
  const seen = new Set<number>();
  for (const run of withoutStrays(runs(analysis))) {
    const range = { from: run.from, to: run.to };
    const selection = firstLine(analysis.draft.text, range);
    const coverage = analysis.sections[run.section];
    if (!coverage) {
      symbols.push({
        name: text.outlineOther,
        detail: analysis.draft.text.slice(selection.from, Math.min(selection.to, selection.from + 16)),
        range,
        selection,
        kind: 'other',
      });
      continue;
    }
    const title = coverage.section.title[locale];
    const covered = pointsToTell(coverage);
    const points = covered === undefined ? '' : ` · ${text.reportPoints(covered, coverage.points.length)}`;
    const name = seen.has(run.section) ? `${title}${text.symbolContinued}` : title;
    symbols.push({
      name,
      detail: `${STATUS_MARK[coverage.status]} ${text.status[coverage.status]}${points}`,
      range,
      selection,
      kind: 'section',
    });
    seen.add(run.section);
  }
  return symbols;
}
