import assert from 'node:assert/strict';
import { staysInside } from '../../../server/src/core/rules/innerCircle';
import { analyse, checkRule } from '../../support/check';

const QUESTION = '你到社区工作以后,怎样处理好与群众的关系?';
/** One of superiors, one of colleagues, one of oneself, one of people, one of nobody. */
const ABOVE = '领导交办的活我当天做完。';
const BESIDE = '同事请假了我顶上去。';
const SELF = '我自己周末去跑步看书。';
const SERVED = '居民来了我请他坐下。';
const OTHER = '湖边有人在慢慢地煮面。';

function inside(text: string, question = QUESTION): boolean {
  const { labelling } = analyse(text, { framework: 'lamp' });
  assert.ok(labelling);
  return staysInside(question, labelling);
}

suite('rules/innerCircle', () => {
  for (const [name, text, expected] of [
    ['superiors, colleagues and oneself', `${ABOVE}${BESIDE}${SELF}`, true],
    ['in several paragraphs', `${ABOVE}\n\n${BESIDE}\n\n${SELF}`, true],
    ['two fifths of the sentences', `${BESIDE}${SELF}${OTHER.repeat(3)}`, true],
    ['less than two fifths', `${BESIDE}${SELF}${OTHER.repeat(4)}`, false],
    ['of superiors alone', ABOVE.repeat(5), false],
    ['one sentence beside is too few', `${ABOVE.repeat(3)}${BESIDE}`, false],
    ['a word of those who are served', `${ABOVE}${BESIDE}${SELF}${SERVED}`, true],
    ['half as many of those who are served', `${BESIDE}${SELF}${SERVED}`, false],
    ['who is spoken of beside colleagues is served', `我和同事去看老人。我和同事去看邻居。${OTHER}`, false],
  ] as const)
    test(name, () => assert.equal(inside(text), expected));

  test('only where the question asks for the people one serves', () => {
    const text = `${ABOVE}${BESIDE}${SELF}`;
    for (const question of ['谈谈怎样联系群众。', '你怎样跟村民打交道?', '怎样搞好群众关系?'])
      assert.equal(inside(text, question), true, question);
    for (const question of ['你怎样与同事相处?', '群众来投诉,你怎么办?'])
      assert.equal(inside(text, question), false, question);
  });

  test('such an answer is off its topic', () => {
    const text = `题目：你到社区工作以后，怎样处理好与群众的关系？\n\n${`${ABOVE}${BESIDE}${SELF}`.repeat(4)}`;
    assert.equal(checkRule('question.off-topic', text, { framework: 'lamp' }).length, 1);
    const served = `题目：你到社区工作以后，怎样处理好与群众的关系？\n\n${`我道歉。我查看灯杆。${SERVED}${BESIDE}`.repeat(4)}`;
    assert.equal(checkRule('question.off-topic', served, { framework: 'lamp' }).length, 0);
  });
});
