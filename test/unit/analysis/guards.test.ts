import assert from 'node:assert/strict';
import {
  type Guard,
  guardAt,
  isNotOwn,
  isOwnVoice,
  readQuotations,
} from '../../../server/src/core/analysis/guards';
import { fold } from '../../../server/src/core/text/fold';
import { marked, slice } from '../../support/marked';

/** The guard of the marked word. */
function guard(source: string, reach?: number): Guard {
  const { text, ranges } = marked(source);
  return guardAt(fold(text), ranges[0]?.from ?? -1, reach);
}

const CASES: Readonly<Record<Guard, readonly string[]>> = {
  said: [
    '我会«安抚»他',
    '«安抚»他',
    '不推诿，先«道歉»',
    '不推诿,先«道歉»',
    '我不能不«道歉»',
    '不仅«道歉»，还要回访',
    '不断«改进»',
    '特别«着急»',
    '无论谁来都«登记»',
    '未来«巡查»',
    '居民说完后我«登记»',
    '他说“灯坏了”，我«登记»',
    '他说"灯坏了",我«登记»',
    '他说「燈壞了」，我«登記»',
    '我«登记»，居民说：“好”',
    '我不躲，«道歉»',
    '不等不同意见«登记»',
    '我请别的同事«登记»',
    '别的«不归我管»',
  ],
  negated: [
    '绝不«推诿»',
    '我不会«推诿»',
    '没有«推诿»',
    '我不«推诿»',
    '避免«推诿»',
    '严禁任何形式的«推诿»',
    '杜绝对居民的诉求«推诿»',
    '絕不«推諉»',
    '先道歉，不«推诿»',
    '先道歉,不«推诿»',
    '不马上就«登记»',
    '不断不«登记»',
    '别«登记»',
    '特别的事也别«登记»',
    '绝不能说“«不归我管»”',
    '不用“«不归我管»”打发人',
    '切忌说「«不歸我管»」',
    '避免使用“您«急什么»”这样的话',
    '“您«急什么»”这种话，我断断不说',
    '像“您«急什么»”，一句也不能出口',
    '「您«急什麼»」這樣的話我不會講',
    '更不能说，“«急»什么”',
    '“«急»什么”这种怪话给我咽回去',
    '“您«急什么»”，这话我不说',
    '“您«急什么»”这样难听话我不讲',
    '“您«急什么»”之类，我从来不说',
    '“您«急什么»”我一句也不讲',
    '从不说，“您«急什么»”',
  ],
  'own-speech': [
    '他开口就嚷，我这人嗓门也不小，先顶他一句：“«嚷»什么”',
    '轮到我说：“«嚷»什么”',
    '我也不能示弱：“«嚷»什么”',
    '我先问清是不是误会：“您«坐下»。”',
    '我让我们前台的小姑娘回一句“您«坐下»”',
    '我说：“您«坐下»。”',
    '我说“您«坐下»”，不让他站着等',
    '我说:"您«坐下»。"',
    '我对他说：“您«坐下»。”',
    '我告诉他：“«明天»答复。”',
    '我說：「您«坐下»。」',
    '“您«坐下»”，我对他说',
    ' “您«坐下»”我说',
    '对投诉的居民说：“您«坐下»。”',
    '居民对我说灯坏了；我回一句“您«坐下»”',
    '我把登记本翻到这一页念完之后又一字一句地问道：“您«坐下»。”',
    '我请他告诉我灯在哪，我说：“您«坐下»”',
    '他给我一张表，我说：“您«坐下»”',
    '有人堵我车，我说：“您«坐下»”',
    '轮到我：“您«坐下»”',
    '我们窗口的人说完走了，我说：“您«坐下»”',
    '两边都回了话，我说：“您«坐下»”',
    '今天我和两边都说：“您«坐下»”',
    '临走对老杨说了句：“您«坐下»”',
    '临走对老杨说“您«坐下»”',
    '我问能不能说：“您«坐下»”',
    '我问会不会说：“您«坐下»”',
    '我问要不要说：“您«坐下»”',
    '我问该不该说：“您«坐下»”',
  ],
  reported: [
    '保安提醒我：“那帮«盲流»”',
    '他指着我鼻子骂：“«嚷»什么”',
    '有人指着我说“«嚷»什么”',
    '大姐先堵我的话：“«嚷»什么”',
    '业主拦住我说：“«嚷»什么”',
    '孩子爸吼我：“«嚷»什么”',
    '我们前台的小姑娘回了一句“«嚷»什么”',
    '录音里我们的接线员说“«嚷»什么”',
    '两边都回他一句“«不归我管»”',
    '两边都先后跟他说：“«不归我管»”',
    '居民说：“«没人管»。”',
    '他抱怨“«没人管»”',
    '老人喊："«没人管»"',
    '居民對我說：「«没人管»」',
    '有网友质疑：“«没人管»”',
    '居民说：“他骂我‘没用’，还说«不归我管»。”',
    '他对居民说：“«没人管»”',
    '旁边的人大声： “«没人管»”',
    '听完之后问道：“«没人管»”',
    '我把登记本翻到这一页的时候旁边的居民喊：“«没人管»”',
    '牌子写着，居民对我说：“«没人管»”',
  ],
  mentioned: [
    '所谓“«没人管»”的说法',
    '挂着“«没人管»”的牌子',
    '“«没人管»”，居民都这么说',
    '时间：晚上牌子“«没人管»”',
    '“您«坐下»”。我说明来意',
  ],
};

