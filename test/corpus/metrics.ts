/** Counts of right and wrong decisions of one class. */
export class Counter {
  hit = 0;
  falseAlarm = 0;
  missed = 0;

  /** The counts of several sets together. */
  static sum(counters: readonly Counter[]): Counter {
    const total = new Counter();
    for (const { hit, falseAlarm, missed } of counters) {
      total.hit += hit;
      total.falseAlarm += falseAlarm;
      total.missed += missed;
    }
    return total;
  }

  add(expected: boolean, found: boolean): void {
    if (expected && found) this.hit++;
    else if (found) this.falseAlarm++;
    else if (expected) this.missed++;
  }

  get precision(): number {
    return this.hit + this.falseAlarm === 0 ? 1 : this.hit / (this.hit + this.falseAlarm);
  }

  get recall(): number {
    return this.hit + this.missed === 0 ? 1 : this.hit / (this.hit + this.missed);
  }

  get f1(): number {
    const total = 2 * this.hit + this.falseAlarm + this.missed;
    return total === 0 ? 1 : (2 * this.hit) / total;
  }
}
