/** Something immutable that remembers what was found out about it. */
export interface Keeper {
  readonly kept: Kept;
}

/** What is found out about a keeper, by the numbers `keptWith` hands out. */
export class Kept {
  /** A bit for each place with what is usual there, and for each with what is true. */
  #usual = 0;
  #true = 0;
  /** The rest. Most keepers have none: what they say is mostly that they say nothing of the kind. */
  #values: unknown[] | undefined;

  isUsual(bit: number): boolean {
    return (this.#usual & bit) !== 0;
  }

  isTrue(bit: number): boolean {
    return (this.#true & bit) !== 0;
  }

  setUsual(bit: number): void {
    this.#usual |= bit;
  }

  setTrue(bit: number): void {
    this.#true |= bit;
  }

  /** Undefined when nothing is kept there. */
  get(place: number): unknown {
    return this.#values?.[place];
  }

  /** @param shelf whose place it is */
  set(shelf: Shelf, place: number, value: unknown): void {
    (this.#values ??= new Array<unknown>(shelf.places))[place] = value;
  }
}

/** The places keepers of one kind have for what is found out about them: no more than are asked for, there are many. */
export class Shelf {
  #places = 0;

  get places(): number {
    return this.#places;
  }

  /** Gives one more place to the keepers; returns its number. */
  add(): number {
    return this.#places++;
  }

  /** What a keeper keeps, empty yet. */
  make(): Kept {
    return new Kept();
  }
}

/** Places that have a bit; the engine holds so many in a number without a box. */
const BITS = 30;

/**
 * Remembers with an object what `read` finds out about it. The place in an array is reached much faster than an entry
 * of a WeakMap, and weighs less on the garbage collector: there are tens of thousands of these objects, and what a
 * WeakMap holds survives every collection but a full one.
 * @param of the class of the object
 * @param usual what is found out about most: it is kept as one bit
 */
export function keptWith<K extends Keeper, T extends object | number | string | boolean>(
  of: { readonly shelf: Shelf },
  read: (keeper: K) => T,
  usual?: T,
): (keeper: K) => T {
  const place = of.shelf.add();
  const bit = place < BITS ? 1 << place : 0;
  const most = usual ?? (false as T);
  return (keeper) => {
    const { kept } = keeper;
    if (kept.isUsual(bit)) return most;
    if (kept.isTrue(bit)) return true as T;
    const known = kept.get(place) as T | undefined;
    if (known !== undefined) return known;
    const value = read(keeper);
    if (bit !== 0 && value === most) kept.setUsual(bit);
    else if (bit !== 0 && value === true) kept.setTrue(bit);
    else kept.set(of.shelf, place, value);
    return value;
  };
}

/** What was found out last, and by what. */
class Last<T> {
  constructor(
    readonly by: unknown,
    readonly value: T,
  ) {}
}

/** The same for what depends on something else too, which is seldom another: only the last is remembered. */
export function keptWithLast<K extends Keeper, T>(of: {
  readonly shelf: Shelf;
}): (keeper: K, by: unknown, read: (keeper: K) => T) => T {
  const place = of.shelf.add();
  return (keeper, by, read) => {
    const known = keeper.kept.get(place) as Last<T> | undefined;
    if (known !== undefined && known.by === by) return known.value;
    const value = read(keeper);
    keeper.kept.set(of.shelf, place, new Last(by, value));
    return value;
  };
}
