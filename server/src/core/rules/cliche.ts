import type { SentenceEvidence, WordingHit } from '../analysis/evidence';
import { Chapter, membersThat } from '../analysis/chapter';
import { isOwnVoice } from '../analysis/guards';
import type { Labelling } from '../analysis/label';
import { LabelledPassage } from '../analysis/labelledPassage';
import type { PlacedLine } from '../analysis/lines';
import { messages } from '../messages/messages';
import type { Messages } from '../messages/zh';
import { keptWith } from '../text/kept';
import { CHECKABLE, concreteWords, deedWords, isNamed, isSloganByForm, SURE_SLOGAN } from './slogans';
import type { Rule, RuleContext } from './types';

/** Share of sentences the model takes for slogans from which the whole answer is template talk. */
const SLOGAN_SHARE = 0.4;
/** Words of concrete kinds per 100 字 up to which an answer of nothing but slogans says hardly anything checkable. */
const CONCRETE_PER_100 = 5;
/** The same for a paragraph of an answer that is otherwise concrete: a closing thought is not to be flagged. */
const PARAGRAPH_SHARE = 0.6;
const PARAGRAPH_SLOGANS = 3;
const PARAGRAPH_CONCRETE_PER_100 = 2;
const MIN_HANZI = 60;

/**
 * Template talk: many clichés and hardly a concrete deed, in the whole answer or in one paragraph. Single clichés in
 * a concrete answer are left alone: an answer of people who do things may also have a stance.
 */
export const cliche: Rule = {
  code: 'cliche',
  severity: 'information',
  check(context) {
    const { labelling } = context.analysis;
    if (!labelling) return;
    const { passages, chapters } = labelling;
    const whole = addUp(chapters.chapters.map(chapterTalk), ({ slogans }) => slogans);
    if (isWholeTemplate(whole)) reportWhole(context, labelling, whole);
    else
      for (const index of templateParagraphs(chapters)) {
        const passage = passages[index];
        if (passage) reportParagraph(context, index, passage);
      }
  },
};

const NO_LINES: readonly number[] = [];

/** What a passage adds to the judgement, of its sentences that say something. */
class Talk {
  spoken = 0;
  hanzi = 0;
  /** Words that show a deed, and all concrete words. */
  deeds = 0;
  concrete = 0;
  /** How many of the slogans the model is sure of. */
  sure = 0;
  /** Which lines are the writer's own slogans. */
  slogans = NO_LINES;
}

/** The same of a whole answer. */
type TalkSum = Omit<Talk, 'slogans'> & { readonly slogans: number };

const talkIn = keptWith(LabelledPassage, (labelled: LabelledPassage): Talk => {
  const { lines } = labelled.passage;
  let slogans: number[] | undefined;
  const talk = new Talk();
  for (let at = 0; at < lines.length; at++) {
    const evidence = lines[at];
    if (evidence?.sentence.kind !== 'sentence') continue;
    talk.spoken++;
    talk.hanzi += evidence.sentence.hanzi;
    talk.deeds += deedWords(evidence);
    talk.concrete += concreteWords(evidence);
    const sure = labelled.sloganOf(at) > SURE_SLOGAN;
    if ((!sure && !isSloganByForm(evidence)) || isQuoted(evidence)) continue;
    (slogans ??= []).push(at);
    if (sure) talk.sure++;
  }
  if (slogans) talk.slogans = slogans;
  return talk;
});

const chapterTalk = keptWith(Chapter, ({ members }: Chapter<LabelledPassage>) =>
  addUp(members.map(talkIn), ({ slogans }) => slogans.length),
);

function addUp<T extends Omit<Talk, 'slogans'>>(
  talks: readonly T[],
  slogansOf: (talk: T) => number,
): TalkSum {
  const sums = { spoken: 0, hanzi: 0, deeds: 0, concrete: 0, sure: 0, slogans: 0 };
  for (const talk of talks) {
    sums.spoken += talk.spoken;
    sums.hanzi += talk.hanzi;
    sums.deeds += talk.deeds;
    sums.concrete += talk.concrete;
    sums.sure += talk.sure;
    sums.slogans += slogansOf(talk);
  }
  return sums;
}

