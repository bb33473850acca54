import { SentenceEvidence } from '../analysis/evidence';
import { keptWith } from '../text/kept';
import { WordSieve } from '../text/wordSieve';
import { buildFormSieve } from './formSieve';
import { FIRST_OF_REPORTING, OF_RESUME, PATTERNS } from './generalForms';
import { NO_HITS, type PatternHit } from './patterns/pattern';
import { whatItDoes } from './reporting/forms';
import { RESUME } from './resume';

const ANCHORS = new WordSieve(buildFormSieve());

/** What a sentence says in general forms, which no list of words can hold. */
export interface SentenceForms {
  readonly patterns: readonly PatternHit[];
  /** Whether it reports, defers or complies, as bits. */
  readonly does: number;
  /** Whether the writer tells of himself. */
  readonly isResume: boolean;
}

/** Of most sentences. */
const NO_FORMS: SentenceForms = { patterns: NO_HITS, does: 0, isResume: false };

/** What a sentence says in general forms. */
export const formsIn = keptWith(
  SentenceEvidence,
  (evidence: SentenceEvidence): SentenceForms => {
    const { folded } = evidence.sentence;
    const lists = ANCHORS.listsIn(folded);
    if (lists.length === 0) return NO_FORMS;
    const patterns = PATTERNS.find(folded, lists);
    let may = 0;
    for (const list of lists) if (list >= FIRST_OF_REPORTING) may |= 1 << (list - FIRST_OF_REPORTING);
    const does = may === 0 ? 0 : whatItDoes(evidence, may);
    const isResume = lists.at(-1) === OF_RESUME && RESUME().test(folded);
    return patterns.length === 0 && does === 0 && !isResume ? NO_FORMS : { patterns, does, isResume };
  },
  NO_FORMS,
);
