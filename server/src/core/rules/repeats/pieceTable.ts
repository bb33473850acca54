const LEAST_SLOTS = 256;
const NONE = -1;

/**
 * Which sentence has a piece of text first, and which ones have it too. One open-addressing table in typed arrays: a
 * long draft has as many pieces as characters, and a map of strings would take ten times the room and the time.
 * Sentences are numbers of the caller's.
 */
export class PieceTable {
  #a = new Uint32Array(LEAST_SLOTS);
  #b = new Uint32Array(LEAST_SLOTS);
  /** The sentence that has the piece first, plus one; 0 in a slot never used, NONE where no sentence has it any more. */
  #owner = new Int32Array(LEAST_SLOTS);
  /** First entry of the list of the others, plus one. */
  #others = new Int32Array(LEAST_SLOTS);
  #used = 0;

  /** Lists of sentences: what an entry holds, and the next one, plus one. */
  #line = new Int32Array(LEAST_SLOTS);
  #next = new Int32Array(LEAST_SLOTS);
  #lines = 0;
  #free = 0;

  /** Makes room for so many more pieces; slots are others afterwards. */
  reserve(pieces: number): void {
    let size = this.#owner.length;
    while ((this.#used + pieces) * 4 > size * 3) size *= 2;
    if (size > this.#owner.length) this.#resize(size);
  }

  /** The slot of a piece; a new one if need be. Valid until the next call of `reserve`. */
  slotOf(a: number, b: number): number {
    const mask = this.#owner.length - 1;
    let slot = a & mask;
    for (;;) {
      const owner = this.#owner[slot];
      if (owner === 0) break;
      if (this.#a[slot] === a && this.#b[slot] === b) return slot;
      slot = (slot + 1) & mask;
    }
    this.#a[slot] = a;
    this.#b[slot] = b;
    this.#owner[slot] = NONE;
    this.#used++;
    return slot;
  }

  /** The sentence that has the piece of a slot first, -1 for none. */
  ownerOf(slot: number): number {
    const owner = this.#owner[slot] ?? NONE;
    return owner === NONE ? -1 : owner - 1;
  }

  setOwner(slot: number, line: number): void {
    this.#owner[slot] = line < 0 ? NONE : line + 1;
  }

  /** Puts down another sentence that has the piece; once, even if it is added again right after. */
  addOther(slot: number, line: number): void {
    const first = this.#others[slot] ?? 0;
    if (first > 0 && this.#line[first - 1] === line) return;
    const entry = this.#allocate();
    this.#line[entry] = line;
    this.#next[entry] = first;
    this.#others[slot] = entry + 1;
  }

  /** Visits the others of a slot. */
  forEachOther(slot: number, visit: (line: number) => void): void {
    for (let entry = this.#others[slot] ?? 0; entry > 0; entry = this.#next[entry - 1] ?? 0)
      visit(this.#line[entry - 1] ?? 0);
  }

  /** Drops the others of a slot that do not pass. */
  filterOthers(slot: number, keeps: (line: number) => boolean): void {
    let before = 0;
    let entry = this.#others[slot] ?? 0;
    while (entry > 0) {
      const next = this.#next[entry - 1] ?? 0;
      if (keeps(this.#line[entry - 1] ?? 0)) before = entry;
      else {
        if (before > 0) this.#next[before - 1] = next;
        else this.#others[slot] = next;
        this.#next[entry - 1] = this.#free;
        this.#free = entry;
      }
      entry = next;
    }
  }

  #allocate(): number {
    if (this.#free > 0) {
      const entry = this.#free - 1;
      this.#free = this.#next[entry] ?? 0;
      return entry;
    }
    if (this.#lines === this.#line.length) {
      this.#line = grown(this.#line);
      this.#next = grown(this.#next);
    }
    return this.#lines++;
  }

  /** Moves everything into a table of another size; pieces no sentence has are left behind. */
  #resize(size: number): void {
    const old = { a: this.#a, b: this.#b, owner: this.#owner, others: this.#others };
    this.#a = new Uint32Array(size);
    this.#b = new Uint32Array(size);
    this.#owner = new Int32Array(size);
    this.#others = new Int32Array(size);
    this.#used = 0;
    for (let slot = 0; slot < old.owner.length; slot++) {
      const owner = old.owner[slot] ?? 0;
      if (owner <= 0) continue;
      const at = this.slotOf(old.a[slot] ?? 0, old.b[slot] ?? 0);
      this.#owner[at] = owner;
      this.#others[at] = old.others[slot] ?? 0;
    }
  }
}

function grown(values: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}
