import assert from 'node:assert/strict';
import { insertSection } from '../../../server/src/core/features/insertSection';
import { analyse } from '../../support/check';
import { crlf, lines } from '../../support/marked';
import { insert } from './insertSectionSupport';

interface Case {
  readonly name: string;
  readonly id: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const ATTITUDE = '我道歉【态度】。';
const VERIFY = '我查看灯杆【核实】。';
const LASTING = '我每月巡灯【长效】。';

const CASES: readonly Case[] = [
  {
    name: 'behind the line that underlines a heading',
    id: 'verify',
    before: ['态度', '---', '', '我道歉。', '', '核实', '---', '', '长效', '---', ''],
    after: ['态度', '---', '', '我道歉。', '', '核实', '---', '', VERIFY, '', '长效', '---', ''],
  },
  {
    name: 'after the earlier section',
    id: 'verify',
    before: ['我道歉。', '', '我更换灯泡。', ''],
    after: ['我道歉。', '', VERIFY, '', '我更换灯泡。', ''],
  },
  {
    name: 'after the last sentence of the earlier section',
    id: 'verify',
    before: ['我道歉。', '我再道歉。', '', '我更换灯泡。', ''],
    after: ['我道歉。', '我再道歉。', '', VERIFY, '', '我更换灯泡。', ''],
  },
  {
    name: 'before the first section',
    id: 'attitude',
    before: ['我查看灯杆。', '', '我更换灯泡。', ''],
    after: [ATTITUDE, '', '我查看灯杆。', '', '我更换灯泡。', ''],
  },
  {
    name: 'after the last section',
    id: 'lasting',
    before: ['我道歉。', '', '我更换灯泡。', ''],
    after: ['我道歉。', '', '我更换灯泡。', '', LASTING, ''],
  },
  {
    name: 'after the last section, before what belongs to none',
    id: 'lasting',
    before: ['我道歉。', '', '天气很好。', ''],
    after: ['我道歉。', '', LASTING, '', '天气很好。', ''],
  },
  {
    name: 'at the end where nothing is there',
    id: 'verify',
    before: ['天气很好。', ''],
    after: ['天气很好。', '', VERIFY, ''],
  },
  { name: 'into an empty draft', id: 'verify', before: [''], after: [VERIFY, ''] },
  {
    name: 'a file that ends without a line end',
    id: 'lasting',
    before: ['我道歉。'],
    after: ['我道歉。', '', LASTING, ''],
  },
  {
    name: 'between sentences of a paragraph',
    id: 'verify',
    before: ['我道歉。我更换灯泡。'],
    after: ['我道歉。', '', VERIFY, '', '我更换灯泡。'],
  },
  {
    name: 'below the front matter and the question',
    id: 'attitude',
    before: ['---', 'question: 路灯坏了', '---', '', '我更换灯泡。'],
    after: ['---', 'question: 路灯坏了', '---', '', ATTITUDE, '', '我更换灯泡。'],
  },
  {
    name: 'where the draft has an order of its own, before the later',
    id: 'verify',
    before: ['我更换灯泡。', '', '我道歉。', ''],
    after: [VERIFY, '', '我更换灯泡。', '', '我道歉。', ''],
  },
  {
    name: 'with a heading where the draft has headings',
    id: 'verify',
    before: ['### 态度', '', '我道歉。', '', '### 处理', '', '我更换灯泡。', ''],
    after: ['### 态度', '', '我道歉。', '', '### 核实', '', VERIFY, '', '### 处理', '', '我更换灯泡。', ''],
  },
  {
    name: 'before the first heading, which stays whole',
    id: 'attitude',
    before: ['## 核实', '', '我查看灯杆。', '', '## 处理', '', '我更换灯泡。', ''],
    after: [
      '## 态度',
      '',
      ATTITUDE,
      '',
      '## 核实',
      '',
      '我查看灯杆。',
      '',
      '## 处理',
      '',
      '我更换灯泡。',
      '',
    ],
  },
  {
    name: 'before a numbered line that stands like a heading',
    id: 'attitude',
    before: ['一、核实', '我查看灯杆。', '', '二、处理', '我更换灯泡。', ''],
    after: [ATTITUDE, '', '一、核实', '我查看灯杆。', '', '二、处理', '我更换灯泡。', ''],
  },
  {
    name: 'under its own empty heading',
    id: 'verify',
    before: ['## 态度', '', '我道歉。', '', '## 核实', '', '## 处理', '', '我更换灯泡。', ''],
    after: ['## 态度', '', '我道歉。', '', '## 核实', '', VERIFY, '', '## 处理', '', '我更换灯泡。', ''],
  },
  {
    name: 'under its own empty heading at the end of the file',
    id: 'verify',
    before: ['我道歉。', '', '## 核实'],
    after: ['我道歉。', '', '## 核实', '', VERIFY, ''],
  },
  {
    name: 'without a heading where there is but one',
    id: 'verify',
    before: ['## 态度', '', '我道歉。', ''],
    after: ['## 态度', '', '我道歉。', '', VERIFY, ''],
  },
  {
    name: 'before the first item of a list',
    id: 'attitude',
    before: ['1. 我查看灯杆。', '2. 我更换灯泡。', ''],
    after: [ATTITUDE, '', '1. 我查看灯杆。', '2. 我更换灯泡。', ''],
  },
  {
    name: 'before a sentence that begins in bold',
    id: 'attitude',
    before: ['**我查看灯杆**，再走。', ''],
    after: [ATTITUDE, '', '**我查看灯杆**，再走。', ''],
  },
  {
    name: 'after a sentence that ends in bold',
    id: 'verify',
    before: ['**我道歉。**', '', '我更换灯泡。', ''],
    after: ['**我道歉。**', '', VERIFY, '', '我更换灯泡。', ''],
  },
  {
    name: 'after a table, which stays whole',
    id: 'verify',
    before: ['| 步 | 做 |', '| - | - |', '| 一 | 我道歉。 |', '', '我更换灯泡。', ''],
    after: ['| 步 | 做 |', '| - | - |', '| 一 | 我道歉。 |', '', VERIFY, '', '我更换灯泡。', ''],
  },
  ...(
    [
      ['code', '```', '没有写完'],
      ['a comment', '<!-- 没有写完', '', '还没有'],
      ['HTML', '<script>', '', '没有写完'],
    ] as const
  ).map(([what, ...open]) => ({
    name: `before ${what} that nobody has closed`,
    id: 'verify',
    before: ['天气很好。', '', ...open, ''],
    after: ['天气很好。', '', VERIFY, '', ...open, ''],
  })),
  {
    name: 'after code that is closed',
    id: 'verify',
    before: ['天气很好。', '', '```', '写完了', '```', ''],
    after: ['天气很好。', '', '```', '写完了', '```', '', VERIFY, ''],
  },
];

suite('features/insertSection', () => {
  for (const { name, id, before, after } of CASES) {
    test(name, () => assert.equal(insert(lines(...before), id), lines(...after)));
    test(`${name}, Windows line ends`, () => {
      // A text without a line end gets the usual one.
      if (before.length > 1) assert.equal(insert(crlf(lines(...before)), id), crlf(lines(...after)));
      else assert.equal(insert(lines(...before), id), lines(...after));
    });
  }

  test('all that is expected and absent, in order, each under a heading', () => {
    const text = '---\nquestion: 路灯坏了，居民吵闹\n---\n';
    assert.equal(
      insert(text, '*'),
      `${text}\n## 态度\n\n${ATTITUDE}\n\n## 核实\n\n${VERIFY}\n\n## 处理\n\n我更换灯泡【处理】。\n\n## 安抚\n\n我请他坐下【安抚】。\n\n## 长效\n\n${LASTING}\n`,
    );
  });

  test('a conditional section the question does not call for is left out', () => {
    assert.equal(insert('---\nquestion: 路灯坏了\n---\n', '*').includes('安抚'), false);
  });

  test('what is there, or has a heading, is not inserted again', () => {
    const inserted = insert('我道歉。\n\n## 核实\n', '*');
    assert.equal(inserted.match(/## 核实/g)?.length, 1);
    assert.equal(inserted.includes('## 态度'), false);
  });

  test('nothing to insert is no edit', () => {
    const text = '我道歉。我查看灯杆。我更换灯泡。每月巡灯。';
    assert.deepEqual(insertSection(analyse(text, { framework: 'lamp' }), '*'), []);
    assert.deepEqual(insertSection(analyse(text, { framework: 'lamp' }), 'no-such'), []);
    assert.deepEqual(insertSection(analyse(text, { rubrics: { frameworks: [], wording: [] } }), '*'), []);
  });

  test('inserting one after the other keeps the order of the framework', () => {
    for (const order of [
      ['attitude', 'verify', 'handle', 'lasting'],
      ['lasting', 'handle', 'verify', 'attitude'],
      ['verify', 'lasting', 'attitude', 'handle'],
    ]) {
      const text = order.reduce((draft, id) => insert(draft, id), '---\nframework: lamp\n---\n');
      const places = [ATTITUDE, VERIFY, '我更换灯泡', LASTING].map((part) => text.indexOf(part));
      assert.ok(
        places.every((place, index) => place > (places[index - 1] ?? 0)),
        `${order.join()}: ${places.join()}`,
      );
    }
  });
});
