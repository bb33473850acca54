import { guardAt } from '../../analysis/guards';
import type { Localized, WordingRule } from '../../framework/types';
import { compiledAtUse } from '../../text/compiledAtUse';
import type { Range } from '../../text/range';
import { execBesidePlaceholders } from '../../text/placeholders';
import {
  isAddressed,
  isAloud,
  isDoneByOthers,
  isMeant,
  isMeantAsLabel,
  LONGEST_SENTENCE,
  maySpeak,
  quotationOf,
  type Said,
} from './meant';

/** A general form of a fault: what people say in ever new words no list can hold. */
export interface FaultPattern {
  readonly id: string;
  /** Words of which every match holds at least one; a sentence without any of them is not looked at further. */
  readonly anchors: Anchors;
  /**
   * Made when it is first looked for; for one folded sentence, with the flag g. Repetitions are bounded, so it is linear
   * in the sentence's length.
   */
  readonly form: () => RegExp;
  /**
   * What every match holds besides, of a form whose anchors many harmless sentences hold: a short expression, that
   * spares them the long one.
   */
  readonly holds?: RegExp;
  /** What else the sentence has to say. */
  readonly when?: () => RegExp;
  /** Said in the same sentence, it makes the form harmless. */
  readonly unless?: RegExp;
  /** Harmless too where the sentence says `MEASURED`. */
  readonly unlessMeasured?: true;
  /**
   * Whether the sentence takes it back.
   * @param folded folded sentence
   * @param to end of the form in it, UTF-16
   */
  readonly takenBack?: (folded: string, to: number) => boolean;
  /** Rude only when said to somebody (急什么), not when told. */
  readonly spoken?: true;
  /** Rude only in the writer's very words to people, as he will say them; told of, it may be anything. */
  readonly aloud?: true;
  /** Said in the same quotation as what is said aloud, it makes the form harmless. */
  readonly softened?: RegExp;
  /** A fault of the writer only when he is the one who does it. */
  readonly self?: true;
  /** A name for people that a negated verb does not take back: 绝不怕刁民. */
  readonly label?: true;
  /** A fault only where the question puts the writer in charge. */
  readonly inCharge?: true;
  /** Passes the buck however well the matter is handled besides: a single place is enough. */
  readonly outright?: true;
  readonly why: Localized;
  /** At least one; the first is what the quick fix offers first. */
  readonly rewrites: readonly string[];
}

/** Under a condition, after checking, by law, in consultation or through the proper hands: then it is no promise. */
const MEASURED = compiledAtUse(
  /(?:如果|若是|倘若|要是|假如)(?!(?:您|你|大家|谁)?们?还?不(?:放心|信))|查实|属实|确属|确实|真(?:少|是|有|错)|核实|核准|核定|核对|查清|查明|查出(?!一个)|调查|依法|依规|依照|依据|按照?(?:规定|政策|标准|程序|条例|合同|协议|规矩|流程)|符合|争取|尽力|尽量|建议|提请|报请|请示|申请|汇报|上报|移交|移送|纪检|纪委|监委|会同|协商|商量|商定|审批|审核|审查|凡是|经(?:领导|单位|上级|批准)|同意后|批准后|职权(?:范围)?内|职责(?:范围)?内|权限(?:范围)?内|有人[^,。;]{0,4}(?:撺掇|劝|叫|要|让|求)我/,
);

/** Only taken apart where a table is made of them: a start reads one that the build has made. */
export type Anchors = () => readonly string[];

/** Anchors as they are written here: words with spaces between. */
export function words(list: string): Anchors {
  return () => list.split(' ');
}

/** Whoever the writer speaks to. */
export const YOU = '(?:你|您)们?';

/** A form of alternatives; in them `…` stands for any character inside a clause. */
export function anyOf(...alternatives: readonly string[]): RegExp {
  return new RegExp(alternatives.join('|').replaceAll('…', '[^,。;:!?“”"]'), 'g');
}

/** A form found in a sentence, meant by the writer; the range counts from the start of the sentence. */
export interface PatternHit extends Range {
  readonly pattern: FaultPattern;
  readonly rule: WordingRule;
}

