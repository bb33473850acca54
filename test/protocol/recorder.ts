interface Waiter<T> {
  readonly matches: (event: T) => boolean;
  readonly resolve: (event: T) => void;
  readonly reject: (reason: Error) => void;
}

/** Keeps every event of one kind and lets a test wait for one, without a clock. */
export class Recorder<T> {
  readonly all: T[] = [];
  readonly #waiters = new Set<Waiter<T>>();
  #end: Error | undefined;

  add(event: T): void {
    this.all.push(event);
    for (const waiter of this.#waiters) {
      if (!waiter.matches(event)) continue;
      this.#waiters.delete(waiter);
      waiter.resolve(event);
    }
  }

  /** The first event that matches, past or future. */
  first(matches: (event: T) => boolean): Promise<T> {
    const known = this.all.find(matches);
    return known === undefined ? this.next(matches) : Promise.resolve(known);
  }

  /** The next event from now on that matches. */
  next(matches: (event: T) => boolean = () => true): Promise<T> {
    if (this.#end) return Promise.reject(this.#end);
    return new Promise((resolve, reject) => this.#waiters.add({ matches, resolve, reject }));
  }

  /** Nothing will come any more: whoever waits is told why. */
  end(reason: Error): void {
    this.#end = reason;
    for (const { reject } of this.#waiters) reject(reason);
    this.#waiters.clear();
  }
}
