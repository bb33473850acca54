import assert from 'node:assert/strict';
import type { SectionCoverage } from '../../../server/src/core/analysis/coverage';
import type { Analysis } from '../../../server/src/core/analysis/analyse';
import type { FrameworkModelData } from '../../../server/src/core/analysis/model';
import { LAMP } from '../../support/fixtureRubrics';
import { lines } from '../../support/marked';

/** The fixture's framework, whatever the question. */
export const OPTIONS = { framework: 'lamp' };
/** An answer with every section of it. */
export const FULL = lines('我先道歉。', '', '我去查看灯杆，问清时间。', '', '我更换灯泡。');

/** A section of an analysis, by its id. */
export function sectionOf(analysis: Analysis, id: string): SectionCoverage {
  const found = analysis.sections.find(({ section }) => section.id === id);
  assert.ok(found, id);
  return found;
}

/** A score for `full` or `weak` that is never chosen. */
export const NEVER = -50;
/** As the model has it of a framework it was trained on; no word says anything. */
export const TRAINED: Readonly<Record<string, FrameworkModelData>> = {
  lamp: { sections: LAMP.sections.map(({ id }) => id), bias: [0, 0, 0, 0, 0, 0], scale: 1, ngrams: '' },
};
