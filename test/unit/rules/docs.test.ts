import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Analyzer } from '../../../server/src/core/analysis/analyse';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { isAnswerDraft } from '../../../server/src/core/draft/isDraft';
import { ruleUrl } from '../../../server/src/core/features/sarif';
import { loadRubric } from '../../../server/src/core/framework/load';
import type { ReferenceLibrary } from '../../../server/src/core/references/library';
import { RULES } from '../../../server/src/core/rules/registry';
import { RULE_CODES } from '../../../server/src/core/rules/types';
import { checkAnalysis, type Found } from '../../support/check';
import { readModel, readRubrics, ROOT } from '../../support/rubrics';
import { libraryOf } from '../references/support';

const FOLDER = join(ROOT, 'docs/rules');
const CODES: readonly string[] = [...RULE_CODES, 'rubric.invalid'];
const HEADINGS = ['不好的例子', '好的例子', '为什么', '来源'];

const page = (code: string): string => readFileSync(join(FOLDER, `${code}.md`), 'utf8');

/** The example of a page that is marked `bad` or `good`. */
function example(code: string, language: string, kind: 'bad' | 'good'): string {
  const examples = [...page(code).matchAll(new RegExp(`^\`\`\`${language} ${kind}\\n([^]*?)^\`\`\`$`, 'gm'))];
  assert.equal(examples.length, 1, `one example marked ${kind}`);
  return examples[0]?.[1] ?? '';
}

/** The reference document of a page's examples, when it has one. */
function documentOf(code: string): ReferenceLibrary | undefined {
  const text = /^```text document\n([^]*?)^```$/m.exec(page(code))?.[1];
  return text === undefined ? undefined : libraryOf({ 'file:///例.txt': text });
}

suite('rules/docs', () => {
  const pages = readdirSync(FOLDER).filter((name) => name.endsWith('.md') && name !== 'README.md');
  const analyzer = new Analyzer(readRubrics(), readModel());
  const check = (text: string, code: string): Found[] =>
    checkAnalysis(analyzer.analyse(parseDraft(text)), { references: documentOf(code) });

  test('no page exists for a code that does not', () => {
    assert.deepEqual(
      pages.filter((name) => !CODES.includes(name.replace(/\.md$/, ''))),
      [],
    );
  });

  test('the contents list every code once', () => {
    const contents = readFileSync(join(FOLDER, 'README.md'), 'utf8');
    const listed = [...contents.matchAll(/^\| \[`([^`]+)`\]\(([^)]+)\)/gm)];
    assert.deepEqual(listed.map(([, code]) => code).toSorted(), CODES.toSorted());
    for (const [, code, target] of listed) assert.equal(target, `${code}.md`);
  });

  for (const code of CODES) {
    suite(code, () => {
      test('has a page with every heading', () => {
        assert.ok(pages.includes(`${code}.md`));
        const headings = [...page(code).matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
        assert.deepEqual(
          HEADINGS.filter((heading) => !headings.includes(heading)),
          [],
        );
        assert.ok(page(code).startsWith(`# ${code}`));
      });

      test('its page says where it comes from', () => {
        const sources = page(code).split(/^## 来源$/m)[1] ?? '';
        assert.match(sources, /\S/);
      });
    });
  }

  for (const { code, severity } of RULES) {
    suite(code, () => {
      test('its page names its severity', () => assert.ok(page(code).includes(`\`${severity}\``), severity));
      test('is linked to its page', () => assert.ok(ruleUrl(code).endsWith(`/docs/rules/${code}.md`)));

      test('the bad example is found', () => {
        const text = example(code, 'markdown', 'bad');
        assert.ok(isAnswerDraft(parseDraft(text)) || code === 'draft.front-matter', 'the example is a draft');
        assert.ok(check(text, code).some((finding) => finding.code === code));
      });

      test('the good example is not', () => {
        const text = example(code, 'markdown', 'good');
        assert.ok(isAnswerDraft(parseDraft(text)), 'the example is a draft');
        assert.deepEqual(
          check(text, code)
            .filter((finding) => finding.code === code)
            .map(({ at, message }) => `${at}: ${message}`),
          [],
        );
      });
    });
  }

  suite('rubric.invalid', () => {
    test('the bad example has faults', () =>
      assert.ok(loadRubric(example('rubric.invalid', 'yaml', 'bad'), 'test:').problems.length > 0));
    test('the good example defines a framework', () => {
      const { frameworks, problems } = loadRubric(example('rubric.invalid', 'yaml', 'good'), 'test:');
      assert.deepEqual([frameworks.length, problems], [1, []]);
    });
  });
});
