import type { Section } from '../framework/types';
import { keptWith } from '../text/kept';
import type { Chapter } from './chapter';
import type { Labelling } from './label';
import type { LabelledPassage } from './labelledPassage';
import { SectionChances, SectionTotals } from './sectionTotals';
import { SectionWords } from './sectionWords';

/** What an answer, or a chapter of it, adds up to. */
export class AnswerTotals {
  lines = 0;
  hanzi = 0;
  /** Lines that belong to no section. */
  loose = 0;
  /** Sum of how much of a slogan each line is. */
  slogan = 0;
  /** 字 of lines that are no slogans and belong to no section; lines that speak of oneself. */
  elsewhere = 0;
  personal = 0;
  /** By section: whether a line belongs to it before all others, and whether words announce it. */
  readonly present: Uint8Array;
  readonly announced: Uint8Array;
  /** By section. */
  readonly totals: readonly SectionTotals[];
  readonly chances: readonly SectionChances[];
  readonly words: readonly SectionWords[];

  constructor(sections: readonly Section[]) {
    this.present = new Uint8Array(sections.length);
    this.announced = new Uint8Array(sections.length);
    this.totals = sections.map(({ points }) => new SectionTotals(points.length));
    this.chances = sections.map(() => new SectionChances());
    this.words = sections.map(() => new SectionWords());
  }

  /** Takes in what stands after it. */
  add(after: Added): void {
    this.lines += after.lines;
    this.hanzi += after.hanzi;
    this.loose += after.loose;
    this.slogan += after.slogan;
    this.elsewhere += after.elsewhere;
    this.personal += after.personal;
    for (let section = 0; section < this.present.length; section++) {
      if (after.present[section] === 1) this.present[section] = 1;
      if (after.announced[section] === 1) this.announced[section] = 1;
      this.totals[section]?.add(after.totals[section], after.lines);
      const chances = after.chances[section];
      if (chances) this.chances[section]?.add(chances);
      const words = after.words[section];
      if (words) this.words[section]?.add(words);
    }
  }
}

/** What can be added: a chapter, or a passage. */
type Added = Pick<
  LabelledPassage,
  | 'lines'
  | 'hanzi'
  | 'loose'
  | 'slogan'
  | 'elsewhere'
  | 'personal'
  | 'words'
  | 'present'
  | 'announced'
  | 'totals'
  | 'chances'
>;

/** What a chapter adds up to. */
export const chapterTotals = keptWith(({ members }: Chapter<LabelledPassage>): AnswerTotals => {
  const totals = new AnswerTotals(members[0]?.framework.sections ?? []);
  for (const passage of members) totals.add(passage);
  return totals;
});

/** A heading by the number of its passage and its own number there. */
export interface Announcement {
  readonly passage: number;
  readonly heading: number;
}

/** The first heading that announces a section. */
export function announcement(
  { chapters: { chapters, starts } }: Labelling,
  section: number,
): Announcement | undefined {
  for (const [index, chapter] of chapters.entries()) {
    const at = firstAnnouncing(chapter)[section] ?? -1;
    const heading = chapter.members[at]?.announcing(section) ?? -1;
    if (heading >= 0) return { passage: (starts[index] ?? 0) + at, heading };
  }
  return undefined;
}

/** By section, the number of the first passage of a chapter with a heading that announces it, -1 for none. */
const firstAnnouncing = keptWith(({ members }: Chapter<LabelledPassage>): Int32Array =>
  Int32Array.from(members[0]?.present ?? [], (_, section) =>
    members.findIndex((passage) => passage.announcing(section) >= 0),
  ),
);
