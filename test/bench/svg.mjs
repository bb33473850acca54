/** A small writer of bar charts in SVG, readable on light and on dark pages. */

const WIDTH = 760;
const LABEL = 230;
const VALUE = 150;
const ROW = 22;
const STYLE = `
  text { font: 13px system-ui, 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; fill: #1f2328; }
  .title { font-weight: 600; font-size: 15px; }
  .note { fill: #59636e; font-size: 12px; }
  .bar { fill: #8c959f; }
  .own { fill: #0969da; }
  .limit { stroke: #cf222e; stroke-width: 2; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .note { fill: #9198a1; }
    .bar { fill: #6e7681; }
    .own { fill: #4493f8; }
    .limit { stroke: #f85149; }
  }`;

const escape = (text) => text.replace(/[&<>"]/g, (unit) => `&#${unit.charCodeAt(0)};`);

/**
 * Groups of horizontal bars.
 * @param groups `{ title, note, log, rows: [{ label, value, text, own, limit }] }`; `log` for a logarithmic scale,
 * `text` is what stands at the end of the bar, `limit` a value that is marked
 * @returns the SVG
 */
export function barChart(groups) {
  const parts = [];
  let y = 8;
  for (const { title, note, log = false, rows } of groups) {
    parts.push(`<text class="title" x="8" y="${y + 16}">${escape(title)}</text>`);
    if (note) parts.push(`<text class="note" x="8" y="${y + 34}">${escape(note)}</text>`);
    y += note ? 46 : 28;
    const all = rows.flatMap(({ value, limit }) => (limit === undefined ? [value] : [value, limit]));
    const most = Math.max(...all);
    const least = log ? Math.min(...all) / 2 : 0;
    const room = WIDTH - LABEL - VALUE;
    const length = (value) =>
      Math.max(
        1,
        log ? (Math.log(value / least) / Math.log(most / least)) * room : (value / most) * room,
      ).toFixed(1);
    for (const { label, value, text, own = false, limit } of rows) {
      parts.push(
        `<text x="${LABEL - 8}" y="${y + 15}" text-anchor="end">${escape(label)}</text>`,
        `<rect class="bar${own ? ' own' : ''}" x="${LABEL}" y="${y + 3}" width="${length(value)}" height="16" rx="2"/>`,
        `<text x="${(LABEL + Number(length(value)) + 6).toFixed(1)}" y="${y + 15}">${escape(text)}</text>`,
      );
      if (limit !== undefined) {
        const x = (LABEL + Number(length(limit))).toFixed(1);
        parts.push(`<line class="limit" x1="${x}" x2="${x}" y1="${y}" y2="${y + ROW}"/>`);
      }
      y += ROW;
    }
    y += 14;
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y}" viewBox="0 0 ${WIDTH} ${y}" role="img">`,
    `<style>${STYLE}\n</style>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}
