/** As `isAnswerDraft`, of the keys that name a question or a framework. Escapes may stand for anything. */
const KEY = /question|framework|题目|框架|\\/;
/** What every label of a question has in it, simplified or traditional: 题目, 题干, 试题; also with a comment between. */
const LABEL = /(?:[题題](?:<!--[^]{0,200}?-->){0,2}[目干幹榦乾])|(?:[试試](?:<!--[^]{0,200}?-->){0,2}[题題])/;
const FRONT_MATTER = /^\uFEFF?---[ \t]*[\r\n]([^]*?)[\r\n](?:---|\.\.\.)/;

/**
 * Whether Markdown could be an answer draft, at a glance: true for all that `isAnswerDraft` says yes to, and for
 * little else. For whoever would have to start something before it could be parsed.
 */
export function mayBeDraft(text: string): boolean {
  const front = FRONT_MATTER.exec(text);
  return (front !== null && KEY.test(front[0])) || LABEL.test(text);
}

/** Whether an edit that touches such a line could make a draft of something else. */
export function mayMakeDraft(line: string): boolean {
  return /[题題目干幹榦乾试試]|question|framework|框架|^\uFEFF?(?:---|\.\.\.)|-->|\\/.test(line);
}
