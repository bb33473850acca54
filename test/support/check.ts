import { type Analysis, Analyzer } from '../../server/src/core/analysis/analyse';
import type { Model } from '../../server/src/core/analysis/model';
import { parseDraft } from '../../server/src/core/draft/draft';
import type { Rubrics } from '../../server/src/core/framework/types';
import { type CheckOptions, checkRules } from '../../server/src/core/rules/check';
import type { Finding } from '../../server/src/core/rules/types';
import { fixtureModel } from './fixtureModel';
import { RUBRICS } from './fixtureRubrics';

export interface TestOptions extends CheckOptions {
  readonly rubrics?: Rubrics;
  readonly model?: Model;
  /** Framework id, as the settings name it. */
  readonly framework?: string;
}

/** A finding with the text it covers. */
export interface Found extends Finding {
  readonly at: string;
}

const shared = new Analyzer(RUBRICS, fixtureModel());

/** The analyzer for the given options; the fixture's own when they name no other. */
export function analyzerFor({ rubrics, model }: TestOptions = {}): Analyzer {
  return rubrics || model ? new Analyzer(rubrics ?? RUBRICS, model ?? fixtureModel()) : shared;
}

/** Analyses a draft with the fixture rubrics and model. */
export function analyse(text: string, options: TestOptions = {}): Analysis {
  const { framework, speakingRate } = options;
  return analyzerFor(options).analyse(parseDraft(text), { framework, speakingRate });
}

/** Runs the rules over a draft; a rule that throws fails the test. */
export function check(text: string, options: TestOptions = {}): Found[] {
  return checkAnalysis(analyse(text, options), options);
}

/** Runs the rules over an analysis; a rule that throws fails the test. */
export function checkAnalysis(analysis: Analysis, options: TestOptions = {}): Found[] {
  const { text } = analysis.draft;
  const findings = checkRules(analysis, {
    ...options,
    onFailure: (code, error) => {
      throw new Error(`${code} threw`, { cause: error });
    },
  });
  return findings.map(({ code, severity, range, message, related, remedy, section }) => ({
    ...{ code, severity, range, message, related },
    ...(remedy && { remedy }),
    ...(section !== undefined && { section }),
    at: text.slice(range.from, range.to),
  }));
}

/** Only what one rule found. */
export function checkRule(code: string, text: string, options: TestOptions = {}): Found[] {
  return check(text, options).filter((finding) => finding.code === code);
}
