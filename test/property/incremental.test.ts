import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Analysis } from '../../server/src/core/analysis/analyse';
import { type Draft, parseDraft } from '../../server/src/core/draft/draft';
import { outline } from '../../server/src/core/features/outline';
import { reportModel } from '../../server/src/core/features/reportModel';
import { toFileResult } from '../../server/src/core/features/result';
import { methodTree } from '../../server/src/core/features/methodTree';
import { holds } from './runs';
import { anyEdits, anyText, shortText, Typist } from './texts';
import { check, checkAnew, type Checked, retype, SOURCES } from './world';

/** All there is to a draft but its syntax tree, which may be cut into other pieces, and what blocks remember. */
const shape = ({ text, frontMatter, blocks, question }: Draft): unknown => ({
  text,
  frontMatter,
  blocks: blocks.map(({ block, from, role }) => [
    from,
    role,
    ...Object.entries(block).filter(([name]) => name !== 'kept'),
  ]),
  question,
});

/** What an analysis says, without what it keeps to say it sooner the next time. */
function substance({ draft, choice, kinds, answer, lines, sections, length }: Analysis): unknown {
  return {
    draft: shape(draft),
    choice,
    kinds,
    lines,
    placed: answer.lines,
    headings: answer.headings,
    empty: answer.emptyHeadings(),
    sections: sections.map(({ section, status, confidence, points, lines: own, ...rest }) => ({
      id: section.id,
      status,
      confidence,
      points: points.map(({ id, covered, evidence }) => ({ id, covered, evidence })),
      lines: own.map(({ line }) => line.from),
      first: rest.first,
      last: rest.last,
      heading: rest.heading,
      emptyHeading: rest.emptyHeading,
      unfilled: rest.unfilled,
    })),
    length,
  };
}

function conclusions({ analysis, findings }: Checked): unknown {
  return {
    report: reportModel(analysis, findings, {
      name: 'a.md',
      locale: 'zh',
      speakingRate: 200,
      minutes: 3,
      references: SOURCES.references,
    }),
    result: toFileResult('a.md', analysis, findings, 'zh'),
    outline: outline(analysis, 'zh'),
    methods: methodTree(analysis, 'zh'),
  };
}

suite('properties: edits', () => {
  holds(
    'after any edits a draft is parsed as if it had just been opened',
    0.4,
    fc.property(anyText, anyEdits, (start, batches) => {
      let draft = parseDraft(start);
      const typist = new Typist(start.length);
      for (const batch of batches) {
        draft = retype(draft, typist.place(batch));
        assert.deepEqual(shape(draft), shape(parseDraft(draft.text)));
      }
    }),
  );

  holds(
    'after any edits everything is found that a fresh analysis finds, and nothing else',
    0.07,
    fc.property(shortText, anyEdits, (start, batches) => {
      let draft = parseDraft(start);
      check(draft);
      const typist = new Typist(start.length);
      for (const batch of batches) {
        draft = retype(draft, typist.place(batch));
        const kept = check(draft);
        const { analysis, findings } = checkAnew(draft.text);
        assert.deepEqual(kept.findings, findings);
        assert.deepEqual(substance(kept.analysis), substance(analysis));
      }
      assert.deepEqual(conclusions(check(draft)), conclusions(checkAnew(draft.text)));
    }),
  );
});
