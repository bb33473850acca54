import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { nodeCharacterMaps } from './documents/characterMaps';
import { documentReaders } from './documents/readers';
import { serveThread } from './library/threadServer';
import type { ReadingSetup } from './library/types';

// Entry of the thread that reads reference documents, see library/threadWorker.ts.
if (!isMainThread && parentPort) {
  serveThread(parentPort, workerData as ReadingSetup, {
    readers: documentReaders(nodeCharacterMaps),
    now: () => performance.now(),
  });
}
