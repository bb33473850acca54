import { unzipSync } from 'fflate';
import { isUnreadable, Unreadable } from '../problems';
import type { Budget } from '../reader';

/**
 * Unpacks the named parts of a zip archive and nothing else. What the archive says about itself is judged before a
 * byte is unpacked, and no more is written than it said: an archive that lies gives a short part, not a full memory.
 * @param isWanted by name of the entry
 * @throws Unreadable bomb or corrupt
 */
export function unzip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  { limits }: Pick<Budget, 'limits'>,
): Readonly<Record<string, Uint8Array>> {
  let entries = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (++entries > limits.zipEntries) throw new Unreadable('bomb', `> ${limits.zipEntries}`);
        if (originalSize > 1024 * 1024 && originalSize > size * limits.zipRatio)
          throw new Unreadable('bomb', `${Math.round(originalSize / Math.max(1, size))} : 1`);
        if (!isWanted(name)) return false;
        if (originalSize > limits.zipPartBytes)
          throw new Unreadable('bomb', `${Math.round(originalSize / 1024 / 1024)} MB`);
        return true;
      },
    });
  } catch (error) {
    throw isUnreadable(error) ? error : new Unreadable('corrupt', 'zip');
  }
}