/** Of one form, how many places are tried: the first may be another's words, the next the writer's. */
const MOST_PLACES = 6;

/** Of most sentences. */
export const NO_HITS: readonly PatternHit[] = [];

/** The patterns of all rules. Most sentences hold hardly any of their anchors and are passed over. */
export class PatternSet {
  readonly #patterns: readonly FaultPattern[];
  /** The rule of each pattern. */
  readonly #rules: readonly WordingRule[];
  /** The form of each pattern. */
  readonly #forms: readonly (() => RegExp)[];

  constructor(byRule: Readonly<Partial<Record<WordingRule, readonly FaultPattern[]>>>) {
    const rules = Object.entries(byRule) as [WordingRule, readonly FaultPattern[]][];
    this.#patterns = rules.flatMap(([, patterns]) => patterns);
    this.#rules = rules.flatMap(([rule, patterns]) => patterns.map(() => rule));
    this.#forms = this.#patterns.map(({ form }) => compiledAtUse(form));
  }

  get size(): number {
    return this.#patterns.length;
  }

  /** A list for each pattern. */
  anchors(): readonly (readonly string[])[] {
    return this.#patterns.map(({ anchors }) => anchors());
  }

  /**
   * What the writer means of every form in a sentence, of a long one in its beginning; none inside a longer one of
   * the same rule.
   * @param anchored numbers of the patterns of whose anchors it holds one; only these are looked for
   */
  find(folded: string, anchored: readonly number[]): readonly PatternHit[] {
    const text = folded.length > LONGEST_SENTENCE ? folded.slice(0, LONGEST_SENTENCE) : folded;
    let hits: PatternHit[] | undefined;
    let speaks: boolean | undefined;
    for (const index of anchored) {
      const pattern = this.#patterns[index];
      const rule = this.#rules[index];
      const form = this.#forms[index];
      // Other lists of anchors may stand behind those of the patterns.
      if (!pattern || !rule || !form) break;
      if (pattern.aloud && !(speaks ??= maySpeak(text))) continue;
      const place = placeOf(pattern, form, text);
      if (place) (hits ??= []).push({ pattern, rule, ...place });
    }
    if (!hits) return NO_HITS;
    const all = hits;
    return all.length < 2 ? all : all.filter((hit) => !all.some((other) => covers(other, hit)));
  }
}

/** Where a sentence says the form and means it. */
function placeOf(pattern: FaultPattern, compiled: () => RegExp, text: string): Range | undefined {
  if (pattern.holds?.test(text) === false || pattern.when?.().test(text) === false) return undefined;
  const form = compiled();
  form.lastIndex = 0;
  // Not `matchAll`, which makes a copy of the expression each time.
  for (let places = 0; places < MOST_PLACES; places++) {
    const match = execBesidePlaceholders(form, text);
    if (!match) return undefined;
    const from = match.index;
    const to = from + match[0].length;
    if (to === from) form.lastIndex++;
    else if (holds(pattern, { text, from, to, guard: guardAt(text, from) }))
      return isHarmless(pattern, text, to) ? undefined : { from, to };
  }
  return undefined;
}

function isHarmless({ unless, unlessMeasured, takenBack }: FaultPattern, text: string, to: number): boolean {
  if (unlessMeasured && MEASURED().test(text)) return true;
  return unless?.test(text) === true || takenBack?.(text, to) === true;
}

function holds(pattern: FaultPattern, said: Said): boolean {
  if (!(pattern.label ? isMeantAsLabel(said) : isMeant(said))) return false;
  if (pattern.spoken && !isAddressed(said)) return false;
  if (pattern.aloud && !(isAloud(said) && pattern.softened?.test(quotationOf(said)) !== true)) return false;
  return !(pattern.self && isDoneByOthers(said));
}

function covers(other: PatternHit, hit: PatternHit): boolean {
  return (
    other !== hit &&
    other.rule === hit.rule &&
    other.from <= hit.from &&
    hit.to <= other.to &&
    other.to - other.from > hit.to - hit.from
  );
}
