import assert from 'node:assert/strict';
import { type Draft, parseDraft, type TextChange } from '../../../server/src/core/draft/draft';
import { crlf, lines } from '../../support/marked';
import { seeded } from '../../corpus/random';

const FRONT = lines('---', 'question: 居民说路灯坏了没人管，你怎么办？', 'framework: lamp', '---', '', '');

const BODY = lines(
  '## 态度',
  '',
  '我先给大家道歉。**谢谢**提醒。',
  '',
  '- 查看灯杆。',
  '  - 问清时间。',
  '',
  '> 引文。',
  '',
  '| 环节 | 做法 |',
  '| --- | --- |',
  '| 处理 | 更换灯泡。 |',
  '',
  '<!-- zhangfa-disable cliche -->',
  '',
  '```',
  '码',
  '```',
  '',
  '一、收尾',
  '每月巡灯。𠮷👍',
  '',
);

/** Long enough that the parser keeps what an edit does not touch (it gives up pieces under 128 units). */
const START =
  FRONT + Array.from({ length: 12 }, (_, index) => BODY.replace('态度', `态度${index}`)).join('\n');

const PIECES = [
  '',
  '',
  '',
  '好',
  '我先道歉。',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '|',
  '|\r\n',
  '#',
  '## ',
  '- ',
  '1. ',
  '> ',
  '**',
  '`',
  '```\n',
  '~~~',
  '| a | b |\n',
  '| - | - |\n',
  '<!--',
  '-->',
  '---\n',
  '===\n',
  '    ',
  '<div>\n',
  '题目：',
  '“',
  '”',
  '。',
  '👍',
  '\ud800',
  '[a]: x\n',
  '[',
  '](',
  'question: 灯\n',
  '\t',
  '\\',
  '***\n',
  '  \n',
];

/** What a parse must give alike, however it was reached. */
const shape = ({ text, frontMatter, blocks, question }: Draft): unknown => ({
  text,
  frontMatter,
  blocks,
  question,
});

/** Changes a text at random; the changes are in the coordinates of the text before each. */
function edit(text: string, random: () => number): { text: string; changes: TextChange[] } {
  const changes: TextChange[] = [];
  let now = text;
  for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
    const from = Math.floor(random() * (now.length + 1));
    const to = Math.min(now.length, from + Math.floor(random() ** 3 * 30));
    const piece = PIECES[Math.floor(random() * PIECES.length)] ?? '';
    changes.push({ from, to, inserted: piece.length });
    now = now.slice(0, from) + piece + now.slice(to);
  }
  return { text: now, changes };
}

suite('draft/draft: incremental parse', () => {
  for (const [name, start] of [
    ['', START],
    [' with Windows line ends', crlf(START)],
    [' without front matter', START.slice(FRONT.length)],
    [' from nothing', ''],
  ] as const) {
    test(`equals a full parse after any edits${name}`, () => {
      for (let seed = 1; seed <= 25; seed++) {
        const random = seeded(seed);
        let draft = parseDraft(start);
        for (let round = 0; round < 10; round++) {
          const next = edit(draft.text, random);
          const updated = parseDraft(next.text, draft, next.changes);
          assert.deepEqual(
            shape(updated),
            shape(parseDraft(next.text)),
            JSON.stringify({ seed, round, changes: next.changes }),
          );
          draft = updated;
        }
      }
    });
  }

  test('equals a full parse while typing one character after another', () => {
    let draft = parseDraft('');
    const typed = FRONT + BODY + BODY;
    for (let end = 1; end <= typed.length; end++) {
      const text = typed.slice(0, end);
      draft = parseDraft(text, draft, [{ from: end - 1, to: end - 1, inserted: 1 }]);
      assert.deepEqual(shape(draft), shape(parseDraft(text)), JSON.stringify(text));
    }
  });

  test('equals a full parse while deleting from the end and from the start', () => {
    const whole = FRONT + BODY + BODY;
    let fromEnd = parseDraft(whole);
    let fromStart = fromEnd;
    for (let left = whole.length - 1; left >= 0; left--) {
      fromEnd = parseDraft(whole.slice(0, left), fromEnd, [{ from: left, to: left + 1, inserted: 0 }]);
      assert.deepEqual(shape(fromEnd), shape(parseDraft(fromEnd.text)));
      fromStart = parseDraft(whole.slice(whole.length - left), fromStart, [{ from: 0, to: 1, inserted: 0 }]);
      assert.deepEqual(shape(fromStart), shape(parseDraft(fromStart.text)));
    }
  });

  test('equals a full parse after edits with several cursors, which editors send from the last to the first', () => {
    const after = START.indexOf('提醒。\n', START.length / 2) + '提醒。\n'.length;
    const before = FRONT.length;
    const text = `${START.slice(0, before)}好${START.slice(before, after)}好。\n${START.slice(after)}`;
    const changes = [
      { from: after, to: after, inserted: 3 },
      { from: before, to: before, inserted: 1 },
    ];
    assert.deepEqual(shape(parseDraft(text, parseDraft(START), changes)), shape(parseDraft(text)));
  });

  test('untouched blocks are the same objects', () => {
    const paragraphs = Array.from({ length: 200 }, (_, index) => `第${index}段：我先道歉，再核实。`);
    const text = paragraphs.join('\n\n');
    const draft = parseDraft(text);
    const at = text.indexOf('第100段');
    const updated = parseDraft(`${text.slice(0, at)}好${text.slice(at)}`, draft, [
      { from: at, to: at, inserted: 1 },
    ]);
    const before = new Set(draft.blocks.map(({ block }) => block));
    const fresh = updated.blocks.filter(({ block }) => !before.has(block));
    assert.ok(fresh.length >= 1 && fresh.length < 20, `${fresh.length} blocks were built again`);
  });

  test('an edit in the front matter is seen', () => {
    const at = START.indexOf('lamp');
    const text = START.replace('lamp', 'queue');
    const draft = parseDraft(text, parseDraft(START), [{ from: at, to: at + 4, inserted: 5 }]);
    assert.equal(draft.frontMatter.framework?.value, 'queue');
    assert.deepEqual(shape(draft), shape(parseDraft(text)));
  });

  test('text typed right after the front matter is seen', () => {
    const start = '---\nframework: lamp\n---';
    const draft = parseDraft(`${start}-`, parseDraft(start), [
      { from: start.length, to: start.length, inserted: 1 },
    ]);
    assert.deepEqual(shape(draft), shape(parseDraft(`${start}-`)));
  });
});

suite('draft/draft: whole', () => {
  test('keeps the text and places blocks in it', () => {
    const draft = parseDraft(START);
    assert.equal(draft.text, START);
    const heading = draft.blocks.find(({ block }) => block.kind === 'heading');
    assert.equal(heading?.from, START.indexOf('## 态度'));
  });

  test('a heading after a byte order mark is a heading', () => {
    assert.equal(parseDraft('\uFEFF# 态度\n\n好。').blocks[0]?.block.kind, 'heading');
  });

  test('an HTML block ends at a blank line, with Windows line ends too', () => {
    const kinds = (text: string): string[] => parseDraft(text).blocks.map(({ block }) => block.kind);
    assert.deepEqual(kinds(crlf('<div>\n\n我先道歉。')), kinds('<div>\n\n我先道歉。'));
  });
});
