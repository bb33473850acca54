import assert from 'node:assert/strict';
import { readDuty } from '../../../server/src/core/rules/duty';
import { checkRule } from '../../support/check';

const draft = (question: string, answer: string): string =>
  `---\nquestion: ${question}\n---\n\n我先请他坐下，问清是哪一天的事。${answer}`;
const said = (code: string, question: string, answer: string): string[] =>
  checkRule(code, draft(question, answer)).map(({ message }) => message);

suite('rules/duty: what the question says', () => {
  test('a colleague’s matter', () => {
    for (const question of [
      '你同事负责的报修单拖了半个月，居民来质问，你怎么办？',
      '经办人不在，大爷要投诉，你怎么处理？',
      '你接手了离职同事的工作，群众来问，怎么办？',
    ])
      assert.deepEqual([readDuty(question).colleague, readDuty(question).inCharge], [true, false], question);
  });

  test('a matter of the writer’s own', () => {
    for (const question of [
      '你负责小区改造的沟通，居民不满，怎么办？',
      '领导让你处理一起投诉，怎么办？',
      '你是便民大厅的负责人，群众吵起来，怎么办？',
      '領導讓你接待，怎麼辦？',
    ])
      assert.deepEqual([readDuty(question).colleague, readDuty(question).inCharge], [false, true], question);
  });

  test('the post, and whether it enforces the law', () => {
    assert.equal(readDuty('居民投诉油烟，你是网格员，怎么办？').post, '网格员');
    assert.equal(readDuty('假如你是社区工作者，怎么办？').post, '社区工作者');
    const officer = readDuty('摊贩占道，你是城管执法队员，怎么办？');
    assert.deepEqual([officer.enforces, officer.post], [true, undefined]);
  });

  test('nothing without a question, and nothing of one that names no post', () => {
    const nothing = { colleague: false, inCharge: false, enforces: false };
    assert.deepEqual([readDuty(undefined), readDuty('怎样做好群众工作？')], [nothing, nothing]);
  });
});

suite('rules/duty: traps of role', () => {
  test('passing on a colleague’s matter is told what the question is about', () => {
    const [message] = said('role.shirk', '你同事负责的报修单拖了，居民来质问，怎么办？', '这事跟我没关系。');
    assert.match(message ?? '', /题目把事情放在同事手里，问的就是你接不接。$/);
  });

  test('handing on what the question puts into the writer’s hands', () => {
    const answer = '我不便处理，请领导另派别人去。';
    assert.match(
      said('role.shirk', '领导让你处理一起投诉，怎么办？', answer)[0] ?? '',
      /题目说这件事由你来办/,
    );
    assert.deepEqual(said('role.shirk', '群众来投诉，怎么办？', answer), []);
  });

  test('asking for a second man is no handing on', () => {
    assert.deepEqual(
      said('role.shirk', '领导让你处理一起投诉，怎么办？', '我与他有亲戚关系，请领导另派一人和我一起查。'),
      [],
    );
  });

  test('what the post may not decide is told by its name', () => {
    const answer = '我会对乱扔垃圾的人罚款两百元。';
    const code = 'promise.beyond-authority';
    assert.match(
      said(code, '居民乱扔垃圾，你是网格员，怎么办？', answer)[0] ?? '',
      /题目里你是网格员，这一步不由你定。$/,
    );
    assert.deepEqual(said(code, '有人乱扔垃圾，你是城管执法队员，怎么办？', answer), []);
  });

  test('nothing is told of a post the question does not name, or of what is only promised', () => {
    const code = 'promise.beyond-authority';
    for (const [question, answer] of [
      ['居民乱扔垃圾，怎么办？', '我会对乱扔垃圾的人罚款两百元。'],
      ['居民乱扔垃圾，你是网格员，怎么办？', '我当场保证，这条沟三天之内全部挖通。'],
    ] as const) {
      const [message = '', ...more] = said(code, question, answer);
      assert.deepEqual(more, []);
      assert.doesNotMatch(message, /题目里|undefined/);
      assert.match(message, /。$/);
    }
  });

  test('a colleague’s powers are not the writer’s', () => {
    const question = '同事出差，群众来催证，怎么办？';
    const code = 'promise.beyond-authority';
    assert.equal(said(code, question, '我就替他签了字，把证发了。').length, 1);
    assert.equal(said(code, question, '我登录同事的账号直接点了通过。').length, 1);
    assert.deepEqual(said(code, question, '我不能替他签字，打电话问他办到哪一步。'), []);
  });
});
