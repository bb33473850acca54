import { messages } from '../messages/messages';
import type { Rule } from './types';

/** A heading that announces a section and has nothing beneath it. */
export const sectionEmpty: Rule = {
  code: 'section.empty',
  severity: 'information',
  check({ analysis, locale, report }) {
    const { choice, answer, draft } = analysis;
    if (!choice) return;
    for (const heading of answer.headings) {
      if (!heading.empty || hasSubheading(heading, answer.headings, draft.text)) continue;
      const announced = heading.cues.find(({ cue }) => cue.framework === choice.index);
      const section = announced ? choice.framework.sections[announced.cue.section] : undefined;
      const title =
        section?.title[locale] ?? draft.text.slice(heading.from, heading.to).replace(/^#+\s*/, '');
      const remedy = section ? ({ type: 'insert-section', section: section.id } as const) : undefined;
      report({
        range: { from: heading.from, to: heading.to },
        message: messages(locale).empty(title),
        ...(remedy ? { remedy } : {}),
      });
    }
  },
};

/** A heading directly followed by a deeper one is not empty: its text stands under the deeper one. */
function hasSubheading(
  heading: { from: number; to: number },
  headings: readonly { from: number }[],
  text: string,
): boolean {
  const next = headings.find(({ from }) => from > heading.from);
  return next !== undefined && depth(text, next.from) > depth(text, heading.from);
}

function depth(text: string, at: number): number {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  return /^\s*(#{1,6})\s/.exec(text.slice(lineStart, at + 8))?.[1]?.length ?? 7;
}
