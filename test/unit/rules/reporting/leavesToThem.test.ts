import assert from 'node:assert/strict';
import { Lexicon } from '../../../../server/src/core/analysis/lexicon';
import { layOut } from '../../../../server/src/core/analysis/layOut';
import { readBlock } from '../../../../server/src/core/analysis/passage';
import { parseDraft } from '../../../../server/src/core/draft/draft';
import { leavesItToThem } from '../../../../server/src/core/rules/reporting/leavesToThem';
import { mark, marked } from '../../../support/marked';

const lexicon = new Lexicon({ frameworks: [], wording: [] });

/** Sentences of fourteen 字: brought before somebody above, handled by him, looked on, and something else. */
const UP = '我立刻打电话给站长说一说。';
const THEY = '站长一来就由他去谈清楚。';
const IDLE = '我站在一旁不动看着他们谈。';
const OTHER = '湖边的柳树下有人在煮面。';
/** Brought before somebody above, who does nothing yet; nothing done by the writer. */
const ASKS = '我把这件事报到值班室。';
/** He complies, in words that only tell of an answer as a whole. */
const COMPLIES = '剩下的事情我全力配合他们。';
/** He only sends it up, in such words, or reports it with nobody named. */
const DEFERS = '我写好一份情况说明放在桌上。';
const REPORTS = '这一类的事情我们逐级上报。';
/** What the writer does at once, with times and quantities. */
const BUSY = '我当天量了三户的墙，第二天上午九点打电话约了两位师傅，下午四点前登记好。';

/** The draft with the place that was found marked. */
function found(text: string): string {
  const place = leavesItToThem(layOut(parseDraft(text), (block) => readBlock(block, lexicon)));
  return mark(text, place ? [place] : []);
}

suite('rules/reporting/leavesToThem', () => {
  const cases: Readonly<Record<string, string>> = {
    'nothing at all': '',
    'brought before them, handled by them, looked on': `«${UP}»${THEY}${IDLE}${IDLE}`,
    'whoever they are':
      '«我按铃叫来护士长，把家属交给她。»护士长要是在忙，就等她出来。她让我怎么讲，我就怎么讲。谈完了我负责打扫走廊。',
    'told where the paragraph begins, whatever begins it': `«${OTHER}»${UP}${THEY}${IDLE}`,
    'two sentences are too few': `${UP}${THEY}`,
    'nobody above': `${IDLE}${IDLE}${IDLE}${IDLE}`,
    'more of something else': `${UP}${THEY}${IDLE}${OTHER.repeat(3)}`,
    'no more than half of the sentences': `${UP}${THEY}${IDLE}湖边有人。柳树很绿。湖水很蓝。`,
    'a busy paragraph': `${UP}${THEY}${IDLE}${IDLE}${BUSY}`,
    'in two paragraphs': `${UP}${THEY}\n\n${IDLE}${IDLE}`,
    'a later paragraph': `${OTHER}${OTHER}\n\n«${UP}»${THEY}${IDLE}${IDLE}`,
    'somebody else is manager':
      '我请物业经理坐到一起。物业经理把图纸带来。我等物业经理把话说完。湖边有人在煮面。柳树下有人。',
    'what is to be heard from a superior is no handling of his':
      '领导交代的活我听完再动手。领导批评我，我不顶嘴。回去以后我想一想错在哪里。同事的活我也帮着干。',
    'the words of others':
      '居民说：“去找站长来！”居民又说：“站长说了才算！”居民还说：“等站长来。”湖边有人在煮面。',
    'nobody is told or asked, and one handles it': `${THEY}${IDLE}${IDLE}${IDLE}`,
    'nobody is told or asked, and they handle it': `«${THEY}»${THEY}${IDLE}${IDLE}`,
    'asked again and again, with nothing done about it': `${ASKS}${ASKS}${ASKS}${ASKS}`,
    'asked, and looked on once': `${ASKS}${ASKS}${ASKS}${IDLE}`,
    'asked, and looked on twice': `«${ASKS}»${ASKS}${IDLE}${IDLE}`,
    'asked, and once complied with': `«${ASKS}»${ASKS}${IDLE}${COMPLIES}`,
    'only sent up': `«${UP}»${THEY}${DEFERS}${OTHER}`,
    'sent up to nobody, handled by one': `«${REPORTS}»${THEY}${IDLE}${IDLE}`,
    'sent up to nobody, and nobody is named': `${REPORTS}${IDLE}${IDLE}${IDLE}`,
    'two sentences, however long':
      '我立刻打电话给站长，请他说一说该怎么办。站长一来就由他去从头到尾谈清楚。好。',
    'less than 40 字': `${UP}${THEY}我站在一旁不动看着他们把话谈完了。`,
    '40 字': `«${UP}»${THEY}我站在一旁不动看着他们把这些话谈完。`,
    'three fifths of what is said': `«${UP}»${THEY}我站在一旁不动看着他们谈话。湖边的柳树下有人坐着煮面。水边的柳树下有人坐着煮面。`,
    'less than three fifths': `${UP}${THEY}我站在一旁不动看着他们谈话。湖边的柳树下有人坐着煮面。水边的柳树下有人坐着煮面条。`,
    'a sentence of 45 字': `«${UP}»${THEY}站长${'细'.repeat(43)}。`,
    'a longer sentence says more than that': `${UP}${THEY}站长${'细'.repeat(44)}。`,
    'unless they are both asked and acting in it': `«${UP}»${THEY}我报给站长，站长来${'细'.repeat(38)}。`,
    'mostly long sentences that name nobody above': `${UP}${THEY}${IDLE}${`湖边有人${'细'.repeat(44)}。`.repeat(4)}`,
    'mostly sentences that are busy themselves': `${UP}${THEY}${IDLE}${'我当天上门登记。湖边有人。好。'.repeat(2)}`,
    'as many particulars as sentences': `«${UP}»${UP}${THEY}${IDLE}`,
    'more particulars than sentences': `${UP}${UP}${THEY}今天${IDLE}`,
    'more particulars than sentences, by a deed': `${UP}${UP}${THEY}${IDLE}我登记，核对。`,
    'more particulars than sentences, by a quantity': `${UP}${UP}${THEY}${IDLE}来了三户，又来了两户。`,
    'two particulars make no sentence busy': `«${UP}»${THEY}${IDLE}${IDLE}`,
    'three do': `马上${UP}${THEY}${IDLE}湖边有人在煮面。`,
    'of paragraphs in one block, each for itself': `${UP}${THEY}\n${IDLE}${IDLE}`,
    'the first of them': `«${UP}»${THEY}${IDLE}${IDLE}\n${OTHER.repeat(5)}`,
    'a later one of them': `${OTHER}${OTHER}\n«${UP}»${THEY}${IDLE}${IDLE}`,
    'not the next when it begins with something else': `${OTHER.repeat(3)}\n«${UP}»${THEY}${IDLE}${IDLE}`,
    'what only announces it is no part of it': `一、请上面的人来谈。«${UP}»${THEY}${IDLE}${IDLE}`,
    'told of a later block': `${OTHER.repeat(4)}\n\n${BUSY}\n\n«${UP}»${THEY}${IDLE}${IDLE}`,
  };
  for (const [name, text] of Object.entries(cases))
    test(name, () => assert.equal(found(marked(text).text), text));
});
