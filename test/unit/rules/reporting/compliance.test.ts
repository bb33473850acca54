import assert from 'node:assert/strict';
import { Lexicon } from '../../../../server/src/core/analysis/lexicon';
import { layOut } from '../../../../server/src/core/analysis/layOut';
import { readBlock } from '../../../../server/src/core/analysis/passage';
import { parseDraft } from '../../../../server/src/core/draft/draft';
import { compliesInParagraph } from '../../../../server/src/core/rules/reporting/compliance';
import { mark, marked } from '../../../support/marked';

const lexicon = new Lexicon({ frameworks: [], wording: [] });

/** Sentences of ten 字: one that goes to a superior, one that waits for orders, one that does neither. */
const ASK = '请院长来一趟路灯下面。';
const WAIT = '随时待命在路灯的下面。';
const OTHER = '湖边有人在慢慢地煮面。';

/** The draft with the place that was found marked. */
function found(text: string): string {
  const place = compliesInParagraph(layOut(parseDraft(text), (block) => readBlock(block, lexicon)));
  return mark(text, place ? [place] : []);
}

/** Finds what is marked «…» in each, or nothing. */
function cases(texts: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(texts))
    test(name, () => assert.equal(found(marked(text).text), text));
}

suite('rules/reporting/compliance: a paragraph', () => {
  cases({
    'nothing at all': '',
    'most of it': `«${ASK}»${WAIT}${ASK}${OTHER}`,
    'it is told where the paragraph begins, whatever begins it': `«${OTHER}»${ASK}${WAIT}${ASK}`,
    'two long sentences are enough': `«请院长来一趟路灯下面看一看湖边的人都在做什么。»随时待命在路灯的下面看着湖边的人都在做什么。`,
    'fewer than forty 字 are too few': `${ASK}${WAIT}${ASK}湖边有人在慢慢煮面。`,
    'one sentence is too few, however long':
      '我先去找院长说一说路灯的事情再走到湖边去看看叶子红了没有，随时待命在路灯的下面看着湖边的人在做什么。',
    'seven tenths of it': `«${ASK}»${WAIT}${ASK}${OTHER}${ASK.repeat(4)}${OTHER}${OTHER}`,
    'two thirds of it are too little': `${ASK}${WAIT}${ASK}${OTHER}${ASK.repeat(3)}${OTHER}${OTHER}`,
    'one sentence is too few in each of two lines, however long': `${'我先去找院长说一说路灯的事情再走到湖边去看看叶子红了没有，随时待命在路灯的下面看着湖边的人在做什么。\n'.repeat(2)}湖边有人。`,
    'asking without waiting for orders is none': ASK.repeat(5),
    'waiting without a superior is none': WAIT.repeat(5),
    'other things are none': OTHER.repeat(5),
    'a later paragraph': `${OTHER.repeat(5)}\n\n«${ASK}»${WAIT}${ASK}${OTHER}\n\n${OTHER}`,
    'of two the first': `«${ASK}»${WAIT}${ASK}${OTHER}\n\n${ASK}${WAIT}${ASK}${OTHER}`,
    'a later line of the same block': `${OTHER.repeat(5)}\n«${ASK}»${WAIT}${ASK}${OTHER}`,
    'an earlier line of the same block': `«${ASK}»${WAIT}${ASK}${OTHER}\n${OTHER.repeat(5)}`,
    'of two lines the first': `«${ASK}»${WAIT}${ASK}${OTHER}\n${ASK}${WAIT}${ASK}${OTHER}`,
    'two paragraphs are not taken together': `${ASK}${WAIT}\n\n${ASK}${OTHER}`,
    'nor are two lines': `${ASK}${WAIT}\n${ASK}${OTHER}`,
    'under a heading': `## 处理\n\n«${ASK}»${WAIT}${ASK}${OTHER}`,
    'what announces a paragraph does not count': `一、先说一说湖边的事情。«${ASK}»${WAIT}${ASK}${OTHER}`,
    'what announces a line parts it from the line before': `${OTHER.repeat(5)}\n一、先说一说。«${ASK}»${WAIT}${ASK}${OTHER}`,
  });
});

suite('rules/reporting/compliance: sentence after sentence', () => {
  cases({
    'three, of which two wait': '«请院长来。»听候消息。随时待命。',
    'the superior may come last': '«听候消息。»随时待命。请院长来。',
    'in one sentence both': '«我去找院长，听候消息。»随时待命。请院长来。',
    'two are too few': '我去找院长，听候消息。我去找院长，随时待命。',
    'of which one waits': '请院长来。请馆长来。随时待命。',
    'without a superior': '听候消息。随时待命。做好配合。',
    'with something else between': '请院长来。听候消息。湖边有人。随时待命。',
    'anew after something else': '听候消息。湖边有人。«请院长来。»听候消息。随时待命。',
    'over several paragraphs': '湖边有人。\n\n«请院长来。»\n\n听候消息。\n\n随时待命。',
    'a paragraph of something else between': '请院长来。\n\n听候消息。\n\n湖边有人。\n\n随时待命。',
    'a heading between': '«请院长来。»\n\n## 然后\n\n听候消息。\n\n## 最后\n\n随时待命。',
    'the end of a paragraph and the beginning of the next':
      '湖边有人。«请院长来。»\n\n听候消息。随时待命。湖边有人。',
    'a paragraph of nothing else goes before': `请院长来。听候消息。随时待命。\n\n«${ASK}»${WAIT}${ASK}${OTHER}`,
  });
});
