import type { ReportModel } from '../../../server/src/core/features/reportModel';
import type { ReportMessages } from '../../../server/src/core/messages/report';
import { type Controls, data } from './controls';
import { escape } from './html';
import type { HistoryEntry } from './history';

/** So many hues there are; the number in front of a section tells it anyway. */
const HUES = 6;

/** What there is room for in the narrowest page: so many pixels for the strip, and for a character. */
const STRIP_PIXELS = 320;
const CHARACTER_PIXELS = 13;

const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`;

/** How many Han characters a text is as wide as; Latin letters are a little more than half as wide. */
const widthOf = (text: string): number => text.length - 0.4 * (text.match(/[\u0020-\u007e]/g)?.length ?? 0);

/** The class that colours what belongs to a section. */
export function hue(section: number | undefined): string {
  return section === undefined ? 'hue-none' : `hue-${section % HUES}`;
}

/** A section's number in its colour. */
export function badge(section: number): string {
  return `<span class="badge ${hue(section)}">${section + 1}</span>`;
}

/** A share as words: whole percent. */
export function whole(share: number): number {
  return Math.round(share * 100);
}

/** The answer from its first to its last 字. Told in words as well; the table of sections says it all. */
export function stripChart(
  { strip, sections }: ReportModel,
  text: ReportMessages,
  { live }: Controls,
): string {
  const { segments, ticks } = strip;
  if (segments.length === 0) return `<p class="muted">${escape(text.stripEmpty)}</p>`;
  const titleOf = (section: number | undefined): string =>
    section === undefined ? text.noSection : (sections[section]?.title ?? '');
  const said = segments.map(({ section, from, to }) =>
    text.stripPart(titleOf(section), whole(from), whole(to)),
  );
  const label = [...said, text.stripPoints(ticks.length)].join('; ');
  const jump = ({ from, to }: { readonly from: number; readonly to: number }): string =>
    live ? ` ${data({ act: 'jump', from, to })}` : '';
  const parts = segments.map(({ from, to, section, status, place }) => {
    const title = `<title>${escape(titleOf(section))}</title>`;
    const box = `x="${percent(from)}" y="16" width="${percent(to - from)}" height="34"`;
    const hatch = status === 'weak' ? `<rect class="hatched" ${box}/>` : '';
    const room = ((to - from) * STRIP_PIXELS) / CHARACTER_PIXELS;
    const words = section === undefined ? '' : `${section + 1} ${titleOf(section)}`;
    const shown =
      widthOf(words) <= room ? words : room >= 1 && section !== undefined ? String(section + 1) : '';
    const written =
      shown === '' ? '' : `<text x="${percent((from + to) / 2)}" y="38">${escape(shown)}</text>`;
    return `<g${jump(place)}>${title}<rect class="segment ${hue(section)}" ${box}/>${hatch}${written}</g>`;
  });
  const marks = ticks.map(
    ({ at, title, place }) =>
      `<g${jump(place)}><title>${escape(title)}</title><line class="tick" x1="${percent(at)}" x2="${percent(at)}" y1="3" y2="13"/></g>`,
  );
  return `<svg class="strip" role="img" aria-label="${escape(label)}" width="100%" height="52">
<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="0" x2="0" y1="0" y2="7"/></pattern></defs>
${parts.join('')}${marks.join('')}</svg>
<p class="muted">${escape(text.stripNote)}</p>`;
}

/** How much of something there is, as a bar; what it says stands beside it in words. */
export function bar(share: number, length = 1, mark?: number): string {
  const at =
    mark === undefined
      ? ''
      : `<line class="limit" x1="${percent(mark)}" x2="${percent(mark)}" y1="0" y2="12"/>`;
  return `<svg class="bar" aria-hidden="true" width="100%" height="12"><rect class="track" width="${percent(length)}" y="2" height="8" rx="4"/><rect class="fill" width="${percent(Math.min(1, share) * length)}" y="2" height="8" rx="4"/>${at}</svg>`;
}

/**
 * Full sections of those expected, as a ring, and after them the weak ones in their own colour; the verdict beside it
 * says the same.
 */
export function ring({ full, expected, sections }: ReportModel): string {
  const round = 2 * Math.PI * 26;
  const weak = sections.filter(({ status }) => status === 'weak').length;
  const arc = (look: string, from: number, count: number): string =>
    count === 0
      ? ''
      : `<circle class="${look}" cx="32" cy="32" r="26" stroke-dasharray="${((round * count) / expected).toFixed(1)} ${round.toFixed(1)}" transform="rotate(${Math.round((360 * from) / expected) - 90} 32 32)"/>`;
  return `<svg class="ring" aria-hidden="true" viewBox="0 0 64 64" width="64" height="64"><circle class="track" cx="32" cy="32" r="26"/>${arc('fill', 0, full)}${arc('fill thin', full, weak)}<text x="32" y="37">${full}/${expected}</text></svg>`;
}

/** The coverage over the checks of a draft, oldest first; needs two of them. */
export function historyChart(entries: readonly HistoryEntry[], text: ReportMessages): string {
  const x = (index: number): string => percent(0.02 + (0.96 * index) / Math.max(1, entries.length - 1));
  const y = (coverage: number): number => Number((12 + 76 * (1 - coverage)).toFixed(1));
  const lines = entries.slice(1).map((entry, index) => {
    const before = entries[index]?.coverage ?? 0;
    return `<line class="course" x1="${x(index)}" y1="${y(before)}" x2="${x(index + 1)}" y2="${y(entry.coverage)}"/>`;
  });
  const dots = entries.map(
    ({ coverage }, index) => `<circle class="dot" cx="${x(index)}" cy="${y(coverage)}" r="3.5"/>`,
  );
  const grid = [1, 0.5, 0].map(
    (level) => `<line class="grid" x1="0" x2="100%" y1="${y(level)}" y2="${y(level)}"/>`,
  );
  const label = text.historyChart(
    whole(entries[0]?.coverage ?? 0),
    whole(entries.at(-1)?.coverage ?? 0),
    entries.length,
  );
  return `<svg class="course-chart" role="img" aria-label="${escape(label)}" width="100%" height="100">${grid.join('')}${lines.join('')}${dots.join('')}</svg>`;
}
