import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nodeCharacterMaps } from './characterMaps';
import { readerInThread } from './readerThread';
import { documentReaders, type Readers } from './readers';

/** The readers of the command line and of its tools for agents: pdf files in a thread that can be ended. */
export function commandReaders(): Readers {
  const here = documentReaders(nodeCharacterMaps);
  const script = join(__dirname, 'documentsWorker.js');
  // Beside the program, where the build puts it.
  if (!existsSync(script)) return here;
  const pdf = readerInThread(script, 'pdf');
  return (format) => (format === 'pdf' ? Promise.resolve(pdf) : here(format));
}
