import { Utils } from 'vscode-uri';
import { parseUri } from '../files/uri';
import { fingerprint } from '../core/documents/fingerprint';
import { deserialize, PhraseFileError, serialize } from '../core/phrases/serialize';
import { ReferenceLibrary } from '../core/references/library';
import { Catalogue } from './catalogue';
import type { DocumentWorker, StoreDamage } from './types';

/** So many documents are taken in, or handed over, between two looks at the messages. */
const AT_ONCE = 16;

/**
 * Where what was built is kept: one file for each set of workspace folders, so that windows on different folders do not
 * get into each other's way.
 * @param storage URI of the folder
 */
export function storePath(storage: string, folders: readonly string[]): string {
  const name = fingerprint(folders.toSorted().join('\n')).toString(36);
  return Utils.joinPath(parseUri(storage), `documents-${name}.bin`).fsPath;
}

/** Reads what was kept; why there is nothing to be used otherwise. */
export async function loadCatalogue(
  worker: DocumentWorker,
  path: string,
  tag: string,
  pause: () => Promise<void>,
): Promise<Catalogue | StoreDamage> {
  try {
    const stored = await worker.load(path, tag);
    if (typeof stored === 'string') return stored;
    const catalogue = new Catalogue(new ReferenceLibrary(deserialize(stored.index, tag)));
    const indexed = catalogue.references.phrases.documents;
    for (const [number, document] of stored.documents.entries()) {
      const { id, version } = document.reference;
      if (indexed.get(id)?.version !== version) return 'damaged';
      catalogue.restore(document);
      if (number % AT_ONCE === AT_ONCE - 1) await pause();
    }
    return catalogue;
  } catch (error) {
    const outdated =
      error instanceof PhraseFileError && (error.damage === 'version' || error.damage === 'tag');
    return outdated ? 'outdated' : 'damaged';
  }
}

/**
 * Writes what is known to disk.
 * @returns whether it came to the end: not when `stop` says so between two steps
 */
export async function saveCatalogue(
  catalogue: Catalogue,
  worker: DocumentWorker,
  path: string,
  tag: string,
  pause: () => Promise<void>,
  stop: () => boolean,
): Promise<boolean> {
  let count = 0;
  for (const document of [...catalogue.kept()]) {
    worker.keep(document);
    if (++count % AT_ONCE === 0) await pause();
    // What was handed over is dropped with the thread.
    if (stop()) {
      worker.dispose();
      return false;
    }
  }
  await worker.save(path, tag, serialize(catalogue.references.phrases, tag), count);
  return true;
}
