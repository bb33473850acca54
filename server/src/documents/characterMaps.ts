import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { CharacterMaps } from './readers/pdf';

/** Names of the tables for Chinese, as the PDF standard lists them. */
const CHINESE = /^(?:Adobe-(?:GB1|CNS1)|GB|UniGB|B5|ETen|ETHK|HK|CNS|UniCNS)[\w-]*$/;

/**
 * Reads the tables from the folder `cmaps` beside the program, where the build puts them, or from the package
 * `pdfjs-dist` when the program is not bundled.
 */
export const nodeCharacterMaps: CharacterMaps = async (name) => {
  const folder = CHINESE.test(name) ? findFolder(__dirname) : undefined;
  if (folder === undefined) return undefined;
  return readFile(join(folder, `${name}.bcmap`)).catch(() => undefined);
};

function findFolder(start: string): string | undefined {
  const beside = join(start, 'cmaps');
  if (existsSync(beside)) return beside;
  const installed = join(start, 'node_modules/pdfjs-dist/cmaps');
  if (existsSync(installed)) return installed;
  const parent = dirname(start);
  return parent === start ? undefined : findFolder(parent);
}
