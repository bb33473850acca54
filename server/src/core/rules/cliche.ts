import type { WordingHit } from '../analysis/evidence';
import type { LabelledLine } from '../analysis/label';
import { messages } from '../messages/messages';
import type { Rule } from './types';

/** Share of sentences with a cliché from which the whole answer is template talk. */
const SLOGAN_SHARE = 0.4;
/** Words of concrete kinds per 100 字 below which an answer says hardly anything checkable. */
const CONCRETE_PER_100 = 5;
const MIN_HANZI = 60;

/**
 * Template talk: many clichés and hardly a concrete deed. Single clichés in a concrete answer are left alone:
 * an answer of people who do things may also have a stance.
 */
export const cliche: Rule = {
  code: 'cliche',
  severity: 'information',
  check({ analysis, locale, report }) {
    const text = messages(locale);
    const spoken = analysis.lines.filter(({ line }) => line.evidence.sentence.kind === 'sentence');
    const slogans = spoken.filter((line) => line.slogan > 0.5 && !isQuoted(line));
    const hanzi = spoken.reduce((sum, { line }) => sum + line.evidence.sentence.hanzi, 0);
    const concrete = spoken.reduce((sum, line) => sum + concreteWords(line), 0);
    const share = spoken.length === 0 ? 0 : slogans.length / spoken.length;
    if (hanzi < MIN_HANZI || share < SLOGAN_SHARE || (concrete * 100) / hanzi > CONCRETE_PER_100) return;
    let first = true;
    for (const { line } of slogans) {
      const hit = line.evidence.wording.find(isOwn);
      if (!hit && !first) continue;
      if (!hit) {
        report({
          range: { from: line.from, to: line.to },
          message: text.clicheWhole(Math.round(share * 100)),
        });
        first = false;
        continue;
      }
      const range = { from: line.blockFrom + hit.from, to: line.blockFrom + hit.to };
      const word = analysis.draft.text.slice(range.from, range.to);
      const message = first
        ? text.clicheWhole(Math.round(share * 100))
        : text.cliche(word, hit.entry.why[locale]);
      report({
        range,
        message,
        severity: first ? 'information' : 'hint',
        remedy: { type: 'replace', rewrites: hit.entry.rewrites },
      });
      first = false;
    }
  },
};

/** The words of others, or what is to be avoided: no cliché in it is the writer's own. */
function isQuoted({ line }: LabelledLine): boolean {
  return (
    line.evidence.wording.some((hit) => hit.list.rule === 'cliche') && !line.evidence.wording.some(isOwn)
  );
}

function isOwn({ list, guard }: WordingHit): boolean {
  return list.rule === 'cliche' && (guard === 'said' || guard === 'own-speech');
}

function concreteWords({ line }: LabelledLine): number {
  const { when = 0, where = 0, deed = 0, example = 0, quantity = 0 } = line.evidence.concrete;
  return when + where + deed + example + quantity;
}