/**
 * The model's slogans among few deeds, the fewer the more is said beside; or, with those told by their form alone,
 * most of it and next to no deed.
 */
function isWholeTemplate({ spoken, hanzi, deeds, concrete, sure, slogans }: TalkSum): boolean {
  if (hanzi < MIN_HANZI) return false;
  return (
    (sure >= spoken * SLOGAN_SHARE && deeds * spoken * 100 <= hanzi * sure * CONCRETE_PER_100) ||
    (slogans >= spoken * PARAGRAPH_SHARE && concrete * 100 <= hanzi * PARAGRAPH_CONCRETE_PER_100)
  );
}

function reportWhole(context: RuleContext, { passages, chapters }: Labelling, whole: TalkSum): void {
  const { analysis, locale, report } = context;
  const text = messages(locale);
  const named = chapters.chapters.reduce((all, chapter) => all | chapterNamed(chapter), 0);
  const about = text.clicheWhole(whole.hanzi, whole.spoken, whole.slogans, lacksOf(text, named));
  let first = true;
  for (const line of slogansOf(context, passages)) {
    const hit = line.evidence.wording.find(isOwn);
    if (!hit && !first) continue;
    if (hit) {
      const range = { from: line.blockFrom + hit.from, to: line.blockFrom + hit.to };
      const word = analysis.draft.text.slice(range.from, range.to);
      report({
        range,
        message: first ? about : text.cliche(word, hit.entry.why[locale]),
        severity: first ? 'information' : 'hint',
        remedy: { type: 'replace', rewrites: hit.entry.rewrites },
      });
    } else report({ range: { from: line.from, to: line.to }, message: about });
    first = false;
  }
}

function slogansOf({ analysis }: RuleContext, passages: readonly LabelledPassage[]): PlacedLine[] {
  return passages.flatMap((passage, index) =>
    talkIn(passage).slogans.flatMap((at) => analysis.answer.placeLine(index, at) ?? []),
  );
}

const templateParagraphs = membersThat((passage: LabelledPassage) => {
  const { slogans, spoken, hanzi, concrete } = talkIn(passage);
  return (
    slogans.length >= PARAGRAPH_SLOGANS &&
    slogans.length >= spoken * PARAGRAPH_SHARE &&
    hanzi >= MIN_HANZI &&
    concrete * 100 <= hanzi * PARAGRAPH_CONCRETE_PER_100
  );
});

function reportParagraph(
  { analysis, locale, report }: RuleContext,
  index: number,
  passage: LabelledPassage,
): void {
  const { slogans, hanzi } = talkIn(passage);
  const first = analysis.answer.placeLine(index, slogans[0] ?? 0);
  const text = messages(locale);
  const message = text.clicheParagraph(hanzi, slogans.length, lacksOf(text, namedIn([passage])));
  if (first) report({ range: { from: first.from, to: first.to }, message });
}

/** Which of CHECKABLE the sentences that say something name, a bit for each. */
function namedIn(passages: readonly LabelledPassage[]): number {
  let named = 0;
  for (const { passage } of passages)
    for (const evidence of passage.lines)
      if (evidence.sentence.kind === 'sentence')
        for (const [at, kind] of CHECKABLE.entries())
          if ((named & (1 << at)) === 0 && isNamed(kind, evidence)) named |= 1 << at;
  return named;
}

const chapterNamed = keptWith(Chapter, ({ members }: Chapter<LabelledPassage>) => namedIn(members));

/**
 * `没有一个时间、地点`.
 * @param named as `namedIn` says
 */
function lacksOf(text: Messages, named: number): string {
  const lacking = CHECKABLE.filter((_, at) => (named & (1 << at)) === 0).map(
    (kind) => text.concreteKind[kind],
  );
  return lacking.length === 0 ? text.clicheFew : text.clicheLacks(lacking.join(text.listSeparator));
}

/** The words of others, or what is to be avoided: no cliché in it is the writer's own. */
function isQuoted({ wording }: SentenceEvidence): boolean {
  return wording.some((hit) => hit.list.rule === 'cliche') && !wording.some(isOwn);
}

function isOwn({ list, guard }: WordingHit): boolean {
  return list.rule === 'cliche' && isOwnVoice(guard);
}
