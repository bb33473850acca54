const LEAST_SLOTS = 256;
const NONE = -1;

/*
 * The cells of a slot: two hashes of the piece; the sentence that has it first, plus one, 0 in a slot never used, NONE
 * where no sentence has it any more; the first entry of the list of the others, plus one.
 */
const B = 1;
const OWNER = 2;
const OTHERS = 3;
const WIDTH = 4;

/**
 * Which sentence has a piece of text first, and which ones have it too. One open-addressing table in typed arrays: a
 * long draft has as many pieces as characters, and a map of strings would take ten times the room and the time.
 * Sentences are numbers of the caller's.
 */
export class PieceTable {
  /** WIDTH cells a slot, side by side: a long draft has far more slots than the processor keeps at hand. */
  #slots = new Int32Array(LEAST_SLOTS * WIDTH);
  #used = 0;

  /** Lists of sentences: what an entry holds, and the next one, plus one. */
  #line = new Int32Array(LEAST_SLOTS);
  #next = new Int32Array(LEAST_SLOTS);
  #lines = 0;
  #free = 0;

  /** Makes room for so many more pieces; slots are others afterwards. */
  reserve(pieces: number): void {
    let size = this.#slots.length / WIDTH;
    while ((this.#used + pieces) * 4 > size * 3) size *= 4;
    if (size * WIDTH > this.#slots.length) this.#resize(size);
  }

  /** The slot of a piece, given as two 32-bit integers; a new one if need be. Valid until the next call of `reserve`. */
  slotOf(a: number, b: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = Math.imul(a, WIDTH) & mask;
    while (slots[slot + OWNER] !== 0) {
      if (slots[slot] === a && slots[slot + B] === b) return slot;
      slot = (slot + WIDTH) & mask;
    }
    slots[slot] = a;
    slots[slot + B] = b;
    slots[slot + OWNER] = NONE;
    this.#used++;
    return slot;
  }

  /** The sentence that has the piece of a slot first, -1 for none. */
  ownerOf(slot: number): number {
    const owner = this.#slots[slot + OWNER] ?? NONE;
    return owner === NONE ? -1 : owner - 1;
  }

  setOwner(slot: number, line: number): void {
    this.#slots[slot + OWNER] = line < 0 ? NONE : line + 1;
  }

  /** Puts down another sentence that has the piece; once, even if it is added again right after. */
  addOther(slot: number, line: number): void {
    const first = this.#slots[slot + OTHERS] ?? 0;
    if (first > 0 && this.#line[first - 1] === line) return;
    const entry = this.#allocate();
    this.#line[entry] = line;
    this.#next[entry] = first;
    this.#slots[slot + OTHERS] = entry + 1;
  }

  /** Visits the others of a slot. */
  forEachOther(slot: number, visit: (line: number) => void): void {
    for (let entry = this.#slots[slot + OTHERS] ?? 0; entry > 0; entry = this.#next[entry - 1] ?? 0)
      visit(this.#line[entry - 1] ?? 0);
  }

  /** Drops the others of a slot that do not pass. */
  filterOthers(slot: number, keeps: (line: number) => boolean): void {
    let before = 0;
    let entry = this.#slots[slot + OTHERS] ?? 0;
    while (entry > 0) {
      const next = this.#next[entry - 1] ?? 0;
      if (keeps(this.#line[entry - 1] ?? 0)) before = entry;
      else {
        if (before > 0) this.#next[before - 1] = next;
        else this.#slots[slot + OTHERS] = next;
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
    const old = this.#slots;
    this.#slots = new Int32Array(size * WIDTH);
    this.#used = 0;
    for (let slot = 0; slot < old.length; slot += WIDTH) {
      const owner = old[slot + OWNER] ?? 0;
      if (owner <= 0) continue;
      const at = this.slotOf(old[slot] ?? 0, old[slot + B] ?? 0);
      this.#slots[at + OWNER] = owner;
      this.#slots[at + OTHERS] = old[slot + OTHERS] ?? 0;
    }
  }
}

function grown(values: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}
