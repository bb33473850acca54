import type { Block } from '../draft/blocks';
import { Lineage } from '../draft/draft';
import { messages } from '../messages/messages';
import { keptWith } from '../text/kept';
import type { Range } from '../text/range';
import { RepeatIndex } from './repeats/repeatIndex';
import type { Remedy, Rule } from './types';

/** One index for all versions of a draft: from one to the next, little has to be changed. */
const indexOf = keptWith(Lineage, () => new RepeatIndex());

const DELETE: Remedy = { type: 'delete' };

/** A sentence repeated almost word for word; linear in the length of the answer, and of an edit. */
export const textRepeat: Rule = {
  code: 'text.repeat',
  severity: 'information',
  check({ analysis, locale, report }) {
    const text = messages(locale);
    const { draft, answer } = analysis;
    const blocks = answer.passages.map(({ reading }) => reading.block);
    const index = indexOf(draft.lineage);
    index.update(blocks);
    index.forEach((block, sentence, otherBlock, otherSentence) => {
      const range = rangeOf(blocks[block], answer.froms[block] ?? 0, sentence);
      const other = rangeOf(blocks[otherBlock], answer.froms[otherBlock] ?? 0, otherSentence);
      if (!range || !other) return;
      report({
        range,
        message: text.repeat,
        related: [{ range: other, message: text.repeatRelated }],
        remedy: DELETE,
      });
    });
  },
};

function rangeOf(block: Block | undefined, blockFrom: number, sentence: number): Range | undefined {
  const found = block?.sentences[sentence];
  return found && { from: blockFrom + found.from, to: blockFrom + found.to };
}
