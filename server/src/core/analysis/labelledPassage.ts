import type { Framework } from '../framework/types';
import { Shelf } from '../text/kept';
import type { Chapter, Member } from './chapter';
import type { SentenceEvidence } from './evidence';
import { isNotOwn } from './guards';
import type { Labeller } from './label';
import type { LabelTable, ScoreTable } from './lineTables';
import type { Passage } from './passage';
import type { SectionChances, SectionTotals } from './sectionTotals';
import type { SectionWords } from './sectionWords';

/** A second section is given to a sentence when it is at least this probable. */
const SECOND_SECTION = 0.35;

/**
 * A passage whose lines are labelled. What they add up to is kept by the chapter: there are tens of thousands of these.
 * Lines and sections are numbered from 0 and have to be there: beyond them stand those of other passages.
 */
export class LabelledPassage implements Member<LabelledPassage> {
  static readonly shelf = new Shelf();
  /** For what rules find out about it. */
  readonly kept = LabelledPassage.shelf.make();
  /** Whether a chapter has taken it in. */
  wasAdded = false;
  chapter: Chapter<LabelledPassage> | undefined;

  /**
   * @param read the lines, whatever stands around them
   * @param table with the probability of every label of every line; the best is put there
   * @param first number of its first line there
   */
  constructor(
    readonly passage: Passage,
    private readonly labeller: Labeller,
    private readonly read: ReadLines,
    private readonly table: LabelTable,
    private readonly first: number,
  ) {
    for (let line = 0; line < this.count; line++) this.table.best[first + line] = this.#mostProbable(line);
  }

  get endsChapter(): boolean {
    return this.passage.endsChapter;
  }

  /** How many lines there are. */
  get count(): number {
    return this.passage.lines.length;
  }

  /** The section a line realises most, -1 for none. */
  sectionOf(line: number): number {
    return this.table.best[this.first + line] ?? -1;
  }

  /** All sections a line is taken to realise, most probable first. */
  sectionsOf(line: number): number[] {
    const best = this.sectionOf(line);
    if (best < 0) return [];
    const sections = [best];
    for (let section = 0; section < this.#none; section++)
      if (section !== best && this.chance(line, section) >= SECOND_SECTION) sections.push(section);
    return sections;
  }

  /** How probable it is that a line is a slogan. */
  sloganOf(line: number): number {
    return this.read.table.slogans[this.read.first + line] ?? 0;
  }

  /** The number of the label none: how many sections there are. */
  get #none(): number {
    return this.labeller.steps.labels - 1;
  }

  get framework(): Framework {
    return this.labeller.framework;
  }

  /** Whether a line counts for a section. What is rather another section's is no evidence the model does not know. */
  counts(line: number, section: number): boolean {
    const best = this.sectionOf(line);
    return (
      best === section || (best >= 0 && this.labeller.isKnown && this.chance(line, section) >= SECOND_SECTION)
    );
  }

  /** Whether any line counts for a section. */
  countsAny(section: number): boolean {
    for (let line = 0; line < this.count; line++) if (this.counts(line, section)) return true;
    return false;
  }

