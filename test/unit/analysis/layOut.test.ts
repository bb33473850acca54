import assert from 'node:assert/strict';
import type { Block } from '../../../server/src/core/draft/blocks';
import { type Draft, parseDraft } from '../../../server/src/core/draft/draft';
import { layOut, updateLayout } from '../../../server/src/core/analysis/layOut';
import { Lexicon } from '../../../server/src/core/analysis/lexicon';
import type { Answer } from '../../../server/src/core/analysis/lines';
import { type BlockReading, readBlock } from '../../../server/src/core/analysis/passage';
import { readRubrics } from '../../support/rubrics';

const lexicon = new Lexicon(readRubrics());

/** Reads every block once. */
function reader(asked: Block[] = []): (block: Block) => BlockReading {
  const known = new Map<Block, BlockReading>();
  return (block) => {
    asked.push(block);
    const reading = known.get(block) ?? readBlock(block, lexicon);
    known.set(block, reading);
    return reading;
  };
}

/** What an answer says, whatever objects it is made of. */
function substance(answer: Answer): unknown {
  const { lines, headings, froms, starts, count, headingCount, hanzi } = answer;
  const contexts = answer.passages.map(({ context: { heading, ...rest } }) => ({
    ...rest,
    heading: heading?.evidence.sentence.folded,
  }));
  return { lines, headings, froms, starts, count, headingCount, hanzi, contexts };
}

/** Replaces the first occurrence of a piece. */
function replace(draft: Draft, piece: string, by: string): Draft {
  const from = draft.text.indexOf(piece);
  assert.ok(from >= 0, piece);
  const text = draft.text.slice(0, from) + by + draft.text.slice(from + piece.length);
  return parseDraft(text, draft, [{ from, to: from + piece.length, inserted: by.length }]);
}

const FRONT = '---\nquestion: 居民说路灯坏了没人管，怎么办？\n---\n\n';
const BODY = Array.from(
  { length: 8 },
  (_, index) => `## 第${index}节\n\n第${index}段，我查看灯杆。我道歉。\n\n- 问清${index}号\n- 记下\n\n`,
).join('');
const TEXT = `${FRONT}我先去看居民说的路灯，天亮前查完。\n\n${BODY}`;
/** As many headings as some framework has sections. */
const COUNTS = new Set([8]);

suite('analysis/layOut', () => {
  for (const [name, piece, by] of [
    ['within a paragraph', '第4段', '第四段落'],
    ['of nothing', '', ''],
    ['in the first paragraph', '查完。\n\n##', '查完，没人修。\n\n##'],
    [
      'before it',
      '我先去看居民说的路灯，天亮前查完。\n\n##',
      '天黑。\n\n我先去看居民说的路灯，天亮前查完。\n\n##',
    ],
    ['in the last', '记下\n\n## 第1', '记\n\n## 第1'],
    ['one sentence more', '第4段，', '第4段。'],
    ['a heading that says something else', '第4节', '第四节'],
    ['a heading more', '第4段', '## 再说\n\n第4段'],
    ['a heading less', '## 第4节', '第4节。'],
    ['a paragraph less', '第4段，我查看灯杆。我道歉。\n\n', ''],
    ['a heading with nothing beneath', '第4段，我查看灯杆。我道歉。\n\n- 问清4号\n- 记下\n\n', ''],
    ['a block that says nothing', '第4段', '---\n\n第4段'],
    ['a blank line between blocks', '\n\n第4段', '\n\n\n第4段'],
    ['another question', '没人管', '三天没人管'],
    ['a paragraph that becomes a quote', '第4段', '> 第4段'],
    ['everything', BODY, ''],
  ] as const)
    test(`after an edit it says what it says anew: ${name}`, () => {
      const readingOf = reader();
      for (const counts of [undefined, COUNTS, new Set([9]), new Set([7])]) {
        const draft = parseDraft(TEXT);
        const first = updateLayout(undefined, draft, readingOf, counts);
        const edited = replace(draft, piece, by);
        const second = updateLayout(first, edited, readingOf, counts);
        assert.deepEqual(
          substance(second.answer),
          substance(layOut(parseDraft(edited.text), reader(), counts)),
        );
        const back = updateLayout(second, replace(edited, edited.text, TEXT), readingOf, counts);
        assert.deepEqual(substance(back.answer), substance(layOut(parseDraft(TEXT), reader(), counts)));
      }
    });

  suite('an edit', () => {
    const none = new Set<number>();

    /** How many blocks are read after an edit, and the numbers of the passages that are others. */
    function changed(piece: string, by: string): { read: number; others: number[] } {
      const asked: Block[] = [];
      const readingOf = reader(asked);
      const draft = parseDraft(TEXT);
      const first = updateLayout(undefined, draft, readingOf, none);
      asked.length = 0;
      const { answer } = updateLayout(first, replace(draft, piece, by), readingOf, none);
      const old = new Set(first.answer.passages);
      const others = answer.passages.flatMap((passage, index) => (old.has(passage) ? [] : [index]));
      return { read: asked.length, others };
    }

    test('asks for what it changed alone', () =>
      assert.deepEqual(changed('第4段', '第四段'), { read: 1, others: [14] }));

    test('of a heading is one of what stands under it too', () =>
      assert.deepEqual(changed('第4节', '第四节'), { read: 1, others: [13, 14, 15, 16] }));

    test('that ends with the heading there was leaves what stands under it', () =>
      assert.deepEqual(changed('## 第4节', '我走。\n\n## 第4节'), { read: 2, others: [13, 14] }));
  });

  test('a reading is not asked for where nothing changed', () => {
    const asked: Block[] = [];
    const readingOf = reader(asked);
    const draft = parseDraft(TEXT);
    const layout = updateLayout(undefined, draft, readingOf);
    asked.length = 0;
    const again = updateLayout(layout, draft, readingOf);
    assert.deepEqual(asked, []);
    assert.deepEqual(again.answer.passages, layout.answer.passages);
  });
});
