/** Colours of the editor where there is one, of paper and of the reader's system elsewhere. */
const COLOURS = `
:root { color-scheme: light dark;
  --paper: #fff; --ink: #24292f; --faint: #57606a; --accent: #0969da; --rule: #d0d7de; }
@media (prefers-color-scheme: dark) { :root { --paper: #1f1f1f; --ink: #d4d4d4; --faint: #a0a0a0; --accent: #6cb6ff; --rule: #3c3c3c; } }
body {
  --bg: var(--vscode-editor-background, var(--paper));
  --fg: var(--vscode-editor-foreground, var(--ink));
  --muted: var(--vscode-descriptionForeground, var(--faint));
  --link: var(--vscode-textLink-foreground, var(--accent));
  --line: color-mix(in srgb, var(--fg) 16%, var(--bg));
  --soft: color-mix(in srgb, var(--fg) 5%, var(--bg));
  --track: color-mix(in srgb, var(--fg) 12%, var(--bg));
  --blue: var(--vscode-charts-blue, #1a85ff); --purple: var(--vscode-charts-purple, #8250df);
  --green: var(--vscode-charts-green, #388a34); --orange: var(--vscode-charts-orange, #d18616);
  --yellow: var(--vscode-charts-yellow, #bf8803); --red: var(--vscode-charts-red, #e51400);
}
.hue-0 { --hue: var(--blue); } .hue-1 { --hue: var(--purple); } .hue-2 { --hue: var(--green); }
.hue-3 { --hue: var(--orange); } .hue-4 { --hue: var(--red); } .hue-5 { --hue: var(--yellow); }
.hue-none { --hue: var(--fg); }
.full { --hue: var(--green); } .weak { --hue: var(--orange); } .absent { --hue: var(--red); }
`;

const FRAME = `
* { box-sizing: border-box; }
body { max-width: 58rem; margin: 0 auto; padding: 1.3rem clamp(.9rem, 4vw, 2.25rem) 3.5rem; background: var(--bg); color: var(--fg);
  font-family: var(--vscode-font-family, system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif);
  font-size: var(--vscode-font-size, 14px); line-height: 1.65; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.05em; font-weight: 600; }
.top { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .6rem 1.2rem; margin-bottom: 1.2rem; }
h1 .muted { font-weight: 400; margin-inline-end: .4em; }
h2 { margin: 2.1rem 0 .7rem; font-size: 1.12em; font-weight: 600; }
h3 { margin: 1.1rem 0 .35rem; font-size: 1em; font-weight: 600; }
h3 .muted { font-weight: 400; margin-inline-start: .3em; }
p { margin: .35rem 0; } ul, ol { margin: 0; padding: 0; list-style: none; }
b { font-weight: 600; }
.muted { color: var(--muted); font-size: .92em; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.verdict { display: flex; gap: 1.1rem; align-items: center; }
.verdict > div { min-width: 0; }
.lead { margin: 0 0 .3rem; font-size: 1.35em; line-height: 1.45; font-weight: 600; }
.facts { color: var(--muted); font-size: .92em; }
.tools { display: flex; flex-wrap: wrap; gap: .4rem; }
.stale { margin: 0 0 1.2rem; padding: .5rem .8rem; border-inline-start: 3px solid var(--orange); background: var(--soft); }
.good { font-size: 1.05em; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); column-gap: 2.5rem; }
`;

const CONTROLS = `
button { font: inherit; cursor: pointer; }
button.link { min-width: 24px; min-height: 24px; padding: 0; border: 0; background: none; color: var(--link); text-align: start; text-decoration: none; border-radius: 2px; }
button.link:hover { text-decoration: underline; }
button.primary, button.secondary { padding: .18rem .75rem; border: 1px solid var(--vscode-contrastBorder, transparent); border-radius: 3px; white-space: nowrap; font-size: .94em; }
button.primary { background: var(--vscode-button-background, var(--bg)); color: var(--vscode-button-foreground, var(--fg)); }
button.primary:hover { background: var(--vscode-button-hoverBackground, var(--soft)); }
button.secondary { background: var(--vscode-button-secondaryBackground, var(--bg)); color: var(--vscode-button-secondaryForeground, var(--fg)); }
button.secondary:hover { background: var(--vscode-button-secondaryHoverBackground, var(--soft)); }
button:focus-visible, summary:focus-visible { outline: 2px solid var(--vscode-focusBorder, var(--link)); outline-offset: 2px; }
[data-act] { cursor: pointer; }
summary { cursor: pointer; width: fit-content; }
button.sort { min-height: 24px; padding: 0; border: 0; background: none; color: inherit; border-radius: 2px; }
button.sort:hover { color: var(--fg); }
button.sort::after { content: "↕" / ""; margin-inline-start: .35em; opacity: .55; }
[aria-sort="ascending"] button.sort::after { content: "↑" / ""; opacity: 1; } [aria-sort="descending"] button.sort::after { content: "↓" / ""; opacity: 1; }
`;

