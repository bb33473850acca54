/** Text as it may stand in HTML, between tags and in quoted attributes. */
export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** What a page is made of. */
export interface PageParts {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  /** HTML; everything in it is escaped already. */
  readonly body: string;
  readonly style: string;
  readonly script?: string;
  /** Letters and digits nobody can guess: only what carries it runs and applies. */
  readonly nonce: string;
}

/** A whole page that fetches nothing and runs nothing but its own script. */
export function page({ title, language, body, style, script, nonce }: PageParts): string {
  const own = `'nonce-${nonce}'`;
  const policy = `default-src 'none'; style-src ${own};${script === undefined ? '' : ` script-src ${own};`} base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${escape(language)}">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escape(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
${body}
${script === undefined ? '' : `<script nonce="${nonce}">${script}</script>\n`}</body>
</html>
`;
}

/** A nonce for one page. */
export function newNonce(): string {
  // `randomUUID` is missing where a page was not fetched safely.
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
