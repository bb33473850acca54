import { SentenceEvidence, type WordingHit } from '../analysis/evidence';
import { compiledAtUse } from '../text/compiledAtUse';
import { keptWith } from '../text/kept';
import { unitTable } from '../text/unitTable';

/** The chance that divides slogans from other sentences. */
export const SURE_SLOGAN = 0.5;

/** What makes a measure checkable, in the order a message names it. */
export const CHECKABLE = ['when', 'where', 'who', 'quantity', 'deadline'] as const;
export type Checkable = (typeof CHECKABLE)[number];

/**
 * How a clause of template talk opens: an exhortation without a doer. Nobody asks for the group: without it, the engine
 * writes the alternatives out three times, and all that follows after each, at half a millisecond of every start.
 */
const TEMPLATE = compiledAtUse(
  /(我们?|也|更|还|就|只有|首先|其次|再次|最后|同时|总之|第[一二三四五]|[一二三四]是|既|又|把){0,3}(?:要|必须|不断|切实|大力|全面|着力|深入|努力|坚持|牢固|牢记|持续|进一步|充分|积极|认真|严格|扎实|统筹|强化|加强|健全|完善|提升|提高|推动|促进|构建|打造|营造|凝聚|形成|树立|增强|压实|筑牢|夯实|深化|优化|创新|狠抓|力争|确保|实现|弘扬|发扬|贯彻|践行|高度|真抓|以[^,。;:!?、]{1,8}(?:为|推动|引领|促)|多措|举一反三|防微|标本|群众利益)/y,
);
/** Shorter pieces (第一) are no clause. */
const MIN_CLAUSE = 4;

const CLAUSE_END = unitTable(',;:。!?、');

/** Whether half of the clauses open so. */
function isTemplate(folded: string): boolean {
  const template = TEMPLATE();
  let clauses = 0;
  let templates = 0;
  let from = 0;
  for (let at = 0; at <= folded.length; at++) {
    if (at < folded.length && CLAUSE_END[folded.charCodeAt(at)] !== 1) continue;
    if (at - from >= MIN_CLAUSE) {
      clauses++;
      template.lastIndex = from;
      if (template.test(folded)) templates++;
    }
    from = at + 1;
  }
  return clauses > 0 && templates * 2 >= clauses;
}

/** Words of a sentence that show a deed; those for people do not: every slogan speaks of some. */
export function deedWords({ concrete }: SentenceEvidence): number {
  return concrete.when + concrete.where + concrete.deed + concrete.example + concrete.quantity;
}

/** Everything concrete in a sentence; conditions count as nothing. */
export function concreteWords(evidence: SentenceEvidence): number {
  return deedWords(evidence) + evidence.concrete.who;
}

function isSaidCliche({ list, guard }: WordingHit): boolean {
  return list.rule === 'cliche' && guard === 'said';
}

/** Whether a sentence the model is not sure of only declares: a cliché or a template with nothing concrete in it. */
export const isSloganByForm = keptWith(SentenceEvidence, (evidence: SentenceEvidence): boolean => {
  if (concreteWords(evidence) > 0) return false;
  return (
    (evidence.wording.length > 0 && evidence.wording.some(isSaidCliche)) ||
    isTemplate(evidence.sentence.folded)
  );
});

const DEADLINE = compiledAtUse(
  /(?:[0-9一二三四五六七八九十两半几]{1,3}个?(?:工作日|天|日|小时|周|月|分钟)(?:之|以)?内|(?:周[一二三四五六日天]|星期.|月底|年底|下班|今天|明天|[0-9一二三四五六七八九十]{1,3}[点号日])(?:之)?前|[0-9一二三四五六七八九十]{1,2}月[0-9一二三四五六七八九十]{1,3}[日号]|当天|当日)/,
);

/** Of which every match holds at least one: asking for them is quicker than looking for the form. */
const IN_DEADLINES = ['内', '前', '日', '号', '当天'];

const namesDeadline = keptWith(
  SentenceEvidence,
  ({ sentence: { folded } }: SentenceEvidence): boolean =>
    IN_DEADLINES.some((word) => folded.includes(word)) && DEADLINE().test(folded),
);

/** Whether a sentence names one of the things that make a measure checkable. */
export function isNamed(kind: Checkable, evidence: SentenceEvidence): boolean {
  return kind === 'deadline' ? namesDeadline(evidence) : evidence.concrete[kind] > 0;
}
