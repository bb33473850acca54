import type { WorkspaceModel, WorkspaceRow } from '../../../server/src/core/features/reportWorkspace';
import { STATUS_MARK, STATUS_SHARE } from '../../../server/src/core/features/statusMark';
import { messages } from '../../../server/src/core/messages/messages';
import { reportMessages } from '../../../server/src/core/messages/report';
import { Controls } from './controls';
import { escape } from './html';
import { block } from './viewParts';

/** The body of the page about the drafts of a folder; `open` names a draft by its place in the list. */
export function workspaceBody(report: WorkspaceModel, live: boolean): string {
  const { locale, rows, files, cancelled, unreadable } = report;
  const text = reportMessages(locale);
  const controls = new Controls(text, live);
  const {
    workspaceColumns,
    workspaceSummary,
    workspaceCancelled,
    workspaceUnreadable,
    workspaceTitle,
    colon,
  } = messages(locale);
  // The states of the sections are in no order of their own: the verdict sums them up.
  const columns = [
    [workspaceColumns.draft, true],
    [workspaceColumns.verdict, true],
    [workspaceColumns.sections, false],
    [workspaceColumns.findings, true],
    [workspaceColumns.spoken, true],
  ] as const;
  const heads = columns.map(([title, sorts]) =>
    sorts && live && rows.length > 1
      ? `<th role="columnheader" scope="col" data-sort="" aria-sort="none"><button type="button" class="sort">${escape(title)}</button></th>`
      : `<th role="columnheader" scope="col">${escape(title)}</th>`,
  );
  const table = `<table class="sections drafts" role="table"><thead role="rowgroup"><tr role="row">${heads.join('')}</tr></thead>
<tbody role="rowgroup">${rows.map((row, index) => rowOf(row, index, report, controls)).join('')}</tbody></table>`;
  return `<header><div class="top"><h1>${escape(workspaceTitle)}</h1></div>
<p class="lead">${escape(workspaceSummary(rows.length, files))}</p>${cancelled ? `<p class="stale">${escape(workspaceCancelled)}</p>` : ''}
</header>
<main>
${rows.length === 0 ? '' : block('drafts', text.workspaceTitle, table)}
${
  unreadable.length === 0
    ? ''
    : block(
        'unreadable',
        workspaceUnreadable,
        `<ul class="plain">${unreadable.map(({ name, reason }) => `<li>${escape(`${name}${colon}${reason}`)}</li>`).join('')}</ul>`,
      )
}
</main>`;
}

/** How much of a draft is there. */
function share({ sections }: WorkspaceRow): number {
  return sections.reduce((sum, { status }) => sum + STATUS_SHARE[status], 0) / Math.max(1, sections.length);
}

function rowOf(row: WorkspaceRow, index: number, { locale }: WorkspaceModel, controls: Controls): string {
  const { status: words, duration, colon, workspaceColumns } = messages(locale);
  const sections = row.sections.map(({ title, status }) => {
    const name = `${title}${colon}${words[status]}`;
    return `<li class="pill ${status}" title="${escape(name)}"><span aria-hidden="true">${STATUS_MARK[status]}</span> ${escape(title)}<span class="unseen"> ${escape(words[status])}</span></li>`;
  });
  return `<tr role="row">
<th role="rowheader" scope="row" data-value="${escape(row.name)}">${controls.link({ act: 'open', index }, row.name, controls.text.openDraft(row.name))}<br><span class="muted">${escape(row.framework)}</span></th>
<td role="cell" data-value="${share(row).toFixed(4)}">${escape(row.verdict)}</td>
<td role="cell"><ul class="pills">${sections.join('')}</ul></td>
<td role="cell" class="amount" data-label="${escape(workspaceColumns.findings)}" data-value="${row.findings}">${row.findings}</td>
<td role="cell" class="amount" data-label="${escape(workspaceColumns.spoken)}" data-value="${row.seconds}">${escape(duration(row.seconds))}</td></tr>`;
}
