import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Analyzer } from '../../../server/src/core/analysis/analyse';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { checkRules } from '../../../server/src/core/rules/check';
import { readModel, readRubrics, ROOT } from '../../support/rubrics';

interface KindDraft {
  readonly framework: string;
  readonly question: string;
  readonly headings?: boolean;
  readonly sections: Readonly<Record<string, string>>;
}

const analyzer = new Analyzer(readRubrics(), readModel());
const drafts = parse(
  readFileSync(join(ROOT, 'test/fixtures/kinds/drafts.yaml'), 'utf8'),
) as readonly KindDraft[];

/** The draft as a writer would hand it in, without one of its sections. */
function build({ framework, question, headings, sections }: KindDraft, without?: string): string {
  const rubric = analyzer.rubrics.frameworks.find(({ id }) => id === framework);
  const body = Object.entries(sections)
    .filter(([id]) => id !== without)
    .map(([id, text]) => {
      const title = rubric?.sections.find((section) => section.id === id)?.title.zh ?? id;
      return headings ? `## ${title}\n\n${text}` : text;
    });
  return `---\nquestion: ${JSON.stringify(question)}\n---\n\n${body.join('\n\n')}\n`;
}

/** Ids of the sections said to be missing. */
function missing(text: string, framework?: string): string[] {
  const analysis = analyzer.analyse(parseDraft(text), { framework });
  const told = checkRules(analysis).filter(({ code }) => code === 'section.missing');
  const absent = analysis.sections.filter(({ status }) => status === 'absent');
  return absent
    .filter(({ section }) => told.some(({ message }) => message.includes(section.title.zh)))
    .map(({ section }) => section.id);
}

suite('framework: drafts for every kind of question', () => {
  const general = analyzer.rubrics.frameworks.filter((framework) => framework.general);

  test('two for each framework that answers a kind of question, with all its sections', () => {
    for (const { id, sections } of general) {
      const own = drafts.filter(({ framework }) => framework === id);
      assert.equal(own.length, 2, id);
      for (const draft of own)
        for (const section of sections)
          if (section.need === 'required') assert.ok(draft.sections[section.id], `${id}/${section.id}`);
    }
  });

  test('a section cut out is said to be missing in nineteen of twenty', () => {
    const cuts = drafts.flatMap((draft) => Object.keys(draft.sections).map((id) => ({ draft, id })));
    const overlooked = cuts.filter(
      ({ draft, id }) => !missing(build(draft, id), draft.framework).includes(id),
    );
    assert.ok(
      overlooked.length <= cuts.length / 20,
      overlooked.map(({ draft, id }) => `${draft.framework}/${id}`).join(),
    );
  });

  for (const draft of drafts) {
    const name = `${draft.framework}${draft.headings ? ' with headings' : ''}`;
    test(`${name}: chosen by itself, and nothing is missing`, () => {
      const text = build(draft);
      assert.equal(analyzer.analyse(parseDraft(text)).choice?.framework.id, draft.framework);
      assert.deepEqual(missing(text), []);
    });

    for (const id of Object.keys(draft.sections)) {
      test(`${name}: without ${id}, nothing else is missing`, () =>
        assert.deepEqual(
          missing(build(draft, id), draft.framework).filter((own) => own !== id),
          [],
        ));
    }
  }
});
