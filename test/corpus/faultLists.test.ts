import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Analyzer } from '../../server/src/core/analysis/analyse';
import { CONTEMPT } from '../../server/src/core/rules/patterns/contempt';
import { DISCLAIMING } from '../../server/src/core/rules/patterns/disclaiming';
import { EVADING } from '../../server/src/core/rules/patterns/evading';
import { FAVOURS } from '../../server/src/core/rules/patterns/favours';
import { IMPATIENCE } from '../../server/src/core/rules/patterns/impatience';
import { LABELS } from '../../server/src/core/rules/patterns/labels';
import { PLEDGES } from '../../server/src/core/rules/patterns/pledges';
import { POWERS } from '../../server/src/core/rules/patterns/powers';
import { PROMISES } from '../../server/src/core/rules/patterns/promises';
import { REPROACH } from '../../server/src/core/rules/patterns/reproach';
import { RUDENESS } from '../../server/src/core/rules/patterns/rudeness';
import { SCORN } from '../../server/src/core/rules/patterns/scorn';
import { SENDING_AWAY } from '../../server/src/core/rules/patterns/sendingAway';
import { SHIRKING } from '../../server/src/core/rules/patterns/shirking';
import { SHRUGGING } from '../../server/src/core/rules/patterns/shrugging';
import { fold } from '../../server/src/core/text/fold';
import { readModel, readRubrics, ROOT } from '../support/rubrics';
import { measureList, readFaultLists } from './faultLists';
import { readLabelled } from './labelled';
import { Counter } from './metrics';

const PATTERNS = [
  ...LABELS,
  ...CONTEMPT,
  ...POWERS,
  ...PROMISES,
  ...RUDENESS,
  ...IMPATIENCE,
  ...SCORN,
  ...REPROACH,
  ...SHIRKING,
  ...FAVOURS,
  ...PLEDGES,
  ...DISCLAIMING,
  ...EVADING,
  ...SHRUGGING,
  ...SENDING_AWAY,
];

suite('lists of faults and of what looks like them', () => {
  const examples = readFaultLists();
  for (const development of [true, false]) {
    test(`${development ? 'development' : 'check'} half: precision at least 0.9, F1 at least 0.8`, function () {
      this.timeout(60_000);
      const half = examples.filter((example) => example.development === development);
      const { own, wrong } = measureList(half, new Analyzer(readRubrics(), readModel()));
      assert.ok(own.precision >= 0.9 && own.f1 >= 0.8, `${own.precision} ${own.f1}\n${wrong.join('\n')}`);
    });
  }

  test('no decoy of the development half but two is taken for a fault', () => {
    const decoys = examples.filter(({ list, development }) => list === 'decoys' && development);
    const { own, wrong } = measureList(decoys, new Analyzer(readRubrics(), readModel()));
    assert.ok(Counter.sum([own]).falseAlarm <= 2, wrong.join('\n'));
  });

  test('whatever a pattern matches holds one of its anchors', () => {
    const sentences = [
      ...examples.map(({ line }) => line),
      ...readLabelled(join(ROOT, 'test/corpus/drafts')).flatMap(({ text }) => text.split(/[。\n]/)),
    ].map(fold);
    for (const pattern of PATTERNS) {
      const anchors = pattern.anchors();
      const form = pattern.form();
      for (const sentence of sentences)
        for (const [match] of sentence.matchAll(form))
          assert.ok(
            match === '' || anchors.some((anchor) => match.includes(anchor)),
            `${pattern.id}: ${match} in ${sentence}`,
          );
    }
  });
});
