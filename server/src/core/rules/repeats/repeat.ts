import { type Locale, messages } from '../../messages/messages';
import type { Range } from '../../text/range';
import type { Finding, Related, Remedy, RuleCode, Severity } from '../types';

const DELETE: Remedy = { type: 'delete' };

/** How repeats are told of. */
export interface Telling {
  readonly severity: Severity;
  readonly locale: Locale;
}

/**
 * The finding that a sentence repeats an earlier one. A long draft has tens of thousands, made anew whenever the text
 * before them changes: each is but its place, and says the rest when asked.
 */
export class Repeat implements Finding {
  /**
   * @param from absolute, of the sentence
   * @param earlierFrom absolute, of the sentence it repeats
   */
  constructor(
    readonly telling: Telling,
    readonly from: number,
    readonly to: number,
    readonly earlierFrom: number,
    readonly earlierTo: number,
  ) {}

  get code(): RuleCode {
    return 'text.repeat';
  }

  get severity(): Severity {
    return this.telling.severity;
  }

  get range(): Range {
    return { from: this.from, to: this.to };
  }

  get message(): string {
    return messages(this.telling.locale).repeat;
  }

  get related(): readonly Related[] {
    const range = { from: this.earlierFrom, to: this.earlierTo };
    return [{ range, message: messages(this.telling.locale).repeatRelated }];
  }

  get remedy(): Remedy {
    return DELETE;
  }

  /** Whether it says of these places what it says. */
  isOf(from: number, to: number, earlierFrom: number, earlierTo: number): boolean {
    return (
      this.from === from && this.to === to && this.earlierFrom === earlierFrom && this.earlierTo === earlierTo
    );
  }
}
