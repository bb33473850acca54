import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { isAnswerDraft } from '../../../server/src/core/draft/isDraft';
import { mayBeDraft, mayMakeDraft } from '../../../server/src/core/draft/mayBeDraft';

/** What drafts and other Markdown are made of. */
const PIECES = [
  '---\n',
  '---\r\n',
  '...\n',
  '\uFEFF',
  'question: ',
  '题目: ',
  'framework: lamp\n',
  '框架: lamp\n',
  '"\\u9898\\u76ee": 灯坏了\n',
  'title: 记录\n',
  '# 题目\n\n',
  '## 試題\n',
  '題幹：',
  '题目：',
  '**面试题1**：',
  '【试题】',
  '> ',
  '题<!-- 注 -->目：',
  '```\n',
  '<!-- ',
  ' -->',
  '灯坏了，怎么办？\n',
  '主题班会，问题不少。\n',
  '\n',
  '# 会议记录\n\n',
];

/** The same numbers every time. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state;
  }
}

suite('draft/mayBeDraft', () => {
  test('true for every draft, whatever it is put together of', () => {
    const random = numbers(7);
    let drafts = 0;
    for (let round = 0; round < 6_000; round++) {
      const length = 1 + (random.next().value % 8);
      const text = Array.from({ length }, () => PIECES[(random.next().value >>> 8) % PIECES.length]).join('');
      if (!isAnswerDraft(parseDraft(text))) continue;
      drafts++;
      assert.ok(mayBeDraft(text), JSON.stringify(text));
      assert.ok(text.split(/\r\n|\n/).some(mayMakeDraft), JSON.stringify(text));
    }
    assert.ok(drafts > 1_000, `${drafts} drafts`);
  });

  for (const [name, text] of [
    ['an empty file', ''],
    ['a note', '# 会议记录\n\n这个问题要抓紧，主题班会改到周五。'],
    ['other front matter', '---\ntitle: 记录\n---\n好。'],
    ['the keys in the text', '# API\n\nThe question is which framework to use.\n'],
    ['a rule at the top', '---\n\n框架和框架之间。\n'],
  ] as const)
    test(`false for ${name}`, () => assert.equal(mayBeDraft(text), false));
});
