import { parseUri } from './uri';

/** A URI as a person reads it: a path on the disk, anything else without escapes. */
export function displayPath(uri: string): string {
  const parsed = parseUri(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : parsed.toString(true);
}
