import type { Range } from '../text/range';
import { NOTHING_CONCRETE } from './concrete';
import type { SentenceEvidence } from './evidence';
import { type Guard, isNotOwn } from './guards';
import type { Strength } from './lexicon';
import { countOf } from './signals';

/** The kinds of concrete words that are counted for a section. */
export const COUNTED_KINDS = ['when', 'who', 'where', 'deed', 'condition', 'quantity'] as const;

/** Placeholders as the scaffolds have them, folded; labels such as 【答案】 that exam papers use are none. */
const PLACEHOLDER = /【(?!参考|答案|解析|题目|题干|材料|要点|点评|分析|示例)[^】]{1,40}】/g;

/** The first placeholder in a folded text. */
export function firstPlaceholder(folded: string): Range | undefined {
  const at = folded.search(PLACEHOLDER);
  return at < 0 ? undefined : { from: at, to: folded.indexOf('】', at) + 1 };
}

/** What the lines that count for one section add up to: of a passage, or of a whole answer. */
export class SectionTotals {
  lines = 0;
  /** 字 of all of them. */
  hanzi = 0;
  /** Lines that say something, rather than announce it, and their 字. */
  spoken = 0;
  spokenHanzi = 0;
  /** In those: words of COUNTED_KINDS, set slogans, and how much of a slogan each is. */
  readonly concrete = new Array<number>(COUNTED_KINDS.length).fill(0);
  slogans = 0;
  slogan = 0;
  /** Cues of the section, and the most in one line. */
  cues = 0;
  mostCues = 0;
  /** Placeholders of an inserted outline not filled in yet. */
  unfilled = 0;
  /** Places that speak for each point. */
  readonly points: number[];
  /** How many times such lines begin after others. */
  runs = 0;
  /** How many lines there are, whether they count or not; and whether the first and the last of them do. */
  among = 0;
  opens = false;
  ends = false;

  constructor(points: number) {
    this.points = new Array<number>(points).fill(0);
  }

  /**
   * Takes in a line that counts for section number `section` of framework number `framework`; but not how much of a
   * slogan it is, nor where it stands.
   */
  addLine(evidence: SentenceEvidence, framework: number, section: number): void {
    const { sentence, wording, concrete } = evidence;
    this.lines++;
    this.hanzi += sentence.hanzi;
    if (sentence.kind !== 'lead') {
      this.spoken++;
      this.spokenHanzi += sentence.hanzi;
      if (concrete !== NOTHING_CONCRETE)
        for (let at = 0; at < COUNTED_KINDS.length; at++) {
          const kind = COUNTED_KINDS[at];
          if (kind) this.concrete[at] = countOf(this.concrete, at) + concrete[kind];
        }
      for (const { list } of wording) if (list.rule === 'cliche') this.slogans++;
    }
    if (sentence.folded.includes('【')) this.unfilled += sentence.folded.match(PLACEHOLDER)?.length ?? 0;
    let cues = 0;
    for (let word = 0; word < evidence.wordCount; word++) {
      const guard = evidence.guardOf(word);
      for (const { section: own, point, strength } of evidence.cuesOf(word, framework)) {
        if (own !== section) continue;
        if ((strength === 'cue' || strength === 'phrase') && !isNotOwn(guard)) cues++;
        if (speaksForPoint(strength, guard)) this.points[point] = countOf(this.points, point) + 1;
      }
    }
    this.cues += cues;
    this.mostCues = Math.max(this.mostCues, cues);
  }

  /** Takes in what stands after it, of `among` lines. */
  add(after: SectionTotals, among: number): void {
    if (among === 0) return;
    if (this.among === 0) this.opens = after.opens;
    this.among += among;
    this.lines += after.lines;
    this.hanzi += after.hanzi;
    this.spoken += after.spoken;
    this.spokenHanzi += after.spokenHanzi;
    addTo(this.concrete, after.concrete);
    this.slogans += after.slogans;
    this.slogan += after.slogan;
    this.cues += after.cues;
    this.mostCues = Math.max(this.mostCues, after.mostCues);
    this.unfilled += after.unfilled;
    addTo(this.points, after.points);
    this.runs += after.runs - (this.ends && after.opens ? 1 : 0);
    this.ends = after.ends;
  }
}

function addTo(sums: number[], more: readonly number[]): void {
  for (let at = 0; at < more.length; at++) sums[at] = countOf(sums, at) + countOf(more, at);
}

/** Whether a cue, as it is meant, is evidence for its point. */
export function speaksForPoint(strength: Strength, guard: Guard): boolean {
  return strength !== 'weak' && guard !== 'reported';
}

/** How probable one section is for lines, whether they count for it or not. */
export class SectionChances {
  /** Sum. */
  expected = 0;
  /** The two highest. */
  top = 0;
  second = 0;
  /** How many are above 0.15, and above 0.5. */
  possible = 0;
  probable = 0;
  /** The highest of a line that does not count for the section, and of one that belongs to none. */
  elsewhere = 0;
  loose = 0;

  /** Takes in a line; but not to the sum. */
  addLine(chance: number, counts: boolean, belongsToNone: boolean): void {
    this.second = Math.max(this.second, Math.min(this.top, chance));
    this.top = Math.max(this.top, chance);
    if (chance > 0.15) this.possible++;
    if (chance > 0.5) this.probable++;
    if (!counts) this.elsewhere = Math.max(this.elsewhere, chance);
    if (belongsToNone) this.loose = Math.max(this.loose, chance);
  }

  add(after: SectionChances): void {
    this.expected += after.expected;
    this.second = Math.max(Math.min(this.top, after.top), this.second, after.second);
    this.top = Math.max(this.top, after.top);
    this.possible += after.possible;
    this.probable += after.probable;
    this.elsewhere = Math.max(this.elsewhere, after.elsewhere);
    this.loose = Math.max(this.loose, after.loose);
  }
}
