import assert from 'node:assert/strict';
import { addUpTopics, countMeeting, Topics } from '../../../server/src/core/rules/topics';
import type { Labelling } from '../../../server/src/core/analysis/label';
import { analyse } from '../../support/check';
import { lines } from '../../support/marked';

/** Chapters are of many lines. */
const LONG = 400;

function labellingOf(text: string): Labelling {
  const { labelling } = analyse(text, { framework: 'lamp' });
  assert.ok(labelling);
  return labelling;
}

const topicsOf = (text: string): Topics => addUpTopics(labellingOf(text));
const topicsWith = (values: Partial<Topics>): Topics => Object.assign(new Topics(), values);
const meetingIn = (text: string): number => countMeeting(labellingOf(text));

const topic = (text: string, name: keyof Topics): number => topicsOf(text)[name];

suite('rules/topics', () => {
  test('an empty answer says nothing', () =>
    assert.deepEqual(
      topicsOf(''),
      topicsWith({
        labelled: 0,
        spoken: 0,
        hanzi: 0,
        personal: 0,
        resume: 0,
        resumeHanzi: 0,
        elsewhere: 0,
        otherFault: 0,
      }),
    ));

  test('lines of every kind add up, headings only as a place to be in a section', () =>
    assert.deepEqual(
      topicsOf(
        lines(
          '## 闲话',
          '',
          '我道歉。湖边有人煮面。',
          '',
          '我热爱跑步和读书。我向领导汇报情况。',
          '',
          '大家上门。',
        ),
      ),
      topicsWith({
        labelled: 1,
        spoken: 5,
        hanzi: 3 + 6 + 8 + 8 + 4,
        personal: 3,
        resume: 1,
        resumeHanzi: 8,
        elsewhere: 6 + 8 + 8 + 4,
        otherFault: 8,
      }),
    ));

  test('a heading is not spoken', () => {
    assert.deepEqual([topic('## 我热爱大家', 'spoken'), topic('## 我热爱大家', 'resume')], [0, 0]);
  });

  test('a lead belongs to its section and is not spoken', () => {
    const text = '一、我道歉\n\n天气很好。';
    assert.deepEqual([topic(text, 'labelled'), topic(text, 'spoken')], [1, 1]);
  });

  for (const [text, personal] of [
    ['我去。', 1],
    ['咱去。', 1],
    ['他去。', 0],
  ] as const)
    test(`in the first person: ${text}`, () => assert.equal(topic(text, 'personal'), personal));

  for (const [text, meeting] of [
    ['当面说清。', 1],
    ['我先请来。', 1],
    ['湖边有人煮面。', 0],
    ['我看叶子。', 0],
  ] as const)
    test(`with people: ${text}`, () => assert.equal(meetingIn(text), meeting));

  for (const text of ['大学四年我都在读书。', '我从小爱跑步。', '我拿过奖学金。', '我的父母都教书。'])
    test(`of himself: ${text}`, () => assert.deepEqual([topic(text, 'resume')], [1]));
  for (const text of ['我更换灯泡。', '他毕业了。', '我把录取名单贴在墙上。'])
    test(`not of himself: ${text}`, () => assert.equal(topic(text, 'resume'), 0));

  test('slogans are not elsewhere: those of the model, and of no section those by their form', () => {
    assert.equal(topic('湖边的人高度重视叶子红了。', 'elsewhere'), 0);
    assert.equal(topic('要切实提高思想认识。', 'elsewhere'), 0);
    // With a time it has not the form of one, but the model is sure.
    assert.equal(topic('当天这事情要高度重视。', 'elsewhere'), 0);
    assert.equal(topic('当天要切实提高思想认识。', 'elsewhere'), 11);
    assert.equal(topic('湖边有人煮面。', 'elsewhere'), 6);
  });

  test('passing the buck, reporting upwards and doing as told are faults of their own', () => {
    assert.equal(topic('这事不归我管。', 'otherFault'), 6);
    assert.equal(topic('听候通知。', 'otherFault'), 4);
    assert.equal(topic('我更换灯泡。这事不归我管。', 'otherFault'), 6);
    assert.equal(topic('我更换灯泡。', 'otherFault'), 0);
  });

  test('a long answer is the sum of its paragraphs', () => {
    const paragraph = '我道歉。湖边有人煮面。我热爱跑步。这事不归我管。\n\n';
    const one = topicsOf(paragraph);
    const many = topicsOf(paragraph.repeat(LONG));
    for (const [name, value] of Object.entries(one) as [keyof Topics, number][])
      assert.equal(many[name], value * LONG, name);
    assert.equal(meetingIn('## 大家上门\n\n大家上门。湖边有人煮面。\n\n'.repeat(LONG)), LONG);
  });
});
