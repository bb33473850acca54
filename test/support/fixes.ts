import assert from 'node:assert/strict';
import { parseDraft } from '../../server/src/core/draft/draft';
import { type CodeAction, codeActions } from '../../server/src/core/features/codeActions';
import { applyEdits } from '../../server/src/core/features/edits';
import { analyse, analyzerFor, checkAnalysis, type Found, type TestOptions } from './check';

/** A draft with its findings and what can be done about them. */
export interface Actions {
  readonly findings: readonly Found[];
  readonly actions: readonly CodeAction[];
}

/** The code actions for the findings of one rule. */
export function actionsFor(code: string, text: string, options: TestOptions = {}): Actions {
  const analysis = analyse(text, options);
  const findings = checkAnalysis(analysis, options).filter((finding) => finding.code === code);
  const actions = codeActions(analysis, findings, { from: 0, to: text.length }, options.locale ?? 'zh');
  return { findings, actions };
}

/** The draft after the action with the given title. */
export function applyAction(code: string, text: string, title: string, options: TestOptions = {}): string {
  const { actions } = actionsFor(code, text, options);
  const action = actions.find((candidate) => candidate.title === title);
  assert.ok(
    action?.edits,
    `no action “${title}” among ${actions.map((candidate) => candidate.title).join(', ')}`,
  );
  return applyEdits(text, action.edits);
}

/** The findings of a rule after the action. */
export function checkAfter(code: string, text: string, title: string, options: TestOptions = {}): Found[] {
  const fixed = applyAction(code, text, title, options);
  const { framework, speakingRate } = options;
  const analysis = analyzerFor(options).analyse(parseDraft(fixed), { framework, speakingRate });
  return checkAnalysis(analysis, options).filter((finding) => finding.code === code);
}

/** Suppresses the finding with the given place in every way the actions offer, and checks that it is gone. */
export function checkSuppressions(code: string, text: string, options: TestOptions = {}): void {
  const { findings } = actionsFor(code, text, options);
  assert.ok(findings.length > 0, 'there is something to suppress');
  const here = checkAfter(code, text, `这里不再提示（${code}）`, options);
  assert.equal(
    here.length,
    findings.length - findings.filter(sameLine(text, findings[0]?.range.from ?? 0)).length,
  );
  assert.deepEqual(checkAfter(code, text, `本文件不再提示（${code}）`, options), []);
}

/** Whether a finding starts on the line of an offset: the comment above a line counts for all of it. */
function sameLine(text: string, offset: number): (finding: Found) => boolean {
  const line = (at: number): number => text.slice(0, at).split(/\r\n|\r|\n/).length;
  return ({ range }) => line(range.from) === line(offset);
}
