import {
  reportModel,
  type ReportModel,
  type ReportOptions,
} from '../../../server/src/core/features/reportModel';
import type { Rubrics } from '../../../server/src/core/framework/types';
import { analyse, checkAnalysis } from '../../support/check';
import { RUBRICS } from '../../support/fixtureRubrics';
import { lines } from '../../support/marked';

/** A draft of which sections are full, weak and absent, with a character of two units. */
export const TEXT = lines('题目：路灯坏了，怎么办？', '', '我道歉。👍我查看灯杆。', '', '您急什么。', '');

/** What there is to say of a draft. */
export function model(
  text: string,
  options: Partial<ReportOptions> = {},
  rubrics: Rubrics = RUBRICS,
): ReportModel {
  const { locale = 'zh', minutes = 0, speakingRate = 200 } = options;
  const analysis = analyse(text, { rubrics });
  const findings = checkAnalysis(analysis, { locale, minutes });
  return reportModel(analysis, findings, { name: '稿.md', locale, minutes, speakingRate, ...options });
}

/** The text of a place. */
export const at = (text: string, { from, to }: { readonly from: number; readonly to: number }): string =>
  text.slice(from, to);
