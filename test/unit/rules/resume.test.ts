import assert from 'node:assert/strict';
import { RESUME, RESUME_ANCHORS } from '../../../server/src/core/rules/resume';

suite('rules/resume', () => {
  for (const text of [
    '我报考了村官',
    '毕业于师范',
    '我毕业三年',
    '大学四年',
    '大学期间',
    '大学时',
    '学生会',
    '学习委员',
    '班长',
    '实习过',
    '实习两月',
    '我的专业',
    '我学的是园艺',
    '我性格开朗',
    '我热爱跑步',
    '我喜欢',
    '我特别喜欢',
    '我最喜欢',
    '从小',
    '兴趣',
    '爱好',
    '特长',
    '奖学金',
    '如果录取',
    '如果有幸被录用',
    '我的梦想',
    '家里有',
    '我的父母',
    '我的家人',
    '自我介绍',
  ])
    test(`of himself, with an anchor in it: ${text}`, () => {
      const said = RESUME().exec(text)?.[0];
      assert.ok(said);
      assert.ok(
        RESUME_ANCHORS.some((anchor) => said.includes(anchor)),
        said,
      );
    });

  for (const text of ['他毕业了', '去大学', '实习', '我的单位', '录取', '我登记'])
    test(`not of himself: ${text}`, () => assert.ok(!RESUME().test(text)));
});