test('analysis/guards: whose voice it is', () => {
  const guards: readonly Guard[] = ['said', 'own-speech', 'negated', 'reported', 'mentioned'];
  assert.deepEqual(guards.filter(isOwnVoice), ['said', 'own-speech']);
  assert.deepEqual(guards.filter(isNotOwn), ['negated', 'reported']);
});

suite('analysis/guards', () => {
  for (const [expected, sources] of Object.entries(CASES)) {
    for (const source of sources) test(`${expected}: ${source}`, () => assert.equal(guard(source), expected));
  }

  test('a quotation mark that is never closed quotes nothing', () => {
    assert.equal(guard('居民说：“灯坏了，我«登记»'), 'said');
    assert.equal(guard('居民说："灯坏了，我«登记»'), 'said');
  });

  test('a single character negates only what is near', () => {
    assert.equal(guard('不要紧的事情也都«登记»', 5), 'said');
    assert.equal(guard('不在意的事也都«登记»'), 'said');
    assert.equal(guard('不马上«登记»'), 'negated');
  });

  test('the reach ends what a negation counts for', () => {
    assert.equal(guard('绝不允许有人在现场«推诿»'), 'negated');
    assert.equal(guard('绝不允许有人在现场«推诿»', 5), 'said');
    assert.equal(guard('绝不«推诿»', 5), 'negated');
    assert.equal(guard('绝不甲乙丙«推诿»', 5), 'negated');
    assert.equal(guard('绝不甲乙丙丁«推诿»', 5), 'said');
  });

  test('at the start of a text there is nothing before', () => assert.equal(guardAt('', 0), 'said'));
});

suite('analysis/guards: quotations', () => {
  /** What stands between the marks. */
  const quotations = (text: string): string[] =>
    readQuotations(fold(text)).map(({ from, to }) => slice(text, { from: from + 1, to }));

  test('each from its opening mark to its closing one, of either kind', () => {
    assert.deepEqual(quotations('他说“灯坏”，又说“没修”。'), ['灯坏', '没修']);
    assert.deepEqual(quotations('"灯坏",又说"没修"'), ['灯坏', '没修']);
    assert.deepEqual(quotations('他说「燈壞」。'), ['燈壞']);
  });

  test('of one in another the outer one; straight marks inside one count as its text', () => {
    assert.deepEqual(quotations('他说“居民喊“没修”才走”，走了'), ['居民喊“没修”才走']);
    assert.deepEqual(quotations('“灯"坏”,又说"没修"'), ['灯"坏', '没修']);
  });

  test('a mark without its other half quotes nothing', () => {
    assert.deepEqual(quotations('灯坏”了，说“没修”'), ['没修']);
    assert.deepEqual(quotations('说“没修'), []);
    assert.deepEqual(quotations('"灯坏"说"没修'), ['灯坏']);
    assert.deepEqual(quotations('没有引号'), []);
  });
});