  /** Probability of every section for a line. */
  probabilitiesOf(line: number): number[] {
    const from = (this.first + line) * (this.#none + 1);
    return Array.from(this.table.marginals.subarray(from, from + this.#none));
  }

  /** Probability of one section for a line. */
  chance(line: number, section: number): number {
    return cellOf(this.table.marginals, (this.first + line) * (this.#none + 1) + section);
  }

  /** Number of the first of its headings that announces a section, -1 for none. */
  announcing(section: number): number {
    const { index } = this.labeller;
    return this.passage.headings.findIndex(({ cues }) =>
      cues.some(
        ({ cue }) => cue.framework === index && cue.section === section && cue.strength === 'heading',
      ),
    );
  }

  /** Adds what its lines say of every section. Sums of its own are added once: so they are the same to the last bit. */
  addTo({ totals, chances, words, announced }: SectionSums): void {
    this.#addAnnounced(announced);
    for (let section = 0; section < announced.length; section++) {
      const own = totals[section];
      const likely = chances[section];
      if (own) this.#addTotals(section, own);
      if (likely) this.#addChances(section, likely);
    }
    if (this.labeller.isKnown) this.#addWords(words);
  }

  #addAnnounced(announced: Uint8Array): void {
    const { index } = this.labeller;
    for (const line of this.passage.lines)
      for (let word = 0; word < line.wordCount; word++)
        for (const { section, strength } of line.cuesOf(word, index))
          if (strength === 'heading') announced[section] = 1;
  }

  #addTotals(section: number, totals: SectionTotals): void {
    const { index } = this.labeller;
    const { lines } = this.passage;
    let slogan = 0;
    for (let at = 0; at < lines.length; at++) {
      const evidence = lines[at];
      if (!evidence) break;
      const counts = this.counts(at, section);
      if (totals.among === 0) totals.opens = counts;
      if (counts) {
        if (!totals.ends) totals.runs++;
        totals.addLine(evidence, index, section);
        if (evidence.sentence.kind !== 'lead') slogan += this.sloganOf(at);
      }
      totals.among++;
      totals.ends = counts;
    }
    totals.slogan += slogan;
  }

  #addChances(section: number, chances: SectionChances): void {
    let expected = 0;
    for (let line = 0; line < this.count; line++) {
      const chance = this.chance(line, section);
      expected += chance;
      chances.addLine(chance, this.counts(line, section), this.sectionOf(line) < 0);
    }
    chances.expected += expected;
  }

  #addWords(weighed: readonly SectionWords[]): void {
    const { table, first } = this.read;
    const scores = table.words;
    const labels = this.#none + 1;
    for (let section = 0; section < weighed.length; section++) sums[section] = 0;
    for (let line = 0; line < this.count; line++) {
      const row = (first + line) * labels;
      const evidence = this.passage.lines[line];
      if (evidence) countWeak(evidence, this.labeller.index, weighed.length);
      let best = 0;
      let total = 0;
      for (let label = 1; label < labels; label++)
        if (cellOf(scores, row + label) > cellOf(scores, row + best)) best = label;
      const most = cellOf(scores, row + best);
      let next = Number.NEGATIVE_INFINITY;
      for (let label = 0; label < labels; label++) {
        const score = cellOf(scores, row + label);
        const raised = Math.exp(score - most);
        exponentiated[label] = raised;
        total += raised;
        if (label !== best) next = Math.max(next, score);
      }
      for (let section = 0; section < weighed.length; section++) {
        const score = cellOf(scores, row + section);
        weighing.chance = (exponentiated[section] ?? 0) / total;
        weighing.margin = score - (section === best ? next : most);
        weighing.score = score;
        weighing.labelled = this.chance(line, section);
        weighing.hanzi = evidence?.sentence.hanzi ?? 0;
        weighing.slogan = this.sloganOf(line);
        weighing.weakCues = weakCues[section] ?? 0;
        weighing.counts = this.counts(line, section);
        sums[section] = (sums[section] ?? 0) + weighing.chance;
        weighed[section]?.addLine(weighing);
      }
    }
    for (let section = 0; section < weighed.length; section++) {
      const words = weighed[section];
      if (words) words.sum += sums[section] ?? 0;
    }
  }

  #mostProbable(line: number): number {
    let best = 0;
    for (let label = 1; label <= this.#none; label++)
      if (this.chance(line, label) > this.chance(line, best)) best = label;
    return best === this.#none ? -1 : best;
  }
}

function cellOf(cells: Float64Array, at: number): number {
  return cells[at] ?? 0;
}

/** The line in hand: one object for all, and a list of its scores exponentiated. */
const weighing = {
  chance: 0,
  margin: 0,
  score: 0,
  labelled: 0,
  hanzi: 0,
  slogan: 0,
  weakCues: 0,
  counts: false,
};
const exponentiated: number[] = [];
/** Sums of the chances by section. */
const sums: number[] = [];
/** Weak cues of the line in hand, by section. */
const weakCues: number[] = [];

function countWeak(evidence: SentenceEvidence, framework: number, sections: number): void {
  for (let section = 0; section < sections; section++) weakCues[section] = 0;
  for (let word = 0; word < evidence.wordCount; word++) {
    const guard = evidence.guardOf(word);
    if (isNotOwn(guard)) continue;
    for (const { section, strength } of evidence.cuesOf(word, framework))
      if (strength === 'weak') weakCues[section] = (weakCues[section] ?? 0) + 1;
  }
}

/** What lines add up to, by section. */
interface SectionSums {
  readonly totals: readonly SectionTotals[];
  readonly chances: readonly SectionChances[];
  readonly words: readonly SectionWords[];
  /** Whether words announce it. */
  readonly announced: Uint8Array;
}

/** The lines of a passage as they were read, whatever stands around it. */
export interface ReadLines {
  readonly table: ScoreTable;
  /** Number of the first of them there. */
  readonly first: number;
}
