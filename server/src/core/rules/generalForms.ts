import { CONTEMPT } from './patterns/contempt';
import { DISCLAIMING } from './patterns/disclaiming';
import { FOR_COLLEAGUE, HANDS_ON } from './patterns/duties';
import { EVADING } from './patterns/evading';
import { FAVOURS } from './patterns/favours';
import { IMPATIENCE } from './patterns/impatience';
import { LABELS } from './patterns/labels';
import { PatternSet } from './patterns/pattern';
import { PLEDGES } from './patterns/pledges';
import { POWERS } from './patterns/powers';
import { PROMISES } from './patterns/promises';
import { REPROACH } from './patterns/reproach';
import { RUDENESS } from './patterns/rudeness';
import { SCORN } from './patterns/scorn';
import { SENDING_AWAY } from './patterns/sendingAway';
import { SHIRKING } from './patterns/shirking';
import { SHRUGGING } from './patterns/shrugging';
import { REPORTING_ANCHORS } from './reporting/forms';
import { RESUME_ANCHORS } from './resume';

/** The general forms of faults. */
export const PATTERNS = new PatternSet({
  'wording.taboo': [...RUDENESS, ...IMPATIENCE, ...SCORN, ...REPROACH],
  'wording.dignity': [...LABELS, ...CONTEMPT],
  'promise.beyond-authority': [...PROMISES, ...PLEDGES, ...POWERS, ...FAVOURS, ...FOR_COLLEAGUE],
  'role.shirk': [...SHIRKING, ...DISCLAIMING, ...EVADING, ...SHRUGGING, ...SENDING_AWAY, ...HANDS_ON],
});

/** Numbers of the lists of anchors behind those of the faults. */
export const FIRST_OF_REPORTING = PATTERNS.size;
export const OF_RESUME = FIRST_OF_REPORTING + REPORTING_ANCHORS.length;

/** The anchors of all forms that are looked for in a sentence, a list for each form. */
export function formAnchors(): readonly (readonly string[])[] {
  return [...PATTERNS.anchors(), ...REPORTING_ANCHORS, RESUME_ANCHORS];
}
