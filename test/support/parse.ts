import { type Draft, parseDraft } from '../../server/src/core/draft/draft';
import type { Sentence } from '../../server/src/core/draft/sentences';
import type { Range } from '../../server/src/core/text/range';

/** A sentence with its place in the draft. */
export interface PlacedSentence extends Range {
  readonly sentence: Sentence;
  readonly text: string;
}

/** All sentences of a draft, those of its question too, in order. */
export function sentencesOf(draft: Draft): PlacedSentence[] {
  return draft.blocks.flatMap(({ block, from: start }) =>
    block.sentences.map((sentence) => {
      const [from, to] = [start + sentence.from, start + sentence.to];
      return { sentence, from, to, text: draft.text.slice(from, to) };
    }),
  );
}

/** The sentences of a draft as `text`, with `# ` before headings and `> ` before leads. */
export function split(text: string): string[] {
  const sign = { heading: '# ', lead: '> ', sentence: '' };
  return sentencesOf(parseDraft(text)).map((placed) => sign[placed.sentence.kind] + placed.text);
}

/** The blocks of a draft as `kind role: source`. */
export function outlineOf(text: string): string[] {
  return parseDraft(text).blocks.map(({ block, role, from }) => {
    const kind = block.kind === 'heading' ? `h${block.level}` : block.kind;
    return `${kind} ${role}: ${text.slice(from, from + block.length)}`;
  });
}
