import { MAX_WEIGHT } from '../../server/src/core/analysis/packed';

/** Share of the weights that is not cut to the largest step, so that a few large ones do not make the steps coarse. */
export const KEPT_WHOLE = 0.98;
/** Weights below this many steps are dropped. */
const DROPPED = 1.5;
/** The same for the tables of the shipped model: it makes them a sixth smaller and costs nothing measurable. */
export const DROPPED_OF_MODEL = 2;

/** Rounds to whole steps; what rounds to nothing is dropped. */
export function quantise(
  values: Float64Array,
  kept = KEPT_WHOLE,
  steps = MAX_WEIGHT,
  dropped = DROPPED,
): { table: Int8Array; scale: number } {
  const sizes = values
    .filter((value) => value !== 0)
    .map(Math.abs)
    .sort();
  const largest = sizes[Math.floor(sizes.length * kept)] ?? 0;
  const scale = largest === 0 ? 1 : Number((largest / steps).toPrecision(4));
  const table = Int8Array.from(values, (value) =>
    Math.abs(value) < scale * dropped ? 0 : Math.max(-steps, Math.min(steps, Math.round(value / scale))),
  );
  return { table, scale };
}

export function round(values: Float64Array): number[] {
  return Array.from(values, (value) => Number(value.toFixed(3)));
}
