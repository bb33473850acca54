import type { Analysis } from '../analysis/analyse';
import type { Status } from '../analysis/coverage';
import type { Locale } from '../messages/messages';
import { expectedSections } from '../rules/sectionMissing';
import { countHanzi } from '../text/count';
import type { DraftPlace, Placer } from './reportPlace';

/** A stretch of the answer in one section; shares are of the 字 of the whole answer, 0 to 1. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  /** Index in the sections of the report; absent for text in no section. */
  readonly section?: number;
  readonly status?: Status;
  readonly place: DraftPlace;
}

/** A point found, at its share of the answer. */
export interface Tick {
  readonly at: number;
  readonly title: string;
  readonly place: DraftPlace;
}

/** The whole answer as a strip. */
export interface Strip {
  readonly segments: readonly Segment[];
  readonly ticks: readonly Tick[];
}

/** Lays the answer out as a strip; neighbouring sentences of one section are one segment. O(lines + points). */
export function stripOf(analysis: Analysis, place: Placer, locale: Locale): Strip {
  const { lines, sections, draft } = analysis;
  const shown = new Map<number, number>();
  for (const [index, { status, section }] of sections.entries())
    if (status !== 'absent') shown.set(index, shownIndex(analysis, section.id));
  const total = lines.reduce((sum, { line }) => sum + line.evidence.sentence.hanzi, 0);
  if (total === 0) return { segments: [], ticks: [] };
  const share = (hanzi: number): number => Math.min(1, hanzi / total);

  const segments: Segment[] = [];
  /** 字 before each line, by where the line begins. */
  const before = new Map<number, number>();
  let hanzi = 0;
  for (const { line, sections: labels } of lines) {
    before.set(line.from, hanzi);
    const own = line.evidence.sentence.hanzi;
    if (own === 0) continue;
    const start = share(hanzi);
    hanzi += own;
    const label = labels[0] ?? -1;
    const section = shown.get(label);
    const last = segments.at(-1);
    if (last && last.section === section)
      segments[segments.length - 1] = {
        ...last,
        to: share(hanzi),
        place: { ...last.place, to: line.to },
      };
    else
      segments.push({
        from: start,
        to: share(hanzi),
        place: place({ from: line.from, to: line.to }),
        ...(section === undefined ? {} : { section, status: sections[label]?.status ?? 'weak' }),
      });
  }

  const ticks = sections.flatMap(({ section, points, lines: own }) =>
    points.flatMap(({ id, evidence: [range] }): Tick[] => {
      const line = range && own.find(({ line: { from, to } }) => from <= range.from && range.from < to)?.line;
      if (!line) return [];
      const at = (before.get(line.from) ?? 0) + countHanzi(draft.text, line.from, range.from);
      const title = section.points.find((point) => point.id === id)?.title[locale] ?? '';
      return [{ at: share(at), title, place: place(range) }];
    }),
  );
  return { segments, ticks: ticks.sort((a, b) => a.at - b.at) };
}

/** 字 of each section by its id; a sentence counts for the section it realises most. */
export function hanziBySection({ lines, sections }: Analysis): ReadonlyMap<string, number> {
  const hanzi = new Map<string, number>();
  for (const { line, sections: labels } of lines) {
    const id = sections[labels[0] ?? -1]?.section.id;
    if (id !== undefined) hanzi.set(id, (hanzi.get(id) ?? 0) + line.evidence.sentence.hanzi);
  }
  return hanzi;
}

function shownIndex(analysis: Analysis, id: string): number {
  return expectedSections(analysis).findIndex(({ section }) => section.id === id);
}
