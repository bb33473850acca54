/** The typed arrays a column may be of. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** A typed array that grows by doubling. It may start on a view of a loaded buffer, which it never writes to. */
export class Column<T extends Numbers> {
  #data: T;
  #length: number;
  #owned: boolean;
  /** The last view of all values. */
  #all: T | undefined;

  /**
   * @param make constructor of the typed array
   * @param data values to start with; copied before the first change
   */
  constructor(
    readonly make: new (size: number) => T,
    data?: T,
  ) {
    this.#data = data ?? new make(0);
    this.#length = this.#data.length;
    this.#owned = false;
  }

  get length(): number {
    return this.#length;
  }

  /** The value at `index`; 0 beyond the end. */
  at(index: number): number {
    return this.#data[index] ?? 0;
  }

  set(index: number, value: number): void {
    if (!this.#owned) this.#grow(this.#length);
    this.#data[index] = value;
  }

  push(value: number): void {
    if (!this.#owned || this.#length === this.#data.length) this.#grow(this.#length + 1);
    this.#data[this.#length++] = value;
  }

  /** Adds the UTF-16 units of a text. */
  pushText(text: string): void {
    const length = this.#length + text.length;
    if (!this.#owned || length > this.#data.length) this.#grow(length);
    for (let i = 0; i < text.length; i++) this.#data[this.#length + i] = text.charCodeAt(i);
    this.#length = length;
  }

  /** The values; a view that holds until the next change. That of all is made once: queries ask for it without end. */
  view(from = 0, to = this.#length): T {
    if (from !== 0 || to !== this.#length) return this.#data.subarray(from, to) as T;
    if (this.#all?.length !== to || this.#all.buffer !== this.#data.buffer)
      this.#all = this.#data.subarray(0, to) as T;
    return this.#all;
  }

  #grow(size: number): void {
    const data = new this.make(Math.max(16, size, this.#owned ? this.#length * 2 : this.#length));
    data.set(this.#data.subarray(0, this.#length));
    this.#data = data;
    this.#owned = true;
  }
}
