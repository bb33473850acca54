import type { Passage } from '../phrases/types';
import type { ReferenceDocument } from './types';

/** The paragraphs of a document as phrases are taken out of them (`phrasesFrom`). */
export function passagesOf({ id, paragraphs }: ReferenceDocument): Passage[] {
  return paragraphs.map(({ text, anchors }) => ({ document: id, text, anchors }));
}
