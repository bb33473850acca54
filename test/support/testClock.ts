import type { Clock } from '../../client/src/practice/countdown';

/** A clock that only a test moves. */
export class TestClock implements Clock {
  readonly #tickers = new Set<{ readonly ms: number; next: number; readonly tick: () => void }>();
  #now = 1_000_000;

  get tickers(): number {
    return this.#tickers.size;
  }

  now(): number {
    return this.#now;
  }

  every(ms: number, tick: () => void): { dispose(): void } {
    const ticker = { ms, next: this.#now + ms, tick };
    this.#tickers.add(ticker);
    return { dispose: () => this.#tickers.delete(ticker) };
  }

  /** Lets seconds pass, with the ticks that fall into them. */
  pass(seconds: number): void {
    const end = this.#now + seconds * 1000;
    for (;;) {
      const due = [...this.#tickers].sort((a, b) => a.next - b.next)[0];
      if (!due || due.next > end) break;
      this.#now = Math.max(this.#now, due.next);
      due.next += due.ms;
      due.tick();
    }
    this.#now = end;
  }

  /** Lets seconds pass in which nothing ticks, as while a machine sleeps. */
  sleep(seconds: number): void {
    this.#now += seconds * 1000;
    for (const ticker of this.#tickers) ticker.next = this.#now + ticker.ms;
  }
}
