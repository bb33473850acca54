import assert from 'node:assert/strict';
import fc from 'fast-check';
import { codeActions } from '../../server/src/core/features/codeActions';
import type { Edit } from '../../server/src/core/features/edits';
import type { Finding } from '../../server/src/core/rules/types';
import type { Range } from '../../server/src/core/text/range';
import { assertEdits } from './places';
import { holds } from './runs';
import { shortText } from './texts';
import { checkAnew, type Checked } from './world';

/** How many actions of a draft are tried, at most. */
const TRIED = 8;

/** Where an offset of the old text stands after edits. */
function moved(at: number, edits: readonly Edit[]): number {
  return edits
    .filter(({ from }) => from <= at)
    .reduce((sum, { from, to, text }) => sum + text.length - (to - from), at);
}

/** What is still found of what a remedy was to mend. */
function left(
  finding: Finding,
  edits: readonly Edit[],
  before: Checked,
  after: Checked,
  fixed: string,
): readonly Finding[] {
  const { remedy, code, range } = finding;
  const same = after.findings.filter((other) => other.code === code);
  const here = ({ from }: Range): boolean => from === moved(range.from, edits);
  switch (remedy?.type) {
    case 'replace': {
      const [edit] = edits;
      assert.ok(edit);
      const [from, to] = [edit.from, edit.from + edit.text.length];
      // Without the word, the whole sentence may still say nothing one could do.
      return code === 'cliche'
        ? same.filter((other) => other.range.from >= from && other.range.to <= to)
        : same.filter(
            ({ range: other }) => other.from < to && other.to > from && !runsOn(fixed, { from, to }, other),
          );
    }
    case 'delete':
      return same.length < before.findings.filter((other) => other.code === code).length ? [] : same;
    case 'insert-section':
      return remedy.under
        ? same.filter((other) => here(other.range))
        : same.filter(
            (other) => other.remedy?.type === 'insert-section' && other.remedy.section === remedy.section,
          );
    default:
      return [];
  }
}

/** Whether what is found across the end of new words is of both: they run into the next ones without a stop. */
function runsOn(fixed: string, words: Range, found: Range): boolean {
  return found.to > words.to && /^\p{Script=Han}/u.test(fixed.slice(words.to));
}

suite('properties: fixes', () => {
  holds(
    'every action applies cleanly, and what it was offered for is gone',
    0.03,
    fc.property(shortText, fc.nat(), (text, which) => {
      const before = checkAnew(text);
      const { analysis, findings } = before;
      const actions = codeActions(analysis, findings, { from: 0, to: text.length }, 'zh');
      for (const [index, { title, edits, finding }] of actions.entries()) {
        if (!edits || !finding) continue;
        // Of many actions a few are tried, in every run others.
        const stride = Math.ceil(actions.length / TRIED);
        if (index % stride !== which % stride) continue;
        const fixed = assertEdits(text, edits, title);
        const after = checkAnew(fixed);
        const same = after.findings.filter(({ code }) => code === finding.code);
        const why = `${title}: ${JSON.stringify(finding)} in ${JSON.stringify(fixed)}`;
        if (title.startsWith('本文件不再提示')) assert.deepEqual(same, [], why);
        else if (title.startsWith('这里不再提示')) {
          const at = moved(finding.range.from, edits);
          // A comment of the writer's own that switches the rule on again has the last word.
          const isOn = same.some(({ range }) => range.from === at) && !text.includes('zhangfa-enable');
          assert.ok(!isOn, why);
        } else if (title.startsWith('改用框架')) {
          const { choice } = after.analysis;
          assert.equal(choice?.chosenBy, 'front-matter', why);
          assert.ok(title.includes(choice.framework.title.zh), why);
        } else assert.deepEqual(left(finding, edits, before, after, fixed), [], why);
      }
    }),
  );
});
