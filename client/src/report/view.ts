import type { ReportItem, ReportModel, SectionReport } from '../../../server/src/core/features/reportModel';
import { STATUS_MARK } from '../../../server/src/core/features/statusMark';
import { messages } from '../../../server/src/core/messages/messages';
import { type ReportMessages, reportMessages } from '../../../server/src/core/messages/report';
import { badge, ring, stripChart } from './charts';
import { Controls } from './controls';
import { escape } from './html';
import type { HistoryEntry } from './history';
import { block, historyPart, methodsPart, scoredPart, sourcesPart } from './viewParts';

/** What a report page shows besides the check itself. */
export interface ViewOptions {
  /** With buttons; without them for paper and exported pages. */
  readonly live: boolean;
  /** Earlier checks, oldest first, with this one. */
  readonly history: readonly HistoryEntry[];
  /** Writes a moment in the writer's way. */
  readonly moment: (at: number) => string;
}

/** The body of the report page; every text of the draft, the rubrics and the file system in it is escaped. */
export function reportBody(report: ReportModel, options: ViewOptions): string {
  const text = reportMessages(report.locale);
  const controls = new Controls(text, options.live);
  return [
    head(report, text, controls),
    '<main>',
    firstPart(report, text, controls),
    block('strip', text.strip, stripChart(report, text, controls)),
    block('sections', text.sections, sectionTable(report, text, controls)),
    scoredPart(report, text),
    faultsPart(report, text, controls),
    methodsPart(report, text, controls),
    sourcesPart(report, text, controls),
    historyPart(options.history, text, options.moment),
    '</main>',
  ].join('\n');
}

function head(report: ReportModel, text: ReportMessages, controls: Controls): string {
  const { locale, time, framework, kind } = report;
  const { colon, reportKind, reportFramework, duration } = messages(locale);
  const facts = [
    ...(kind === undefined ? [] : [`${reportKind}${colon}${kind}`]),
    ...(framework === '' ? [] : [`${reportFramework}${colon}${framework}`]),
    `${text.hanzi(time.hanzi)} · ${text.about(duration(time.seconds))}`,
  ];
  const tools = [
    controls.button({ act: 'recheck' }, text.recheck),
    controls.button({ act: 'export', format: 'markdown' }, text.exportMarkdown),
    controls.button({ act: 'export', format: 'html' }, text.exportHtml),
    controls.button({ act: 'export', format: 'print' }, text.print),
  ].join('');
  const bar = controls.live
    ? `<div class="tools" role="group" aria-label="${escape(text.actions)}">${tools}</div>`
    : '';
  const stale = controls.live
    ? `<div role="status"><p id="stale" class="stale" hidden>${escape(text.stale)} ${controls.link({ act: 'recheck' }, text.recheck)}</p></div>`
    : '';
  return `<header>
<div class="top"><h1><span class="muted">${escape(text.title)}</span> ${escape(report.name)}</h1>${bar}</div>
${stale}
<div class="verdict">${report.sections.length === 0 ? '' : ring(report)}<div><p class="lead">${escape(report.verdict)}</p>
<ul class="facts">${facts.map((fact) => `<li>${escape(fact)}</li>`).join('')}</ul></div></div>
</header>`;
}

function firstPart({ first, sections }: ReportModel, text: ReportMessages, controls: Controls): string {
  const content =
    first.length === 0
      ? sections.length === 0
        ? `<p>${escape(text.askFirst)}</p>`
        : `<p class="good">✓ ${escape(text.nothing)}</p>`
      : `<ol class="first">${first.map((item) => `<li>${itemLine(item, sections, text, controls, true)}</li>`).join('')}</ol>`;
  return block('first', text.first, content);
}

