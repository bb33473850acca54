import assert from 'node:assert/strict';
import { parseDraft } from '../../../../server/src/core/draft/draft';
import { layOut } from '../../../../server/src/core/analysis/layOut';
import { Lexicon } from '../../../../server/src/core/analysis/lexicon';
import { readBlock } from '../../../../server/src/core/analysis/passage';
import { followingIn } from '../../../../server/src/core/rules/reporting/following';
import { COMPLYING, DEFERRING, NAMING, REPORTING } from '../../../../server/src/core/rules/reporting/forms';

const lexicon = new Lexicon({ frameworks: [], wording: [] });

function doesIn(text: string): number {
  const { passages } = layOut(parseDraft(text), (block) => readBlock(block, lexicon));
  const [passage] = passages;
  assert.ok(passage, text);
  // Whether somebody above is named is no matter of forms.
  return (followingIn(passage)[0] ?? 0) & ~NAMING;
}

const every = (texts: string, bit: number): void => {
  for (const text of texts.split(' ')) assert.equal(doesIn(`${text}。`) & bit, bit, text);
};

suite('rules/reporting/forms', () => {
  test('reporting to a superior, asking for orders, waiting for them', () => {
    every(
      '我把情况向领导汇报 材料呈报给主任 等局长回来 请书记决定 科长没有表态 逐级上报 先写成专报',
      REPORTING,
    );
    every('做好请示汇报 梳理请示事项 形成专题汇报 坚持请示在先', REPORTING);
  });

  test('deferring: whoever is above, whatever is sent up or waited for', () => {
    every('我去找院长 征求局务会意见 党组点头以后 我逐级反映 等通知 等指示 等批复 等消息 等回复', DEFERRING);
    every(
      '先上报 按审定的口径 我不擅自处理 我不自作主张 我不自行处理 由会议定 写情况说明 及时归档',
      DEFERRING,
    );
    every('材料一式两份 请示以后 等批示 写专报', DEFERRING);
  });

  test('complying: doing as told and passing it on', () => {
    every('主任怎么说我就怎么办 服从组织安排 按照镇里要求 执行县里决定 配合局里 照街道的意见办', COMPLYING);
    every('听候通知 静候佳音 等候处理 等待结果 耐心等消息 坐等结果 恭候回音 我等着', COMPLYING);
    every('没有指示之前 未授权前 尚未明确之前 没来之前 在意见下来之前 我不擅自表态 不自行答复', COMPLYING);
    every('我不宜表态 不能随便表态 我不便表态 不作任何解释 不随意答复 不敢逾越 不轻易表态', COMPLYING);
    for (const text of ['我不轻易许诺。', '我不轻易答应。', '我不随意承诺。'])
      assert.equal(doesIn(text) & COMPLYING, 0, text);
    every('由上面定夺 由办公室统一处理 由他出面 传达给群众 转告村民 转达给家长 上传下达 随时待命', COMPLYING);
    every('做好配合 全力配合 听从调遣 必须由领导来', COMPLYING);
  });

  test('what the writer has still to fill in does none of it, what stands behind it does', () => {
    for (const text of ['我向【领导】汇报。', '先【找院长】。', '我们【听候】消息。', '按【镇里】安排办。'])
      assert.equal(doesIn(text), 0, text);
    assert.equal(doesIn('我向【领导】说明,再向主任汇报。') & REPORTING, REPORTING);
    assert.equal(doesIn('先【找院长】,再找党组。') & DEFERRING, DEFERRING);
    assert.equal(doesIn('我们【听候】消息,服从安排。') & COMPLYING, COMPLYING);
  });

  test('what others are quoted with does none of it, what stands beside a quotation does', () => {
    assert.equal(doesIn('居民说:“先去找院长。”'), 0);
    assert.equal(doesIn('居民说:“先听候消息。”'), 0);
    assert.equal(doesIn('居民说:“先向领导汇报。”'), 0);
    assert.equal(doesIn('居民说“好”,我去找院长。') & DEFERRING, DEFERRING);
    assert.equal(doesIn('我听候消息,居民说“好”。') & COMPLYING, COMPLYING);
    assert.equal(doesIn('居民说“去找院长”,我也去找院长。') & DEFERRING, DEFERRING);
    assert.equal(doesIn('居民说“听候消息”,我服从安排。') & COMPLYING, COMPLYING);
    assert.equal(doesIn('居民说“向领导汇报”,我就向主任汇报。') & REPORTING, REPORTING);
  });

  test('who does two things beside does more than report', () => {
    assert.equal(doesIn('我陪他去,再向领导汇报。') & REPORTING, REPORTING);
    assert.equal(doesIn('我陪他去登记,再向领导汇报。') & REPORTING, 0);
  });

  test('only the lines that do it are told', () => {
    const { passages } = layOut(parseDraft('湖边有人。我去找院长。'), (block) => readBlock(block, lexicon));
    assert.deepEqual(
      passages.map((passage) => [...followingIn(passage)]),
      [[0, DEFERRING | NAMING]],
    );
    const [none] = layOut(parseDraft('湖边有人。'), (block) => readBlock(block, lexicon)).passages;
    assert.ok(none);
    assert.equal(followingIn(none).length, 0);
  });

  test('who does it himself does none of it', () => {
    for (const text of ['我上门听他讲完', '当天给他答复', '我陪他去窗口补材料'])
      assert.equal(doesIn(`${text}。`), 0, text);
  });
});
