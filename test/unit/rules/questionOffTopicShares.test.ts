import assert from 'node:assert/strict';
import {
  DONE,
  ELSEWHERE,
  INFORMATION,
  IS_DONE,
  MINE,
  NAMING,
  PEOPLE,
  QUESTION,
  RESUME,
  severity,
  SHIRK,
  TOPIC,
} from './questionOffTopicSupport';

suite('rules/questionOffTopic: shares without a question', () => {
  for (const [name, answer, expected] of [
    ['a hundred and twenty 字 of nothing', [[ELSEWHERE, 12]], INFORMATION],
    ['less', [[ELSEWHERE, 11]], ''],
    [
      'a third of a section',
      [
        [ELSEWHERE, 8],
        [DONE, 4],
      ],
      INFORMATION,
    ],
    [
      'thirty-five in a hundred',
      [
        [ELSEWHERE, 13],
        [DONE, 7],
      ],
      '',
    ],
  ] as const)
    test(name, () => assert.equal(severity('', ...answer), expected));
});

suite('rules/questionOffTopic: shares with a question', () => {
  for (const [name, answer, expected] of [
    [
      'in the first person, forty-two in a hundred elsewhere',
      [
        [MINE, 21],
        [DONE, 29],
      ],
      INFORMATION,
    ],
    [
      'in the first person, less',
      [
        [MINE, 20],
        [DONE, 30],
      ],
      '',
    ],
    [
      'impersonal, a third elsewhere',
      [
        [ELSEWHERE, 4],
        [IS_DONE, 8],
      ],
      INFORMATION,
    ],
    [
      'impersonal, less',
      [
        [ELSEWHERE, 3],
        [IS_DONE, 9],
      ],
      '',
    ],
    [
      'a third elsewhere in an answer of which half is in the first person',
      [
        [ELSEWHERE, 4],
        [IS_DONE, 2],
        [DONE, 6],
      ],
      '',
    ],
    [
      'much of it elsewhere, but the question is named',
      [
        [MINE, 5],
        [TOPIC, 2],
        [DONE, 7],
      ],
      '',
    ],
    [
      'nearly all of it elsewhere, though the question is named',
      [
        [MINE, 8],
        [TOPIC, 2],
        [DONE, 2],
      ],
      INFORMATION,
    ],
    [
      'a little less of it, and the question is named',
      [
        [MINE, 7],
        [TOPIC, 2],
        [DONE, 3],
      ],
      '',
    ],
    [
      'a third about oneself',
      [
        [RESUME, 5],
        [DONE, 9],
      ],
      INFORMATION,
    ],
    [
      'less than a third about oneself',
      [
        [RESUME, 4],
        [DONE, 9],
      ],
      '',
    ],
    [
      'two long sentences about oneself',
      [
        ['我大学四年热爱读书呢再加上在湖边上慢慢地煮面再看叶子和野菊花', 1],
        ['。我大学四年热爱读书呢再加上在湖边上慢慢地煮面再看叶子和野菊花。', 1],
        [DONE, 10],
      ],
      '',
    ],
    [
      'elsewhere, and a quarter passes the buck',
      [
        [ELSEWHERE, 9],
        [SHIRK, 3],
      ],
      '',
    ],
    [
      'elsewhere, and less than a quarter passes the buck',
      [
        [ELSEWHERE, 10],
        [SHIRK, 2],
      ],
      INFORMATION,
    ],
    [
      'three quarters elsewhere',
      [
        [ELSEWHERE, 9],
        [DONE, 3],
      ],
      INFORMATION,
    ],
    [
      'three quarters elsewhere, of which something passes the buck',
      [
        [ELSEWHERE, 8],
        [SHIRK, 1],
        [DONE, 3],
      ],
      '',
    ],
    [
      'half of the sentences deal with people',
      [
        [ELSEWHERE, 6],
        [PEOPLE, 6],
      ],
      '',
    ],
    [
      'less than half of the sentences deal with people',
      [
        [ELSEWHERE, 7],
        [PEOPLE, 5],
      ],
      INFORMATION,
    ],
    [
      'a third elsewhere, forty-five in a hundred in the first person',
      [
        [ELSEWHERE, 7],
        [IS_DONE, 4],
        [DONE, 9],
      ],
      INFORMATION,
    ],
    [
      'a third elsewhere, more in the first person',
      [
        [ELSEWHERE, 7],
        [IS_DONE, 3],
        [DONE, 10],
      ],
      '',
    ],
    [
      'impersonal and half elsewhere, a quarter of the question named',
      [
        [NAMING, 1],
        [ELSEWHERE, 5],
        [IS_DONE, 6],
      ],
      INFORMATION,
    ],
    [
      'impersonal and two fifths elsewhere, a quarter of the question named',
      [
        [NAMING, 1],
        [ELSEWHERE, 4],
        [IS_DONE, 8],
      ],
      '',
    ],
    [
      'in the first person and half elsewhere, a quarter of the question named',
      [
        [NAMING, 1],
        [MINE, 5],
        [DONE, 6],
      ],
      '',
    ],
    [
      'four fifths elsewhere, though the question is named',
      [
        [MINE, 10],
        [TOPIC, 2],
        ['我更换灯泡在湖边的路上慢慢呀呀。', 2],
      ],
      INFORMATION,
    ],
    [
      'less than four fifths elsewhere, and the question is named',
      [
        [MINE, 9],
        [TOPIC, 2],
        ['我更换灯泡在湖边的路上慢慢呀呀。', 2],
      ],
      '',
    ],
    [
      'thirty-five in a hundred about oneself',
      [
        ['我大学四年热爱读书又爱跑步呢。', 3],
        ['我更换灯泡在湖边的路上慢呀呢。', 2],
        [DONE, 5],
      ],
      INFORMATION,
    ],
    [
      'the question named in a heading only',
      [
        ['## 小区路灯坏了没人管\n\n', 1],
        [MINE, 7],
        [DONE, 6],
      ],
      INFORMATION,
    ],
  ] as const)
    test(name, () => assert.equal(severity(QUESTION, ...answer), expected));

  test('asked about himself, he may tell of himself', () =>
    assert.equal(severity('题目：请说说你的兴趣爱好，你怎么办？', [RESUME, 5], [DONE, 9]), ''));
});
