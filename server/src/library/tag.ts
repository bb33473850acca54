import { fingerprint } from '../core/documents/fingerprint';
import type { PhraseBank } from '../core/phrases/types';
import type { ReadingSetup } from './types';

/**
 * Names everything the phrases of a document depend on besides the document: frameworks, deny lists, model, banks and
 * the program.
 */
export function tagOf(setup: ReadingSetup, banks: readonly PhraseBank[], version: string): string {
  const parts = [setup.frameworks, setup.deny, setup.allowed, setup.model, banks];
  return [version, ...parts.map((part) => fingerprint(JSON.stringify(part)).toString(36))].join('-');
}
