import assert from 'node:assert/strict';
import { NONE_FEATURES, noneFeatures, nonePlaceFeatures } from '../../../server/src/core/analysis/features';
import { countSignals } from '../../../server/src/core/analysis/signals';
import type { Answer, Line } from '../../../server/src/core/analysis/lines';
import { analyse } from '../../support/check';
import { LAMP } from '../../support/fixtureRubrics';

export const SECTIONS = LAMP.sections.length;

/** The answer of a text, in the fixture's framework. */
export function answerOf(text: string): Answer {
  return analyse(text, { framework: 'lamp' }).answer;
}

/** A line of an answer; from its end when negative. */
export function lineAt(answer: Answer, index: number): Line {
  const line = answer.lines.at(index);
  assert.ok(line);
  return line;
}

/** The features that say that a line belongs to no section, by name. */
export function noneOf(text: string, index: number): string[] {
  const answer = answerOf(text);
  const line = lineAt(answer, index);
  const names: string[] = [];
  const sink = (feature: number): void => void names.push(NONE_FEATURES[feature] ?? 'unknown');
  noneFeatures(line, countSignals(line, 0, SECTIONS), sink);
  nonePlaceFeatures({ index, count: answer.lines.length }, sink);
  return names;
}
