import {
  NONE_FEATURES,
  SECTION_FEATURES,
  TRANSITIONS,
  CONTEXTS,
} from '../../server/src/core/analysis/features';
import { STATUS_FEATURES } from '../../server/src/core/analysis/statusFeatures';
import { Model, type ModelData } from '../../server/src/core/analysis/model';
import { BUCKETS, ngramBuckets } from '../../server/src/core/analysis/ngrams';
import { MAX_WEIGHT, pack } from '../../server/src/core/analysis/packed';
import { fold } from '../../server/src/core/text/fold';

/** The weights of a list of named features; those not named are zero. */
export function weights<Name extends string>(
  names: readonly Name[],
  values: Readonly<Partial<Record<Name, number>>>,
): number[] {
  return names.map((name) => values[name] ?? 0);
}

/** Packed weights of one column that speak for the given words as loud as can be. */
export function wordWeights(words: readonly string[]): string {
  const table = new Int8Array(BUCKETS);
  for (const word of words) for (const bucket of ngramBuckets(fold(word))) table[bucket] = MAX_WEIGHT;
  return pack(table);
}

/** The slogans of the fixture: clichés of its wording lists. */
export const SLOGANS = ['高度重视', '凝聚合力'];

/**
 * A model whose decisions can be read off: a sentence with a cue, or under the heading, of a section belongs to it;
 * any other to none; a section is full when all its required points are found; a sentence with one of SLOGANS is a
 * slogan. Position and neighbours do not count.
 */
export const FIXTURE_MODEL_DATA: ModelData = {
  version: 1,
  section: weights(SECTION_FEATURES, { 'cues>=1': 8, phrase: 1, heading: 5, 'own-heading': 8 }),
  none: weights(NONE_FEATURES, { bias: 2, 'no-cue': 1 }),
  transitions: new Array<number>(TRANSITIONS * CONTEXTS).fill(0),
  frameworks: {},
  status: {
    full: weights(STATUS_FEATURES, { bias: -3, required: 4 }),
    weak: weights(STATUS_FEATURES, { 'no-line': -3 }),
  },
  slogan: { bias: -4, scale: 1, ngrams: wordWeights(SLOGANS) },
  choice: { frameworks: [], bias: [], scale: 1, ngrams: '', cue: 4, weakCue: 1 },
};

/** The fixture model; a new one, because a model keeps its tables. */
export function fixtureModel(data: Partial<ModelData> = {}): Model {
  return new Model({ ...FIXTURE_MODEL_DATA, ...data });
}
