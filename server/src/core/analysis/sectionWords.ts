/** A line as the words alone see it, for one section. */
export interface WordsOfLine {
  /** Probability of the section by the words alone, without place and neighbours. */
  readonly chance: number;
  /** By how much its score is above the best of the other labels; negative when below. */
  readonly margin: number;
  readonly score: number;
  /** Probability of the section with everything taken together. */
  readonly labelled: number;
  readonly hanzi: number;
  readonly slogan: number;
  readonly weakCues: number;
  /** Whether the line counts for the section. */
  readonly counts: boolean;
}

/** The margin where there is no line. */
const NO_MARGIN = -5;

/**
 * What the words alone say for one section: of a passage, or of a whole answer. Place and neighbours make a lone
 * sentence in an unusual spot improbable; its words still speak.
 */
export class SectionWords {
  /** The three highest chances, their sum over all lines, the two highest margins, the highest score. */
  top = 0;
  second = 0;
  third = 0;
  sum = 0;
  margin = NO_MARGIN;
  marginSecond = NO_MARGIN;
  score = Number.NEGATIVE_INFINITY;
  /** Of the line most probably labelled with the section. */
  likeliest: WordsOfLine | undefined;
  weakCues = 0;
  /** 字 of the longest line that counts. */
  longest = 0;

  /**
   * Takes in a line; but not to the sum.
   * @param line is copied where it is kept
   */
  addLine(line: WordsOfLine): void {
    this.#enter(line.chance);
    this.#enterMargin(line.margin);
    this.score = Math.max(this.score, line.score);
    this.weakCues += line.weakCues;
    if (line.counts) this.longest = Math.max(this.longest, line.hanzi);
    if (!this.likeliest || line.labelled > this.likeliest.labelled) this.likeliest = { ...line };
  }

  /** Takes in what stands after it. */
  add(after: SectionWords): void {
    this.#enter(after.top);
    this.#enter(after.second);
    this.#enter(after.third);
    this.sum += after.sum;
    this.#enterMargin(after.margin);
    this.#enterMargin(after.marginSecond);
    this.score = Math.max(this.score, after.score);
    this.weakCues += after.weakCues;
    this.longest = Math.max(this.longest, after.longest);
    if (after.likeliest && (!this.likeliest || after.likeliest.labelled > this.likeliest.labelled))
      this.likeliest = after.likeliest;
  }

  #enter(chance: number): void {
    if (chance > this.top) {
      this.third = this.second;
      this.second = this.top;
      this.top = chance;
    } else if (chance > this.second) {
      this.third = this.second;
      this.second = chance;
    } else this.third = Math.max(this.third, chance);
  }

  #enterMargin(margin: number): void {
    this.marginSecond = Math.max(this.marginSecond, Math.min(this.margin, margin));
    this.margin = Math.max(this.margin, margin);
  }
}

/** Names of the features the words alone give; they are there for frameworks the model was trained on. */
export const WORD_FEATURES = [
  'words-top',
  'words-second',
  'words-third',
  'words-sum',
  'words-margin',
  'words-margin-second',
  'words-score',
  'likeliest-hanzi',
  'likeliest-words',
  'likeliest-margin',
  'likeliest-slogan',
  'weak-cues',
  'longest',
  'place',
  'sections',
  'length',
  'personal',
  'elsewhere',
  'least-other',
  'largest',
] as const;

/** What the whole answer adds to the words of one section. */
export interface WordsContext {
  /** Place of the section in the framework, and how many there are. */
  readonly index: number;
  readonly sections: number;
  readonly lines: number;
  readonly hanzi: number;
  /** Lines that speak of oneself. */
  readonly personal: number;
  /** 字 of lines that are no slogans and belong to no section. */
  readonly elsewhere: number;
  /** 字 of the lines that count for each section. */
  readonly hanziOf: readonly number[];
}

/** Values of WORD_FEATURES for one section. */
export function wordFeatures(words: SectionWords, answer: WordsContext): number[] {
  const { index, sections, hanziOf } = answer;
  const { likeliest } = words;
  let least = sections < 2 ? 0 : Number.POSITIVE_INFINITY;
  let largest = 0;
  for (const [at, hanzi] of hanziOf.entries()) {
    if (at !== index) least = Math.min(least, hanzi);
    largest = Math.max(largest, hanzi);
  }
  return [
    words.top,
    words.second,
    words.third,
    words.sum / 6,
    words.margin,
    words.marginSecond,
    Number.isFinite(words.score) ? words.score : 0,
    (likeliest?.hanzi ?? 0) / 50,
    likeliest?.chance ?? 0,
    likeliest?.margin ?? 0,
    likeliest?.slogan ?? 0,
    words.weakCues / 6,
    Math.min(1, words.longest / 50),
    index / sections,
    sections / 8,
    answer.hanzi / 1000,
    answer.personal / Math.max(1, answer.lines),
    answer.elsewhere / (answer.hanzi + 1),
    least / 100,
    largest / 300,
  ];
}
