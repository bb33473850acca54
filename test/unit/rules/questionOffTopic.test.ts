import assert from 'node:assert/strict';
import { checkRule } from '../../support/check';
import { checkSuppressions } from '../../support/fixes';
import { testRule } from '../../support/ruleTester';

const HIKE =
  '秋天的山上叶子红了一大片，我们沿着小路慢慢往上走，一路上看见松鼠和野菊花，傍晚在湖边煮面。'.repeat(4);
const QUESTION = '题目：居民反映小区路灯坏了没人管，你怎么办？';
/** With its first clause marked, where findings about the whole answer stand. */
const FLAGGED = '«题目：居民反映小区路灯坏了没人管»，你怎么办？';

suite('rules/questionOffTopic', () => {
  testRule('question.off-topic', {
    options: { framework: 'lamp' },
    valid: [
      '',
      { name: 'a short text', text: `${QUESTION}\n\n${HIKE.slice(0, 45)}` },
      {
        name: 'a short answer that meets people',
        text: `${QUESTION}\n\n${HIKE.slice(0, 43)}我陪他走一趟，问大家哪里不亮。${HIKE.slice(0, 20)}`,
      },
      {
        name: 'a short text without a question',
        text: HIKE.slice(0, 90),
      },
      {
        name: 'sections are most of it',
        text: `${QUESTION}\n\n${'我道歉。我查看灯杆，问清时间。我更换灯泡。'.repeat(4)}${HIKE.slice(0, 43)}`,
      },
      {
        name: 'the question is taken up',
        text: `${QUESTION}\n\n小区路灯坏了没人管，居民反映多次。我道歉。${HIKE}我更换灯泡。`,
      },
      {
        name: 'it passes the buck, which is another fault',
        text: `${QUESTION}\n\n${'这不归我管，谁答应的你找谁。'.repeat(6)}${HIKE}`,
      },
      {
        name: 'it only reports, which is another fault',
        text: `${QUESTION}\n\n${'我向领导汇报，等领导批示以后再说。'.repeat(8)}${HIKE.slice(0, 43)}`,
      },
      { name: 'without any framework', text: HIKE, options: { rubrics: { frameworks: [], wording: [] } } },
    ],
    invalid: [
      {
        name: 'something else',
        text: `${FLAGGED}\n\n${HIKE}`,
        message: '内容与题目对不上：题目问的人和事在答案里几乎没有出现。请先扣住题目中的身份、对象和诉求。',
        english: /^The answer does not meet the question/,
        severity: 'information',
      },
      {
        name: 'something else in a short text, quietly',
        text: `${FLAGGED}\n\n${HIKE.slice(0, 90)}`,
        message: /对不上/,
        severity: 'hint',
      },
      {
        name: 'the buck passed once, then something else',
        text: `${FLAGGED}\n\n这不归我管。${HIKE}`,
        message: /对不上/,
      },
      {
        name: 'the writer tells of himself',
        text: `${FLAGGED}\n\n${'我道歉。我查看灯杆，问清时间。'.repeat(3)}${'我大学四年担任学生会干部，从小就有一个梦想。我热爱阅读和跑步，拿过奖学金。'.repeat(3)}`,
        message: /对不上/,
      },
      {
        name: 'something else with a stray sentence of a section',
        text: `${FLAGGED}\n\n${HIKE}我道歉。`,
        message: /对不上/,
      },
      {
        name: 'the words of the question without any section',
        text: `${FLAGGED}\n\n居民反映小区路灯坏了没人管。${HIKE}`,
        message: /对不上/,
      },
      {
        name: 'without a question',
        text: `«${HIKE.slice(0, HIKE.indexOf('。') + 1)}»${HIKE.slice(HIKE.indexOf('。') + 1)}`,
        message: '这篇内容不像任何一种群众工作题的作答。请检查是否答非所问。',
        english: /does not read like an answer/,
      },
      {
        name: 'the question is only quoted again',
        text: `${FLAGGED}\n\n${HIKE}\n\n> ${QUESTION}`,
        message: /对不上/,
      },
      {
        name: 'in half-width and traditional',
        text: `«题目:居民反映小區路燈壞了沒人管?»\n\n${HIKE.replaceAll('，', ',')}`,
        message: /对不上/,
      },
      {
        name: 'with a question in the front matter',
        text: `---\n«question»: 居民反映小区路灯坏了没人管\n---\n\n${HIKE}`,
        message: /对不上/,
      },
    ],
  });

  test('words of the question in the answer count in any script', () => {
    const text = `${QUESTION}\n\n小區路燈壞了沒人管，居民反映過好多次。我道歉。我更換燈泡。${HIKE.slice(0, 100)}`;
    assert.deepEqual(checkRule('question.off-topic', text, { framework: 'lamp' }), []);
  });

  test('can be switched off', () =>
    checkSuppressions('question.off-topic', `${QUESTION}\n\n${HIKE}`, { framework: 'lamp' }));
});
