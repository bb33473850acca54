/** Longest name of a file made from a question, in characters. */
const LONGEST = 20;
/** A first clause shorter than this says too little. */
const SHORTEST = 5;

/** What some file system refuses, and what only clutters a name. */
const REFUSED = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\s“”‘’《》【】]/gu;

const LABEL =
  /^\s*(?:[【[(（]?\s*(?:题目|试题|题干|面试题|问题|question)\s*\d*\s*[】\])）]?\s*[:：]|【(?:题目|题干|试题)】)\s*/i;

/** White space within Chinese, where none belongs: VS Code's fields make a blank of a line break. */
const BLANK =
  /(?<=[\p{Script=Han}，。？！；：、“”‘’（）《》…—])\s+(?=[\p{Script=Han}，。？！；：、“”‘’（）《》…—])/gu;

/** A question as it was pasted, on one line and without the label before it. */
export function tidyQuestion(pasted: string): string {
  return pasted.replace(LABEL, '').trim().replace(BLANK, '').replace(/\s+/g, ' ');
}

/**
 * What a draft on a question is called: its first clause, without what a file system refuses.
 * @returns empty when nothing of it can stand in a name
 */
export function draftName(question: string): string {
  const clauses = tidyQuestion(question).split(/[，。？！；：,.?!;:]/u);
  let name = '';
  for (const clause of clauses) {
    name += clause.replace(REFUSED, '');
    if (name.length >= SHORTEST) break;
  }
  const short = Array.from(name).slice(0, LONGEST).join('');
  // Windows: no dot at the end; everywhere: none at the beginning, which hides. Its device names are Latin words.
  const safe = short.replace(/^[.~-]+|\.+$/g, '');
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(safe) ? '' : safe;
}
