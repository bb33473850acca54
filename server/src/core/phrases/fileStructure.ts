import type { Postings } from './postings';
import type { StoredDocument } from './store';
import type { StoreArrays } from './storeColumns';

/**
 * What does not fit together in a file whose checksum is right: a number that points beyond what it points into. A file
 * made by someone else must not make the index read or loop without end.
 * @returns which part, or undefined when all fit
 */
export function misfit(
  arrays: StoreArrays,
  postings: Postings,
  documents: readonly StoredDocument[],
): string | undefined {
  const rows = arrays.starts.length;
  const occurrences = arrays.rows.length;
  const perRow = [
    arrays.lengths,
    arrays.extras,
    arrays.firsts,
    arrays.hanzi,
    arrays.flags,
    arrays.documentCounts,
    arrays.heads,
  ];
  const { owners, lines, froms, tos, slotStarts, slotCounts, nexts } = arrays;
  const perOccurrence = [owners, lines, froms, tos, slotStarts, slotCounts, nexts];
  if (perRow.some(({ length }) => length !== rows)) return 'columns of rows';
  if (perOccurrence.some(({ length }) => length !== occurrences)) return 'columns of occurrences';
  for (let row = 0; row < rows; row++) {
    const end = (arrays.starts[row] ?? 0) + (arrays.lengths[row] ?? 0) + (arrays.extras[row] ?? 0);
    if (end > arrays.units.length || (arrays.heads[row] ?? 0) > occurrences) return `row ${row}`;
  }
  for (let at = 0; at < occurrences; at++) {
    // An occurrence points to an older one, so that following them ends.
    const older = (nexts[at] ?? 0) <= at;
    const owned = (arrays.rows[at] ?? 0) < rows && (owners[at] ?? 0) < documents.length;
    const end = (slotStarts[at] ?? 0) + (slotCounts[at] ?? 0);
    if (!older || !owned || end > arrays.slots.length) return `occurrence ${at}`;
  }
  const { keys, offsets, entries, rowBits } = postings;
  if (offsets.length !== keys.length + 1 || offsets[keys.length] !== entries.length) return 'postings';
  for (let key = 0; key < keys.length; key++) {
    if ((offsets[key] ?? 0) > (offsets[key + 1] ?? 0)) return `postings of ${key}`;
    if (key > 0 && (keys[key - 1] ?? 0) >= (keys[key] ?? 0)) return `key ${key}`;
  }
  const rowMask = 2 ** rowBits - 1;
  if (entries.some((entry) => (entry & rowMask) >= rows)) return 'rows of postings';
  if (documents.some(({ first, count }) => first + count > occurrences)) return 'documents';
  return undefined;
}
