/** Calls work off when it is disposed of; `setTimeout` outside tests. */
export type Timer = (work: () => void, milliseconds: number) => { dispose(): void };

const timeout: Timer = (work, milliseconds) => {
  const timer = setTimeout(work, milliseconds);
  return { dispose: () => clearTimeout(timer) };
};

/** Does something at once, and again at most once in a while however often it is asked for; the last wish counts. */
export class Throttle {
  #resting: { dispose(): void } | undefined;
  #isWanted = false;

  /** @param milliseconds between one time and the next */
  constructor(
    private readonly work: () => void,
    private readonly milliseconds: number,
    private readonly timer: Timer = timeout,
  ) {}

  call(): void {
    if (this.#resting) {
      this.#isWanted = true;
      return;
    }
    this.#rest();
    this.work();
  }

  /** Does now what was asked for and put off; nothing when nothing was. */
  flush(): void {
    if (!this.#isWanted) return;
    this.dispose();
    this.call();
  }

  dispose(): void {
    this.#resting?.dispose();
    this.#resting = undefined;
    this.#isWanted = false;
  }

  #rest(): void {
    this.#resting = this.timer(() => {
      this.#resting = undefined;
      if (!this.#isWanted) return;
      this.#isWanted = false;
      this.call();
    }, this.milliseconds);
  }
}
