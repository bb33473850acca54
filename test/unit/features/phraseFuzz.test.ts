import assert from 'node:assert/strict';
import { completions } from '../../../server/src/core/features/completion';
import { completionDocumentation } from '../../../server/src/core/features/completionDoc';
import { cursorSection } from '../../../server/src/core/features/cursorSection';
import { applyEdits } from '../../../server/src/core/features/edits';
import { inlayHints } from '../../../server/src/core/features/inlayHints';
import { phrasePick } from '../../../server/src/core/features/phrasePick';
import { phraseActions } from '../../../server/src/core/features/strengthen';
import { analyse, checkAnalysis } from '../../support/check';
import { seeded } from '../../corpus/random';
import { sourcesOf } from './phraseSupport';

const sources = sourcesOf();
const PIECES = [
  '## 核实',
  '\n',
  '\r\n',
  '\n\n',
  '我道歉',
  '先看',
  '多一分耐心，',
  '高度重视',
  '查看灯杆',
  '换好',
  'hhdp',
  ' ',
  '。',
  '，',
  '“',
  '”',
  '- ',
  '1. ',
  '> ',
  '| ',
  '**',
  '`',
  '---\n',
  'question: 灯',
  '<!--',
  '-->',
  '【谁】',
  '题目：',
  '\ud83d',
  '\udc4d',
  '👍',
  '首先，',
  '我会',
  '```\n',
  '$}\\',
  '\0',
];

/** Whether a text is cut between the halves of a pair at an offset. */
const inPair = (text: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));

function exercise(text: string, offset: number): void {
  const analysis = analyse(text, { framework: 'lamp' });
  for (const trigger of ['invoked', 'typed'] as const) {
    const request = { analysis, offset, locale: 'zh', trigger, ...sources } as const;
    const { items } = completions(request);
    if (items.length > 0) assert.ok(cursorSection(analysis, items[0]?.range.to ?? 0));
    for (const item of items) {
      const { from, to } = item.range;
      assert.ok(0 <= from && from <= to && to <= text.length && to <= offset, 'within the draft');
      assert.equal(inPair(text, from) || inPair(text, to), false, 'on borders');
      assert.equal(item.filterText, text.slice(from, to));
      assert.equal(/[\r\n]/.test(item.text + item.filterText), false, 'on one line');
      assert.doesNotMatch(
        item.text + text.slice(to, to + 1),
        /[。，；？！]{2}/,
        'punctuation is not doubled',
      );
      assert.ok(completionDocumentation(item.data, sources, 'zh'));
    }
    assert.deepEqual(completions(request).items, items, 'the same again');
  }
  const findings = checkAnalysis(analysis);
  for (const action of phraseActions(analysis, findings, { from: offset, to: offset }, sources, 'en')) {
    for (const edit of action.edits ?? []) {
      assert.ok(0 <= edit.from && edit.from <= edit.to && edit.to <= text.length);
      assert.equal(inPair(text, edit.from) || inPair(text, edit.to), false, 'edit on borders');
    }
    applyEdits(text, action.edits ?? []);
  }
  for (const hint of inlayHints(analysis, { from: 0, to: text.length }, 'zh'))
    assert.ok(hint.offset >= 0 && hint.offset <= text.length);
  phrasePick({ analysis, offset, locale: 'zh', limit: 5, ...sources });
}

suite('features of phrases: any draft', () => {
  test('random pieces of drafts, at random places', () => {
    const random = seeded(17);
    for (let round = 0; round < 400; round++) {
      const count = Math.floor(random() * 30);
      const pieces = Array.from({ length: count }, () => PIECES[Math.floor(random() * PIECES.length)] ?? '');
      const text = (random() < 0.5 ? '题目：灯坏了。\n\n' : '') + pieces.join('');
      exercise(text, random() < 0.5 ? text.length : Math.floor(random() * (text.length + 1)));
    }
  });

  test('one long line, deep nesting, nothing but marks', () => {
    for (const text of [
      `题目：灯坏了。\n\n${'我道歉，高度重视。'.repeat(20_000)}`,
      '我道歉，先看'.repeat(3000),
      '> '.repeat(3000),
      '- '.repeat(1500),
      '*'.repeat(20_000),
      '，'.repeat(20_000),
      '`'.repeat(9999),
    ])
      exercise(text, text.length);
  });
});
