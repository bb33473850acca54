import assert from 'node:assert/strict';
import { syntaxAt } from '../../../server/src/core/draft/blockList';
import { type Draft, parseDraft } from '../../../server/src/core/draft/draft';
import { crlf } from '../../support/marked';

/** A draft of paragraphs, some of which are replaced. */
const paragraphs = (replaced: Readonly<Record<number, string>> = {}): string =>
  Array.from({ length: 40 }, (_, index) => `${replaced[index] ?? `第${index}段，我查看灯杆。`}\n\n`).join('');

/** Replaces the first occurrence of a piece of the text; what both begin with is no part of the change. */
function replace(draft: Draft, piece: string, by: string): Draft {
  let same = 0;
  while (same < piece.length && piece[same] === by[same]) same++;
  const from = draft.text.indexOf(piece) + same;
  const to = from + piece.length - same;
  const text = draft.text.slice(0, from) + by.slice(same) + draft.text.slice(to);
  return parseDraft(text, draft, [{ from, to, inserted: by.length - same }]);
}

/** Numbers of the blocks that are not the same objects as before, counted from the start or from the end. */
function renewed(before: Draft, after: Draft): number[] {
  const old = new Set(before.blocks.map(({ block }) => block));
  return after.blocks.flatMap(({ block }, index) => (old.has(block) ? [] : [index]));
}

/** The blocks with their places, without what was found out about them. */
const shape = ({ blocks }: Draft): unknown =>
  blocks.map(({ block, from, role }) => [
    from,
    role,
    ...Object.entries(block).filter(([name]) => name !== 'kept'),
  ]);

suite('draft/blockList: an edit', () => {
  const draft = parseDraft(paragraphs());

  for (const [name, piece, by, expected] of [
    ['within a block', '第20段', '第十段', [20]],
    ['in the first', '第0段', '第零段', [0]],
    ['in the last', '第39段', '第末段', [39]],
    ['of the same length', '第20段', '第贰拾段', [20]],
    ['that divides a block', '第20段，', '第20段。\n\n', [20, 21]],
    ['that joins two', '\n\n第21段', '第21段', [20]],
    ['right before one', '第21段', '好。\n\n第21段', [21, 22]],
    ['that takes one away and what follows up to the next', '第20段，我查看灯杆。\n\n', '', [20]],
    ['that makes a heading of one', '第20段', '## 第20段', [20]],
    ['right behind one', '\n\n第21段', '吗\n\n第21段', [20, 21]],
    ['of blanks between two', '\n\n第21段', '\n\n\n第21段', [21]],
  ] as const)
    test(`makes only the blocks it touches anew: ${name}`, () => {
      for (const start of [draft, parseDraft(crlf(paragraphs()))]) {
        const [what, instead] = start === draft ? [piece, by] : [crlf(piece), crlf(by)];
        const after = replace(start, what, instead);
        assert.deepEqual(renewed(start, after), expected);
        assert.deepEqual(shape(after), shape(parseDraft(after.text)));
      }
    });

  test('of the second line behind a paragraph makes a table end it, or no longer', () => {
    const start = parseDraft('第一段\n| 时间 |\n|---\n - |\n末段');
    for (const [piece, by] of [
      [' - |', '好 - |'],
      [' - |', ' - | |'],
    ] as const) {
      const after = replace(start, piece, by);
      assert.deepEqual(shape(after), shape(parseDraft(after.text)));
      const back = replace(after, by, piece);
      assert.deepEqual(shape(back), shape(start));
    }
  });

  test('of a line end changes what stands in the line', () => {
    for (const [piece, by] of [
      ['\r<!-- 注二', '\r\n<!-- 注二'],
      ['\r', '\r\n'],
    ] as const) {
      const start = parseDraft('1. <!-- 注\r<!-- 注二 -->');
      const after = replace(start, piece, by);
      assert.deepEqual(shape(after), shape(parseDraft(after.text)));
      const back = replace(after, by, piece);
      assert.deepEqual(shape(back), shape(start));
    }
  });

  test('what stands before it is placed by the same objects, what stands behind it moves', () => {
    const after = replace(draft, '第20段', '第二百段落');
    assert.equal(after.blocks[19], draft.blocks[19]);
    assert.equal(after.blocks[21]?.from, (draft.blocks[21]?.from ?? 0) + 1);
    const same = replace(draft, '第20段', '第贰拾段');
    assert.equal(same.blocks[21], draft.blocks[21]);
  });

  test('a fence that is opened swallows the rest, and gives it back when it is closed', () => {
    const open = replace(draft, '\n\n第5段', '\n\n```\n第5段');
    assert.deepEqual(
      open.blocks.map(({ block }) => block.kind),
      ['text', 'text', 'text', 'text', 'text', 'other'],
    );
    const closed = replace(open, '\n\n第30段', '\n```\n\n第30段');
    assert.equal(closed.blocks.length, 5 + 1 + 10);
    assert.deepEqual(shape(closed), shape(parseDraft(closed.text)));
    assert.deepEqual(shape(replace(open, '```\n', '')), shape(draft));
  });

  test('a list that takes in what follows begins again where that ended', () => {
    const start = parseDraft(paragraphs({ 10: '- 一', 11: '  二', 12: '  三' }));
    assert.equal(start.blocks.length, 38);
    const after = replace(start, '- 一', '一');
    assert.equal(after.blocks.length, 40);
    assert.deepEqual(shape(after), shape(parseDraft(after.text)));
    assert.deepEqual(shape(replace(after, '一\n', '- 一\n')), shape(start));
  });

  test('the indentation of a block counts although it stands before it', () => {
    const start = parseDraft(paragraphs({ 10: '- 一', 11: ' 二' }));
    const after = replace(start, ' 二', '  二');
    assert.equal(after.blocks.length, 39);
    assert.deepEqual(shape(after), shape(parseDraft(after.text)));
  });

  test('in an empty draft', () => {
    const empty = parseDraft('');
    const after = parseDraft('好。', empty, [{ from: 0, to: 0, inserted: 2 }]);
    assert.deepEqual(shape(after), shape(parseDraft('好。')));
    assert.deepEqual(parseDraft('', after, [{ from: 0, to: 2, inserted: 0 }]).blocks, []);
  });
});

suite('draft/blockList: the syntax at an offset', () => {
  const text = '---\nquestion: 问\n---\n\n前面。\n\n  - 有`码`在。\n  - 还有<!-- 注 -->。\n\n末尾。\n';
  const draft = parseDraft(text);
  const nameAt = (piece: string, within = 0): string | undefined =>
    syntaxAt(draft, text.indexOf(piece) + within)?.name;

  test('is the innermost node', () => {
    assert.equal(nameAt('码'), 'InlineCode');
    assert.equal(nameAt('注'), 'Comment');
    assert.equal(nameAt('还有', 1), 'Paragraph');
    assert.equal(nameAt('面'), 'Paragraph');
    assert.equal(syntaxAt(draft, text.indexOf('码'))?.parent?.parent?.name, 'ListItem');
  });

  test('is none between blocks, at their ends and in the front matter', () => {
    for (const offset of [0, 5, text.indexOf('前面'), text.indexOf('前面。') + 3, text.length])
      assert.equal(syntaxAt(draft, offset), undefined, `${offset}`);
    assert.equal(syntaxAt(parseDraft(''), 0), undefined);
  });
});
