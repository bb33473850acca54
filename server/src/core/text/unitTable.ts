/** A table with 1 at every UTF-16 unit of `characters`: the fastest way to ask whether a unit is one of them. */
export function unitTable(characters: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = 1;
  return table;
}
