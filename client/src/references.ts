import { type Disposable, type Event, EventEmitter } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { DocumentsNotification, type DocumentsParams } from '../../server/src/lsp/protocol';

/** What the server last said of the reference documents. */
export class References implements Disposable {
  readonly #changed = new EventEmitter<DocumentsParams | undefined>();
  #state: DocumentsParams | undefined;

  /** Undefined when there is no server any more to tell. */
  readonly onDidChange: Event<DocumentsParams | undefined> = this.#changed.event;

  /** Undefined until the server has said something. */
  get state(): DocumentsParams | undefined {
    return this.#state;
  }

  /** Listens to a new client. */
  connect(client: BaseLanguageClient): void {
    client.onNotification(DocumentsNotification, (told) => this.#set(told));
  }

  /** Forgets everything: a new server says it all again. */
  clear(): void {
    if (this.#state) this.#set(undefined);
  }

  /**
   * Does something that has the documents read, and waits until they are.
   * @param patience milliseconds after which it waits no longer
   * @returns undefined when the server ended or did not get done in time
   */
  async readAfter(act: () => Promise<unknown>, patience: number): Promise<DocumentsParams | undefined> {
    const listeners: Disposable[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Listening before acting: reading a few small files takes no longer than the answer to the act.
    const ready = new Promise<DocumentsParams | undefined>((resolve) => {
      listeners.push(
        this.onDidChange((state) => {
          if (state?.state !== 'reading') resolve(state);
        }),
      );
      timer = setTimeout(() => resolve(undefined), patience);
    });
    try {
      await act();
      return await ready;
    } finally {
      clearTimeout(timer);
      for (const listener of listeners) listener.dispose();
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #set(state: DocumentsParams | undefined): void {
    this.#state = state;
    this.#changed.fire(state);
  }
}
