import type { ModelData } from './core/analysis/model';
import type { Rubrics } from './core/framework/types';

/** What ships with the extension; compiled from rubrics/ by the build. */
export interface Builtin {
  readonly rubrics: Rubrics;
  readonly model: ModelData;
}
