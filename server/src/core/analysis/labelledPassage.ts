import type { Framework } from '../framework/types';
import { Shelf } from '../text/kept';
import type { Chapter, Member } from './chapter';
import { countOf, type SectionSignals } from './features';
import type { Labeller } from './label';
import type { Passage } from './passage';
import type { SectionChances, SectionTotals } from './sectionTotals';
import type { SectionWords } from './sectionWords';

/** A second section is given to a sentence when it is at least this probable. */
const SECOND_SECTION = 0.35;

/** A passage whose lines are labelled. What they add up to is kept by the chapter: there are tens of thousands of these. */
export class LabelledPassage implements Member<LabelledPassage> {
  static readonly shelf = new Shelf();
  /** For what rules find out about it. */
  readonly kept = LabelledPassage.shelf.make();
  /** Most probable section of every line, -1 for none. */
  readonly best: readonly number[];
  /** All sections each line is taken to realise, most probable first. */
  readonly sectionsOf: readonly (readonly number[])[];
  /** Whether a chapter has taken it in. */
  wasAdded = false;
  readonly endsChapter: boolean;
  chapter: Chapter<LabelledPassage> | undefined;
  readonly signals: readonly SectionSignals[];
  readonly slogans: Float64Array;
  /** Holds, from a cell on, what the words alone give each label of every line; -1 where the model does not know them. */
  readonly #words: Float64Array;
  readonly #wordsAt: number;
  /** Number of labels: the sections and none. */
  readonly #labels: number;

  /**
   * @param marginals probability of every label of every line, the last label being none
   */
  constructor(
    readonly passage: Passage,
    private readonly labeller: Labeller,
    private readonly marginals: Float64Array,
    { signals, slogans, potentials, wordsAt }: ReadLines,
  ) {
    this.signals = signals;
    this.slogans = slogans;
    this.#words = potentials;
    this.#wordsAt = wordsAt;
    this.#labels = labeller.steps.labels;
    this.endsChapter = passage.endsChapter;
    const count = passage.lines.length;
    const best = new Array<number>(count);
    const sectionsOf = new Array<readonly number[]>(count);
    for (let line = 0; line < count; line++) {
      const sections = this.#label(line);
      sectionsOf[line] = sections;
      best[line] = sections[0] ?? -1;
    }
    this.best = best;
    this.sectionsOf = sectionsOf;
  }

  get framework(): Framework {
    return this.labeller.framework;
  }

  /** The section a line realises most, -1 for none. */
  sectionOf(line: number): number {
    return this.best[line] ?? -1;
  }

  /** How probable it is that a line is a slogan. */
  sloganOf(line: number): number {
    return this.slogans[line] ?? 0;
  }

  /** Whether a line counts for a section. What is rather another section's is no evidence the model does not know. */
  counts(line: number, section: number): boolean {
    return this.labeller.isKnown
      ? (this.sectionsOf[line]?.includes(section) ?? false)
      : this.best[line] === section;
  }

  /** Whether any line counts for a section. */
  countsAny(section: number): boolean {
    for (let line = 0; line < this.best.length; line++) if (this.counts(line, section)) return true;
    return false;
  }

  /** Probability of every section for a line. */
  probabilitiesOf(line: number): number[] {
    const from = line * this.#labels;
    return Array.from(this.marginals.subarray(from, from + this.#labels - 1));
  }

  /** Probability of one section for a line. */
  chance(line: number, section: number): number {
    return cellOf(this.marginals, line * this.#labels + section);
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

  /** How many lines there are. */
  get count(): number {
    return this.best.length;
  }

  /** Adds what its lines say of every section. Sums of its own are added once: so they are the same to the last bit. */
  addTo({ totals, chances, words, announced }: SectionSums): void {
    for (const { headings } of this.signals)
      for (let section = 0; section < announced.length; section++)
        if (countOf(headings, section) > 0) announced[section] = 1;
    for (let section = 0; section < announced.length; section++) {
      const own = totals[section];
      const likely = chances[section];
      if (own) this.#addTotals(section, own);
      if (likely) this.#addChances(section, likely);
    }
    if (this.#wordsAt >= 0) this.#addWords(words);
  }

  #addTotals(section: number, totals: SectionTotals): void {
    const { index } = this.labeller;
    const { lines } = this.passage;
    let slogan = 0;
    for (let at = 0; at < lines.length; at++) {
      const evidence = lines[at]?.evidence;
      const signals = this.signals[at];
      if (!evidence || !signals) break;
      const counts = this.counts(at, section);
      if (totals.among === 0) totals.opens = counts;
      if (counts) {
        if (!totals.ends) totals.runs++;
        totals.addLine(evidence, signals, index, section);
        if (evidence.sentence.kind !== 'lead') slogan += this.sloganOf(at);
      }
      totals.among++;
      totals.ends = counts;
    }
    totals.slogan += slogan;
  }

  #addChances(section: number, chances: SectionChances): void {
    let expected = 0;
    for (let line = 0; line < this.best.length; line++) {
      const chance = this.chance(line, section);
      expected += chance;
      chances.addLine(chance, this.counts(line, section), this.sectionOf(line) < 0);
    }
    chances.expected += expected;
  }

  #addWords(weighed: readonly SectionWords[]): void {
    const scores = this.#words;
    const labels = this.#labels;
    for (let section = 0; section < weighed.length; section++) sums[section] = 0;
    for (let line = 0; line < this.best.length; line++) {
      const row = this.#wordsAt + line * labels;
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
        weighing.hanzi = this.passage.lines[line]?.evidence.sentence.hanzi ?? 0;
        weighing.slogan = this.sloganOf(line);
        weighing.weakCues = this.signals[line]?.weak[section] ?? 0;
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

  #label(line: number): readonly number[] {
    const none = this.#labels - 1;
    let best = 0;
    for (let label = 1; label <= none; label++)
      if (this.chance(line, label) > this.chance(line, best)) best = label;
    if (best === none) return NONE;
    let all: number[] | undefined;
    for (let section = 0; section < none; section++) {
      if (section === best || this.chance(line, section) < SECOND_SECTION) continue;
      (all ??= [best]).push(section);
    }
    return all ?? (ALONE[best] ??= [best]);
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
  readonly signals: readonly SectionSignals[];
  readonly slogans: Float64Array;
  /** Numbers of the lines; from `wordsAt` on, what the words alone give each label of every line. */
  readonly potentials: Float64Array;
  /** -1 where the model does not know them. */
  readonly wordsAt: number;
}

const NONE: readonly number[] = [];
/** Most lines belong to one section: they share the list that says so. */
const ALONE: (readonly number[])[] = [];
