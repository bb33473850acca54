import type { Builtin } from '../builtin';
import type { Rubrics } from '../core/framework/types';
import { denyWording } from '../core/phrases/deny';
import { setPhrases } from '../core/phrases/fromPassages';
import { LIMITS } from '../documents/limits';
import type { ReadingSetup } from './types';

/** What documents are read with where these rubrics are in force; the same in the language server and elsewhere. */
export function readingSetup(
  { frameworks, wording }: Pick<Rubrics, 'frameworks' | 'wording'>,
  { phrases, deny, model }: Pick<Builtin, 'phrases' | 'deny' | 'model'>,
): ReadingSetup {
  return {
    frameworks,
    deny: [...deny, ...denyWording(wording)],
    allowed: setPhrases(frameworks, phrases),
    model,
    limits: LIMITS,
  };
}
