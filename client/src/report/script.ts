/**
 * What runs in the page: it passes on what is clicked, shows that the draft has changed, and keeps the place when
 * the page is drawn anew. It reads and writes no HTML.
 */
export const SCRIPT = `(() => {
  'use strict';
  const host = acquireVsCodeApi();
  addEventListener('click', ({ target }) => {
    const control = target instanceof Element && target.closest('[data-act]');
    if (control) host.postMessage({ ...control.dataset });
  });
  addEventListener('message', ({ data }) => {
    if (data && data.type === 'stale') document.getElementById('stale')?.removeAttribute('hidden');
  });
  const kept = host.getState();
  if (kept) scrollTo(0, kept.top);
  addEventListener('scroll', () => host.setState({ top: scrollY }), { passive: true });
})();`;

/** What runs in an exported page that is to be printed. */
export const PRINT_SCRIPT = `addEventListener('load', () => print());`;
