import * as assert from 'node:assert';
import { draftName, tidyQuestion } from '../../../client/src/draftName';

suite('What a draft is called', () => {
  const names: readonly (readonly [question: string, name: string])[] = [
    ['社区把晾衣架拆了改建车棚，有居民说没人问过我们，怎么办？', '社区把晾衣架拆了改建车棚'],
    ['题目：停电了，居民围住物业。', '停电了居民围住物业'],
    ['【题目】有人说：“干部要会算账。”', '有人说干部要会算账'],
    ['你/我\\他:谁*都"有<话>|说?', '你我他谁都有话说'],
    ['一'.repeat(50), '一'.repeat(24)],
    [
      '你所在的街道要办一次面向老年人的反诈宣传活动，怎么办？',
      '你所在的街道要办一次面向老年人的反诈宣传活动',
    ],
    // Neither in the middle of 三次, nor with the 和 that leads on.
    [
      '城东一条主路半年内先后为供水、燃气、雨污分流开挖三次。',
      '城东一条主路半年内先后为供水、燃气、雨污分流开挖',
    ],
    [
      '某小区为老旧楼栋加装电梯的公示有问题住户的想法和意见没人听。',
      '某小区为老旧楼栋加装电梯的公示有问题住户的想法',
    ],
    ['..hidden.name.', 'hidden'],
    ['con', ''],
    ['  \n ', ''],
    ['？！', ''],
    ['a\u202Eb\u0000c def', 'abcdef'],
    ['𠮷'.repeat(30), '𠮷'.repeat(24)],
  ];
  for (const [question, name] of names)
    test(`${JSON.stringify(question.slice(0, 20))} → ${name || 'nothing'}`, () => {
      assert.strictEqual(draftName(question), name);
    });
});

suite('A question that was pasted', () => {
  test('on one line, without the label before it', () => {
    assert.strictEqual(tidyQuestion('题目：灯坏了，\r\n  怎么办？\n'), '灯坏了，怎么办？');
    assert.strictEqual(tidyQuestion(' 试题2: 灯坏了 '), '灯坏了');
    assert.strictEqual(tidyQuestion('题目： 灯坏了， 怎么办？ '), '灯坏了，怎么办？');
    assert.strictEqual(tidyQuestion('灯 坏了\n三盏 LED\n灯'), '灯坏了三盏 LED 灯');
    assert.strictEqual(tidyQuestion('题目是什么'), '题目是什么');
    assert.strictEqual(tidyQuestion('Question: How do you see it?'), 'How do you see it?');
  });
});
