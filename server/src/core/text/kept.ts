/** Something immutable that remembers what was found out about it. */
export interface Keeper {
  /** By the numbers `keptWith` hands out. */
  readonly kept: unknown[];
}

let slots = 0;

/**
 * Remembers with an object what `read` finds out about it. The place in an array is reached much faster than an entry
 * of a WeakMap, and weighs less on the garbage collector: there are tens of thousands of these objects.
 */
export function keptWith<K extends Keeper, T extends object | number | string | boolean>(
  read: (keeper: K) => T,
): (keeper: K) => T {
  const slot = slots++;
  return (keeper) => {
    const known = keeper.kept[slot] as T | undefined;
    if (known !== undefined) return known;
    const value = read(keeper);
    keeper.kept[slot] = value;
    return value;
  };
}
