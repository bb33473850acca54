import assert from 'node:assert/strict';
import { CONTEMPT } from '../../../../server/src/core/rules/patterns/contempt';
import { DISCLAIMING } from '../../../../server/src/core/rules/patterns/disclaiming';
import { FOR_COLLEAGUE, HANDS_ON } from '../../../../server/src/core/rules/patterns/duties';
import { EVADING } from '../../../../server/src/core/rules/patterns/evading';
import { FAVOURS } from '../../../../server/src/core/rules/patterns/favours';
import { IMPATIENCE } from '../../../../server/src/core/rules/patterns/impatience';
import { LABELS } from '../../../../server/src/core/rules/patterns/labels';
import { PLEDGES } from '../../../../server/src/core/rules/patterns/pledges';
import { POWERS } from '../../../../server/src/core/rules/patterns/powers';
import { PROMISES } from '../../../../server/src/core/rules/patterns/promises';
import { REPROACH } from '../../../../server/src/core/rules/patterns/reproach';
import { RUDENESS } from '../../../../server/src/core/rules/patterns/rudeness';
import { SCORN } from '../../../../server/src/core/rules/patterns/scorn';
import { SENDING_AWAY } from '../../../../server/src/core/rules/patterns/sendingAway';
import { SHIRKING } from '../../../../server/src/core/rules/patterns/shirking';
import { SHRUGGING } from '../../../../server/src/core/rules/patterns/shrugging';
import { REPORTING_ANCHORS, REPORTING_FORMS } from '../../../../server/src/core/rules/reporting/forms';
import { PASSES_UP, SUPERIOR_WORDS, THEY_ACT } from '../../../../server/src/core/rules/reporting/leaving';
import { RESUME, RESUME_ANCHORS } from '../../../../server/src/core/rules/resume';
import { FILLERS, textsOf } from '../../../support/textsOf';

const SEED = 61;
/** Of each form. */
const TEXTS = 4000;
/** So many of those that hold no anchor are named. */
const MOST_NAMED = 20;

/** A form that is looked for only where a sentence says one of its anchors. */
interface Sieved {
  readonly id: string;
  readonly form: RegExp;
  readonly anchors: readonly string[];
  readonly holds?: RegExp | undefined;
}

const PATTERNS = [
  ...RUDENESS,
  ...IMPATIENCE,
  ...SCORN,
  ...REPROACH,
  ...LABELS,
  ...CONTEMPT,
  ...PROMISES,
  ...PLEDGES,
  ...POWERS,
  ...FAVOURS,
  ...FOR_COLLEAGUE,
  ...SHIRKING,
  ...DISCLAIMING,
  ...EVADING,
  ...SHRUGGING,
  ...SENDING_AWAY,
  ...HANDS_ON,
];

const SIEVED: readonly Sieved[] = [
  ...PATTERNS.map(({ id, form, anchors, holds }) => ({ id, form: form(), anchors: anchors(), holds })),
  ...REPORTING_FORMS.map((form, list) => ({
    id: `reporting, list ${list}`,
    form: form(),
    anchors: REPORTING_ANCHORS[list] ?? [],
  })),
  { id: 'passes up', form: PASSES_UP(), anchors: SUPERIOR_WORDS },
  { id: 'they act', form: THEY_ACT(), anchors: SUPERIOR_WORDS },
  { id: 'resume', form: RESUME(), anchors: RESUME_ANCHORS },
];

suite('rules/patterns: anchors of the forms', () => {
  for (const { id, form, anchors, holds } of SIEVED)
    test(`${id}: whatever it matches holds one of them${holds ? ', and what it has to hold besides' : ''}`, () => {
      const one = new RegExp(form.source);
      const next = textsOf(form, SEED);
      const without = new Set<string>();
      let matches = 0;
      for (let made = 0; made < TEXTS; made++) {
        const match = one.exec(next())?.[0];
        if (match === undefined) continue;
        matches++;
        if (!anchors.some((anchor) => match.includes(anchor)) || holds?.test(match) === false)
          without.add(match);
      }
      assert.deepEqual([...without].slice(0, MOST_NAMED), []);
      assert.ok(matches > TEXTS / 2, `only ${matches} of ${TEXTS} texts match`);
    });

  test('no anchor is empty: it would be in whatever a form matches, and the sieve finds none', () =>
    assert.deepEqual(
      SIEVED.filter(({ anchors }) => anchors.includes('')).map(({ id }) => id),
      [],
    ));

  test('no anchor holds what stands for any character', () => {
    for (const { id, anchors } of SIEVED)
      assert.deepEqual(
        anchors.filter((anchor) => FILLERS.some((filler) => anchor.includes(filler))),
        [],
        id,
      );
  });
});
