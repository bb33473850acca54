import assert from 'node:assert/strict';
import { reportsOnly } from '../../../../server/src/core/rules/reporting/reportsOnly';
import { analyse, type TestOptions } from '../../../support/check';
import { mark, marked } from '../../../support/marked';

/** Ten 字 each: what goes to a superior without being a report, and what belongs to no section. */
const ASK = '请院长来一趟路灯下面。';
const OTHER = '湖边有人在慢慢地煮面。';
const REPORT = '我向领导汇报情况。';

/** The draft with the sentence marked from which on it only reports. */
function found(text: string, options: TestOptions = { framework: 'lamp' }): string {
  const place = reportsOnly(analyse(text, options));
  return mark(text, place ? [place] : []);
}

/** Finds what is marked «…» in each, or nothing. */
function cases(texts: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(texts))
    test(name, () => assert.equal(found(marked(text).text), text));
}

suite('rules/reporting/reportsOnly: throughout', () => {
  cases({
    'an empty answer': '',
    'three sentences that defer': `${OTHER}«${ASK}»${ASK}${ASK}`,
    'two are too few': `${ASK}${ASK}`,
    'wherever they stand': `${OTHER}\n\n«${ASK}»\n\n${OTHER}${ASK}\n\n${ASK}`,
    'as many that do something': `我道歉。我更换灯泡。我查看灯杆。«${ASK}»${ASK}${ASK}`,
    'more that do something': `我道歉。我更换灯泡。我查看灯杆。我道歉。${ASK}${ASK}${ASK}`,
    'more that do something, in paragraphs': `我道歉。\n\n我更换灯泡。\n\n我查看灯杆。\n\n我道歉。\n\n${ASK}\n\n${ASK}\n\n${ASK}`,
    'slogans do nothing': `${'我道歉，要高度重视。'.repeat(4)}«${ASK}»${ASK}${ASK}`,
    'what is of no section does nothing for one': `湖边有人。湖边有人。湖边有人。湖边有人。«${ASK}»${ASK}${ASK}`,
    'who does something by deferring defers': `«我道歉，再请院长来一趟。»${ASK}我更换灯泡。${ASK}我查看灯杆。`,
    'a third of what is said': `${OTHER.repeat(6)}«${ASK}»${ASK}${ASK}`,
    'less than a third': `${OTHER.repeat(7)}${ASK}${ASK}${ASK}`,
    'headings are not said': `## 请院长来一趟\n\n${ASK}\n\n## 请馆长来一趟\n\n${ASK}`,
  });

  test('a long answer is the sum of its paragraphs', () => {
    const paragraph = `${OTHER}${OTHER}${ASK}\n\n`;
    assert.equal(found(paragraph.repeat(300)), `${OTHER}${OTHER}«${ASK}»\n\n${paragraph.repeat(299)}`);
    const less = `${OTHER}${OTHER}${OTHER}${ASK}\n\n`;
    assert.equal(found(less.repeat(300)), less.repeat(300));
  });
});

suite('rules/reporting/reportsOnly: in a part', () => {
  cases({
    'half of what belongs to no section': `${OTHER}«${REPORT}»${OTHER}${REPORT}`,
    'less than half': `${OTHER}${REPORT}${OTHER}${REPORT}${OTHER}`,
    'a single report of no section': REPORT,
    'the first of them in another paragraph': `${OTHER}\n\n«${REPORT}»\n\n${OTHER}\n\n${REPORT}`,
    'sections that are worked out do not count': `${'我更换灯泡。'.repeat(5)}${OTHER}«${REPORT}»${OTHER}${REPORT}`,
    'reports of a section that is worked out do not count':
      '我更换灯泡，向领导汇报情况。我更换灯泡，向领导汇报情况。',
    'sections that are not worked out do': `${'我查看灯杆。'.repeat(3)}${REPORT}${REPORT}`,
    'up to half': `${'我查看灯杆。'.repeat(2)}«${REPORT}»${REPORT}`,
    'half of a section that is not worked out': `我查看灯杆。${OTHER}${OTHER}«我查看灯杆，向领导汇报情况。»`,
    'less than half of it': `我查看灯杆。我查看灯杆。${OTHER}我查看灯杆，向领导汇报情况。`,
    'all of a section': `${OTHER}${OTHER}${OTHER}«我查看灯杆，向领导汇报情况。»`,
    'what announces a paragraph is no report': `一、向领导汇报。${OTHER}\n\n二、向主任汇报。${OTHER}`,
    'reports of a section that is not worked out count beside those of none': `«我查看灯杆，向领导汇报情况。»我查看灯杆。我查看灯杆。${REPORT}`,
  });
});

suite('rules/reporting/reportsOnly', () => {
  cases({
    'a paragraph of doing as told':
      '路灯的事不小。\n\n«请院长来一趟路灯下面。»随时待命在路灯的下面。听候消息在路灯的下面。湖边有人在慢慢地煮面。',
  });

  test('without a framework there is nothing to judge', () => {
    const text = ASK.repeat(3);
    assert.equal(found(text, { rubrics: { frameworks: [], wording: [] } }), text);
  });

  test('asked again it says the same', () => {
    const analysis = analyse(ASK.repeat(3), { framework: 'lamp' });
    const first = reportsOnly(analysis);
    assert.ok(first);
    assert.equal(reportsOnly(analysis), first);
  });
});
