import type { Answer } from '../../analysis/lines';
import type { Locale } from '../../messages/messages';
import type { Severity } from '../types';
import { Repeat, type Telling } from './repeat';
import { RepeatIndex } from './repeatIndex';

/** The repeats of one draft through all its versions. */
export class Repeats {
  readonly #index = new RepeatIndex();
  #found: readonly Repeat[] = [];
  #telling: Telling | undefined;

  /** The repeats of an answer, in order. Those before an edit are the same objects as before it. */
  find(answer: Answer, severity: Severity, locale: Locale): readonly Repeat[] {
    const index = this.#index;
    index.update(answer.passages.map(({ reading }) => reading.block));
    if (this.#telling?.severity !== severity || this.#telling.locale !== locale) {
      this.#telling = { severity, locale };
      this.#found = [];
    }
    const telling = this.#telling;
    const before = this.#found;
    const found: Repeat[] = [];
    index.forEach((line, earlier) => {
      const from = answer.fromOf(index.blockOf(line)) + index.fromOf(line);
      const to = from + index.lengthOf(line);
      const earlierFrom = answer.fromOf(index.blockOf(earlier)) + index.fromOf(earlier);
      const earlierTo = earlierFrom + index.lengthOf(earlier);
      const known = before[found.length];
      found.push(
        known?.isOf(from, to, earlierFrom, earlierTo)
          ? known
          : new Repeat(telling, from, to, earlierFrom, earlierTo),
      );
    });
    return (this.#found = found);
  }
}
