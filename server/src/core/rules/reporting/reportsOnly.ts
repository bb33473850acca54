import { Analysis } from '../../analysis/analyse';
import { sectionsAskedOf } from '../../analysis/answerTotals';
import { Chapter, membersThat } from '../../analysis/chapter';
import type { SectionCoverage } from '../../analysis/coverage';
import type { Labelling } from '../../analysis/label';
import { LabelledPassage } from '../../analysis/labelledPassage';
import type { PlacedLine } from '../../analysis/lines';
import { keptWith } from '../../text/kept';
import { followingIn } from './following';
import { DEFERRING, REPORTING } from './forms';
import { compliesInParagraph } from './compliance';
import { leavesItToThem } from './leavesToThem';
import { SURE_SLOGAN } from '../slogans';

/** Fewer sentences that defer make no answer of deferring. */
const MIN_DEFERRING = 3;
/** Share of the answer, in 字, that defers. */
const DEFERRING_SHARE = 1 / 3;

/** The first sentence of what is nothing but reporting; undefined when the answer does more. */
export function reportsOnly(analysis: Analysis): PlacedLine | undefined {
  return judged(analysis).first;
}

/** Several rules ask. */
const judged = keptWith(
  Analysis,
  ({ labelling, sections }: Analysis): { readonly first: PlacedLine | undefined } => ({
    first:
      labelling &&
      (defersThroughout(labelling) ??
        defersInPart(labelling, sections) ??
        compliesInParagraph(labelling.answer) ??
        leavesItToThem(labelling.answer)),
  }),
);

/** What a passage says of deferring, in its lines that say something. */
class Deferring {
  hanzi = 0;
  deferring = 0;
  deferringHanzi = 0;
  /** Lines that do something for a section. */
  doing = 0;
  /** The first line that defers, -1 for none. */
  first = -1;
}

const deferringIn = keptWith(LabelledPassage, (labelled: LabelledPassage): Deferring => {
  const { passage } = labelled;
  const following = followingIn(passage);
  const all = new Deferring();
  const { lines } = passage;
  for (let at = 0; at < lines.length; at++) {
    const sentence = lines[at]?.sentence;
    if (sentence?.kind !== 'sentence') continue;
    const { hanzi } = sentence;
    all.hanzi += hanzi;
    if (((following[at] ?? 0) & DEFERRING) !== 0) {
      all.deferring++;
      all.deferringHanzi += hanzi;
      if (all.first < 0) all.first = at;
    } else if (labelled.sectionOf(at) >= 0 && labelled.sloganOf(at) < SURE_SLOGAN) all.doing++;
  }
  return all;
});

/** The same of several, but for where it begins. */
type DeferringSum = Omit<Deferring, 'first'>;

function addUp(parts: readonly DeferringSum[]): DeferringSum {
  const all = { hanzi: 0, deferring: 0, deferringHanzi: 0, doing: 0 };
  for (const own of parts) {
    all.hanzi += own.hanzi;
    all.deferring += own.deferring;
    all.deferringHanzi += own.deferringHanzi;
    all.doing += own.doing;
  }
  return all;
}

const chapterDeferring = keptWith(Chapter, ({ members }: Chapter<LabelledPassage>) =>
  addUp(members.map(deferringIn)),
);

function defersThroughout({ passages, answer, chapters }: Labelling): PlacedLine | undefined {
  const all = addUp(chapters.chapters.map(chapterDeferring));
  const enough = all.deferring >= MIN_DEFERRING && all.deferring >= all.doing;
  if (!enough || all.deferringHanzi < all.hanzi * DEFERRING_SHARE) return undefined;
  const at = passages.findIndex((passage) => deferringIn(passage).first >= 0);
  const passage = passages[at];
  return passage && answer.placeLine(at, deferringIn(passage).first);
}

const NO_LINES: readonly number[] = [];

/** Numbers of the lines of a passage that report; most have none. */
const reportingIn = keptWith(
  LabelledPassage,
  ({ passage }: LabelledPassage): readonly number[] => {
    let reporting: number[] | undefined;
    const following = followingIn(passage);
    for (let at = 0; at < following.length; at++)
      if (((following[at] ?? 0) & REPORTING) !== 0) (reporting ??= []).push(at);
    return reporting ?? NO_LINES;
  },
  NO_LINES,
);

/** Lines among which reporting is looked for. */
interface Group {
  /** How many have to report at least. */
  readonly least: number;
  lines: number;
  reporting: number;
  /** The first that reports. */
  first: PlacedLine | undefined;
}

const reportingPassages = membersThat((passage: LabelledPassage) => reportingIn(passage).length > 0);

/** Lines of a chapter that say something, by their section; the last cell is none. */
const chapterSpoken = keptWith(Chapter, ({ members }: Chapter<LabelledPassage>): Uint32Array => {
  const all = new Uint32Array(sectionsAskedOf(members).length + 1);
  for (const labelled of members) {
    for (const [at, { sentence }] of labelled.passage.lines.entries()) {
      if (sentence.kind !== 'sentence') continue;
      const section = labelled.sectionOf(at);
      const cell = section < 0 ? all.length - 1 : section;
      all[cell] = (all[cell] ?? 0) + 1;
    }
  }
  return all;
});

function defersInPart(
  { passages, answer, chapters }: Labelling,
  sections: readonly SectionCoverage[],
): PlacedLine | undefined {
  const isFull = [...sections.map(({ status }) => status === 'full'), false];
  const loose: Group = { least: 2, lines: 0, reporting: 0, first: undefined };
  const groups = sections.map(({ totals }, section): Group =>
    isFull[section]
      ? { least: Number.POSITIVE_INFINITY, lines: 0, reporting: 0, first: undefined }
      : { least: 1, lines: totals.lines, reporting: 0, first: undefined },
  );
  const reporters = reportingPassages(chapters);
  if (reporters.length === 0) return undefined;
  for (const chapter of chapters.chapters) {
    const spoken = chapterSpoken(chapter);
    for (const [section, lines] of spoken.entries()) if (!isFull[section]) loose.lines += lines;
  }
  for (const index of reporters) {
    const passage = passages[index];
    if (!passage) break;
    const reporting = reportingIn(passage);
    const take = (group: Group, line: number): void => {
      group.reporting++;
      group.first ??= answer.placeLine(index, line);
    };
    for (const line of reporting) {
      const section = passage.sectionOf(line);
      const isSpoken = passage.passage.lines[line]?.sentence.kind === 'sentence';
      if (isSpoken && !isFull[section < 0 ? sections.length : section]) take(loose, line);
      // What an absent section had is no evidence of it.
      for (let own = 0; own < groups.length; own++) {
        const group = groups[own];
        if (group && group.lines > 0 && passage.counts(line, own)) take(group, line);
      }
    }
  }
  return [loose, ...groups].find(
    ({ least, lines, reporting }) => reporting >= least && reporting * 2 >= lines,
  )?.first;
}
