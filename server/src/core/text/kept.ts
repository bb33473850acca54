/** Something immutable that remembers what was found out about it. */
export interface Keeper {
  /** By the numbers `keptWith` hands out. */
  readonly kept: unknown[];
}

/** The places keepers of one kind have for what is found out about them: no more than are asked for, there are many. */
export class Shelf {
  #places = 0;

  /** Gives one more place to the keepers made from now on; returns its number. */
  add(): number {
    return this.#places++;
  }

  /** What a keeper keeps, empty yet. */
  make(): unknown[] {
    return new Array<unknown>(this.#places);
  }
}

/**
 * Remembers with an object what `read` finds out about it. The place in an array is reached much faster than an entry
 * of a WeakMap, and weighs less on the garbage collector: there are tens of thousands of these objects, and what a
 * WeakMap holds survives every collection but a full one.
 * @param of the class of the object
 */
export function keptWith<K extends Keeper, T extends object | number | string | boolean>(
  of: { readonly shelf: Shelf },
  read: (keeper: K) => T,
): (keeper: K) => T {
  const place = of.shelf.add();
  return (keeper) => {
    const known = keeper.kept[place] as T | undefined;
    if (known !== undefined) return known;
    const value = read(keeper);
    keeper.kept[place] = value;
    return value;
  };
}

/** The same for what depends on something else too, which is seldom another: only the last is remembered. */
export function keptWithLast<K extends Keeper, T>(of: {
  readonly shelf: Shelf;
}): (keeper: K, by: unknown, read: (keeper: K) => T) => T {
  const place = of.shelf.add();
  return (keeper, by, read) => {
    const known = keeper.kept[place] as { readonly by: unknown; readonly value: T } | undefined;
    if (known !== undefined && known.by === by) return known.value;
    const value = read(keeper);
    keeper.kept[place] = { by, value };
    return value;
  };
}
