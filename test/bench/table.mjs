/** Prints rows with their cells below each other. */
export function printTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => width(row[column]))));
  for (const row of rows) {
    console.log(row.map((cell, column) => cell + ' '.repeat(widths[column] - width(cell) + 2)).join(''));
  }
}

const width = (cell) =>
  [...cell].reduce((sum, char) => sum + (/\p{Script=Han}|[，。：]/u.test(char) ? 2 : 1), 0);

/** A table of Markdown; every column but the first is figures. */
export const markdownTable = (head, rows) =>
  [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
