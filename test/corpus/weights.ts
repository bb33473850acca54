/** Weights with AdaGrad steps. */
export class Weights {
  readonly values: Float64Array;
  readonly #squares: Float64Array;
  #sum: Float64Array | undefined;
  #remembered = 0;

  constructor(
    size: number,
    private readonly rate: number,
    private readonly decay: number,
  ) {
    this.values = new Float64Array(size);
    this.#squares = new Float64Array(size).fill(1e-3);
  }

  get(index: number): number {
    return this.values[index] ?? 0;
  }

  /** @returns what puts the present weights and steps back */
  kept(): () => void {
    const values = this.values.slice();
    const squares = this.#squares.slice();
    return () => {
      this.values.set(values);
      this.#squares.set(squares);
    };
  }

  /** Takes the present weights into the average. */
  remember(): void {
    this.#sum ??= new Float64Array(this.values.length);
    const { values } = this;
    const sum = this.#sum;
    for (let index = 0; index < values.length; index++)
      sum[index] = (sum[index] as number) + (values[index] as number);
    this.#remembered++;
  }

  /** Replaces the weights by their average: what the last example of a run happened to pull is evened out. */
  settle(): void {
    if (!this.#sum) return;
    for (const [index, total] of this.#sum.entries()) this.values[index] = total / this.#remembered;
  }

  /** Moves the weights of one label for those of the buckets that are `common`; the same as `step` one by one. */
  stepEach(buckets: Uint16Array, common: Uint8Array, labels: number, label: number, gradient: number): void {
    const values = this.values;
    const squares = this.#squares;
    const { rate, decay } = this;
    for (let k = 0; k < buckets.length; k++) {
      const bucket = buckets[k] as number;
      if (common[bucket] !== 1) continue;
      const index = bucket * labels + label;
      const value = values[index] as number;
      const pulled = gradient - decay * value;
      const square = (squares[index] as number) + pulled * pulled;
      squares[index] = square;
      values[index] = value + (rate * pulled) / Math.sqrt(square);
    }
  }

  /** Moves a weight along the gradient of the log-likelihood. */
  step(index: number, gradient: number): void {
    const pulled = gradient - this.decay * this.get(index);
    const square = (this.#squares[index] ?? 0) + pulled * pulled;
    this.#squares[index] = square;
    this.values[index] = this.get(index) + (this.rate * pulled) / Math.sqrt(square);
  }
}
