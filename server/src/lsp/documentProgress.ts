import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { LibraryState } from '../library/libraryHost';

/** Fewer files are read before anybody would have seen a bar. */
const WORTH_SHOWING = 6;

/** Shows in the editor how far the reading of the documents has come, and lets the writer stop it. */
export class DocumentProgress {
  #reporter: Promise<WorkDoneProgressServerReporter | undefined> | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly title: string,
    private readonly stop: () => void,
  ) {}

  show({ state, done, total }: LibraryState): void {
    if (state === 'ready') {
      const reporter = this.#reporter;
      this.#reporter = undefined;
      void reporter?.then((shown) => shown?.done());
      return;
    }
    if (total < WORTH_SHOWING) return;
    this.#reporter ??= this.#begin();
    void this.#reporter.then((shown) => shown?.report(Math.floor((done / total) * 100), `${done}/${total}`));
  }

  /** A client that knows no progress, or refuses, sees none. */
  #begin(): Promise<WorkDoneProgressServerReporter | undefined> {
    return this.connection.window.createWorkDoneProgress().then(
      (reporter) => {
        reporter.begin(this.title, 0, undefined, true);
        reporter.token.onCancellationRequested(this.stop);
        return reporter;
      },
      () => undefined,
    );
  }
}
