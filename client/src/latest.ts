/** Tells the answer to the last question from those to earlier ones, which may arrive later. */
export class Latest {
  #last = 0;

  /** Begins a question. @returns whether it is still the last one */
  begin(): () => boolean {
    const mine = ++this.#last;
    return () => mine === this.#last;
  }
}
