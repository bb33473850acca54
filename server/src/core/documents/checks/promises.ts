import { readItem, toNumber } from '../items';
import type { Passage, Warning } from '../types';
import { startOf } from './excerpt';

const NUMBER = '(\\d{1,2}|[一二三四五六七八九十]{1,2}|两)';
/** A number of things to come: 10法, 六个途径, 7点注意. */
const PROMISE = new RegExp(
  `(?<![\\d第.])${NUMBER}(?:(?:[个种条点项大类])(?:方法|办法|途径|方面|维度|要求|注意|原则|步骤|措施|环节|层面|要点|建议|体会|技巧|误区|内容)?|法|招|步|要点|步骤|方面|原则)`,
);
/** In a sentence it is a promise only with one of these before it, or with a colon at the end. */
const ANNOUNCES = /以下|如下|下面|下列|主要有|要做到|分为/;
/** The list begins within so many passages. */
const NEAR = 12;
/** 3篇: articles, each under a heading of its own. */
const ARTICLES = new RegExp(`${NUMBER}篇`);

/**
 * Reports announced numbers that the text does not keep: `10法` with seven, 以下六个途径 with five. Where no list
 * follows nothing can be said. Source: inventory.md §3.5; documents 004 line 1, 002 lines 2 and 175, 003 line 5.
 */
export function brokenPromises(passages: readonly Passage[]): Warning[] {
  const warnings: Warning[] = [];
  for (const [index, { kind, text, line }] of passages.entries()) {
    if (kind === 'question') continue;
    const promise = promiseIn(kind, text);
    const promised = promise === undefined ? undefined : toNumber(promise.number);
    if (promise === undefined || promised === undefined || promised < 2) continue;
    const found = promise.articles ? articles(passages) : items(passages, index, text);
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
  if (article) return { number: article[1] ?? '', articles: true };
  const found = PROMISE.exec(text);
  const rest = found ? text.slice(found.index + found[0].length) : '';
  const announces =
    kind === 'heading' || ANNOUNCES.test(text) || /：$/.test(text) || /^[^。]{0,12}：/.test(rest);
  return found && announces ? { number: found[1] ?? '', articles: false } : undefined;
}

/** How many items the list has that begins in the passage or soon after it. */
function items(passages: readonly Passage[], index: number, text: string): number {
  const within = [...text.matchAll(/[（(](\d{1,2})[）)]|([①-⑳])/g)];
  if (within.length > 1) return within.length;
  const start = passages.findIndex(
    (passage, at) => at > index && at <= index + NEAR && readItem(passage.text)?.order === 1,
  );
  const series = readItem(passages[start]?.text ?? '')?.series;
  if (start < 0 || series === undefined) return 0;
  let count = 1;
  for (const passage of passages.slice(start + 1)) {
    const item = readItem(passage.text);
    if (item?.series !== series) continue;
    if (item.order <= 1) break;
    count++;
  }
  return count;
}

/** Headings without a number. */
function articles(passages: readonly Passage[]): number {
  return passages.filter(({ kind, runIn, text }) => kind === 'heading' && !runIn && !readItem(text)).length;
}
