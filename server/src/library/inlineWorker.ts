import { DocumentProcessor, type ProcessorHost } from './documentProcessor';
import type { DocumentWorker, StartWorker } from './types';

/**
 * Reads documents where the server itself runs, for browsers: they come from the editor, one after the other, and
 * nothing is kept.
 * @param pause resolves after the messages already received have been handled
 */
export function inlineWorker(host: ProcessorHost, pause: () => Promise<void>): StartWorker {
  return (setup): DocumentWorker => {
    const processor = new DocumentProcessor(setup, host);
    return {
      hasDisk: false,
      find: () => Promise.resolve({ files: [], problems: [] }),
      async read({ uri, version = '' }, bytes) {
        await pause();
        return bytes ? processor.read(uri, version, bytes) : { uri, kind: 'unreadable' };
      },
      view: async (uri, locale, bytes) =>
        bytes ? processor.view(uri, locale, bytes) : { uri, kind: 'unreadable' },
      load: () => Promise.resolve('none'),
      keep: () => undefined,
      save: () => Promise.resolve(),
      rest: () => undefined,
      dispose: () => undefined,
    };
  };
}
