import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Analyzer } from '../../server/src/core/analysis/analyse';
import type { Status } from '../../server/src/core/analysis/coverage';
import { parseDraft } from '../../server/src/core/draft/draft';
import { applyEdits } from '../../server/src/core/features/edits';
import { insertSection } from '../../server/src/core/features/insertSection';
import { checkRules } from '../../server/src/core/rules/check';
import { referenceTexts } from '../support/referenceDocuments';
import { readModel, readRubrics, ROOT } from '../support/rubrics';
import { withoutSection } from './augment';
import { readLabelled } from './labelled';

const analyzer = new Analyzer(readRubrics(), readModel());

/** The model answers of the reference documents: the lines on which each section stands. The text itself stays there. */
const MODEL_ANSWERS: readonly {
  readonly document: string;
  readonly framework: string;
  readonly question: string;
  readonly sections: Readonly<Record<string, readonly [number, number]>>;
}[] = [
  {
    document: '000',
    framework: 'mass-relations',
    question: '基层办事人员怎样处理好群众关系？',
    sections: {
      'greet-channels': [4, 4],
      'listen-calm': [5, 5],
      'explain-policy': [6, 6],
      'act-follow': [7, 7],
      'fair-open': [8, 8],
      integrity: [9, 9],
      'care-life': [10, 10],
      'improve-join': [11, 11],
    },
  },
  {
    document: '001',
    framework: 'absent-colleague',
    question: '同事临时外出，老人等了一小时要投诉，你怎么处理？',
    sections: { 'calm-sorry-listen': [44, 44], 'handle-branch': [45, 45], 'feedback-improve': [46, 46] },
  },
  {
    document: '003',
    framework: 'public-doubt',
    question: '群众质疑我们的工作，怎么办？',
    sections: { attitude: [10, 13], action: [15, 26], 'long-term': [28, 37], elevate: [39, 41] },
  },
];

function statusesOf(text: string, framework: string): Record<string, Status> {
  const { sections } = analyzer.analyse(parseDraft(text), { framework });
  return Object.fromEntries(sections.map(({ section, status }) => [section.id, status]));
}

function allFull(ids: readonly string[]): Record<string, Status> {
  return Object.fromEntries(ids.map((id) => [id, 'full']));
}

suite('model answers of the reference documents', () => {
  const texts = referenceTexts();
  for (const { document, framework, question, sections } of MODEL_ANSWERS) {
    const source = texts.get(document);
    const ids = Object.keys(sections);
    const build = (skipped?: string): string => {
      const lines = (source ?? '').split(/\r?\n/);
      const kept = Object.entries(sections).filter(([id]) => id !== skipped);
      const body = kept.map(([, [first, last]]) => lines.slice(first - 1, last).join('\n')).join('\n\n');
      return `---\nquestion: ${question}\n---\n\n${body}\n`;
    };

    test(`${document} realises every section of ${framework}`, function () {
      if (source === undefined) this.skip();
      const text = build();
      assert.deepEqual(statusesOf(text, framework), allFull(ids));
      const codes = checkRules(analyzer.analyse(parseDraft(text), { framework })).map(({ code }) => code);
      assert.ok(!codes.includes('section.missing'), codes.join());
    });

    for (const id of ids) {
      test(`${document} without ${id} lacks exactly that`, function () {
        if (source === undefined) this.skip();
        const { [id]: cut, ...others } = statusesOf(build(id), framework);
        assert.notEqual(cut, 'full');
        assert.deepEqual(others, allFull(ids.filter((other) => other !== id)));
      });
    }
  }
});

suite('complete drafts of the corpus', () => {
  const complete = readLabelled(join(ROOT, 'test/corpus/drafts')).filter(({ sections }) =>
    Object.values(sections).every((status) => status === 'full'),
  );

  // The others have no drafts in the corpus; test/fixtures/kinds has some.
  const trained = analyzer.rubrics.frameworks.filter(({ tier, general }) => tier !== 2 && !general);
  for (const { id: framework } of trained) {
    test(`every section of ${framework}, deleted in turn, is missed and no other`, () => {
      const drafts = complete.filter((draft) => draft.framework === framework);
      assert.ok(drafts.length >= 10, `${drafts.length} complete drafts`);
      const wrong: string[] = [];
      let deletions = 0;
      for (const draft of drafts) {
        for (const id of Object.keys(draft.sections)) {
          deletions++;
          const { [id]: cut, ...others } = statusesOf(withoutSection(draft, id).text, framework);
          if (cut === 'full' || Object.values(others).some((status) => status === 'absent'))
            wrong.push(`${draft.id} ${id}`);
        }
      }
      assert.ok(wrong.length <= deletions * 0.05, `${wrong.length} of ${deletions}: ${wrong.join(', ')}`);
    });
  }
});

suite('scaffolds', () => {
  for (const framework of analyzer.rubrics.frameworks) {
    for (const { id, scaffold } of framework.sections) {
      test(`${framework.id}/${id} is the section it stands for, weak until it is filled in`, () => {
        const others = framework.sections
          .filter((section) => section.id !== id)
          .map((section) => section.scaffold);
        const text = others.join('\n\n');
        const before = analyzer.analyse(parseDraft(text), { framework: framework.id });
        const after = applyEdits(text, insertSection(before, id));
        assert.equal(statusesOf(after, framework.id)[id], 'weak', scaffold);
        const filled = after.replace(/【[^】]*】/g, '周三上午');
        assert.equal(statusesOf(filled, framework.id)[id] === 'absent', false, filled);
      });
    }
  }
});
