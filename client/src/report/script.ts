/**
 * What runs in the page: it passes on what is clicked, puts the rows of a table in order, shows that the draft has
 * changed, and keeps the place when the page is drawn anew. It reads and writes no HTML.
 */
export const SCRIPT = `(() => {
  'use strict';
  const host = acquireVsCodeApi();
  const kept = { top: 0, ...host.getState() };
  const keep = (change) => host.setState(Object.assign(kept, change));
  const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const sort = (column, down) => {
    const heads = [...document.querySelectorAll('th[data-sort]')];
    const head = heads.find((one) => one.cellIndex === column);
    if (!head) return;
    for (const one of heads) one.setAttribute('aria-sort', one !== head ? 'none' : down ? 'descending' : 'ascending');
    const body = head.closest('table').tBodies[0];
    const value = (row) => row.cells[column].dataset.value ?? '';
    body.append(...[...body.rows].sort((a, b) => compare(value(a), value(b)) * (down ? -1 : 1)));
    keep({ column, down });
  };
  addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const control = target.closest('[data-act]');
    if (control) host.postMessage({ ...control.dataset });
    const head = target.closest('button') && target.closest('th[data-sort]');
    if (head) sort(head.cellIndex, head.getAttribute('aria-sort') === 'ascending');
  });
  addEventListener('message', ({ data }) => {
    if (data && data.type === 'stale') document.getElementById('stale')?.removeAttribute('hidden');
  });
  if (kept.column !== undefined) sort(kept.column, kept.down);
  scrollTo(0, kept.top);
  addEventListener('scroll', () => keep({ top: scrollY }), { passive: true });
})();`;

/** What runs in an exported page that is to be printed. */
export const PRINT_SCRIPT = `addEventListener('load', () => print());`;
