import type { SentenceEvidence } from '../../analysis/evidence';
import { membersThat } from '../../analysis/chapter';
import type { Answer, PlacedLine } from '../../analysis/lines';
import { Passage } from '../../analysis/passage';
import { keptWith } from '../../text/kept';
import { followingIn } from './following';
import { COMPLYING, FOLLOWING, NAMING, REPORTING, saysOutsideQuotations } from './forms';
import { IDLES, PASSES_UP, THEY_ACT } from './leaving';

/** Share of a paragraph, in 字, in which those above handle it or the writer looks on. */
const SHARE = 0.6;
/** In a paragraph, of less than this in 字, nothing is judged. */
const MIN_HANZI = 40;
/** Fewer such sentences make no paragraph of it. */
const MIN_SENTENCES = 3;
/** A sentence with as many deeds, times and quantities does something itself. */
const BUSY = 3;
/** So many of them a sentence, on the average, and the paragraph does. */
const BUSY_PARAGRAPH = 1;

/** A longer sentence, in 字, says more than that, unless superiors are both asked and acting in it. */
const MAX_HANZI = 45;

/** Where a paragraph leaves the whole handling to those above: they come, talk and decide; the writer looks on. */
export function leavesItToThem(answer: Answer): PlacedLine | undefined {
  const { passages, chapters } = answer;
  const [at = -1] = leavingPassages(chapters);
  const passage = passages[at];
  return passage && answer.placeLine(at, leavingIn(passage));
}

/** The first line of the first paragraph of a passage that does nothing else, -1 for none. */
const leavingIn = keptWith(
  Passage,
  (passage: Passage): number => {
    const { lines } = passage;
    const following = followingIn(passage);
    if (lines.length < MIN_SENTENCES || !following.some((does) => (does & NAMING) !== 0)) return -1;
    let paragraph: number[] = [];
    for (let at = 0; at < lines.length; at++) {
      const sentence = lines[at]?.sentence;
      if (sentence?.startsParagraph) {
        if (isNothingElse(paragraph, passage, following)) break;
        paragraph = [];
      }
      if (sentence?.kind === 'sentence') paragraph.push(at);
    }
    return isNothingElse(paragraph, passage, following) ? (paragraph[0] ?? -1) : -1;
  },
  -1,
);

const leavingPassages = membersThat((passage: Passage) => leavingIn(passage) >= 0);

function isNothingElse(paragraph: readonly number[], { lines }: Passage, following: Uint8Array): boolean {
  if (paragraph.length < MIN_SENTENCES || !paragraph.some((at) => ((following[at] ?? 0) & NAMING) !== 0))
    return false;
  let hanzi = 0;
  let particulars = 0;
  // At most so much of it may leave it to them.
  let idle = 0;
  let idleHanzi = 0;
  for (const at of paragraph) {
    const line = lines[at];
    if (!line) continue;
    hanzi += line.sentence.hanzi;
    particulars += particularsOf(line);
    if (particularsOf(line) >= BUSY) continue;
    if (line.sentence.hanzi > MAX_HANZI && ((following[at] ?? 0) & NAMING) === 0) continue;
    idle++;
    idleHanzi += line.sentence.hanzi;
  }
  // Before any form is looked for: most paragraphs are busy.
  if (hanzi < MIN_HANZI || particulars > paragraph.length * BUSY_PARAGRAPH) return false;
  if (!isMost(idle, idleHanzi, paragraph, hanzi)) return false;
  let leaving = 0;
  let sentences = 0;
  let up = 0;
  let they = 0;
  let passive = 0;
  for (const at of paragraph) {
    const line = lines[at];
    if (!line || particularsOf(line) >= BUSY) continue;
    const { sentence } = line;
    const does = following[at] ?? 0;
    const names = (does & NAMING) !== 0;
    const passesUp = names && saysOutsideQuotations(PASSES_UP, sentence);
    const theyAct = names && saysOutsideQuotations(THEY_ACT, sentence);
    if (sentence.hanzi > MAX_HANZI && !(passesUp && theyAct)) continue;
    const idles = (does & COMPLYING) !== 0 || saysOutsideQuotations(IDLES, sentence);
    if (!passesUp && !theyAct && !idles && (does & FOLLOWING) === 0) continue;
    sentences++;
    leaving += sentence.hanzi;
    if (passesUp || (does & REPORTING) !== 0) up++;
    if (theyAct) they++;
    if (idles) passive++;
  }
  return isMost(sentences, leaving, paragraph, hanzi) && (up > 0 || they > 1) && they + passive > 1;
}

/** Whether so many sentences with so many 字 are most of a paragraph. */
function isMost(sentences: number, leaving: number, paragraph: readonly number[], hanzi: number): boolean {
  return sentences >= MIN_SENTENCES && sentences * 2 > paragraph.length && leaving >= hanzi * SHARE;
}

/** Deeds, times and quantities. */
function particularsOf({ concrete: { deed, when, quantity } }: SentenceEvidence): number {
  return deed + when + quantity;
}
