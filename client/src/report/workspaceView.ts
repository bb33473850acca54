import type { WorkspaceModel, WorkspaceRow } from '../../../server/src/core/features/reportWorkspace';
import { messages } from '../../../server/src/core/messages/messages';
import { reportMessages } from '../../../server/src/core/messages/report';
import { Controls } from './controls';
import { escape } from './html';
import { block } from './viewParts';

const MARK = { full: '✓', weak: '◐', absent: '✗' } as const;

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
  const columns = [
    workspaceColumns.draft,
    workspaceColumns.verdict,
    workspaceColumns.sections,
    workspaceColumns.findings,
    workspaceColumns.spoken,
  ];
  const table = `<table class="sections drafts" role="table"><thead role="rowgroup"><tr role="row">${columns.map((column) => `<th role="columnheader" scope="col">${escape(column)}</th>`).join('')}</tr></thead>
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

function rowOf(row: WorkspaceRow, index: number, { locale }: WorkspaceModel, controls: Controls): string {
  const { status: words, duration, colon, workspaceColumns } = messages(locale);
  const sections = row.sections.map(({ title, status }) => {
    const name = `${title}${colon}${words[status]}`;
    return `<li class="pill ${status}" title="${escape(name)}"><span aria-hidden="true">${MARK[status]}</span> ${escape(title)}<span class="unseen"> ${escape(words[status])}</span></li>`;
  });
  return `<tr role="row">
<th role="rowheader" scope="row">${controls.link({ act: 'open', index }, row.name, controls.text.openDraft(row.name))}<br><span class="muted">${escape(row.framework)}</span></th>
<td role="cell">${escape(row.verdict)}</td>
<td role="cell"><ul class="pills">${sections.join('')}</ul></td>
<td role="cell" class="amount" data-label="${escape(workspaceColumns.findings)}">${row.findings}</td>
<td role="cell" class="amount" data-label="${escape(workspaceColumns.spoken)}">${escape(duration(row.seconds))}</td></tr>`;
}
