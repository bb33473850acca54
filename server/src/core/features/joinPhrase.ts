import { matched } from '../text/matched';
import { readMarker } from '../draft/markers';
import { isLeadIn } from '../phrases/typed';
import { fold } from '../text/fold';

/** What stands on the line of the cursor, without list markers and what is on the far side of other markup. */
export interface Surroundings {
  /** What is written before the cursor; at most the last 200 UTF-16 units. */
  readonly before: string;
  /** The part of `before` that belongs to the sentence being written. */
  readonly sentence: string;
  /** What is written after the cursor. */
  readonly after: string;
}

const REACH = 200;
const LIST_MARKER = /^[ \t\u3000>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t\u3000]+(?:\[[ xX]\][ \t\u3000]+)?)?/;
/** Up to the last markup: what stands in bold is over when the bold is. */
const UP_TO_MARKUP = /^[\s\S]*[*_`~[\]<>|\\]/;
/** What a sentence ends with, folded, and the quotation mark or bracket behind it. */
const SENTENCE_END = /[。!?]+["”)】]*/g;

/** Reads the line around an offset. */
export function surroundings(text: string, offset: number): Surroundings {
  const whole = text.slice(Math.max(0, offset - REACH), offset);
  const line = matched(/[^\r\n]*$/, whole);
  const before = line.replace(LIST_MARKER, '').replace(UP_TO_MARKUP, '').trimStart();
  let start = 0;
  for (const { 0: end, index } of fold(before).matchAll(SENTENCE_END)) start = index + end.length;
  const rest = matched(/^[^\r\n]*/, text.slice(offset, offset + REACH));
  const after = rest.replace(/^[*_~`\s]+/, '').replace(/^(?:<!--|\|)[\s\S]*$/, '');
  return { before, sentence: before.slice(start).trimStart(), after: after.trimEnd() };
}

/** Whether a sentence may begin after a text of the same sentence: nothing, or only 首先， or 一、 stands there. */
export function beginsSentence(sentence: string): boolean {
  const said = fold(sentence.trim());
  return said === '' || (/[,、:.)]$/.test(said) && readMarker(said)?.length === said.length);
}

/** A clause is open at its end after these: what follows is its object or its verb. */
const OPEN_END =
  /(?:[的地得在对向和与及或把被给为以从到由让请将跟同比并就再先还也都要会能，、；：,;:“"「『（(—…·]|通过|根据|按照|依照|围绕|关于|为了|因为|如果|只有|只要|以及|可以|应当|应该|必须|主动|立即|马上|及时|耐心|认真)$/;
/** What goes on from the phrase without a comma: punctuation, and 的 in 不推诿的态度. */
const GOES_ON = /^(?:[，。、；：？！…”’）】》」』,.;:?!)\]}]|[的地得等之者们])/;

/**
 * What to put before and after a phrase so that it stands well where it is inserted.
 *
 * Before: a comma, when an unfinished clause stands there that the phrase does not go on from (把楼道扫干净 + 上门看望
 * 老人); none after punctuation, after a lead-in (首先，我会) or after a word that wants something to follow (通过).
 * After: `。` (`？` for a question) when the phrase is a sentence of its own, that is, begins one and nothing follows on
 * the line; a comma when text follows; nothing when punctuation follows, so none is ever doubled. A phrase that goes on
 * from typed words is left open: whether its sentence ends there only the writer knows.
 * @param sentence what stands in the sentence before the phrase
 * @param goesOn whether the phrase takes the place of typed words
 */
export function joinPhrase(
  phrase: string,
  { sentence, after }: Pick<Surroundings, 'sentence' | 'after'>,
  goesOn: boolean,
): string {
  const alone = beginsSentence(sentence);
  const said = sentence.trimEnd();
  const clause = matched(/[^，,；;：:]*$/, said);
  // 我会 + 我带上梯子: said once.
  const own = /我/.test(clause) && isLeadIn(clause) ? phrase.replace(/^我们?(?=\p{L})/u, '') : phrase;
  const open = alone || goesOn || said === '' || OPEN_END.test(said) || isLeadIn(clause);
  return `${open ? '' : '，'}${own}${closing(phrase, after, alone && !goesOn)}`;
}

function closing(phrase: string, after: string, alone: boolean): string {
  if (/[。！？!?…”」』]$/.test(phrase) || GOES_ON.test(after)) return '';
  if (after !== '') return '，';
  return alone ? sentenceEnd(phrase) : '';
}

/** The mark a phrase ends with when it is a sentence. */
export function sentenceEnd(phrase: string): string {
  if (/[。！？!?…”」』]$/.test(phrase)) return '';
  return /[吗呢]$/.test(phrase) ? '？' : '。';
}
