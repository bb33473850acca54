import type { SourceDocument } from '../core/documents/types';
import type { Encoding } from './encoding';
import type { Limits } from './limits';
import { Unreadable } from './problems';

/** What a reader made of a file. */
export interface ReadDocument {
  readonly source: SourceDocument;
  /**
   * The text that lines and columns refer to: the file's own, or, where a file has none a person could open at a
   * line (docx, pdf), the lines read from it.
   */
  readonly text: string;
  readonly encoding?: Encoding;
}

/** Reads the bytes of a file. Throws `Unreadable` with the reason when it cannot. */
export type Reader = (bytes: Uint8Array, budget: Budget) => Promise<ReadDocument>;

/** What may be spent on one file. */
export class Budget {
  readonly #start: number;

  /** @param now milliseconds from any fixed point */
  constructor(
    readonly limits: Limits,
    private readonly now: () => number,
  ) {
    this.#start = now();
  }

  /** @throws Unreadable too-large, when a document has more lines than one a person wrote */
  checkLines(count: number): void {
    if (count > this.limits.lines) throw new Unreadable('too-large', `${this.limits.lines} lines`);
  }

  /** @throws Unreadable too-large, when markup divides a document into more runs than memory should hold */
  checkRuns(count: number): void {
    if (count > this.limits.runs) throw new Unreadable('too-large', `${this.limits.runs} runs`);
  }

  /** @throws Unreadable timeout, when the time is up */
  check(): void {
    if (this.now() - this.#start > this.limits.milliseconds)
      throw new Unreadable('timeout', String(Math.round(this.limits.milliseconds / 1000)));
  }
}
