import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysis, Analyzer } from '../../../server/src/core/analysis/analyse';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { type SectionStart, sectionStarts } from '../../../server/src/core/features/sectionStarts';
import { expectedSections } from '../../../server/src/core/rules/sectionMissing';
import { analyse } from '../../support/check';
import { lines } from '../../support/marked';
import { readModel, readRubrics, ROOT } from '../../support/rubrics';

/** Where the sections begin, each with the text there. */
function starts(text: string): string[] {
  return sectionStarts(analyse(text, { framework: 'lamp' })).map(
    ({ section, offset }) => `${section}: ${text.slice(offset, offset + 5).split('\n')[0] ?? ''}`,
  );
}

/** The same, from the list of all lines. */
function startsByLines(analysis: Analysis): SectionStart[] {
  const all = expectedSections(analysis).flatMap(({ section, lines: [first], heading }) => {
    const above = first?.line.opensHeading === true ? first.line.heading : undefined;
    const offset = above?.from ?? first?.line.from ?? heading?.from;
    return offset === undefined ? [] : [{ section: section.id, offset }];
  });
  return all.sort((a, b) => a.offset - b.offset);
}

suite('features/sectionStarts', () => {
  test('at the first sentence of each section; what is missing begins nowhere', () => {
    const text = lines('题目：路灯坏了。', '', '我道歉。我查看灯杆。', '', '谢谢提醒。', '', '我每月巡灯。');
    const found = starts(text);
    assert.deepEqual(
      found.map((start) => start.split(': ')[1]),
      [...new Set(found.map((start) => start.split(': ')[1]))],
    );
    assert.ok(found.includes('attitude: 我道歉。我'), found.join());
    assert.ok(
      found.some((start) => start.endsWith(': 我每月巡灯')),
      found.join(),
    );
    assert.ok(!found.some((start) => start.startsWith('comfort')), found.join());
  });

  test('at the heading above that sentence', () => {
    const text = lines('题目：路灯坏了。', '', '## 态度', '', '我道歉。', '', '## 长效', '', '我每月巡灯。');
    assert.deepEqual(
      starts(text).map((start) => start.split(': ')[1]),
      ['态度', '长效'],
    );
  });

  test('at a heading that has nothing under it', () => {
    const found = starts(lines('题目：路灯坏了。', '', '我道歉。', '', '## 长效', ''));
    assert.ok(
      found.some((start) => start.endsWith(': 长效')),
      found.join(),
    );
  });

  test('where the list of all lines has them, in every draft of the corpus', () => {
    const analyzer = new Analyzer(readRubrics(), readModel());
    const folder = join(ROOT, 'test/corpus/drafts');
    const atHeadings: string[] = [];
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
      const analysis = analyzer.analyse(parseDraft(readFileSync(join(folder, name), 'utf8')));
      const found = sectionStarts(analysis);
      if (found.some(({ offset }) => analysis.answer.headings.some(({ from }) => from === offset)))
        atHeadings.push(name);
      assert.deepEqual(found, startsByLines(analysis), name);
    }
    assert.ok(atHeadings.length >= 10, `${atHeadings.length} drafts with headings`);
  });

  test('nowhere without an answer', () => assert.deepEqual(starts('题目：路灯坏了。\n'), []));
});
