import type { ReportModel } from '../../../server/src/core/features/reportModel';
import { messages } from '../../../server/src/core/messages/messages';
import type { ReportMessages } from '../../../server/src/core/messages/report';
import { bar, historyChart, whole } from './charts';
import type { Controls } from './controls';
import { escape } from './html';
import type { HistoryEntry } from './history';

/** A part of the page under its heading; nothing when it has no content. */
export function block(id: string, title: string, content: string): string {
  return content === ''
    ? ''
    : `<section aria-labelledby="${id}-title"><h2 id="${id}-title">${escape(title)}</h2>\n${content}</section>`;
}

/** What judges score, as bars, beside the time. */
export function scoredPart(report: ReportModel, text: ReportMessages): string {
  const parts = [elementsPart(report, text), timePart(report, text)].filter((part) => part !== '');
  return `<div class="pair">${parts.join('\n')}</div>`;
}

function elementsPart({ elements, locale }: ReportModel, text: ReportMessages): string {
  const { listSeparator } = messages(locale);
  if (elements.length === 0) return '';
  const heaviest = Math.max(...elements.map(({ weight }) => weight));
  const rows = elements.map(
    ({ title, weight, share, sections }) =>
      `<li><span class="row"><b>${escape(title)}</b> <span class="muted">${escape(text.weight(weight))}</span> <span class="value">${escape(text.percent(whole(share)))}</span></span>${bar(share, weight / heaviest)}<span class="muted">${escape(text.elementFrom(sections.join(listSeparator)))}</span></li>`,
  );
  return block(
    'elements',
    text.elements,
    `<ul class="bars">${rows.join('')}</ul><p class="muted">${escape(text.elementsNote)}</p>`,
  );
}

function timePart({ time, locale }: ReportModel, text: ReportMessages): string {
  const { duration } = messages(locale);
  const { limit, seconds, hanzi } = time;
  const said = `<p class="figure"><b>${escape(duration(seconds))}</b> <span class="muted">${escape(text.hanzi(hanzi))}</span></p>`;
  if (!limit) return block('time', text.time, said);
  const longest = Math.max(limit.seconds, seconds, 1);
  const rest = limit.seconds - seconds;
  const stands = rest >= 0 ? text.timeLeft(duration(rest)) : text.timeOver(duration(-rest));
  const against = `${text.timeLimit[limit.from](duration(limit.seconds))}${messages(locale).semicolon}${stands}`;
  return block(
    'time',
    text.time,
    `${said}${bar(seconds / longest, 1, limit.seconds / longest)}<p>${escape(against)}</p>`,
  );
}

/** Methods in use and methods that would fit, and what to look at once more. */
export function methodsPart(
  { methods, locale }: ReportModel,
  text: ReportMessages,
  controls: Controls,
): string {
  const { because, aside, listSeparator } = messages(locale);
  const used = methods.used.map(({ title, places }) => {
    const members = places.map(({ title: name, place }) =>
      place ? controls.named(place, name) : escape(name),
    );
    return `<li><b>${escape(title)}</b> ${members.join(escape(listSeparator))}</li>`;
  });
  const advised = methods.advised.map(
    ({ title, because: words }) =>
      `<li><b>${escape(title)}</b>${escape(aside(because(words.join(listSeparator))))}</li>`,
  );
  const checks = methods.selfChecks.map((line) => `<li>${escape(line)}</li>`);
  const list = (title: string, items: readonly string[]): string =>
    items.length === 0 ? '' : `<h3>${escape(title)}</h3><ul class="plain">${items.join('')}</ul>`;
  return block(
    'methods',
    text.methods,
    list(text.methodsUsed, used) + list(text.methodsAdvised, advised) + list(text.selfCheck, checks),
  );
}

/** Documents of which runs stand in the draft word for word. */
export function sourcesPart({ sources }: ReportModel, text: ReportMessages, controls: Controls): string {
  if (sources.length === 0) return '';
  let index = 0;
  const groups = sources.map(({ name, hanzi, runs }) => {
    const items = runs.map((run) => {
      const open = text.sourceOpen(name, run.line);
      return `<li>${controls.jump(run.place, text.sourceRun(run.hanzi))} <span class="muted">${escape(text.sourceRun(run.hanzi))}</span> ${controls.link({ act: 'source', index: index++ }, open)}</li>`;
    });
    return `<h3>${escape(name)} <span class="muted">${escape(text.sourceTotal(runs.length, hanzi))}</span></h3><ul class="plain">${items.join('')}</ul>`;
  });
  return block('sources', text.sources, `${groups.join('')}<p class="muted">${escape(text.sourcesNote)}</p>`);
}

/** The coverage over the checks, as a chart and as a table. */
export function historyPart(
  history: readonly HistoryEntry[],
  text: ReportMessages,
  moment: (at: number) => string,
): string {
  if (history.length === 0) return '';
  if (history.length === 1)
    return block('history', text.history, `<p class="muted">${escape(text.historyOnce)}</p>`);
  const cell = (value: string): string => `<td>${escape(value)}</td>`;
  const rows = history.toReversed().map(({ at, coverage, full, expected, findings }) => {
    const cells = [text.percent(whole(coverage)), `${full}/${expected}`, String(findings)];
    return `<tr><th scope="row">${escape(moment(at))}</th>${cells.map(cell).join('')}</tr>`;
  });
  const columns = [text.when, text.coverage, text.fullSections, text.findings];
  const table = `<table class="figures"><thead><tr>${columns.map((column) => `<th scope="col">${escape(column)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const chart = historyChart(history, text);
  return block(
    'history',
    text.history,
    `${chart}<details><summary>${escape(text.historyChart(whole(history[0]?.coverage ?? 0), whole(history.at(-1)?.coverage ?? 0), history.length))}</summary>${table}</details><p class="muted">${escape(text.historyNote)}</p>`,
  );
}
