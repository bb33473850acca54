import { PhraseIndex } from '../../../server/src/core/phrases/index';
import type {
  Origin,
  Passage,
  PhraseDocument,
  PhraseEntry,
  Slot,
  Suggestion,
} from '../../../server/src/core/phrases/types';

/** A slot as `framework/section`, `framework/section/point`, with `@fit`. */
export function slot(name: string): Slot {
  const [path = '', fit = '0.9'] = name.split('@');
  const [framework = '', section = '', point] = path.split('/');
  return { framework, section, point, fit: Number(fit) };
}

export function entry(
  text: string,
  slots: readonly string[] = [],
  more: Partial<PhraseEntry> = {},
): PhraseEntry {
  return { text, slots: slots.map(slot), line: 0, from: 0, to: text.length, ...more };
}

export function document(
  id: string,
  entries: readonly PhraseEntry[],
  origin: Origin = 'documents',
): PhraseDocument {
  return { id, version: '1', origin, entries: entries.map((own, line) => ({ ...own, line })) };
}

/** An index of one document, settled. */
export function indexOf(...entries: readonly PhraseEntry[]): PhraseIndex {
  const index = new PhraseIndex();
  index.add(document('file:///a.txt', entries));
  index.settle();
  return index;
}

export const texts = (suggestions: readonly Suggestion[]): string[] => suggestions.map(({ text }) => text);

/** A passage that stands as it is at the start of a document. */
export function passage(text: string): Passage {
  return { document: 'file:///d.txt', text, anchors: [{ at: 0, from: 0, line: 0 }] };
}
