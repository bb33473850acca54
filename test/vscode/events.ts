/** Waiting in tests: for what VS Code announces, never for time to pass. */
import { type Event } from 'vscode';

/**
 * Resolves with what `look` returns as soon as that is not undefined, looking now and at each event.
 * Mocha's own timeout ends a wait that is in vain.
 */
export async function eventually<T>(event: Event<unknown>, look: () => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    let settled = false;
    const check = (): void => {
      try {
        const found = look();
        if (found === undefined || settled) return;
        settled = true;
        subscription.dispose();
        resolve(found);
      } catch (error) {
        settled = true;
        subscription.dispose();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    const subscription = event(check);
    check();
  });
}
