/* A function for each kind of array, so that the engine keeps each of them fast. */

/** A value of a table of bytes; 0 beyond its end. */
export function u8At(values: Uint8Array, index: number): number {
  return values[index] ?? 0;
}

/** A value of a table of 16-bit numbers; 0 beyond its end. */
export function u16At(values: Uint16Array, index: number): number {
  return values[index] ?? 0;
}

/** A value of a table of 32-bit numbers; 0 beyond its end. */
export function u32At(values: Uint32Array, index: number): number {
  return values[index] ?? 0;
}
