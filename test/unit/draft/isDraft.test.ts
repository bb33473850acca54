import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { isAnswerDraft } from '../../../server/src/core/draft/isDraft';
import { crlf } from '../../support/marked';

suite('draft/isDraft', () => {
  const drafts: readonly (readonly [string, string])[] = [
    ['a question in the front matter', '---\nquestion: 灯坏了，怎么办？\n---\n'],
    ['a Chinese key', '---\n题目: 灯坏了，怎么办？\n---\n'],
    ['a framework in the front matter', '---\nframework: lamp\n---\n好。'],
    ['Windows line ends', crlf('---\nframework: lamp\n---\n好。')],
    ['a byte order mark', '\uFEFF---\nframework: lamp\n---\n好。'],
    ['a heading', '# 题目\n\n灯坏了，怎么办？\n'],
    ['a heading after a byte order mark', '\uFEFF# 题目\n\n灯坏了，怎么办？\n'],
    ['a label', '题目：灯坏了，怎么办？\n\n好。'],
    ['a labelled quote', '> 题目：灯坏了，怎么办？\n\n好。'],
  ];
  for (const [name, text] of drafts)
    test(`${name}: a draft`, () => assert.equal(isAnswerDraft(parseDraft(text)), true));

  const others: readonly (readonly [string, string])[] = [
    ['an empty file', ''],
    ['a note', '# 会议记录\n\n灯坏了。'],
    ['a quote without a label', '> 灯坏了，怎么办？\n\n好。'],
    ['other front matter', '---\ntitle: 记录\n---\n好。'],
    ['an empty question', '---\nquestion:\n---\n好。'],
    ['front matter that is never closed', '---\nquestion: 灯坏了\n\n好。'],
    ['a question heading with nothing beneath', '# 题目\n'],
    ['the label in a code block', '```\n题目：灯坏了？\n```\n'],
  ];
  for (const [name, text] of others)
    test(`${name}: no draft`, () => assert.equal(isAnswerDraft(parseDraft(text)), false));
});
