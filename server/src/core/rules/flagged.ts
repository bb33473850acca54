import type { Analysis } from '../analysis/analyse';
import { SentenceEvidence, type WordingHit } from '../analysis/evidence';
import { membersThat } from '../analysis/chapter';
import { BlockReading, type Passage } from '../analysis/passage';
import type { Localized, Source, WordingRule } from '../framework/types';
import { keptWith } from '../text/kept';
import type { Range } from '../text/range';
import {
  isAddressed,
  isMeant,
  isOfWriter,
  isMeantAsLabel,
  isToColleagues,
  LONGEST_SENTENCE,
  nearby,
} from './patterns/meant';
import { takesOn } from './patterns/shirking';
import { formsIn } from './sentenceForms';

/** What is said and should not be; the range counts from the start of the block. */
export interface Flagged extends Range {
  readonly code: WordingRule;
  /** A fault only where the question puts the writer in charge. */
  readonly inCharge: boolean;
  /** A fault however well the matter is handled besides. */
  readonly outright: boolean;
  readonly why: Localized;
  readonly rewrites: readonly string[];
  readonly source?: Source | undefined;
}

/** A sentence in which something is flagged. */
export interface FlaggedSentence {
  /** Its number in the block. */
  readonly at: number;
  readonly evidence: SentenceEvidence;
  readonly found: readonly Flagged[];
}

const NONE_FLAGGED: readonly FlaggedSentence[] = [];
const NO_SENTENCES: readonly SentenceEvidence[] = [];

/** What is flagged in the sentences of a block; most have nothing. */
export const flaggedIn = keptWith(
  BlockReading,
  ({ sentences }: BlockReading): readonly FlaggedSentence[] => {
    let flagged: FlaggedSentence[] | undefined;
    for (let at = 0; at < sentences.length; at++) {
      const evidence = sentences[at];
      if (!evidence || evidence.sentence.kind === 'heading') continue;
      const found = flags(evidence);
      if (found.length > 0) (flagged ??= []).push({ at, evidence, found });
    }
    return flagged ?? NONE_FLAGGED;
  },
  NONE_FLAGGED,
);

/** The sentences of a block that pass the buck. */
export const shirkingIn = keptWith(
  BlockReading,
  (reading: BlockReading): readonly SentenceEvidence[] => {
    const shirking = flaggedIn(reading).filter(({ found }) =>
      found.some(({ code, inCharge }) => code === 'role.shirk' && !inCharge),
    );
    return shirking.length === 0 ? NO_SENTENCES : shirking.map(({ evidence }) => evidence);
  },
  NO_SENTENCES,
);

const shirkingPassages = membersThat(({ reading }: Passage) => shirkingIn(reading).length > 0);

/** Whether the writer passes the buck somewhere. */
export function shirks({ answer }: Analysis): boolean {
  return shirkingPassages(answer.chapters).length > 0;
}

const HELPS =
  /我(?:来|去|先|马上|这就|立即|可以|会|再)?(?:帮|替|陪|给)(?:您|你|他|她)|帮(?:您|你|他|她)(?:联系|问|找|查|转)/;
/** 这一项不归社区管。但我…: the next sentence takes it back. */
const BUT = /^\s*(?:但|不过|可是?|然而|即便如此|话虽如此|尽管如此|虽说)/;

/** Whether the sentence, or the one that follows, goes on to help after all. */
export function helpsAfterAll(evidence: SentenceEvidence, next: SentenceEvidence | undefined): boolean {
  return helps(evidence) || (next !== undefined && takesBack(next));
}

const helps = keptWith(SentenceEvidence, ({ sentence }: SentenceEvidence): boolean =>
  HELPS.test(sentence.folded.slice(0, LONGEST_SENTENCE)),
);

const takesBack = keptWith(SentenceEvidence, ({ sentence }: SentenceEvidence): boolean => {
  const said = sentence.folded.slice(0, LONGEST_SENTENCE);
  return BUT.test(said) && takesOn(said);
});

/** 我先不讲道理: of oneself, it looks down on nobody. */
const IS_ONESELF = /我(?:们)?(?:先|也|就|都|再|可)?$/;

/** 对那位大姐,不讲道理,只陪她坐: what the writer leaves out. */
const LEFT_OUT = /^不.{1,4},(?:只|先|而)/;

/** Meant as the writer's own: neither what others say nor what is to be avoided nor taken back. */
function isOwn({ from, to, guard, list }: WordingHit, { sentence }: SentenceEvidence): boolean {
  const text = sentence.folded;
  const said = nearby({ text, from: from - sentence.from, to: to - sentence.from, guard });
  if (list.rule === 'wording.dignity')
    return (
      isMeantAsLabel(said) &&
      !IS_ONESELF.test(said.text.slice(0, said.from)) &&
      !LEFT_OUT.test(said.text.slice(said.from, said.to + 3))
    );
  if (!isMeant(said)) return false;
  if (list.spoken) return !isToColleagues(said) && (isAddressed(said) || isOfWriter(said));
  return list.rule !== 'role.shirk' || !takesOn(said.text, said.to);
}

/** The entries of the lists, and where they say nothing, the general forms. */
function flags(evidence: SentenceEvidence): readonly Flagged[] {
  const { patterns } = formsIn(evidence);
  if (evidence.wording.length === 0 && patterns.length === 0) return NOTHING;
  const found: Flagged[] = [];
  for (const hit of evidence.wording) {
    const { from, to, list, entry } = hit;
    // Clichés have a rule of their own, which judges them together.
    if (list.rule === 'cliche' || !isOwn(hit, evidence)) continue;
    const { why, rewrites, source } = entry;
    found.push({ code: list.rule, inCharge: false, outright: false, from, to, why, rewrites, source });
  }
  for (const { pattern, rule: code, ...place } of patterns) {
    const from = evidence.sentence.from + place.from;
    const to = evidence.sentence.from + place.to;
    const covered = found.some((other) => other.code === code && other.from < to && from < other.to);
    const { why, rewrites, inCharge = false, outright = false } = pattern;
    if (!covered) found.push({ code, inCharge, outright, from, to, why, rewrites });
  }
  return found;
}

const NOTHING: readonly Flagged[] = [];
