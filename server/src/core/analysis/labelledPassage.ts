import type { Framework } from '../framework/types';
import type { Chapter, Member } from './chapter';
import type { SectionSignals } from './features';
import type { Labeller } from './label';
import type { Passage } from './passage';
import { SectionChances, SectionTotals } from './sectionTotals';
import { SectionWords } from './sectionWords';

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
  /** By section; empty when there are no lines, or the model knows the framework by cues alone. */
  readonly words: readonly SectionWords[];
  /** Lines that belong to no section. */
  readonly loose: number;
  /** 字 of those that are no slogans, and the lines that speak of oneself. */
  readonly elsewhere: number;
  readonly personal: number;
  /** Sum of how much of a slogan each line is. */
  readonly slogan: number;
  readonly endsChapter: boolean;
  chapter: Chapter<LabelledPassage> | undefined;
  readonly signals: readonly SectionSignals[];
  readonly slogans: Float64Array;
  /** Number of labels: the sections and none. */
  readonly #labels: number;

  /**
   * @param marginals probability of every label of every line, the last label being none
   */
  constructor(
    readonly passage: Passage,
    private readonly labeller: Labeller,
    private readonly marginals: Float64Array,
    { signals, slogans, words }: ReadLines,
  ) {
    this.signals = signals;
    this.slogans = slogans;
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
    let elsewhere = 0;
    let personal = 0;
    for (const [line, { evidence }] of passage.lines.entries()) {
      const best = this.best[line] ?? -1;
      const isSlogan = (slogans[line] ?? 0) >= 0.5;
      if (best < 0) loose++;
      else this.present[best] = 1;
      if (best < 0 && !isSlogan) elsewhere += evidence.sentence.hanzi;
      if (speaksOfOneself(evidence.sentence.folded)) personal++;
      slogan += slogans[line] ?? 0;
    }
    this.elsewhere = elsewhere;
    this.personal = personal;
    this.loose = loose;
    this.slogan = slogan;
    this.totals = labeller.framework.sections.map((_, section) => this.#sum(section));
    this.chances = count === 0 ? [] : labeller.framework.sections.map((_, section) => this.#rate(section));
    this.words = count === 0 || words.length === 0 ? [] : this.#weigh(words);
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

  #weigh(scores: Float64Array): SectionWords[] {
    const labels = this.#labels;
    const all = this.present.length;
    const weighed = Array.from({ length: all }, () => new SectionWords());
    for (const [line, { evidence }] of this.passage.lines.entries()) {
      const row = line * labels;
      let best = 0;
      let total = 0;
      for (let label = 1; label < labels; label++)
        if ((scores[row + label] ?? 0) > (scores[row + best] ?? 0)) best = label;
      const most = scores[row + best] ?? 0;
      let next = Number.NEGATIVE_INFINITY;
      for (let label = 0; label < labels; label++) {
        const score = scores[row + label] ?? 0;
        total += Math.exp(score - most);
        if (label !== best) next = Math.max(next, score);
      }
      for (let section = 0; section < all; section++) {
        const score = scores[row + section] ?? 0;
        weighed[section]?.addLine({
          chance: Math.exp(score - most) / total,
          margin: score - (section === best ? next : most),
          score,
          labelled: this.chance(line, section),
          hanzi: evidence.sentence.hanzi,
          slogan: this.slogans[line] ?? 0,
          weakCues: this.signals[line]?.weak[section] ?? 0,
          counts: this.counts(line, section),
        });
      }
    }
    return weighed;
  }

  #rate(section: number): SectionChances {
    const chances = new SectionChances();
    for (let line = 0; line < this.best.length; line++)
      chances.addLine(this.chance(line, section), this.counts(line, section), (this.best[line] ?? -1) < 0);
    return chances;
  }
}

/** The lines of a passage as they were read, whatever stands around it. */
export interface ReadLines {
  readonly signals: readonly SectionSignals[];
  readonly slogans: Float64Array;
  /** What the words alone give each label of every line; empty where the model does not know them. */
  readonly words: Float64Array;
}

function speaksOfOneself(folded: string): boolean {
  return folded.includes('我') || folded.includes('咱');
}

const NONE: readonly number[] = [];
/** Most lines belong to one section: they share the list that says so. */
const ALONE: (readonly number[])[] = [];
