import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { MessagePort, Transferable } from 'node:worker_threads';
import { URI } from 'vscode-uri';
import { parseUri } from '../files/uri';
import { nodeDocumentFiles } from '../documents/nodeDocumentFiles';
import type { DocumentProblem } from '../documents/problems';
import { DocumentProcessor, type ProcessorHost, toProblem } from './documentProcessor';
import type { Answer, Call, Calls } from './messages';
import { readStore, StoreWriter } from './storeFile';
import type { DocumentFile, LibraryProblem, ReadingSetup } from './types';
import { messageOf } from '../core/text/messageOf';

/** Answers what the server asks of the thread, one call after the other. */
export function serveThread(port: MessagePort, setup: ReadingSetup, host: ProcessorHost): void {
  const thread = new Thread(setup, host, (answer, transfer) => port.postMessage(answer, transfer));
  let last = Promise.resolve();
  port.on('message', (call: Call) => {
    last = last.then(() => thread.answer(call));
  });
}

type Post = (answer: Answer, transfer: readonly Transferable[]) => void;

class Thread {
  readonly #processor: DocumentProcessor;
  readonly #disk;
  readonly #store = new StoreWriter();

  constructor(
    setup: ReadingSetup,
    host: ProcessorHost,
    private readonly post: Post,
  ) {
    this.#processor = new DocumentProcessor(setup, host);
    this.#disk = nodeDocumentFiles(setup.limits);
  }

  async answer(call: Call): Promise<void> {
    const { id } = call;
    try {
      const result = await this.#run(call);
      this.post({ id, result }, result instanceof ArrayBuffer ? [result] : []);
    } catch (error) {
      this.post({ id, error: messageOf(error) }, []);
    }
  }

  async #run(call: Call): Promise<Calls[Call['method']]['result']> {
    switch (call.method) {
      case 'find':
        return this.#find(call.params.inputs);
      case 'read': {
        const { file, bytes } = call.params;
        const read = await this.#bytes(file.uri, bytes);
        return read instanceof Uint8Array ? this.#processor.read(file.uri, file.version ?? '', read) : read;
      }
      case 'view': {
        const { uri, locale, bytes } = call.params;
        const read = await this.#bytes(uri, bytes);
        return read instanceof Uint8Array ? this.#processor.view(uri, locale, read) : read;
      }
      case 'load': {
        const { path, tag } = call.params;
        const stored = await readStore(path, tag);
        if (typeof stored === 'string') return stored;
        // One by one, so that the server can answer others between them.
        for (const part of stored.documents)
          this.post({ id: call.id, part }, [part.reference.lineStarts.buffer as ArrayBuffer]);
        return stored.index;
      }
      case 'keep':
        this.#store.keep(call.params.document);
        return null;
      case 'save': {
        const { path, tag, index, documents } = call.params;
        await this.#store.save(path, tag, index, documents);
        return null;
      }
    }
  }

  async #find(inputs: readonly string[]): Promise<Calls['find']['result']> {
    const { paths, problems } = await this.#disk.find(inputs);
    const files: DocumentFile[] = [];
    const gone: LibraryProblem[] = [];
    for (const path of paths) {
      const uri = toUri(path);
      try {
        const { size, mtimeMs, ino } = await stat(path);
        files.push({ uri, version: `${size}-${mtimeMs}-${ino}` });
      } catch {
        gone.push({ uri, kind: 'gone' });
      }
    }
    // What concerns no place of its own (too many files) is told of the first.
    const placed = problems
      .filter((problem) => !isToldBetter(problem, problems))
      .map((problem) => toProblem(toUri(problem.path === '.' ? (inputs[0] ?? '.') : problem.path), problem));
    return { files, problems: [...placed, ...gone] };
  }

  async #bytes(uri: string, bytes: Uint8Array | undefined): Promise<Uint8Array | LibraryProblem> {
    if (bytes) return bytes;
    const read = await this.#disk.read(parseUri(uri).fsPath);
    return read instanceof Uint8Array ? read : toProblem(uri, read);
  }
}

/** A glob whose folder is not there matches nothing: the glob is what the writer knows. */
function isToldBetter({ kind, path }: DocumentProblem, problems: readonly DocumentProblem[]): boolean {
  return (
    kind === 'gone' &&
    problems.some((other) => other.kind === 'no-match' && other.path.startsWith(join(path, '/')))
  );
}

function toUri(path: string): string {
  return URI.file(resolve(path)).toString();
}
