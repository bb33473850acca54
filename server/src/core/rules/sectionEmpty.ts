import type { Answer } from '../analysis/lines';
import { messages } from '../messages/messages';
import type { Rule } from './types';

/** A heading that announces a section and has nothing beneath it. */
export const sectionEmpty: Rule = {
  code: 'section.empty',
  severity: 'information',
  check({ analysis, locale, report }) {
    const { choice, answer, draft } = analysis;
    if (!choice) return;
    for (const { passage, heading: number, next } of answer.emptyHeadings()) {
      const heading = answer.placeHeading(passage, number);
      // A heading directly followed by a deeper one is not empty: its text stands under the deeper one.
      if (!heading || (next !== undefined && depth(answer, next) > depth(answer, passage))) continue;
      const announced = heading.evidence.cues.find(({ cue }) => cue.framework === choice.index);
      const section = announced ? choice.framework.sections[announced.cue.section] : undefined;
      const title = section?.title[locale] ?? draft.text.slice(heading.from, heading.to);
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

/** Level of the headings of a passage; 7 for lines that only stand like a heading. */
function depth({ passages }: Answer, passage: number): number {
  const block = passages[passage]?.reading.block;
  return block?.kind === 'heading' ? block.level : 7;
}
