import assert from 'node:assert/strict';
import { asBegun, isOnlyBegun } from '../../../server/src/core/rules/begun';
import type { Finding, RuleCode, Severity } from '../../../server/src/core/rules/types';
import { analyse } from '../../support/check';

const OPTIONS = { framework: 'lamp' };
const QUESTION = '题目：路灯坏了，怎么办？\n\n';
const BEGUN = '刚开了头，接着写。这类题的环节依次是：态度、核实、处理、长效。';
/** Where what concerns the whole answer stands. */
const PLACE = { from: 0, to: 7 };

const answered = analyse(`${QUESTION}我道歉。\n`, OPTIONS);

function finding(code: RuleCode, from = 0, severity: Severity = 'information'): Finding {
  return { code, severity, range: { from, to: from + 1 }, message: `${code} ${from}`, related: [] };
}

/** What is said of the answer: severity, code, message and place. */
function told(findings: readonly Finding[], analysis = answered): string[] {
  return asBegun(findings, analysis, 'zh').map(
    ({ code, severity, message, range }) => `${severity} ${code} ${message} ${range.from}-${range.to}`,
  );
}

const said = (code: RuleCode, severity: Severity = 'information'): string =>
  `${severity} ${code} ${BEGUN} 0-7`;

suite('rules/begun: which answers are', () => {
  const ofHanzi = (count: number): string => `${QUESTION}我道歉${'灯'.repeat(count - 3)}。`;

  test('one that is not there at all, whatever it was before', () => {
    const empty = analyse(QUESTION, OPTIONS);
    assert.equal(isOnlyBegun(empty, false), true);
    assert.equal(isOnlyBegun(empty, true), true);
  });

  test('one that was, up to 59 字', () => {
    assert.equal(isOnlyBegun(analyse(ofHanzi(59), OPTIONS), true), true);
    assert.equal(isOnlyBegun(analyse(ofHanzi(60), OPTIONS), true), false);
  });

  test('no short one that was not', () => assert.equal(isOnlyBegun(answered, false), false));
});

suite('rules/begun: what is said of one', () => {
  for (const code of [
    'section.weak',
    'section.empty',
    'section.order',
    'question.off-topic',
    'length.under',
  ] as const)
    test(`instead of ${code} and what is missing, once what belongs into it`, () =>
      assert.deepEqual(told([finding('section.missing'), finding(code), finding('section.missing')]), [
        said('section.missing'),
      ]));

  test('with all sections to insert, at the question', () => {
    const [only, ...more] = asBegun([finding('section.missing')], answered, 'zh');
    assert.deepEqual(more, []);
    assert.deepEqual(only, {
      code: 'section.missing',
      severity: 'information',
      range: PLACE,
      message: BEGUN,
      related: [],
      remedy: { type: 'insert-section', section: '*' },
    });
  });

  test('in English', () =>
    assert.deepEqual(
      asBegun([finding('section.missing')], answered, 'en').map(({ message }) => message),
      ['A beginning is made. The sections of this kind of answer are: attitude, verify, handle, lasting.'],
    ));

  test('under the code of what is weak where nothing is missing', () =>
    assert.deepEqual(told([finding('length.under'), finding('section.weak')]), [said('section.weak')]));

  test('nothing where neither would be told', () => {
    assert.deepEqual(told([finding('length.under'), finding('section.empty', 4)]), []);
    assert.deepEqual(told([finding('length.under'), finding('cliche', 15)]), [
      'information cliche cliche 15 15-16',
    ]);
  });

  test('as a hint only where all of it is but hinted at', () => {
    assert.deepEqual(told([finding('section.missing', 0, 'hint'), finding('section.weak', 0, 'hint')]), [
      said('section.missing', 'hint'),
    ]);
    assert.deepEqual(told([finding('section.missing', 0, 'hint'), finding('length.under', 0, 'warning')]), [
      said('section.missing'),
    ]);
  });

  test('in its place among what else there is to say', () => {
    const cliche = (from: number): string => `information cliche cliche ${from} ${from}-${from + 1}`;
    assert.deepEqual(told([finding('section.missing'), finding('cliche', 0), finding('cliche', 15)]), [
      cliche(0),
      said('section.missing'),
      cliche(15),
    ]);
    assert.deepEqual(told([finding('section.missing'), finding('cliche', 15), finding('cliche', 16)]), [
      said('section.missing'),
      cliche(15),
      cliche(16),
    ]);
    assert.deepEqual(told([finding('cliche', 0), finding('section.weak', 15)]), [
      cliche(0),
      said('section.weak'),
    ]);
  });

  test('the same where nothing would be left out', () => {
    const others = [finding('wording.taboo', 15), finding('text.repeat', 18), finding('length.over')];
    assert.equal(asBegun(others, answered, 'zh'), others);
  });

  test('the same of none, which is told of otherwise', () => {
    const findings = [finding('section.missing'), finding('length.under')];
    assert.equal(asBegun(findings, analyse(QUESTION, OPTIONS), 'zh'), findings);
  });
});
