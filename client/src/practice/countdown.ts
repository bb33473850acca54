/** The time, and how to be called again and again; another one in tests. */
export interface Clock {
  /** ms, from whatever beginning. */
  now(): number;
  /** Calls `tick` about every `ms` until disposed. */
  every(ms: number, tick: () => void): { dispose(): void };
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  every: (ms, tick) => {
    const timer = setInterval(tick, ms);
    return { dispose: () => clearInterval(timer) };
  },
};

export type CountdownState = 'running' | 'paused' | 'ended';

const SECOND = 1000;

/**
 * Counts a time down. What is left is reckoned from the clock, not from the ticks: those come late when the machine is
 * busy, and not at all while it sleeps.
 */
export class Countdown {
  readonly #clock: Clock;
  readonly #changed: () => void;
  /** ms left when it last began to run. */
  #left: number;
  #since = 0;
  #ticker: { dispose(): void } | undefined;
  #state: CountdownState = 'paused';

  /**
   * Begins at once.
   * @param seconds how long
   * @param changed called after every second and every change of the state
   */
  constructor(seconds: number, clock: Clock, changed: () => void) {
    this.#left = seconds * SECOND;
    this.#clock = clock;
    this.#changed = changed;
    this.resume();
  }

  get state(): CountdownState {
    return this.#state;
  }

  /** Whole seconds left: the last one counts until it is over. */
  get seconds(): number {
    return Math.ceil(this.#remaining() / SECOND);
  }

  pause(): void {
    if (this.#state !== 'running') return;
    this.#left = this.#remaining();
    this.#halt('paused');
  }

  resume(): void {
    if (this.#state !== 'paused') return;
    this.#since = this.#clock.now();
    this.#state = 'running';
    this.#ticker = this.#clock.every(SECOND, () => this.#tick());
    this.#changed();
  }

  /** Ends it before its time; nothing is called any more. */
  dispose(): void {
    this.#ticker?.dispose();
    this.#ticker = undefined;
    this.#left = this.#remaining();
    this.#state = 'ended';
  }

  #remaining(): number {
    const gone = this.#state === 'running' ? this.#clock.now() - this.#since : 0;
    return Math.max(0, this.#left - gone);
  }

  #tick(): void {
    if (this.#remaining() > 0) {
      this.#changed();
      return;
    }
    this.#left = 0;
    this.#halt('ended');
  }

  #halt(state: CountdownState): void {
    this.#ticker?.dispose();
    this.#ticker = undefined;
    this.#state = state;
    this.#changed();
  }
}

/** `2:05`. */
export function clockFace(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
