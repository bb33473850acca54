import type { SentenceEvidence, WordingHit } from '../analysis/evidence';
import type { LabelledPassage } from '../analysis/labelledPassage';
import { messages } from '../messages/messages';
import { keptWith } from '../text/kept';
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
    const { labelling, answer } = analysis;
    if (!labelling) return;
    let spoken = 0;
    let hanzi = 0;
    let concrete = 0;
    let slogans = 0;
    for (const passage of labelling.passages) {
      const talk = talkIn(passage);
      spoken += talk.spoken;
      hanzi += talk.hanzi;
      concrete += talk.concrete;
      slogans += talk.slogans.length;
    }
    const share = spoken === 0 ? 0 : slogans / spoken;
    if (hanzi < MIN_HANZI || share < SLOGAN_SHARE || (concrete * 100) / hanzi > CONCRETE_PER_100) return;
    const lines = labelling.passages.flatMap((passage, index) =>
      talkIn(passage).slogans.flatMap((at) => answer.placeLine(index, at) ?? []),
    );
    let first = true;
    for (const line of lines) {
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

/** What a passage adds to the judgement. */
interface Talk {
  /** Sentences that say something, their 字 and their words of concrete kinds. */
  readonly spoken: number;
  readonly hanzi: number;
  readonly concrete: number;
  /** Which lines are the writer's own slogans. */
  readonly slogans: readonly number[];
}

const talkIn = keptWith(({ passage: { lines }, slogans: chances }: LabelledPassage): Talk => {
  const slogans: number[] = [];
  let spoken = 0;
  let hanzi = 0;
  let concrete = 0;
  for (const [at, { evidence }] of lines.entries()) {
    if (evidence.sentence.kind !== 'sentence') continue;
    spoken++;
    hanzi += evidence.sentence.hanzi;
    concrete += concreteWords(evidence);
    if ((chances[at] ?? 0) > 0.5 && !isQuoted(evidence)) slogans.push(at);
  }
  return { spoken, hanzi, concrete, slogans };
});

/** The words of others, or what is to be avoided: no cliché in it is the writer's own. */
function isQuoted({ wording }: SentenceEvidence): boolean {
  return wording.some((hit) => hit.list.rule === 'cliche') && !wording.some(isOwn);
}

function isOwn({ list, guard }: WordingHit): boolean {
  return list.rule === 'cliche' && (guard === 'said' || guard === 'own-speech');
}

function concreteWords({ concrete }: SentenceEvidence): number {
  const { when = 0, where = 0, deed = 0, example = 0, quantity = 0 } = concrete;
  return when + where + deed + example + quantity;
}
