import { keyOf } from '../phrases/units';
import { firstThat } from '../text/firstThat';
import { offsetIn } from './places';
import type { Copy, ReferenceDocument } from './types';

/** Of so many units one has its offset kept; the others are counted from it. */
const MARKED = 64;

/**
 * The word units of a document's paragraphs, one paragraph after the other, folded: what it says without punctuation,
 * headings and noise. Two bytes for each.
 */
export class DocumentUnits {
  readonly units: Uint16Array;
  /** Per paragraph, how many UTF-16 units the ones before it have together. */
  readonly #starts: Uint32Array;
  /** Where each `MARKED`th unit stands, counted through the texts of the paragraphs. */
  readonly #marks: Uint32Array;

  constructor(readonly document: ReferenceDocument) {
    const { paragraphs } = document;
    const units = new Uint16Array(paragraphs.reduce((sum, { text }) => sum + text.length, 0));
    const marks: number[] = [];
    this.#starts = new Uint32Array(paragraphs.length);
    let start = 0;
    let size = 0;
    for (const [index, { text }] of paragraphs.entries()) {
      this.#starts[index] = start;
      for (let i = 0; i < text.length; i++) {
        const unit = keyOf(text.charCodeAt(i));
        if (unit === 0) continue;
        if (size % MARKED === 0) marks.push(start + i);
        units[size++] = unit;
      }
      start += text.length;
    }
    this.units = units.slice(0, size);
    this.#marks = Uint32Array.from(marks);
  }

  /** Where units stand in the document's text. */
  placeOf(from: number, to: number): Copy['place'] {
    return { document: this.document.id, from: this.#offsetOf(from), to: this.#offsetOf(to - 1) + 1 };
  }

  #offsetOf(unit: number): number {
    const { paragraphs } = this.document;
    let at = this.#marks[Math.floor(unit / MARKED)] ?? 0;
    let index = firstThat(this.#starts, (start) => start > at) - 1;
    let paragraph = paragraphs[index];
    at -= this.#starts[index] ?? 0;
    for (let left = unit % MARKED; paragraph; at++) {
      if (at >= paragraph.text.length) {
        paragraph = paragraphs[++index];
        at = -1;
      } else if (keyOf(paragraph.text.charCodeAt(at)) !== 0 && left-- === 0) {
        return offsetIn(paragraph, at);
      }
    }
    return 0;
  }
}
