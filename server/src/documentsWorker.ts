import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { nodeCharacterMaps } from './documents/characterMaps';
import { isReaderThread, serveReader } from './documents/readerThread';
import { documentReaders } from './documents/readers';
import { serveThread } from './library/threadServer';
import type { ReadingSetup } from './library/types';

// Entry of the thread that reads reference documents, see library/threadWorker.ts; for the command line, of one that
// reads files of one format only, see documents/readerThread.ts.
if (!isMainThread && parentPort) {
  const readers = documentReaders(nodeCharacterMaps);
  const now = (): number => performance.now();
  if (isReaderThread(workerData)) serveReader(parentPort, workerData, readers, now);
  else serveThread(parentPort, workerData as ReadingSetup, { readers, now });
}
