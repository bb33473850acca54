import { SentenceEvidence } from '../analysis/evidence';
import { keptWith } from '../text/kept';
import { WordSieve } from '../text/wordSieve';
import { CONTEMPT } from './patterns/contempt';
import { DISCLAIMING } from './patterns/disclaiming';
import { FOR_COLLEAGUE, HANDS_ON } from './patterns/duties';
import { EVADING } from './patterns/evading';
import { FAVOURS } from './patterns/favours';
import { IMPATIENCE } from './patterns/impatience';
import { LABELS } from './patterns/labels';
import { NO_HITS, type PatternHit, PatternSet } from './patterns/pattern';
import { PLEDGES } from './patterns/pledges';
import { POWERS } from './patterns/powers';
import { PROMISES } from './patterns/promises';
import { REPROACH } from './patterns/reproach';
import { RUDENESS } from './patterns/rudeness';
import { SCORN } from './patterns/scorn';
import { SENDING_AWAY } from './patterns/sendingAway';
import { SHIRKING } from './patterns/shirking';
import { SHRUGGING } from './patterns/shrugging';
import { REPORTING_ANCHORS, whatItDoes } from './reporting/forms';
import { RESUME, RESUME_ANCHORS } from './resume';

const PATTERNS = new PatternSet({
  'wording.taboo': [...RUDENESS, ...IMPATIENCE, ...SCORN, ...REPROACH],
  'wording.dignity': [...LABELS, ...CONTEMPT],
  'promise.beyond-authority': [...PROMISES, ...PLEDGES, ...POWERS, ...FAVOURS, ...FOR_COLLEAGUE],
  'role.shirk': [...SHIRKING, ...DISCLAIMING, ...EVADING, ...SHRUGGING, ...SENDING_AWAY, ...HANDS_ON],
});

/** One sieve for all forms: a sentence is gone through once. */
const ANCHORS = new WordSieve([...PATTERNS.anchors, ...REPORTING_ANCHORS, RESUME_ANCHORS]);
/** Numbers of lists in it. */
const FIRST_OF_REPORTING = PATTERNS.anchors.length;
const OF_RESUME = FIRST_OF_REPORTING + REPORTING_ANCHORS.length;

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
