import { type MessagePort, Worker } from 'node:worker_threads';
import type { DocumentFormat } from '../core/documents/types';
import { messageOf } from '../core/text/messageOf';
import type { Limits } from './limits';
import { isUnreadable, type ProblemKind, Unreadable } from './problems';
import { Budget, type ReadDocument, type Reader } from './reader';
import type { Readers } from './readers';

/** What the thread is started with. */
export interface ReaderThreadData {
  readonly reads: DocumentFormat;
}

interface Question {
  readonly bytes: Uint8Array;
  readonly limits: Limits;
}

type Answer =
  | { readonly read: ReadDocument }
  | { readonly kind: ProblemKind; readonly detail?: string | undefined }
  | { readonly error: string };

/** What is said for a thread that cannot say it any more. */
type Ended = Exclude<Answer, { readonly read: unknown }> & { readonly ended?: true };

/** What a thread may take besides the time limit for one file, as in the language server. */
const MEMORY = 768;
const GRACE = 5_000;
/** How long a thread waits for the next file; the program does not end before it does. */
const IDLE = 250;

/**
 * A reader in a thread of its own, for a library that cannot be stopped otherwise: pdf.js gives nothing else a turn
 * while it follows what a file says, and a file can say it without end. One file after the other.
 * @param script path of the bundle whose entry is `documentsWorker.ts`
 * @param grace what the thread is given beyond the time limit, to say itself that the time is up; milliseconds
 */
export function readerInThread(script: string, reads: DocumentFormat, grace: number = GRACE): Reader {
  const data: ReaderThreadData = { reads };
  let thread: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const start = (): Worker => {
    const started = new Worker(script, {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
      // What libraries print is not for standard output.
      stdout: true,
      stderr: true,
    });
    // It may end between two files as well; nobody waits for it then.
    started.on('error', () => undefined);
    started.on('exit', () => {
      if (thread === started) thread = undefined;
    });
    return started;
  };
  const read: Reader = async (bytes, { limits }) => {
    const asked = (thread ??= start());
    clearTimeout(idle);
    const answer = await answerOf(asked, { bytes, limits }, limits.milliseconds + grace);
    const end = (): Promise<number> => {
      thread = undefined;
      return asked.terminate();
    };
    if ('ended' in answer || ('kind' in answer && answer.kind === 'timeout')) await end();
    else idle = setTimeout(() => void end(), IDLE);
    if ('read' in answer) return answer.read;
    if ('error' in answer) throw new Error(answer.error);
    throw new Unreadable(answer.kind, answer.detail);
  };
  return (bytes, budget) => {
    const result = last.then(() => read(bytes, budget));
    last = result.catch(() => undefined);
    return result;
  };
}

function answerOf(thread: Worker, question: Question, milliseconds: number): Promise<Answer | Ended> {
  return new Promise((resolve) => {
    const end = (answer: Answer | Ended): void => {
      clearTimeout(timer);
      thread.off('message', end).off('error', failed).off('exit', gone);
      resolve(answer);
    };
    const failed = (error: Error & { readonly code?: string }): void =>
      end(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? { kind: 'memory', ended: true }
          : { error: error.message, ended: true },
      );
    const gone = (): void => end({ error: 'the thread has ended', ended: true });
    const seconds = String(Math.round(question.limits.milliseconds / 1000));
    const timer = setTimeout(() => end({ kind: 'timeout', detail: seconds, ended: true }), milliseconds);
    thread.on('message', end).on('error', failed).on('exit', gone);
    thread.postMessage(question);
  });
}

/** Whether a thread was started to be a reader. */
export function isReaderThread(data: unknown): data is ReaderThreadData {
  return typeof data === 'object' && data !== null && 'reads' in data;
}

/** Reads what is asked for, in the thread. @param now milliseconds from any fixed point */
export function serveReader(
  port: MessagePort,
  { reads }: ReaderThreadData,
  readers: Readers,
  now: () => number,
): void {
  const answer = async ({ bytes, limits }: Question): Promise<Answer> => {
    try {
      const read = await readers(reads);
      return { read: await read(bytes, new Budget(limits, now)) };
    } catch (error) {
      if (isUnreadable(error)) return { kind: error.kind, detail: error.detail };
      return { error: messageOf(error) };
    }
  };
  port.on('message', (question: Question) => {
    void answer(question).then((said) => port.postMessage(said));
  });
}
