import { Lineage } from '../draft/draft';
import { keptWith } from '../text/kept';
import { Repeats } from './repeats/repeats';
import type { Rule } from './types';

/** One for all versions of a draft. */
const repeatsOf = keptWith(Lineage, () => new Repeats());

/** A sentence repeated almost word for word; linear in the length of the answer, and of an edit. */
export const textRepeat: Rule = {
  code: 'text.repeat',
  severity: 'information',
  check({ analysis: { draft, answer }, severity, locale, reportAll }) {
    reportAll(repeatsOf(draft.lineage).find(answer, severity, locale));
  },
};
