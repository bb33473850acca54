import assert from 'node:assert/strict';
import { guardAt } from '../../../../server/src/core/analysis/guards';
import {
  isAddressed,
  isDoneByOthers,
  isMeant,
  isMeantAsLabel,
  isOfWriter,
  LONGEST_SENTENCE,
  nearby,
  type Said,
} from '../../../../server/src/core/rules/patterns/meant';
import { fold } from '../../../../server/src/core/text/fold';
import { marked, slice } from '../../../support/marked';

/** The marked form in a sentence as the rules look at it. */
function said(source: string): Said {
  const { text, ranges } = marked(source);
  const [range] = ranges;
  assert.ok(range, source);
  const folded = fold(text);
  return { text: folded, ...range, guard: guardAt(folded, range.from) };
}

/** Defines a test for every sentence. */
function cases(
  name: string,
  expected: boolean,
  is: (said: Said) => boolean,
  sentences: readonly string[],
): void {
  for (const sentence of sentences)
    test(`${name}: ${sentence}`, () => assert.equal(is(said(sentence)), expected));
}

suite('rules/patterns/meant: whether the writer means it', () => {
  cases('his own', true, isMeant, [
    '我就回他«急什么»。',
    '我对他说：“您«急什么»。”',
    '大爷说完，我就回他«急什么»。',
    '居民说着急，我会告诉他«急什么»。',
    '有的干部很客气，我会告诉他«急什么»。',
    '如果他再闹，我就说«急什么»，让他走。',
    '他闹起来，如果是我，«急什么»，我不管。',
    '我请几位居民坐下来慢慢说«急什么»。',
    '我不得不说«急什么»。',
  ]);
  cases('what others say', false, isMeant, [
    '大爷说：“你们«急什么»。”',
    '大爷抱怨«急什么»。',
    '有人在网上说«急什么»。',
    '居民：«急什么»。',
    '老人被窗口说«急什么»。',
  ]);
  cases('what is denied', false, isMeant, [
    '我不会«急什么»。',
    '我不当着孩子«急什么»。',
    '我没有权力«拍板»。',
    '谈不上«急什么»。',
    '绝不把他看成«刁民»。',
  ]);
  cases('what is only mentioned', false, isMeant, ['与其说«急什么»。', '何来«刁民»。', '所谓«刁民»。']);
  cases('what somebody is called or told', false, isMeant, [
    '老人被一句«急什么»气走了。',
    '孩子被同学当成«刁民»。',
  ]);
  cases('what is criticised or warned of', false, isMeant, [
    '有的干部张口就是«急什么»。',
    '说一句«急什么»最伤人。',
    '«急什么»这样的话不能说。',
    '如果丢下一句“«不归我管»”，谁听了都上火。',
    '要是我也回一句“«急什么»”，事情就大了。',
  ]);
  cases('of his own family or himself', false, isMeant, ['我家«老头子»也着急。', '我自己«老糊涂»了。']);

  test('what stands far before or after does not count', () => {
    const far = '灯'.repeat(61);
    assert.equal(isMeant(said(`大爷抱怨${far}，«急什么»。`)), true);
    assert.equal(isMeant(said(`有的干部张口就来${far}«急什么»。`)), true);
    assert.equal(isMeant(said(`我就回他«急什么»，${far}要不得。`)), true);
  });
});

suite('rules/patterns/meant: whether people are called so', () => {
  cases('called so', true, isMeantAsLabel, ['对付«刁民»。', '我不怕«刁民»。', '我绝不惯着那帮«刁民»。']);
  cases('said not to be', false, isMeantAsLabel, [
    '他们不是«刁民»。',
    '我不会叫他«刁民»。',
    '我不说“«刁民»”。',
    '有的干部喊«刁民»。',
  ]);
});

suite('rules/patterns/meant: whether it is of the writer, or speaks to somebody', () => {
  cases('of the writer', true, isOfWriter, [
    '我«随他去»。',
    '说完，咱们就«随他去»。',
    '您«随便走»。',
    '先«请你走»。',
  ]);
  cases('of others', false, isOfWriter, [
    '大爷«随他去»。',
    '我说完，大爷«随他去»。',
    '大爷«随他去»，我不管。',
    '大爷«随他去»你看。',
    `我${'灯'.repeat(20)}«随他去»。`,
  ]);
});

suite('rules/patterns/meant: whether somebody is spoken to', () => {
  cases('spoken to', true, isAddressed, [
    '我对他说：“«急什么»。”',
    '他问«您急什么»。',
    '我就说«急什么»。',
    '我先劝他«急什么»。',
    '当场告诉他«急什么»。',
  ]);
  cases('told of', false, isAddressed, [
    '问清他«急什么»。',
    '你看他«急什么»。',
    '他说«急什么»。',
    '我说完。他«急什么»。',
    `我就说${'灯'.repeat(40)}«急什么»。`,
  ]);
});

suite('rules/patterns/meant: whether others do it', () => {
  cases('others', true, isDoneByOthers, ['物业«全额赔»。', '我查过，物业«全额赔»。', '他们马上«全额赔»。']);
  cases('the writer', false, isDoneByOthers, [
    '我«全额赔»。',
    '«全额赔»。',
    '我和物业«全额赔»。',
    '物业«由我全额赔»。',
    '物业来了，«全额赔»。',
    '对物业«全额赔»。',
  ]);
});

suite('rules/patterns/meant: as much of a long sentence as counts', () => {
  test('a sentence of an ordinary length stays whole', () => {
    const whole = said(`${'灯'.repeat(LONGEST_SENTENCE - 3)}«急什么»`);
    assert.deepEqual(nearby(whole), whole);
  });

  for (const [before, after] of [
    [0, 2000],
    [10, 2000],
    [2000, 2000],
    [2000, 0],
  ] as const)
    test(`the form keeps its place, ${before} units after the beginning and ${after} before the end`, () => {
      const long = said(`${'灯'.repeat(before)}«急什么»${'亮'.repeat(after)}`);
      const near = nearby(long);
      assert.equal(slice(near.text, near), '急什么');
      assert.equal(near.guard, long.guard);
      assert.equal(near.from, Math.min(before, LONGEST_SENTENCE));
      assert.equal(near.text.length - near.to, Math.min(after, LONGEST_SENTENCE));
    });
});
