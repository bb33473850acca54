import type { CompiledRubrics } from './core/analysis/compiled';
import type { ModelData, Unpacked } from './core/analysis/model';
import type { Rubrics } from './core/framework/types';
import type { DenyList, PhraseBank } from './core/phrases/types';

/** What ships with the extension; compiled from rubrics/ by the build. */
export interface Builtin {
  readonly rubrics: Rubrics;
  readonly model: ModelData;
  /** Phrases in our own words, see rubrics/phrases. */
  readonly phrases: readonly PhraseBank[];
  /** What keeps clauses of documents out of the suggestions, see rubrics/deny. */
  readonly deny: readonly DenyList[];
  /** What the build has worked out of the rubrics and the model; none where everything is in one file. */
  readonly compiled?: { readonly rubrics: CompiledRubrics; readonly unpacked: Unpacked };
}
