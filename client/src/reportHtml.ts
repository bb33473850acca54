/** The only command a report may run, whatever text of a draft ends up in it. */
export const OPEN_LINE = 'zhangfa.openLine';

const LINK =
  /\]\(<?((?!https?:|mailto:|command:|vscode:)[a-z][a-z0-9+.-]*:[^)\s>#]*)(?:#L(\d+)(?:,(\d+))?)?>?\)/gi;

/**
 * Makes links to lines of files work in a webview, where only commands can be followed: Markdown's renderer drops
 * `file:` links, and a link to a Markdown file would open its preview.
 * @param markdown links look like `[…](uri#L12)` or `[…](uri#L12,3)`, counted from 1
 */
export function linkLines(markdown: string): string {
  return markdown.replace(LINK, (_link, uri: string, line = '1', column = '1') => {
    const args = encodeURIComponent(JSON.stringify([uri, Number(line), Number(column)]));
    // Brackets would end the link early.
    return `](command:${OPEN_LINE}?${args.replaceAll('(', '%28').replaceAll(')', '%29')})`;
  });
}

/** A page around a rendered report: no scripts, nothing fetched, the colours and fonts of the editor. */
export function page(title: string, body: string, language: string): string {
  return `<!DOCTYPE html>
<html lang="${escape(language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline';">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>${body}</body>
</html>`;
}

const STYLE = `
body { max-width: 46em; margin: 0 auto; padding: 1em 2em 3em; line-height: 1.7;
  font-family: var(--vscode-markdown-font-family, var(--vscode-font-family)); font-size: var(--vscode-markdown-font-size, 14px); }
h1 { font-size: 1.5em; font-weight: 600; }
h2 { font-size: 1.15em; font-weight: 600; margin-top: 1.8em; padding-bottom: .3em;
  border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-editorWidget-border, rgba(128, 128, 128, .35))); }
a { color: var(--vscode-textLink-foreground); text-decoration: none; }
a:hover { text-decoration: underline; }
li { margin: .35em 0; }
code { font-size: .85em; color: var(--vscode-descriptionForeground); white-space: nowrap; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .35em .8em .35em 0;
  border-bottom: 1px solid var(--vscode-widget-border, rgba(128, 128, 128, .35)); }
th, td:nth-child(-n + 2) { white-space: nowrap; }
`;

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
