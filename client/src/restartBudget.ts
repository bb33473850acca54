const LIMIT = 4;
const PERIOD_MS = 3 * 60 * 1000;

/** How often the server may be restarted by itself: a server that keeps failing is left alone. */
export class RestartBudget {
  readonly #restarts: number[] = [];

  /**
   * @param limit restarts allowed within a period
   * @param periodMs length of the period in ms
   */
  constructor(
    readonly limit = LIMIT,
    readonly periodMs = PERIOD_MS,
  ) {}

  /**
   * Whether one more restart is allowed; counts it if so.
   * @param now in ms, from any clock that does not go back
   */
  allow(now: number): boolean {
    while (this.#restarts.length > 0 && now - (this.#restarts[0] ?? now) > this.periodMs)
      this.#restarts.shift();
    if (this.#restarts.length >= this.limit) return false;
    this.#restarts.push(now);
    return true;
  }
}
