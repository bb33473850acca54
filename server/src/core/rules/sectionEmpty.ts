import type { Draft } from '../draft/draft';
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
      if (!heading.empty || hasSubheading(heading, answer.headings, draft)) continue;
      const announced = heading.cues.find(({ cue }) => cue.framework === choice.index);
      const section = announced ? choice.framework.sections[announced.cue.section] : undefined;
      const title =
        section?.title[locale] ?? draft.text.slice(heading.from, heading.to).replace(/^#+\s*/, '');
      const range = { from: heading.from, to: heading.to };
      const remedy = section && ({ type: 'insert-section', section: section.id, under: range } as const);
      report({
        range,
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
  draft: Draft,
): boolean {
  const next = headings.find(({ from }) => from > heading.from);
  return next !== undefined && depth(draft, next.from) > depth(draft, heading.from);
}

/** Level of the heading block that holds an offset; 7 for a line that only stands like a heading. */
function depth({ blocks }: Draft, at: number): number {
  const placed = blocks.find(({ block, from }) => from <= at && at < from + block.length);
  return placed?.block.kind === 'heading' ? placed.block.level : 7;
}
