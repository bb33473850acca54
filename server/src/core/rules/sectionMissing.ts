import type { Analysis } from '../analysis/analyse';
import type { SectionCoverage } from '../analysis/coverage';
import type { Framework, Section } from '../framework/types';
import { type Locale, messages } from '../messages/messages';
import { fold } from '../text/fold';
import { wholeAnswerPlace } from './places';
import type { Rule } from './types';

/** A section of the framework that no sentence realises. */
export const sectionMissing: Rule = {
  code: 'section.missing',
  severity: 'warning',
  check({ analysis, locale, report }) {
    const unsure = isUnsure(analysis.choice?.framework) ? ({ severity: 'information' } as const) : {};
    const text = messages(locale);
    const range = wholeAnswerPlace(analysis);
    if (isUnanswered(analysis)) {
      const titles = sectionTitles(analysis, locale);
      if (titles !== '')
        report({
          range,
          message: text.emptyAnswer(titles),
          severity: 'information',
          remedy: { type: 'insert-section', section: '*' },
        });
      return;
    }
    for (const { section, status } of analysis.sections) {
      if (status !== 'absent' || !isExpected(section, analysis)) continue;
      const { id } = section;
      const title = section.title[locale];
      const why = section.why[locale];
      const related = section.source
        ? [{ message: text.source(section.source.document, section.source.lines) }]
        : [];
      const remedy = { type: 'insert-section', section: id } as const;
      if (section.need === 'optional')
        report({
          range,
          message: text.missingOptional(title, why),
          severity: 'information',
          related,
          remedy,
          section: id,
        });
      else report({ range, message: text.missing(title, why), related, remedy, section: id, ...unsure });
    }
  },
};

/**
 * Of these built-in frameworks the model has seen no answers: only words say whether a section is there, and they are
 * wrong more often.
 */
function isUnsure(framework: Framework | undefined): boolean {
  if (framework?.origin.startsWith('builtin:') !== true) return false;
  return framework.general === true || framework.tier === 2;
}

/** Whether there is no answer at all, not even a heading. */
export function isUnanswered({ answer }: Analysis): boolean {
  return answer.count === 0 && answer.headingCount === 0;
}

/** The titles of all sections that are asked for, in the order of the framework. */
export function sectionTitles(analysis: Analysis, locale: Locale): string {
  return analysis.sections
    .filter(({ section }) => isExpected(section, analysis))
    .map(({ section }) => section.title[locale])
    .join(messages(locale).listSeparator);
}

/** A conditional section is expected when the question has one of its cues. */
export function isExpected(section: Section, analysis: Analysis): boolean {
  if (section.need !== 'conditional') return true;
  const question = fold(analysis.draft.question?.text ?? '');
  return section.whenCues.some((word) => question.includes(fold(word)));
}

/** Sections that count against the draft when absent, in framework order. */
export function expectedSections(analysis: Analysis): readonly SectionCoverage[] {
  return analysis.sections.filter(
    ({ section, status }) => status !== 'absent' || isExpected(section, analysis),
  );
}
