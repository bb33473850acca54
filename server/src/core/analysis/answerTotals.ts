import type { Section } from '../framework/types';
import { keptWith } from '../text/kept';
import { Chapter } from './chapter';
import type { Labelling } from './label';
import { LabelledPassage } from './labelledPassage';
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
  add(after: AnswerTotals): void {
    this.lines += after.lines;
    this.hanzi += after.hanzi;
    this.loose += after.loose;
    this.slogan += after.slogan;
    this.elsewhere += after.elsewhere;
    this.personal += after.personal;
    for (let section = 0; section < this.present.length; section++) {
      if (after.present[section] === 1) this.present[section] = 1;
      if (after.announced[section] === 1) this.announced[section] = 1;
      const totals = after.totals[section];
      if (totals) this.totals[section]?.add(totals, after.lines);
      const chances = after.chances[section];
      if (chances) this.chances[section]?.add(chances);
      const words = after.words[section];
      if (words) this.words[section]?.add(words);
    }
  }
}

/** The sections the members of a chapter were asked for: those of one framework. */
export function sectionsAskedOf([first]: readonly LabelledPassage[]): readonly Section[] {
  return first?.framework.sections ?? [];
}

/**
 * What a chapter adds up to. A passage that is added a second time stands in a chapter that is being edited: it keeps
 * what it adds, so the versions to come add sums instead of lines. For all passages of a long draft that would take
 * too much room.
 */
export const chapterTotals = keptWith(Chapter, ({ members }: Chapter<LabelledPassage>): AnswerTotals => {
  const totals = new AnswerTotals(sectionsAskedOf(members));
  for (const passage of members) {
    if (passage.wasAdded) totals.add(passageTotals(passage));
    else addPassage(totals, passage);
    passage.wasAdded = true;
  }
  return totals;
});

const passageTotals = keptWith(LabelledPassage, (passage: LabelledPassage): AnswerTotals => {
  const totals = new AnswerTotals(passage.framework.sections);
  addPassage(totals, passage);
  return totals;
});

function addPassage(all: AnswerTotals, passage: LabelledPassage): void {
  const { count } = passage;
  const { lines, reading } = passage.passage;
  let slogan = 0;
  for (let line = 0; line < count; line++) {
    const sentence = lines[line]?.sentence;
    const section = passage.sectionOf(line);
    const chance = passage.sloganOf(line);
    if (section < 0) all.loose++;
    else all.present[section] = 1;
    if (section < 0 && chance < 0.5) all.elsewhere += sentence?.hanzi ?? 0;
    if (sentence && speaksOfOneself(sentence.folded)) all.personal++;
    slogan += chance;
  }
  all.lines += count;
  all.hanzi += reading.hanzi;
  all.slogan += slogan;
  passage.addTo(all);
}

/** Whether a folded sentence speaks of the writer. */
export function speaksOfOneself(folded: string): boolean {
  return folded.includes('我') || folded.includes('咱');
}

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
const firstAnnouncing = keptWith(Chapter, ({ members }: Chapter<LabelledPassage>): Int32Array =>
  Int32Array.from(sectionsAskedOf(members), (_, section) =>
    members.findIndex((passage) => passage.announcing(section) >= 0),
  ),
);
