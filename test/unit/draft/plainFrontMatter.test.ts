import assert from 'node:assert/strict';
import { readFrontMatter } from '../../../server/src/core/draft/frontMatter';
import { readPlainPairs } from '../../../server/src/core/draft/plainFrontMatter';
import { seeded } from '../../corpus/random';

/** What is read of lines; with a comment after them, YAML reads it. */
function read(source: string, rest = ''): object {
  const { range, ...values } = readFrontMatter(`---\n${source}${rest}---\n好。`);
  return { isThere: range.to > 0, ...values };
}

suite('draft/plainFrontMatter', () => {
  test('lines of a key and a text are read with their places', () => {
    assert.deepEqual(readPlainPairs('题目: 路灯坏了，怎么办？\nminutes: 3\n'), [
      {
        key: '题目',
        keyRange: { from: 0, to: 2 },
        value: '路灯坏了，怎么办？',
        valueRange: { from: 4, to: 13 },
      },
      { key: 'minutes', keyRange: { from: 14, to: 21 }, value: 3, valueRange: { from: 23, to: 24 } },
    ]);
  });

  const forYaml = [
    '',
    'question: "灯"\n',
    'question: 灯 # 注\n',
    'question: 灯: 亮\n',
    'question: 灯\n  亮\n',
    'question: |\n  灯\n',
    'question:\n',
    'question: 灯 \n',
    'question: 灯\r\n',
    ' question: 灯\n',
    '- 灯\n',
    'framework: null\n',
    'minutes: 3.5\n',
    'minutes: 010\n',
    'question: 灯\nquestion: 光\n',
    '# 注\nquestion: 灯\n',
  ];
  for (const source of forYaml) {
    test(`YAML reads ${JSON.stringify(source)}`, () => assert.equal(readPlainPairs(source), undefined));
  }

  test('what is read is what YAML reads, whatever the lines', () => {
    const random = seeded(11);
    const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
    const keys = [
      'question',
      '题目',
      'framework',
      '框架',
      'minutes',
      '时限',
      'kind',
      '题型',
      'x',
      'zhangfa-disable',
      '停用规则',
    ];
    const pieces = Array.from('灯坏了，。：？:# -*&![]{}"\'|>%@`a1,0…“”').concat(
      'null',
      'true',
      '  ',
      ': ',
      ' #',
      '😀',
      '\t',
    );
    let plain = 0;
    for (let round = 0; round < 3000; round++) {
      const lines = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
        const length = 1 + Math.floor(random() * 5);
        const value = random() < 0.3 ? pick(['3', '12', '121', '999', 'mass-relations', 'y']) : '';
        return `${pick(keys)}: ${value || Array.from({ length }, () => pick(pieces)).join('')}\n`;
      });
      const source = lines.join('');
      if (!readPlainPairs(source)) continue;
      plain++;
      assert.deepEqual(read(source), read(source, '# 注\n'), JSON.stringify(source));
    }
    assert.ok(plain > 200, String(plain));
  });
});
