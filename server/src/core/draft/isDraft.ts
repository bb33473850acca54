import type { Draft } from './draft';

/**
 * Whether Markdown is an answer draft: its front matter names a question or a framework, or it has a question under
 * a 题目 heading, a 题目 label, or as a labelled quote. Other Markdown is left alone.
 */
export function isAnswerDraft(draft: Draft): boolean {
  const { question, framework } = draft.frontMatter;
  if (question ?? framework) return true;
  return draft.question?.from === 'body' && draft.question.labelled;
}
