import assert from 'node:assert/strict';
import {
  isAddressed,
  isAloud,
  isDoneByOthers,
  isMeant,
  isMeantAsLabel,
  isOfWriter,
  LONGEST_SENTENCE,
  maySpeak,
  nearby,
  quotationOf,
} from '../../../../server/src/core/rules/patterns/meant';
import { slice } from '../../../support/marked';
import { cases, said } from './meantSupport';

/** More than any of the rules looks back. */
const TAIL = '，后来的事情说来话长'.repeat(12);

suite('rules/patterns/meant: whether the writer means it', () => {
  cases('his own', true, isMeant, [
    '他来了，我就说，丢下«不归我管»的话，谁听了都上火。',
    '我就回他«急什么»。',
    '我对他说：“您«急什么»。”',
    '大爷说完，我就回他«急什么»。',
    '居民说着急，我会告诉他«急什么»。',
    '有的干部很客气，我会告诉他«急什么»。',
    '如果他再闹，我就说«急什么»，让他走。',
    '他闹起来，如果是我，«急什么»，我不管。',
    '我请几位居民坐下来慢慢说«急什么»。',
    '我不得不说«急什么»。',
    '其他科室的问题，我«一律不答»。',
    '光逮他一家大家也说不过去，何况«轮不到我»。',
    '网上的议论自有人盯着，«我不去管»。',
    '如果是他来«急什么»也行。',
  ]);
  cases('what others say', false, isMeant, [
    '大爷说：“你们«急什么»。”',
    '大爷抱怨«急什么»。',
    '有人在网上说«急什么»。',
    '居民：«急什么»。',
    '老人被窗口说«急什么»。',
    '大家坐下，我会讲清楚，大爷抱怨«急什么»。',
    '我请来了人，几位居民说«急什么»。',
    '我看见居民说«急什么»。',
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
    '大家坐下，我会讲清楚，有的干部张口就是«急什么»。',
    '他来了，我就说，如果丢下«不归我管»的话，谁听了都上火。',
    '天黑了，我就想，我要是说“«不归我管»”，他就走了。',
    '说一句«急什么»最伤人。',
    '«急什么»这样的话不能说。',
    '我要是跟着喊，说一句“«急什么»”，这个上午就全毁了。',
    '如果丢下一句“«不归我管»”，谁听了都上火。',
    '要是我也回一句“«急什么»”，事情就大了。',
  ]);
  cases('what he once said', false, isMeant, [
    '刚到所里那年，我顺嘴对大娘说过“«急什么»”。',
    '以前我也顶过人，说过“«急什么»”。',
    '我回了他一句“«急什么»”，后悔到今天。',
  ]);
  cases('of long ago', false, isMeant, [
    '早年我对一位老乡说过“这«不归我管»”，至今脸红。',
    '刚参加工作那会儿，我回过人家一句“«急什么»”。',
  ]);
  cases('after all said, his own', true, isMeant, ['围上来的邻居说到底是一群«刁民»。']);
  cases('of his own family or himself', false, isMeant, ['我家«老头子»也着急。', '我自己«老糊涂»了。']);

  test('what stands far before or after does not count', () => {
    const far = '灯'.repeat(61);
    assert.equal(isMeant(said(`大爷抱怨${far}，«急什么»。`)), true);
    assert.equal(isMeant(said(`有的干部张口就来${far}«急什么»。`)), true);
    assert.equal(isMeant(said(`我就回他«急什么»，${far}要不得。`)), true);
  });
});

suite('rules/patterns/meant: whether people are called so', () => {
  cases('called so', true, isMeantAsLabel, [
    '对付«刁民»。',
    '我不怕«刁民»。',
    '我绝不惯着那帮«刁民»。',
    '别的老师嫌他，说了他很多很多很多很多很多很多的话，是个«懒鬼»。',
  ]);
  cases('said not to be', false, isMeantAsLabel, [
    '他们不是«刁民»。',
    '我不会叫他«刁民»。',
    '我不说“«刁民»”。',
    '有的干部喊«刁民»。',
    '我也就是个«大老粗»。',
    '我爹是个«泥腿子»。',
    '别的老师嫌他«懒鬼»。',
    `我爹是个«泥腿子»${TAIL}。`,
    '横幅上写着：“严打«刁民»。”',
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
    `我就说«急什么»${TAIL}。`,
    '«您急什么»，我问同事。',
  ]);
  cases('said to a colleague', false, isAddressed, [
    '我提醒同事：“您«急什么»。”',
    '我对新来的徒弟说：“«急什么»。”',
    `我提醒同事：“您«急什么»。”${TAIL}。`,
  ]);
  cases('told of', false, isAddressed, [
    '问清他«急什么»。',
    '你看他«急什么»。',
    '他说«急什么»。',
    '我说完。他«急什么»。',
    `我就说${'灯'.repeat(40)}«急什么»。`,
  ]);
});

suite('rules/patterns/meant: whether it is said aloud', () => {
  cases('aloud', true, isAloud, [
    '我对他说：“«急什么»。”',
    '我就回他：这么多人，«急什么»。',
    '我跟他讲，«急什么»。',
    `我跟他讲，«急什么»${TAIL}。`,
    '我不能示弱：“«急什么»。”',
    '我先问一句，是不是听错了：“«急什么»？”',
  ]);
  cases('told of, or said to others', false, isAloud, [
    '我就说«急什么»。',
    '我不会说，«急什么»。',
    '他劝我说，«急什么»。',
    '有人当面说我说话快，«急什么»。',
    '我跟施工的工头说：“«急什么»。”',
    '我心里想：“«急什么»。”',
    '大爷说：“«急什么»。”',
  ]);

  test('what is said with it, as far as the quotation goes', () => {
    assert.equal(quotationOf(said('我说：“您坐，«急什么»。”我去找人。')), '您坐,急什么。');
    assert.equal(quotationOf(said('我说："您坐，«急什么»"，我去找人。')), '您坐,急什么');
    assert.equal(quotationOf(said('我说："您坐，«急什么»呀"，我去找人。')), '您坐,急什么呀');
    assert.equal(quotationOf(said('我就回他：«急什么»，我忙。')), '我就回他:急什么,我忙。');
    assert.equal(quotationOf(said('他喊“开门”，我就回他：«急什么»。')), '他喊“开门”,我就回他:急什么。');
  });

  test('a sentence without marks or words of saying holds nothing said aloud', () => {
    assert.equal(maySpeak('我先到现场看一看。'), false);
    assert.equal(maySpeak('我跟他讲,先坐。'), true);
    assert.equal(maySpeak('他喊“开门”。'), true);
    assert.equal(maySpeak('他喊"开门"。'), true);
  });
});

suite('rules/patterns/meant: whether others do it', () => {
  cases('others', true, isDoneByOthers, [
    '物业«全额赔»。',
    '我查过，物业«全额赔»。',
    '他们马上«全额赔»。',
    `物业«全额赔»${TAIL}。`,
  ]);
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
