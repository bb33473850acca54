/**
 * YAML as its parser wants it: for it a carriage return that stands alone ends no line. One unit for one unit, so that
 * an offset in one is the same place in the other.
 */
export function toYamlLines(source: string): string {
  return source.replace(/\r(?!\n)/g, '\n');
}
