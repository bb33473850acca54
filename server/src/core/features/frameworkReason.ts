import type { Analysis } from '../analysis/analyse';
import { kindFit } from '../framework/fit';
import type { Framework } from '../framework/types';
import type { Locale } from '../messages/messages';
import { fold } from '../text/fold';
import { kindTitle } from './questionKind';

/** Why a framework answers a question. */
export interface FrameworkReason {
  /** Title of the question kind it is for, when the question is of that kind: `应急应变`. */
  readonly kind?: string;
  /** Words of the question that speak for it, folded. */
  readonly because: readonly string[];
}

/** More words than this explain nothing. */
const WORDS = 3;

/** Why a framework answers the question of a draft: the kind it is for, and the words that tell. */
export function frameworkReason(framework: Framework, analysis: Analysis, locale: Locale): FrameworkReason {
  const question = fold(analysis.draft.question?.text ?? '');
  const fit = kindFit(framework, analysis.kinds);
  const recognised = analysis.kinds?.kinds.find(({ kind }) => kind.id === fit?.kind);
  const own = framework.cues.map(fold).filter((word) => question.includes(word));
  const words = [...new Set([...own, ...(fit?.because ?? [])])];
  const because = words
    .filter((word) => !words.some((longer) => longer !== word && longer.includes(word)))
    .slice(0, WORDS);
  if (!recognised) return { because };
  // A framework for another sort of the kind does not answer this sort.
  const isOfSort = recognised.variant !== undefined && framework.kinds.includes(recognised.variant.id);
  return { kind: isOfSort ? kindTitle(recognised, locale) : recognised.kind.title[locale], because };
}
