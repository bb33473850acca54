import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isAnswerDraft } from '../../server/src/core/draft/isDraft';
import { codeActions } from '../../server/src/core/features/codeActions';
import { codeLenses } from '../../server/src/core/features/codeLens';
import { completions } from '../../server/src/core/features/completion';
import { completionDocumentation } from '../../server/src/core/features/completionDoc';
import { explainSection } from '../../server/src/core/features/explain';
import { foldingRanges } from '../../server/src/core/features/folding';
import { hoverAt } from '../../server/src/core/features/hovers';
import { inlayHints } from '../../server/src/core/features/inlayHints';
import { insertMethod } from '../../server/src/core/features/insertMethod';
import { insertSection } from '../../server/src/core/features/insertSection';
import { methodTree } from '../../server/src/core/features/methodTree';
import { newDraft } from '../../server/src/core/features/newDraft';
import { outline } from '../../server/src/core/features/outline';
import { phrasePick } from '../../server/src/core/features/phrasePick';
import { reportMarkdown } from '../../server/src/core/features/report';
import { reportModel } from '../../server/src/core/features/reportModel';
import { toFileResult } from '../../server/src/core/features/result';
import { toSarif } from '../../server/src/core/features/sarif';
import { sectionStarts } from '../../server/src/core/features/sectionStarts';
import { sectionTree } from '../../server/src/core/features/sectionTree';
import { phraseActions } from '../../server/src/core/features/strengthen';
import { LineIndex, type Position } from '../../server/src/core/text/lineIndex';
import { paragraphLines } from '../../server/src/core/text/paragraph';
import { tooDeepAt } from '../../server/src/core/text/yamlDepth';
import { assertEdits, assertPlace, assertRange, inPair } from './places';
import { holds } from './runs';
import { anyPlace, placeIn, shortText } from './texts';
import { checkAnew, RUBRICS, SOURCES } from './world';

const anyLocale = fc.constantFrom('zh' as const, 'en' as const);

/** Every position of a plain result is one the text has. */
function assertPositions(text: string, result: unknown): void {
  const index = new LineIndex(text);
  const last = index.positionAt(text.length);
  JSON.stringify(result, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'line' in value && 'character' in value) {
      const { line, character } = value as Position;
      assert.ok(line >= 0 && line <= last.line && character >= 0, `${line}:${character} of ${last.line}`);
    }
    return value;
  });
}

suite('properties: features', () => {
  holds(
    'asked about any place, no feature throws, and what it names lies in the draft',
    0.05,
    fc.property(shortText, anyPlace, anyPlace, anyLocale, (text, first, second, locale) => {
      const { analysis, findings } = checkAnew(text);
      const offset = placeIn(text, first);
      const range = {
        from: Math.min(offset, placeIn(text, second)),
        to: Math.max(offset, placeIn(text, second)),
      };
      for (const at of [offset, -1, text.length + 9]) {
        const shown = hoverAt(analysis, findings, SOURCES.references, at, locale);
        if (shown) assertRange(text, shown.range, 'hover');
      }
      for (const action of [
        ...codeActions(analysis, findings, range, locale),
        ...phraseActions(analysis, findings, range, SOURCES, locale),
      ])
        assertEdits(text, action.edits ?? [], action.title);
      for (const hint of inlayHints(analysis, range, locale)) {
        assertPlace(text, hint.offset, 'inlay hint');
        assert.ok(range.from <= hint.offset && hint.offset <= range.to, 'a hint lies where it was asked for');
      }
      for (const trigger of ['invoked', 'typed'] as const) {
        const { items } = completions({ analysis, offset, locale, trigger, ...SOURCES });
        for (const item of items) {
          assertRange(text, item.range, 'completion');
          assert.ok(item.range.to === offset || (inPair(text, offset) && item.range.to === offset - 1));
          assert.equal(item.filterText, text.slice(item.range.from, item.range.to));
        }
        if (items[0]) assert.ok(completionDocumentation(items[0].data, SOURCES, locale));
      }
      phrasePick({ analysis, offset, locale, limit: 5, ...SOURCES });
      for (const edits of [
        insertMethod(analysis, 'ten-methods', undefined, offset),
        ...(RUBRICS.systems ?? []).slice(0, 4).map(({ id }) => insertMethod(analysis, id, undefined, offset)),
      ])
        assertEdits(text, edits, 'insert method');
      const lines = text.split(/\r\n|\r|\n/);
      const { line } = new LineIndex(text).positionAt(offset);
      const paragraph = paragraphLines(line, lines.length, (at) => lines[at] ?? '');
      assert.ok(paragraph.first <= line && line <= paragraph.last && paragraph.last < lines.length);
    }),
  );

  holds(
    'asked about the whole, no feature throws, and what it names lies in the draft',
    0.05,
    fc.property(shortText, anyLocale, (text, locale) => {
      const { analysis, findings } = checkAnew(text);
      isAnswerDraft(analysis.draft);
      for (const { range, selection } of outline(analysis, locale)) {
        assertRange(text, range, 'symbol');
        assertRange(text, selection, 'selection');
        assert.ok(range.from <= selection.from && selection.to <= range.to, 'a selection lies in its symbol');
      }
      for (const range of foldingRanges(analysis)) assertRange(text, range, 'fold');
      for (const { range } of codeLenses(analysis, locale)) assertRange(text, range, 'lens');
      for (const { offset } of sectionStarts(analysis)) assertPlace(text, offset, 'section start');
      for (const index of analysis.sections.keys()) {
        const found = explainSection(analysis, index);
        for (const line of [...(found?.lines ?? []), ...(found?.nearest ? [found.nearest] : [])])
          assertRange(text, line.range, 'explained');
      }
      for (const id of [
        '*',
        'none',
        ...(analysis.choice?.framework.sections ?? []).map((section) => section.id),
      ])
        assertEdits(text, insertSection(analysis, id), `insert ${id}`);
      const result = toFileResult('a.md', analysis, findings, locale);
      const options = {
        name: 'a|b.md',
        locale,
        speakingRate: 200,
        minutes: 3,
        references: SOURCES.references,
      };
      const model = reportModel(analysis, findings, options);
      assertPositions(text, [result, model.first, model.sections, model.faults, model.strip]);
      assert.doesNotMatch(reportMarkdown(analysis, findings, 'a|b.md', locale, String), /undefined|NaN/);
      JSON.stringify([sectionTree(analysis, locale), methodTree(analysis, locale)]);
      JSON.stringify(toSarif({ version: 1, files: [result] }, '1'));
    }),
  );

  holds(
    'a new draft asks what it was given, whatever that is',
    0.01,
    fc.property(shortText, fc.constantFrom(...RUBRICS.frameworks), (question, framework) => {
      // With so many brackets the front matter is not read at all.
      fc.pre(tooDeepAt(question) < 0);
      const { analysis } = checkAnew(newDraft(framework, question));
      const { frontMatter, text } = analysis.draft;
      assertRange(text, frontMatter.range, 'front matter');
      assert.equal(analysis.choice?.framework.id, framework.id);
      assert.equal(analysis.choice.chosenBy, 'front-matter');
    }),
  );
});
