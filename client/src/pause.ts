import type { Disposable } from 'vscode';
import { commands, type Event, EventEmitter } from 'vscode';
import { PauseNotification } from '../../server/src/lsp/protocol';
import { CLIENT_ID } from './client';
import type { Session } from './session';

/** The context key that menus ask. */
const PAUSED = `${CLIENT_ID}.paused`;

/** Whether the writer of this window wants to see nothing flagged for now. Ends with the window. */
export class Pause implements Disposable {
  readonly #session: Session;
  readonly #changed = new EventEmitter<void>();
  readonly #listener: Disposable;
  #isOn = false;

  readonly onDidChange: Event<void> = this.#changed.event;

  constructor(session: Session) {
    this.#session = session;
    this.#listener = session.onDidChangeState((state) => {
      // A new server knows nothing of it.
      if (state === 'running' && this.#isOn) this.#tell();
    });
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  set(isOn: boolean): void {
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    this.#tell();
    void commands.executeCommand('setContext', PAUSED, isOn);
    this.#changed.fire();
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
    void commands.executeCommand('setContext', PAUSED, undefined);
  }

  #tell(): void {
    this.#session.notify(PauseNotification, { paused: this.#isOn });
  }
}
