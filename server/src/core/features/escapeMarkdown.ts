/** Keeps a name or title from acting as Markdown: it stays one line, and one cell of a table. */
export function escapeMarkdown(value: string): string {
  return value.replace(/[\\`*_[\]<>#+|~]/g, '\\$&').replace(/[\r\n]+/g, ' ');
}
