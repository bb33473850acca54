import type { Analysis } from '../analysis/analyse';
import type { Locale } from '../messages/messages';
import { expectedSections } from '../rules/sectionMissing';
import { STATUS_SHARE } from './statusMark';

/** What judges score, with how far the answer shows it: an estimate from the sections, no score. */
export interface ElementReport {
  readonly id: string;
  readonly title: string;
  /** Of 100 for all elements together. */
  readonly weight: number;
  /** 0 to 1: the mean of its sections, full 1, weak ½, absent 0. */
  readonly share: number;
  /** Titles of the sections it is seen in. */
  readonly sections: readonly string[];
}

/**
 * The elements the framework names, in its order. One whose sections the question does not ask for is left out, and
 * so is one of weight 0.
 * @param weights the writer's own, by id
 */
export function elementReports(
  analysis: Analysis,
  weights: Readonly<Record<string, number>>,
  locale: Locale,
): ElementReport[] {
  const expected = expectedSections(analysis);
  const elements = analysis.choice?.framework.elements ?? [];
  return elements.flatMap(({ id, title, weight: usual, sections }) => {
    const own = expected.filter(({ section }) => sections.includes(section.id));
    const weight = weights[id] ?? usual;
    if (own.length === 0 || weight <= 0) return [];
    return [
      {
        id,
        title: title[locale],
        weight,
        share: own.reduce((sum, { status }) => sum + STATUS_SHARE[status], 0) / own.length,
        sections: own.map(({ section }) => section.title[locale]),
      },
    ];
  });
}