/** A finding with the ways to deal with it. */
function itemLine(
  { code, message, place, insert }: ReportItem,
  sections: readonly SectionReport[],
  text: ReportMessages,
  controls: Controls,
  named: boolean,
): string {
  const title = sections.find(({ id }) => id === insert)?.title ?? '';
  // What is missing stands nowhere: there is only something to insert.
  const lead = code === 'section.missing' ? '' : controls.jump(place, text.rules[code]);
  const actions = `${insert === undefined ? '' : controls.insert(insert, title)}${lead}`;
  const name = named ? `<span class="tag">${escape(text.rules[code])}</span> ` : '';
  return `<p>${name}${escape(message)}</p>${actions === '' ? '' : `<p class="actions">${actions}</p>`}`;
}

function sectionTable({ sections, locale }: ReportModel, text: ReportMessages, controls: Controls): string {
  if (sections.length === 0) return `<p class="muted">${escape(text.none)}</p>`;
  const columns = [text.section, text.status, `${text.found} / ${text.lacking}`, text.amount];
  const rows = sections.map((section, index) => sectionRow(section, index, text, controls, locale));
  // Narrow pages show rows as blocks, which takes their meaning away unless the roles are said.
  return `<table class="sections" role="table"><thead role="rowgroup"><tr role="row">${columns
    .map((column) => `<th role="columnheader" scope="col">${escape(column)}</th>`)
    .join('')}</tr></thead><tbody role="rowgroup">${rows.join('')}</tbody></table>`;
}

function sectionRow(
  section: SectionReport,
  index: number,
  text: ReportMessages,
  controls: Controls,
  locale: ReportModel['locale'],
): string {
  const { id, title, status, need, hanzi, seconds, place } = section;
  const { status: words, optional, conditional, duration } = messages(locale);
  const asked = need === 'required' ? '' : need === 'optional' ? optional : conditional;
  const amount =
    status === 'absent'
      ? controls.insert(id, title)
      : `${escape(text.hanzi(hanzi))}<br><span class="muted">${escape(duration(seconds))}</span>`;
  const name = place ? controls.named(place, title) : escape(title);
  return `<tr role="row" class="is-${status}">
<th role="rowheader" scope="row">${badge(index)} ${name}${asked === '' ? '' : ` <span class="tag">${escape(asked)}</span>`}</th>
<td role="cell"><span class="pill ${status}"><span aria-hidden="true">${STATUS_MARK[status]}</span> ${escape(words[status])}</span></td>
<td role="cell" class="points">${pointLists(section, text, controls)}</td>
<td role="cell" class="amount">${amount}</td></tr>`;
}

function pointLists(
  { points, status, why, because }: SectionReport,
  text: ReportMessages,
  controls: Controls,
): string {
  const found = points.filter(({ covered }) => covered);
  const lacking = status === 'full' ? [] : points.filter(({ covered }) => !covered);
  const list = (label: string, items: readonly string[], look: string): string =>
    items.length === 0
      ? ''
      : `<div class="${look}"><span class="muted">${escape(label)}</span><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul></div>`;
  const both =
    list(
      text.found,
      found.map(({ title, place }) => (place ? controls.named(place, title) : escape(title))),
      'found',
    ) +
    list(
      text.lacking,
      lacking.map(({ title }) => escape(title)),
      'lacking',
    );
  if (because !== undefined) return `${both}<p class="muted">${escape(because)}</p>`;
  // What a judge looks for is told where something is to be done about it.
  return both === '' && status !== 'full' ? `<span class="muted">${escape(why)}</span>` : both;
}

function faultsPart({ faults, sections }: ReportModel, text: ReportMessages, controls: Controls): string {
  if (faults.length === 0) return '';
  const groups = faults.map(
    ({ title, items }) =>
      `<h3>${escape(title)} <span class="muted">${escape(text.faultCount(items.length))}</span></h3>
<ul class="faults">${items.map((item) => `<li>${itemLine(item, sections, text, controls, false)}</li>`).join('')}</ul>`,
  );
  return block('faults', text.faults, groups.join('\n'));
}
