import { URI } from 'vscode-uri';

/** Half a character, which no URI can say. */
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** A folder shared by Windows as some editors write it: `file:////server/share` for `file://server/share`. */
const SHARE = /^file:\/{4,}(?=[^/])/i;

/**
 * A URI as an editor wrote it. Never throws: one that is malformed gets the scheme `unknown`, under which there are no
 * files. A document with such an address is checked like any other.
 */
export function parseUri(text: string): URI {
  const whole = text.replace(HALF, '\ufffd').replace(SHARE, 'file://');
  try {
    return URI.parse(whole);
  } catch {
    return URI.from({ scheme: 'unknown', path: `/${whole.replace(/^\/+/, '')}` });
  }
}
