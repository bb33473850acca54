/** Longest name of a file made from a question, in characters. */
const LONGEST = 24;
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

/** Words a name should not end with when the next one is cut off. */
const LEADS_ON =
  /(?:的|地|得|和|与|及|或|在|对|对于|把|被|将|向|从|为|为了|因|因为|由于|是|有|了|着|这|那|一些|一个)$/;

/** As much of a name as there is room for, ending with a word. */
function shorten(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= LONGEST) return name;
  const hard = characters.slice(0, LONGEST).join('');
  let words = '';
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(name)) {
    if (words.length + segment.length > hard.length) break;
    words += segment;
  }
  const kept = words.replace(/\p{P}+$/u, '').replace(LEADS_ON, '');
  // What is hardly made of words is cut anywhere.
  return kept.length < SHORTEST ? hard : kept;
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
  const short = shorten(name);
  // Windows: no dot at the end; everywhere: none at the beginning, which hides. Its device names are Latin words.
  const safe = short.replace(/^[.~-]+|\.+$/g, '');
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(safe) ? '' : safe;
}
