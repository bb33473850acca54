import type { Answer } from '../../analysis/lines';
import { messages, type Locale } from '../../messages/messages';
import type { Finding, Related, Remedy, Severity } from '../types';
import { RepeatIndex } from './repeatIndex';

const DELETE: Remedy = { type: 'delete' };

/**
 * The repeats of one draft through all its versions. A long draft has tens of thousands, which are gone through after
 * every edit: those before it are the same objects as before it, and those that repeat the same sentence share what
 * points to it.
 */
export class Repeats {
  readonly #index = new RepeatIndex();
  #found: readonly Finding[] = [];
  #severity: Severity | undefined;
  #locale: Locale | undefined;
  /** By the number in the index of a sentence that is repeated, what points to it. */
  #related: (readonly [Related] | undefined)[] = [];

  /** The repeats of an answer, in order. */
  find({ passages, froms }: Answer, severity: Severity, locale: Locale): readonly Finding[] {
    const index = this.#index;
    index.update(passages.map(({ reading }) => reading.block));
    if (severity !== this.#severity || locale !== this.#locale) {
      this.#found = [];
      this.#related = [];
    }
    this.#severity = severity;
    this.#locale = locale;
    const { repeat: message, repeatRelated } = messages(locale);
    const before = this.#found;
    const found: Finding[] = [];
    index.forEach((line, earlier) => {
      const blockFrom = froms[index.blockOf(line)] ?? 0;
      const from = blockFrom + index.fromOf(line);
      const to = blockFrom + index.toOf(line);
      const related = this.#relatedTo(earlier, froms, repeatRelated);
      const known = before[found.length];
      found.push(
        known?.related === related && known.range.from === from && known.range.to === to
          ? known
          : { code: 'text.repeat', severity, range: { from, to }, message, related, remedy: DELETE },
      );
    });
    return (this.#found = found);
  }

  /** What points to a sentence; the same object as long as that stands where it stood. */
  #relatedTo(line: number, froms: readonly number[], message: string): readonly [Related] {
    const blockFrom = froms[this.#index.blockOf(line)] ?? 0;
    const from = blockFrom + this.#index.fromOf(line);
    const to = blockFrom + this.#index.toOf(line);
    const known = this.#related[line];
    const range = known?.[0].range;
    if (known && range?.from === from && range.to === to) return known;
    return (this.#related[line] = [{ range: { from, to }, message }]);
  }
}
