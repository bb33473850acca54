/** Text shown to the writer, in both languages of the extension. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}

/** Where a rule or an expectation comes from: a reference document's number and its line or line span. */
export interface Source {
  /** Number of the document in the inventory, e.g. `003`; free text in a writer's own rubric. */
  readonly document: string;
  /** Physical lines, 1-based: `12` or `10-12`. */
  readonly lines?: string;
}

/** `conditional` sections and points are asked for only when the question calls for them. */
export type Need = 'required' | 'optional' | 'conditional';

/** One thing a section should contain. */
export interface Point {
  readonly id: string;
  readonly title: Localized;
  readonly need: Need;
  /** Lexical evidence, 2-8 字 each. */
  readonly cues: readonly string[];
  /** Cues too general to count alone. */
  readonly weakCues: readonly string[];
  /** Fixed expressions of at most 12 字. */
  readonly phrases: readonly string[];
  /** Points sharing a `branch` name are alternatives the answer should distinguish (true / misunderstanding / …). */
  readonly branch?: string;
  readonly source?: Source;
}

/** An ordered part (环节) of an answer framework. */
export interface Section {
  readonly id: string;
  readonly title: Localized;
  readonly need: Need;
  /** For `conditional`: words in the question that make the section required. */
  readonly whenCues: readonly string[];
  /** What a judge looks for, in a sentence or two. */
  readonly why: Localized;
  /** Words that announce this section in a heading or a lead sentence. */
  readonly headings: readonly string[];
  readonly points: readonly Point[];
  /** Markdown inserted by the quick fix; `【…】` marks what the writer fills in. */
  readonly scaffold: string;
  readonly source?: Source;
}

/** An answer framework (框架): what kind of question it answers and which sections it asks for, in order. */
export interface Framework {
  readonly id: string;
  readonly title: Localized;
  /** Question kinds this framework answers (ids, e.g. `emergency`). */
  readonly kinds: readonly string[];
  /** Words in the question that call for this framework. */
  readonly cues: readonly string[];
  readonly weakCues: readonly string[];
  readonly sections: readonly Section[];
  readonly source?: Source;
  /** URI of the rubric file; `builtin:` for the ones that ship with the extension. */
  readonly origin: string;
}

/** The rules a wording entry can belong to. */
export type WordingRule =
  'wording.taboo' | 'wording.dignity' | 'promise.beyond-authority' | 'role.shirk' | 'cliche';

/** One wording to avoid, with what to say instead. */
export interface WordingEntry {
  readonly id: string;
  /** Literal forms; matched without regard to punctuation width or traditional/simplified script. */
  readonly match: readonly string[];
  /** Words in the same sentence that make the wording harmless (`依法`, `核实` for a promise). */
  readonly unless: readonly string[];
  /** At least one replacement; the first is what the quick fix offers first. */
  readonly rewrites: readonly string[];
  readonly why: Localized;
  readonly source?: Source;
}

export interface WordingList {
  readonly id: string;
  readonly rule: WordingRule;
  readonly title: Localized;
  readonly entries: readonly WordingEntry[];
  readonly origin: string;
}

/** Everything the analysis knows about frameworks and wording; immutable. */
export interface Rubrics {
  readonly frameworks: readonly Framework[];
  readonly wording: readonly WordingList[];
}
