/** Text shown to the writer, in both languages of the extension. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}

/** Where a rule or an expectation comes from: a reference document's number and its line or line span, or a page. */
export interface Source {
  /** Number of the document in the inventory, e.g. `003`; free text in a writer's own rubric; the site of a page. */
  readonly document: string;
  /** Physical lines, 1-based: `12` or `10-12`. */
  readonly lines?: string;
  /** Address of a public page. */
  readonly url?: string;
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

/** What judges score (测评要素, such as 应变能力), and the sections in which an answer shows it. */
export interface Element {
  readonly id: string;
  readonly title: Localized;
  /** Share of the score, of 100 for all elements together; places differ, so the writer may set others. */
  readonly weight: number;
  /** Ids of sections of the framework. */
  readonly sections: readonly string[];
  readonly source?: Source;
}

/** An answer framework (框架): what kind of question it answers and which sections it asks for, in order. */
export interface Framework {
  readonly id: string;
  readonly title: Localized;
  /** Question kinds this framework answers (ids, e.g. `emergency`). */
  readonly kinds: readonly string[];
  /** Answers any question of its kinds; a framework for particular questions goes before it where it fits. */
  readonly general?: boolean;
  /** Words in the question that call for this framework. */
  readonly cues: readonly string[];
  readonly weakCues: readonly string[];
  readonly sections: readonly Section[];
  /** 2 for the structure of an essay: to be named by the writer or by its own question, without a phrase bank. */
  readonly tier?: 1 | 2;
  /** Absent where nothing is known of how this kind of answer is scored. */
  readonly elements?: readonly Element[];
  readonly source?: Source;
  /** URI of the rubric file; `builtin:` for the ones that ship with the extension. */
  readonly origin: string;
}

/** Words by which a question kind, or one of its variants, is known; literal, matched without regard to script and width. */
export interface KindCues {
  readonly id: string;
  readonly title: Localized;
  /** Other names a writer may give it in the front matter. */
  readonly aliases: readonly string[];
  /** Each speaks for it clearly. */
  readonly cues: readonly string[];
  /** Taken when nothing speaks for another. */
  readonly default: boolean;
  readonly sources: readonly Source[];
}

/** A question kind (题型): what a question asks for, whatever it is about. */
export interface QuestionKind extends KindCues {
  /** Speak for it clearly where the question begins with them (`劝…`, `组织…`). */
  readonly openings: readonly string[];
  /** Speak for it only together. */
  readonly weakCues: readonly string[];
  /** Speak against it. */
  readonly against: readonly string[];
  /** Goes before every other kind that the question also shows. */
  readonly win: boolean;
  /** Usual time for an answer, minutes. */
  readonly minutes?: number;
  readonly variants: readonly KindCues[];
}

/** Question kinds with the words that must not be taken for a cue. */
export interface KindSet {
  readonly id: string;
  readonly kinds: readonly QuestionKind[];
  /** Words that only contain a cue (`流动人口` is no 流动). */
  readonly ignore: readonly string[];
}

/** What a system of the reference documents is: each kind serves the writer in its own way. */
export type SystemKind = 'method' | 'situation' | 'checklist' | 'fact' | 'saying';

/**
 * How the members of a system belong together:
 * - `all`: steps or halves; one without the others is no whole;
 * - `any`: pick what fits;
 * - `each`: every member has its own questions;
 * - `family`: every member is a method of its own.
 */
export type SystemUse = 'all' | 'any' | 'each' | 'family';

/** One member of a system: a step of a method, a branch, an item to check, a fact, an expression. */
export interface SystemMember {
  readonly id: string;
  readonly title: Localized;
  /** How it is done or what to mind, in own words; empty when the title says it all. */
  readonly note: Localized;
  readonly need: Need;
  /** Names and fixed expressions, at most 12 字: one of them alone tells the member. */
  readonly phrases: readonly string[];
  /** Words of the deed; two of a member in a paragraph tell it. */
  readonly cues: readonly string[];
  /** Cues too general to count alone. */
  readonly weakCues: readonly string[];
  /** Words of the question that call for this very member. */
  readonly whenCues: readonly string[];
  /** One sentence to start from; `【…】` marks what the writer fills in. */
  readonly scaffold?: string;
  /** Words that may stand in an answer only as what is criticised. */
  readonly avoid: readonly string[];
  /** What to write instead of them. */
  readonly instead?: string;
  /** Entry of a wording list that flags the improper forms, `list/entry`. */
  readonly rule?: string;
  /** Sections and points of frameworks that ask for it, `framework#section/point`. */
  readonly at: readonly string[];
  readonly source?: Source;
}

/** A member of the documents that is not given to the writer, and why. */
export interface DeniedMember {
  readonly id: string;
  readonly reason: string;
}

/** A named system (体系) of the reference documents, as data. */
export interface System {
  readonly kind: SystemKind;
  /** The same as in the inventory of the documents. */
  readonly id: string;
  readonly title: Localized;
  /** What it is good for, in a sentence or two. */
  readonly why: Localized;
  readonly use: SystemUse;
  /** What people call it: one of them alone tells it. */
  readonly names: readonly string[];
  /** Question kinds it fits. */
  readonly kinds: readonly string[];
  /** Words of the question that call for it. */
  readonly whenCues: readonly string[];
  /** Sections it belongs to, `framework/section`. */
  readonly sections: readonly string[];
  readonly members: readonly SystemMember[];
  readonly denied: readonly DeniedMember[];
  /** For facts: `history-verify` is never present policy, `background` never the body of an answer. */
  readonly status?: 'history-verify' | 'background';
  /** For facts: the time they speak of. */
  readonly date?: string;
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
  /** Said to somebody: outside quotations the writer or whom he speaks to has to be named beside it. */
  readonly spoken?: boolean;
  readonly entries: readonly WordingEntry[];
  readonly origin: string;
}

/** Everything the analysis knows about frameworks and wording; immutable. */
export interface Rubrics {
  readonly frameworks: readonly Framework[];
  readonly wording: readonly WordingList[];
  /** Question kinds; without them every question has the first kind of its framework. */
  readonly kinds?: readonly KindSet[];
  /** Methods, situations, checklists, facts and sayings of the reference documents. */
  readonly systems?: readonly System[];
  /** The situations of `systems`, where the others are only read when they are asked for. */
  readonly situations?: readonly System[];
}
