import assert from 'node:assert/strict';
import { buildFormSieve } from '../../../server/src/core/rules/formSieve';
import {
  FIRST_OF_REPORTING,
  formAnchors,
  OF_RESUME,
  PATTERNS,
} from '../../../server/src/core/rules/generalForms';
import { REPORTING_ANCHORS } from '../../../server/src/core/rules/reporting/forms';
import { RESUME_ANCHORS } from '../../../server/src/core/rules/resume';
import { WordSieve } from '../../../server/src/core/text/wordSieve';

suite('rules/generalForms', () => {
  const sieve = new WordSieve(buildFormSieve());

  test('the lists of anchors: of the faults, of reporting, of telling of oneself', () => {
    const lists = formAnchors();
    assert.equal(FIRST_OF_REPORTING, PATTERNS.size);
    assert.deepEqual(lists.slice(0, FIRST_OF_REPORTING), PATTERNS.anchors());
    assert.deepEqual(lists.slice(FIRST_OF_REPORTING, OF_RESUME), REPORTING_ANCHORS);
    assert.deepEqual(lists.slice(OF_RESUME), [RESUME_ANCHORS]);
  });

  /** One of each list of forms, with the form it is found as. */
  const CASES: readonly (readonly [rule: string, sentence: string, id: string])[] = [
    ['wording.taboo', '我说:“有完没完?”', 'what-shouting'],
    ['wording.taboo', '我说:“烦不烦,一天来三趟。”', 'sick-of-it'],
    ['wording.taboo', '我说:“这种话您也信?”', 'mock-the-mind'],
    ['wording.taboo', '我说:“三岁娃娃都会扫码。”', 'mimicry'],
    ['wording.dignity', '几个无知的群众又来了。', 'name-calling'],
    ['wording.dignity', '我去看了那瞎子,他家漏雨。', 'by-defect'],
    ['promise.beyond-authority', '我当场保证,这条沟三天之内全部挖通。', 'guarantee'],
    ['promise.beyond-authority', '明年这个时候,家家户户住进新楼。', 'by-then'],
    ['promise.beyond-authority', '我当场拍板,图纸就用他的。', 'decide'],
    ['promise.beyond-authority', '法院那边我有人。', 'pulls-strings'],
    ['promise.beyond-authority', '我替小王把字签了。', 'for-colleague'],
    ['role.shirk', '这一块不归我们科管。', 'not-our-charge'],
    ['role.shirk', '这件事跟我们科半点关系都没有。', 'no-part-in-it'],
    ['role.shirk', '系统一卡,我们也束手无策。', 'at-a-loss'],
    ['role.shirk', '他要去省里,那就让他去。', 'let-them-go-ahead'],
    ['role.shirk', '所里警力有限,我会劝她自己去找。', 'says-whose-and-sends'],
    ['role.shirk', '我请领导另派别人去。', 'hands-on'],
  ];

  for (const [rule, sentence, id] of CASES)
    test(`${rule}, ${id}: ${sentence}`, () =>
      assert.deepEqual(
        PATTERNS.find(sentence, sieve.listsIn(sentence)).map((hit) => `${hit.rule} ${hit.pattern.id}`),
        [`${rule} ${id}`],
      ));
});
