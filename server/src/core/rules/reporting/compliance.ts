import { membersThat } from '../../analysis/chapter';
import type { Answer, PlacedLine } from '../../analysis/lines';
import { Passage } from '../../analysis/passage';
import { keptWith } from '../../text/kept';
import { followingIn } from './following';
import { COMPLYING, DEFERRING, FOLLOWING } from './forms';

/** Share of a paragraph, in 字, that reports and complies. */
const PARAGRAPH_SHARE = 0.7;
/** In a paragraph, of less than this in 字, nothing is judged. */
const MIN_PARAGRAPH = 40;

/** Fewer sentences that report upwards or do as told make no such paragraph. */
const MIN_DEFERRING = 2;

/** Fewer sentences one after the other make no answer of it. */
const MIN_RUN = 3;

/** Where an answer handles the matter by a report and by doing as told: in a paragraph, or sentence after sentence. */
export function compliesInParagraph(answer: Answer): PlacedLine | undefined {
  const { passages, chapters } = answer;
  const [at = -1] = compliantPassages(chapters);
  const passage = passages[at];
  return passage ? answer.placeLine(at, complianceIn(passage).paragraph) : runOfCompliance(answer);
}

/** What a passage says of doing as told. */
interface Compliance {
  /** The first line of its first paragraph that is nothing else, -1 for none. */
  readonly paragraph: number;
  /** Whether any line reports upwards, waits for orders or does as told. */
  readonly any: boolean;
}

const NONE: Compliance = { paragraph: -1, any: false };
const NO_PARAGRAPH: Compliance = { paragraph: -1, any: true };

const complianceIn = keptWith(
  Passage,
  (passage: Passage): Compliance => {
    const following = followingIn(passage);
    let lines = 0;
    let all = 0;
    for (const does of following) {
      if ((does & FOLLOWING) !== 0) lines++;
      all |= does;
    }
    if (lines === 0) return NONE;
    // What a paragraph needs the passage lacks.
    if (lines < MIN_DEFERRING || (all & COMPLYING) === 0 || (all & DEFERRING) === 0) return NO_PARAGRAPH;
    /** Numbers of the lines of the paragraph, but for those that announce the others. */
    let paragraph: number[] = [];
    for (const [at, { sentence }] of passage.lines.entries()) {
      // What announces a paragraph begins it all the same.
      if (sentence.startsParagraph) {
        if (isNothingButCompliance(paragraph, passage)) break;
        paragraph = [];
      }
      if (sentence.kind === 'sentence') paragraph.push(at);
    }
    const first = isNothingButCompliance(paragraph, passage) ? paragraph[0] : undefined;
    return first === undefined ? NO_PARAGRAPH : { paragraph: first, any: true };
  },
  NONE,
);

const compliantPassages = membersThat((passage: Passage) => complianceIn(passage).paragraph >= 0);
const followingPassages = membersThat((passage: Passage) => complianceIn(passage).any);

function isNothingButCompliance(paragraph: readonly number[], passage: Passage): boolean {
  const following = followingIn(passage);
  const does =
    (what: number) =>
    (at: number): boolean =>
      ((following[at] ?? 0) & what) !== 0;
  const hanziOf = (of: readonly number[]): number =>
    of.reduce((sum, at) => sum + (passage.lines[at]?.sentence.hanzi ?? 0), 0);
  if (!paragraph.some(does(COMPLYING)) || hanziOf(paragraph) < MIN_PARAGRAPH) return false;
  const deferring = paragraph.filter(does(FOLLOWING));
  return (
    deferring.length >= MIN_DEFERRING &&
    paragraph.some(does(DEFERRING)) &&
    hanziOf(deferring) >= hanziOf(paragraph) * PARAGRAPH_SHARE
  );
}

/** Sentence after sentence of reporting and doing as told, wherever it stands. */
function runOfCompliance(answer: Answer): PlacedLine | undefined {
  let run:
    { passage: number; line: number; length: number; complying: number; deferring: number } | undefined;
  /** Number of the line after the last one looked at. */
  let next = 0;
  for (const passage of followingPassages(answer.chapters)) {
    const own = answer.passages[passage];
    if (!own) break;
    const start = answer.startOf(passage);
    // What lies between does nothing of the kind.
    if (start > next) run = undefined;
    next = start + own.lines.length;
    for (const [line, does] of followingIn(own).entries()) {
      if ((does & FOLLOWING) === 0) {
        run = undefined;
        continue;
      }
      run ??= { passage, line, length: 0, complying: 0, deferring: 0 };
      run.length++;
      if ((does & COMPLYING) !== 0) run.complying++;
      if ((does & DEFERRING) !== 0) run.deferring++;
      if (run.length >= MIN_RUN && run.complying >= 2 && run.deferring > 0)
        return answer.placeLine(run.passage, run.line);
    }
  }
  return undefined;
}
