import {
  CONTEXTS,
  NONE_FEATURES,
  SECTION_FEATURES,
  TRANSITIONS,
} from '../../server/src/core/analysis/features';
import type { Model } from '../../server/src/core/analysis/model';
import { BUCKETS } from '../../server/src/core/analysis/ngrams';
import { pack } from '../../server/src/core/analysis/packed';
import { fixtureModel } from './fixtureModel';
import { LAMP } from './fixtureRubrics';

/** A model of any weights, with or without words of its own for the fixture's first framework. */
export function anyModel(random: () => number, isKnown: boolean): Model {
  const some = (length: number): number[] => Array.from({ length }, () => random() * 4 - 2);
  const columns = LAMP.sections.length + 1;
  const table = Int8Array.from({ length: BUCKETS * columns }, () => Math.floor(random() * 3) - 1);
  return fixtureModel({
    section: some(SECTION_FEATURES.length),
    none: some(NONE_FEATURES.length),
    transitions: some(TRANSITIONS * CONTEXTS),
    frameworks: isKnown
      ? {
          lamp: {
            sections: LAMP.sections.map(({ id }) => id),
            bias: some(columns),
            scale: 0.05,
            ngrams: pack(table),
          },
        }
      : {},
  });
}