const PARTS = `
.first { counter-reset: first; display: grid; gap: .5rem; }
.first > li { counter-increment: first; position: relative; display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .4rem 1.2rem; padding: .65rem 1rem .65rem 3rem; border-radius: 6px; background: var(--soft); }
.first > li > p:first-child { flex: 1 1 18em; }
.first > li::before { content: counter(first); position: absolute; inset-inline-start: 1rem; top: .72rem; width: 1.5em; height: 1.5em;
  line-height: 1.5em; border-radius: 50%; text-align: center; font-weight: 600; font-size: .95em; background: color-mix(in srgb, var(--orange) 26%, var(--bg)); }
.first p { margin: 0; } .actions { display: flex; flex-wrap: wrap; gap: .3rem .9rem; align-items: center; }
.tag { display: inline-block; padding: 0 .45em; border: 1px solid var(--line); border-radius: 3px; color: var(--muted); font-size: .85em; font-weight: 400; white-space: nowrap; }
.badge { display: inline-block; min-width: 1.55em; padding: 0 .3em; border-radius: 3px; text-align: center; font-size: .88em; font-weight: 600; background: color-mix(in srgb, var(--hue) 32%, var(--bg)); }
.pill { display: inline-block; padding: 0 .6em; border-radius: 1em; white-space: nowrap; font-size: .92em; background: color-mix(in srgb, var(--hue) 16%, var(--bg)); }
.pills { display: flex; flex-wrap: wrap; gap: .25rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .55rem .9rem .55rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-inline-end: 0; }
thead th { padding-block: .2rem; color: var(--muted); font-size: .88em; font-weight: 400; white-space: nowrap; }
tbody th { font-weight: 600; min-width: 6.5em; } tbody th button.link { font-weight: 600; } tbody th .muted { font-weight: 400; } .amount { white-space: nowrap; }
.drafts tbody th { min-width: 9em; } .drafts td:nth-child(2) { min-width: 11em; }
.points > div { display: flex; gap: .7em; } .points > div > .muted { flex: none; }
.points > p { margin: .15em 0 0; font-size: .92em; } .points ul { display: flex; flex-wrap: wrap; gap: 0 1em; } .points li { display: flex; gap: .35em; }
.found li::before { content: "✓"; color: var(--muted); } .lacking li::before { content: "○"; color: var(--muted); }
.faults li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.2rem; padding: .3rem 0; }
.faults li > p:first-child { flex: 1 1 24em; margin: 0; } .faults .actions { margin: 0; }
.plain li { padding: .15rem 0; }
.bars li { margin-bottom: .7rem; } .row { display: flex; gap: .6em; align-items: baseline; } .row > span { white-space: nowrap; } .value { margin-inline-start: auto; }
.figure b { font-size: 1.35em; } .figures { width: auto; margin-top: .5rem; } .figures th { font-weight: 400; }
`;

const CHARTS = `
svg { display: block; overflow: visible; } svg text { fill: var(--fg); font: 600 13px/1 var(--vscode-font-family, sans-serif); text-anchor: middle; }
.ring { flex: none; } .ring circle { fill: none; stroke-width: 6; } .ring .track { stroke: var(--track); } .ring .fill { stroke: var(--green); } .ring .thin { stroke: var(--orange); opacity: .6; } .ring text { font-size: 16px; }
.segment { fill: color-mix(in srgb, var(--hue) 34%, var(--bg)); stroke: var(--bg); stroke-width: 1.5; }
.segment.hue-none { fill: var(--track); } .hatched { fill: url(#hatch); pointer-events: none; }
.hatch { stroke: var(--fg); stroke-width: 2; opacity: .32; } .tick { stroke: var(--fg); stroke-width: 2; stroke-linecap: round; opacity: .65; }
g[data-act]:hover .segment { stroke: var(--fg); } g[data-act]:hover .tick { opacity: 1; }
.bar .track { fill: var(--track); } .bar .fill { fill: var(--blue); } .limit { stroke: var(--fg); stroke-width: 2; }
.grid { stroke: var(--line); } .course { stroke: var(--blue); stroke-width: 2; } .dot { fill: var(--blue); }
`;

const ELSEWHERE = `
@media (max-width: 40rem) {
  .sections thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .sections tr { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem .9rem; padding: .7rem 0; border-bottom: 1px solid var(--line); }
  .drafts thead { position: static; width: auto; height: auto; clip-path: none; }
  .drafts thead th:nth-child(3) { display: none; } .drafts thead tr { gap: .3rem 1.2rem; } .drafts thead th { flex: none; }
  .sections th, .sections td { padding: 0; border: 0; min-width: 0; }
  .sections .points, .drafts tbody th, .drafts td:nth-child(2), .drafts td:nth-child(3) { flex: 1 0 100%; }
  .sections .points { order: 2; } .sections .amount br { display: none; } .sections .amount .muted::before { content: " · "; } [data-label]::before { content: attr(data-label) " "; color: var(--muted); }
  .lead { font-size: 1.15em; } .ring { width: 52px; height: 52px; }
}
body.vscode-high-contrast { --line: var(--vscode-contrastBorder); --soft: var(--bg); --track: var(--bg); }
.vscode-high-contrast .pill, .vscode-high-contrast .badge, .vscode-high-contrast .first > li, .vscode-high-contrast .first > li::before { background: none; outline: 1px solid var(--vscode-contrastBorder); }
.vscode-high-contrast .segment, .vscode-high-contrast .track { fill: var(--bg); stroke: var(--vscode-contrastBorder); }
@media (forced-colors: active) {
  .pill, .badge, .first > li { outline: 1px solid CanvasText; } .segment, .bar .track { fill: Canvas; stroke: CanvasText; } .bar .fill { fill: Highlight; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --faint: #444; --accent: #000; }
  body { max-width: none; padding: 0; font-size: 10.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  li, tr, svg, .pair { break-inside: avoid; } h2, h3, thead { break-after: avoid; } .tools, .stale { display: none; }
  .first > li { border: 1px solid var(--line); }
}
@page { margin: 18mm 16mm; }
@media (prefers-reduced-motion: no-preference) { button { transition: background-color .1s; } }
`;

/** The style of all report pages. */
export const STYLE = `${COLOURS}${FRAME}${CONTROLS}${PARTS}${CHARTS}${ELSEWHERE}`;
