import assert from 'node:assert/strict';
import {
  DONE,
  ELSEWHERE,
  INFORMATION,
  PEOPLE,
  QUESTION,
  severity,
  SHIRK,
  TOPIC,
} from './questionOffTopicSupport';

suite('rules/questionOffTopic: shares of a short answer', () => {
  for (const [name, answer, expected] of [
    ['fifty 字 of nothing', [[ELSEWHERE, 5]], 'hint'],
    [
      'less',
      [
        [ELSEWHERE, 4],
        ['湖边有烟在慢慢飘散。', 1],
      ],
      '',
    ],
    ['a hundred and ten', [[ELSEWHERE, 11]], 'hint'],
    ['a hundred and twenty are no short answer', [[ELSEWHERE, 12]], INFORMATION],
    [
      'three of ten do something',
      [
        [ELSEWHERE, 7],
        [DONE, 3],
      ],
      'hint',
    ],
    [
      'four of ten do something',
      [
        [ELSEWHERE, 6],
        [DONE, 4],
      ],
      '',
    ],
    [
      'three of ten deal with people',
      [
        [ELSEWHERE, 7],
        [PEOPLE, 3],
      ],
      'hint',
    ],
    [
      'four of ten deal with people',
      [
        [ELSEWHERE, 6],
        [PEOPLE, 4],
      ],
      '',
    ],
    [
      'the question is named once',
      [
        [ELSEWHERE, 7],
        [TOPIC, 1],
      ],
      '',
    ],
    [
      'sixty-five in a hundred elsewhere',
      [
        ['湖边有烟在慢慢地飘散开。', 5],
        [ELSEWHERE, 1],
        ['我更换灯泡在湖边的路上呀。', 2],
        ['我更换灯泡在湖边的路上。', 1],
      ],
      'hint',
    ],
    [
      'less elsewhere',
      [
        [ELSEWHERE, 6],
        ['我更换灯泡在湖边的路上呀。', 3],
      ],
      '',
    ],
    [
      'three quarters elsewhere, but two of five sentences do something',
      [
        ['湖边有烟在慢慢地飘散开在湖边有烟在慢慢地飘。', 3],
        [DONE, 2],
      ],
      '',
    ],
    [
      'it passes the buck',
      [
        [ELSEWHERE, 7],
        [SHIRK, 3],
      ],
      '',
    ],
  ] as const)
    test(name, () => assert.equal(severity(QUESTION, ...answer), expected));
});
