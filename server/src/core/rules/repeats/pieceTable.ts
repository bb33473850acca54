const LEAST_SLOTS = 256;

/*
 * The cells of a slot: the hash of the piece, and its holder: 0 in a slot never used, NONE where no sentence has the
 * piece any more, the one sentence that has it, plus one, or below 0 the list of those that have it.
 */
const HOLDER = 1;
const WIDTH = 2;
const NONE = -0x80000000;

/**
 * Which sentence has a piece of text first, and which ones have it too. One open-addressing table in typed arrays: a
 * long draft has as many pieces as characters, and a map of strings would take ten times the room and the time.
 * Sentences are numbers of the caller's; a sentence is called the owner of the pieces it has first.
 */
export class PieceTable {
  /** WIDTH cells a slot, and no more: a long draft has far more slots than the processor keeps at hand. */
  #slots = new Int32Array(LEAST_SLOTS * WIDTH);
  #used = 0;

  /** Lists of sentences, the owner first: what an entry holds, and the next one, plus one. */
  #line = new Int32Array(LEAST_SLOTS);
  #next = new Int32Array(LEAST_SLOTS);
  #lines = 0;
  #free = 0;

  /** Makes room for so many more pieces; slots are others afterwards. */
  reserve(pieces: number): void {
    let size = this.#slots.length / WIDTH;
    while ((this.#used + pieces) * 4 > size * 3) size *= 2;
    if (size * WIDTH > this.#slots.length) this.#resize(size);
  }

  /**
   * Puts a sentence down as the owner of a piece that has none; the piece is given as a 32-bit hash.
   * @returns the slot of a piece that has another owner, valid until the next call of `reserve`; -1 of one that is the
   *   sentence's alone
   */
  claim(hash: number, line: number): number {
    const slot = this.slotOf(hash);
    const holder = this.#holderOf(slot);
    if (holder === NONE) this.#slots[slot + HOLDER] = line + 1;
    return holder === NONE || holder === line + 1 ? -1 : slot;
  }

  /** The slot of a piece, given as a 32-bit hash; a new one if need be. Valid until the next call of `reserve`. */
  slotOf(hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = Math.imul(hash, WIDTH) & mask;
    while (slots[slot + HOLDER] !== 0) {
      if (slots[slot] === hash) return slot;
      slot = (slot + WIDTH) & mask;
    }
    slots[slot] = hash;
    slots[slot + HOLDER] = NONE;
    this.#used++;
    return slot;
  }

  /** The sentence that has the piece of a slot first, -1 for none. */
  ownerOf(slot: number): number {
    const holder = this.#holderOf(slot);
    if (holder > 0) return holder - 1;
    return holder === NONE ? -1 : this.#lineOf(-holder - 1);
  }

  /** @param line -1 for none, where there are no others */
  setOwner(slot: number, line: number): void {
    const holder = this.#holderOf(slot);
    if (holder < 0 && holder !== NONE) this.#line[-holder - 1] = line;
    else this.#slots[slot + HOLDER] = line < 0 ? NONE : line + 1;
  }

  /** Puts down another sentence that has the piece of an owner; once, even if it is added again right after. */
  addOther(slot: number, line: number): void {
    let holder = this.#holderOf(slot);
    if (holder > 0) {
      const owner = this.#allocate(holder - 1, 0);
      this.#slots[slot + HOLDER] = holder = -owner - 1;
    }
    const owner = -holder - 1;
    const first = this.#after(owner);
    if (first > 0 && this.#line[first - 1] === line) return;
    const entry = this.#allocate(line, first);
    this.#next[owner] = entry + 1;
  }

  /** Visits the others of a slot. */
  forEachOther(slot: number, visit: (line: number) => void): void {
    for (let entry = this.#firstOther(slot); entry > 0; entry = this.#after(entry - 1))
      visit(this.#lineOf(entry - 1));
  }

  /** Drops the others of a slot that do not pass. */
  filterOthers(slot: number, keeps: (line: number) => boolean): void {
    let entry = this.#firstOther(slot);
    if (entry === 0) return;
    const owner = -this.#holderOf(slot) - 1;
    let before = owner;
    while (entry > 0) {
      const next = this.#after(entry - 1);
      if (keeps(this.#lineOf(entry - 1))) before = entry - 1;
      else {
        this.#next[before] = next;
        this.#release(entry - 1);
      }
      entry = next;
    }
    if (before !== owner) return;
    const line = this.#lineOf(owner);
    this.#slots[slot + HOLDER] = line < 0 ? NONE : line + 1;
    this.#release(owner);
  }

  #holderOf(slot: number): number {
    return this.#slots[slot + HOLDER] ?? 0;
  }

  /** The sentence of an entry. */
  #lineOf(entry: number): number {
    return this.#line[entry] ?? -1;
  }

  /** The entry after one, plus one; 0 after the last. */
  #after(entry: number): number {
    return this.#next[entry] ?? 0;
  }

  #firstOther(slot: number): number {
    const holder = this.#holderOf(slot);
    return holder >= 0 || holder === NONE ? 0 : this.#after(-holder - 1);
  }

  #allocate(line: number, next: number): number {
    let entry = this.#free - 1;
    if (entry >= 0) this.#free = this.#after(entry);
    else {
      entry = this.#lines++;
      if (entry === this.#line.length) {
        this.#line = grown(this.#line);
        this.#next = grown(this.#next);
      }
    }
    this.#line[entry] = line;
    this.#next[entry] = next;
    return entry;
  }

  #release(entry: number): void {
    this.#next[entry] = this.#free;
    this.#free = entry + 1;
  }

  /** Moves everything into a table of another size; pieces no sentence has are left behind. */
  #resize(size: number): void {
    const old = this.#slots;
    this.#slots = new Int32Array(size * WIDTH);
    this.#used = 0;
    for (let slot = 0; slot < old.length; slot += WIDTH) {
      const holder = old[slot + HOLDER] ?? 0;
      if (holder !== 0 && holder !== NONE) this.#slots[this.slotOf(old[slot] ?? 0) + HOLDER] = holder;
    }
  }
}

function grown(values: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(values.length * 2);
  larger.set(values);
  return larger;
}
