import type { Framework } from '../framework/types';
import type { Chapter, Member } from './chapter';
import type { SectionSignals } from './features';
import type { Labeller } from './label';
import type { Passage } from './passage';
import { SectionChances, SectionTotals } from './sectionTotals';

/** A second section is given to a sentence when it is at least this probable. */
const SECOND_SECTION = 0.35;

/** A passage whose lines are labelled, with what they add up to. */
export class LabelledPassage implements Member<LabelledPassage> {
  /** For what rules find out about it. */
  readonly kept: unknown[] = [];
  /** Most probable section of every line, -1 for none. */
  readonly best: Int16Array;
  /** All sections each line is taken to realise, most probable first. */
  readonly sectionsOf: readonly (readonly number[])[];
  /** By section; undefined where no line counts for it. */
  readonly totals: readonly (SectionTotals | undefined)[];
  /** By section; empty when there are no lines. */
  readonly chances: readonly SectionChances[];
  /** By section: whether a line belongs to it before all others, and whether words announce it. */
  readonly present: Uint8Array;
  readonly announced: Uint8Array;
  /** How many lines there are, and their 字. */
  readonly lines: number;
  readonly hanzi: number;
  /** Lines that belong to no section. */
  readonly loose: number;
  /** Sum of how much of a slogan each line is. */
  readonly slogan: number;
  readonly endsChapter: boolean;
  chapter: Chapter<LabelledPassage> | undefined;
  /** Number of labels: the sections and none. */
  readonly #labels: number;

  /**
   * @param marginals probability of every label of every line, the last label being none
   */
  constructor(
    readonly passage: Passage,
    private readonly labeller: Labeller,
    private readonly marginals: Float64Array,
    readonly signals: readonly SectionSignals[],
    readonly slogans: Float64Array,
  ) {
    const sections = labeller.framework.sections.length;
    const count = passage.lines.length;
    this.#labels = sections + 1;
    this.lines = count;
    this.hanzi = passage.reading.hanzi;
    this.endsChapter = passage.endsChapter;
    this.best = new Int16Array(count);
    this.sectionsOf = passage.lines.map((_, line) => this.#label(line, sections));
    this.present = new Uint8Array(sections);
    this.announced = new Uint8Array(sections);
    let loose = 0;
    let slogan = 0;
    for (let line = 0; line < count; line++) {
      const best = this.best[line] ?? -1;
      if (best < 0) loose++;
      else this.present[best] = 1;
      slogan += slogans[line] ?? 0;
    }
    this.loose = loose;
    this.slogan = slogan;
    this.totals = labeller.framework.sections.map((_, section) => this.#sum(section));
    this.chances = count === 0 ? [] : labeller.framework.sections.map((_, section) => this.#rate(section));
  }

  get framework(): Framework {
    return this.labeller.framework;
  }

  /** Whether a line counts for a section. What is rather another section's is no evidence the model does not know. */
  counts(line: number, section: number): boolean {
    return this.labeller.isKnown
      ? (this.sectionsOf[line]?.includes(section) ?? false)
      : this.best[line] === section;
  }

  /** Probability of every section for a line. */
  probabilitiesOf(line: number): number[] {
    const from = line * this.#labels;
    return Array.from(this.marginals.subarray(from, from + this.#labels - 1));
  }

  /** Probability of one section for a line. */
  chance(line: number, section: number): number {
    return this.marginals[line * this.#labels + section] ?? 0;
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

  #label(line: number, sections: number): readonly number[] {
    let best = 0;
    for (let label = 1; label <= sections; label++)
      if (this.chance(line, label) > this.chance(line, best)) best = label;
    this.best[line] = best === sections ? -1 : best;
    if (best === sections) return NONE;
    let all: number[] | undefined;
    for (let section = 0; section < sections; section++) {
      if (section === best || this.chance(line, section) < SECOND_SECTION) continue;
      (all ??= [best]).push(section);
    }
    return all ?? (ALONE[best] ??= [best]);
  }

  #sum(section: number): SectionTotals | undefined {
    const { framework, index } = this.labeller;
    let totals: SectionTotals | undefined;
    let own = false;
    const { lines } = this.passage;
    for (let at = 0; at < lines.length; at++) {
      const evidence = lines[at]?.evidence;
      const signals = this.signals[at];
      if (!evidence || !signals) break;
      if ((signals.headings[section] ?? 0) > 0) this.announced[section] = 1;
      const counts = this.counts(at, section);
      if (counts) {
        totals ??= new SectionTotals(framework.sections[section]?.points.length ?? 0);
        totals.addLine(evidence, signals, this.slogans[at] ?? 0, index, section);
        if (!own) totals.runs++;
        if (at === 0) totals.opens = true;
      }
      own = counts;
    }
    if (totals) {
      totals.among = lines.length;
      totals.ends = own;
    }
    return totals;
  }

  #rate(section: number): SectionChances {
    const chances = new SectionChances();
    for (let line = 0; line < this.best.length; line++)
      chances.addLine(this.chance(line, section), this.counts(line, section), (this.best[line] ?? -1) < 0);
    return chances;
  }
}

const NONE: readonly number[] = [];
/** Most lines belong to one section: they share the list that says so. */
const ALONE: (readonly number[])[] = [];
