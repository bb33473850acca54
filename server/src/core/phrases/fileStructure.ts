import { u32At, u8At } from '../text/typedArrays';
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
    const end = u32At(arrays.starts, row) + u8At(arrays.lengths, row) + u8At(arrays.extras, row);
    if (end > arrays.units.length || u32At(arrays.heads, row) > occurrences) return `row ${row}`;
  }
  for (let at = 0; at < occurrences; at++) {
    // An occurrence points to an older one, so that following them ends.
    const older = u32At(nexts, at) <= at;
    const owned = u32At(arrays.rows, at) < rows && u32At(owners, at) < documents.length;
    const end = u32At(slotStarts, at) + u8At(slotCounts, at);
    if (!older || !owned || end > arrays.slots.length) return `occurrence ${at}`;
  }
  const { keys, offsets, entries, rowBits } = postings;
  if (offsets.length !== keys.length + 1 || offsets[keys.length] !== entries.length) return 'postings';
  for (let key = 0; key < keys.length; key++) {
    if (u32At(offsets, key) > u32At(offsets, key + 1)) return `postings of ${key}`;
    if (key > 0 && u32At(keys, key - 1) >= u32At(keys, key)) return `key ${key}`;
  }
  const rowMask = 2 ** rowBits - 1;
  if (entries.some((entry) => (entry & rowMask) >= rows)) return 'rows of postings';
  if (documents.some(({ first, count }) => first + count > occurrences)) return 'documents';
  return undefined;
}
