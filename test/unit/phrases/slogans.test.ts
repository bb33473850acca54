import assert from 'node:assert/strict';
import { deedShare } from '../../../server/src/core/phrases/slogans';
import { fold } from '../../../server/src/core/text/fold';

const share = (text: string): number => deedShare(fold(text));

suite('phrases/slogans', () => {
  for (const text of [
    '进一步强化宗旨意识',
    '始终树立大局观念',
    '对待来人要有真感情',
    '一刻也不放松自己',
    '沉到群众中去',
    '常怀敬畏之心',
    '贴心接待、文明接待、规范接待',
    '从思想上改，从行动上改',
  ]) {
    test(`${text}: a slogan`, () => assert.ok(share(text) <= 0.5));
  }

  for (const text of [
    '通过每周的案例讨论提升服务意识',
    '把意见簿放在窗口边上',
    '来有迎声，问有答声，走有送声',
    '多走一步，多问一句，多记一笔',
    '登记姓名、电话、住址',
  ]) {
    test(`${text}: a deed`, () => assert.equal(share(text), 1));
  }

  test('members that are deeds, said for their sound, and what one is good at, keep most', () => {
    for (const text of ['主动上门听取意见、当面逐条记录意见、按时书面答复意见', '善于从小事里找办法']) {
      assert.ok(share(text) > 0.5 && share(text) < 1, text);
    }
  });
});
