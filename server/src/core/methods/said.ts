import type { Analysis } from '../analysis/analyse';
import { isOwnVoice } from '../analysis/guards';
import type { SystemMember } from '../framework/types';
import { fold } from '../text/fold';
import type { Range } from '../text/range';
import { type SystemHit, systemLexicon } from './lexicon';

/** A word of a system in the draft; the range is absolute. */
export type PlacedHit = SystemHit & {
  /** Number of the block, to tell paragraphs apart. */
  readonly block: number;
};

/** All words of systems in the answer, the question left out, in order of place; O(answer). */
export function systemHits(analysis: Analysis): PlacedHit[] {
  const { draft, rubrics } = analysis;
  if (!rubrics.systems?.length) return [];
  const lexicon = systemLexicon(rubrics);
  return draft.blocks.flatMap(({ block, from, role }, number) =>
    role === 'answer'
      ? lexicon
          .read(block)
          .map((hit) => ({ ...hit, from: from + hit.from, to: from + hit.to, block: number }))
      : [],
  );
}

/** Drops a word that lies inside another of the same member (依法 in 依法处理), so that one deed counts once. */
export function withoutCovered<Hit extends Range>(hits: readonly Hit[]): Hit[] {
  let reach = -1;
  return [...hits]
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ to }) => {
      const covered = to <= reach;
      if (!covered) reach = to;
      return !covered;
    });
}

/** Whether the answer names a member or does one of its deeds. */
export function isSaid(hits: readonly PlacedHit[], member: SystemMember): boolean {
  return hits.some(
    (hit) =>
      hit.member === member && (hit.strength === 'phrase' || hit.strength === 'cue') && isOwnVoice(hit.guard),
  );
}

/** The words of a list that stand in the question, in the order of the list. */
export function wordsInQuestion(analysis: Analysis, words: readonly string[]): string[] {
  const question = fold(analysis.draft.question?.text ?? '');
  return question === '' ? [] : words.filter((word) => question.includes(fold(word)));
}

/** The question kinds of a draft: what the question shows or the front matter names, else what the framework answers. */
export function kindsOf({ draft, choice, kinds }: Analysis): readonly string[] {
  const shown = kinds?.kinds.map(({ kind }) => kind.id) ?? [];
  if (shown.length > 0) return shown;
  const named = draft.frontMatter.kind?.value;
  return named === undefined || named === '' ? (choice?.framework.kinds ?? []) : [named];
}
