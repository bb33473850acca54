import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Analyzer } from '../../../server/src/core/analysis/analyse';
import { type Draft, parseDraft } from '../../../server/src/core/draft/draft';
import { checkRules } from '../../../server/src/core/rules/check';
import { seeded } from '../../corpus/random';
import { everything } from '../../support/everything';
import { readModel, readRubrics, ROOT } from '../../support/rubrics';

const RUBRICS = readRubrics();
const MODEL = readModel();

/** What a writer types, and what changes most around it. */
const PIECES = [
  '好',
  '。',
  '我先核实情况，当天给答复。',
  '我先核实情况，当天给答复。我先核实情况，当天给答复。',
  '\n\n',
  '\n\n## 处理\n\n',
  '## ',
  '一、态度\n',
  '“',
  '- ',
  '不归我管',
  '<!-- zhangfa-disable -->',
  '\n> 引文\n',
  '【谁】',
  '',
];

/** Drafts of the corpus one after the other, so that most of it is far from any edit. */
function longDraft(from: number, count: number): string {
  const folder = join(ROOT, 'test/corpus/drafts');
  const bodies = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .slice(from, from + count)
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/^---[\s\S]*?\n---\n/, ''));
  return `---\nquestion: 路灯坏了没人修，居民在网上质疑，你怎么办？\nminutes: 3\n---\n\n${bodies.join('\n\n')}`;
}

/** Analysis and findings, by an analyzer that has seen what came before or by one that has not. */
function judge(draft: Draft, analyzer: Analyzer): unknown {
  const analysis = analyzer.analyse(draft);
  const findings = checkRules(analysis, {
    onFailure: (code, error) => {
      throw new Error(code, { cause: error });
    },
  });
  return { ...(everything(analysis) as object), findings };
}

suite('analysis: an edit is as good as starting anew', () => {
  for (const [name, text, rounds] of [
    ['a short draft', longDraft(3, 1), 60],
    ['a long draft', longDraft(40, 12), 25],
  ] as const) {
    test(name, () => {
      const analyzer = new Analyzer(RUBRICS, MODEL);
      const random = seeded(text.length);
      let draft = parseDraft(text);
      judge(draft, analyzer);
      for (let round = 0; round < rounds; round++) {
        const from = Math.floor(random() * (draft.text.length + 1));
        const to = Math.min(draft.text.length, from + Math.floor(random() * 3));
        const piece = PIECES[Math.floor(random() * PIECES.length)] ?? '';
        const next = draft.text.slice(0, from) + piece + draft.text.slice(to);
        draft = parseDraft(next, draft, [{ from, to, inserted: piece.length }]);
        const known = judge(draft, analyzer);
        assert.deepEqual(known, judge(parseDraft(next), new Analyzer(RUBRICS, MODEL)), `round ${round}`);
      }
    });
  }

  test('an older version can still be asked after a newer one was analysed', () => {
    const analyzer = new Analyzer(RUBRICS, MODEL);
    const text = longDraft(60, 3);
    const before = parseDraft(text);
    const analysis = analyzer.analyse(before);
    const at = text.indexOf('。');
    const after = `${text.slice(0, at)}，当天道歉${text.slice(at)}`;
    analyzer.analyse(parseDraft(after, before, [{ from: at, to: at, inserted: 5 }]));
    assert.deepEqual(
      everything(analysis),
      everything(new Analyzer(RUBRICS, MODEL).analyse(parseDraft(text))),
    );
  });
});
