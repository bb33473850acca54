import { captured } from '../../text/matched';
import { readItem, toNumber } from '../items';
import type { Passage, Warning } from '../types';
import { startOf } from './excerpt';

const NUMBER = '(?<![\\d第.一二三四五六七八九十百千])(\\d{1,2}|[一二三四五六七八九十]{1,2}|两)';
const THINGS =
  '(?:方法|办法|途径|方面|维度|要求|注意|原则|步骤|措施|环节|层面|要点|建议|体会|技巧|误区|内容)';
/** Points, not hours. */
const POINT = '点(?![半钟整前后多])';
/** In a heading any number of things is one to come: 10法, 7点注意, 8种方法. */
const IN_HEADING = new RegExp(`${NUMBER}(?:[个种条项大类]${THINGS}?|${POINT}|法|招|步|${THINGS})`);
/** In a sentence it is announced (以下六个途径), or the sentence ends with a colon (从三个维度展开：). */
const IN_SENTENCE: readonly RegExp[] = [
  new RegExp(
    `(?:以下|如下|下面|下列|主要有|做到|分为)[^，。；]{0,4}?${NUMBER}(?:[个种条项大类]${THINGS}|件事|(?:${POINT}|[条项])|${THINGS})`,
  ),
  new RegExp(`${NUMBER}(?:[个种条项大类]${THINGS}|件事|(?:${POINT}|[条项]))[^。；]{0,30}：$`),
];
/** The list begins within so many passages. */
const NEAR = 12;
/** A list goes on over so many passages at most. */
const LONGEST_LIST = 400;
/** 3篇: articles, each under a heading of its own. */
const ARTICLES = new RegExp(`${NUMBER}篇`);

/**
 * Reports announced numbers that the text does not keep: `10法` with seven, 以下六个途径 with five. Where no list
 * follows nothing can be said. Source: inventory.md §3.5; documents 004 line 1, 002 lines 2 and 175, 003 line 5.
 */
export function brokenPromises(passages: readonly Passage[]): Warning[] {
  const warnings: Warning[] = [];
  const articles = passages.filter(isArticleHeading).length;
  for (const [index, { kind, text, line }] of passages.entries()) {
    if (kind === 'question') continue;
    const promise = promiseIn(kind, text);
    const promised = promise === undefined ? undefined : toNumber(promise.number);
    if (promise === undefined || promised === undefined || promised < 2) continue;
    const found = promise.articles ? articles : items(passages, index, text);
    if (found > 0 && found !== promised)
      warnings.push({ kind: 'promised', line, text: startOf(text), promised, found });
  }
  return warnings;
}

function promiseIn(
  kind: Passage['kind'],
  text: string,
): { readonly number: string; readonly articles: boolean } | undefined {
  const article = kind === 'heading' ? ARTICLES.exec(text) : null;
  if (article) return { number: captured(article), articles: true };
  const patterns = kind === 'heading' ? [IN_HEADING] : IN_SENTENCE;
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found) return { number: captured(found), articles: false };
  }
  return undefined;
}

/** How many items the list has that begins in the passage or soon after it. */
function items(passages: readonly Passage[], index: number, text: string): number {
  const within = [...text.matchAll(/[（(](\d{1,2})[）)]|([①-⑳])/g)];
  if (within.length > 1) return within.length;
  const near = passages.slice(index + 1, index + 1 + NEAR);
  const start = near.findIndex((passage) => readItem(passage.text)?.order === 1);
  const series = readItem(near[start]?.text ?? '')?.series;
  if (start < 0 || series === undefined) return 0;
  const first = index + 1 + start;
  let count = 1;
  for (const passage of passages.slice(first + 1, first + LONGEST_LIST)) {
    const item = readItem(passage.text);
    if (item?.series !== series) continue;
    if (item.order <= 1) break;
    count++;
  }
  return count;
}

function isArticleHeading({ kind, runIn, text }: Passage): boolean {
  return kind === 'heading' && !runIn && !readItem(text);
}
