/**
 * The number of the first item for which something holds that holds for all after it: looked for by halves.
 * @param from the number of the item to begin with
 * @returns the number of items when it holds for none
 */
export function firstThat<T>(items: ArrayLike<T>, holds: (item: T) => boolean, from = 0): number {
  let low = from;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
