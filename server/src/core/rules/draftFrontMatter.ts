import type { FrontMatterProblem } from '../draft/frontMatter';
import { type Messages } from '../messages/zh';
import { messages } from '../messages/messages';
import { wholeAnswerPlace } from './places';
import type { Rule } from './types';

/** Front matter that cannot be read, or names a framework that does not exist. */
export const draftFrontMatter: Rule = {
  code: 'draft.front-matter',
  severity: 'information',
  check({ analysis, locale, report }) {
    const text = messages(locale);
    const { draft, choice } = analysis;
    for (const problem of draft.frontMatter.problems)
      report({ range: problem.range, message: describe(problem, text) });
    if (!choice?.unknown) return;
    const known = [choice.framework, ...choice.alternatives.map(({ framework }) => framework)]
      .map(({ id }) => id)
      .sort();
    const message = text.unknownFramework(
      choice.unknown.id,
      choice.framework.title[locale],
      known.join(text.listSeparator),
    );
    const named = choice.unknown.by === 'front-matter' ? draft.frontMatter.framework?.range : undefined;
    report({ range: named ?? wholeAnswerPlace(analysis), message, remedy: { type: 'choose-framework' } });
  },
};

function describe({ kind, detail }: FrontMatterProblem, text: Messages): string {
  switch (kind) {
    case 'syntax':
      return text.frontMatterSyntax(detail);
    case 'unclosed':
      return text.frontMatterUnclosed;
    case 'not-a-map':
      return text.frontMatterNotMap;
    case 'type':
      return text.frontMatterType(detail);
  }
}
