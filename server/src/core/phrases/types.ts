import type { Localized, Source } from '../framework/types';
import type { Range } from '../text/range';

/** Ties an offset of a passage to the document it was taken from; holds up to the next anchor. */
export interface Anchor {
  /** Offset in the passage, UTF-16. */
  readonly at: number;
  /** Offset in the document's text, UTF-16. */
  readonly from: number;
  /** Line of the document, 0-based. */
  readonly line: number;
}

/** A cleaned stretch of a reference document: running text without headings, noise and page furniture. */
export interface Passage {
  /** What names the document: its URI. */
  readonly document: string;
  readonly text: string;
  /** In order of `at`, the first at 0; one for every place where cleaning cut, joined or changed lines. */
  readonly anchors: readonly Anchor[];
}

/** Where a phrase stands: `from` and `to` are UTF-16 offsets in the document's text. */
export interface Place extends Range {
  readonly document: string;
  /** Line of `from`, 0-based. For a phrase of the bank: its number in the bank. */
  readonly line: number;
}

/** `spoken`: as said to someone present; `written`: as told to a judge or written down. */
export type Register = 'spoken' | 'written';

/** A clause taken out of a passage, ready to be inserted. */
export interface Clause {
  /** With full-width punctuation, without a closing one. */
  readonly text: string;
  readonly place: Place;
  readonly register: Register;
  /** It with what stands beside it in its sentence, which helps to tell what it is for. */
  readonly context: string;
  /** It is told as an example (例如……): of use in its own kind of case. */
  readonly example: boolean;
}

/** A section (and point) a phrase serves. */
export interface Slot {
  readonly framework: string;
  readonly section: string;
  readonly point?: string | undefined;
  /** How well it fits, 0-1. */
  readonly fit: number;
}

/** A phrase as the index takes it in. The same text must always come with the same slots and register. */
export interface PhraseEntry {
  /** At most 255 UTF-16 units. */
  readonly text: string;
  readonly slots: readonly Slot[];
  readonly register?: Register | undefined;
  /** Words it should be found by that it does not contain. */
  readonly keywords?: readonly string[] | undefined;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** Whether phrases come from the writer's documents or from the bank that ships with the extension. */
export type Origin = 'documents' | 'bank';

/** The phrases of one document, or of one bank. */
export interface PhraseDocument {
  /** URI; unique in the index. */
  readonly id: string;
  /** What tells one state of the document from another (a hash, or size and time). */
  readonly version: string;
  readonly origin: Origin;
  readonly entries: readonly PhraseEntry[];
}

/** A phrase that is offered. */
export interface Suggestion {
  readonly text: string;
  readonly origin: Origin;
  readonly register?: Register | undefined;
  /** Sections it serves, best first. */
  readonly slots: readonly Slot[];
  /** Where it stands, in order of document and place. */
  readonly places: readonly Place[];
  /** UTF-16 units before the cursor that the phrase takes the place of. */
  readonly replace: number;
}

/** A phrase of the built-in bank, or of a bank of the writer's own. */
export interface BankPhrase {
  readonly text: string;
  readonly section: string;
  readonly point: string;
  readonly register: Register;
  readonly keywords: readonly string[];
  /** Whether it is a set phrase (成语, 套语): as it stands in the documents, known to all. */
  readonly set: boolean;
  /** What it rests on. */
  readonly source: Source;
}

/** Phrases for the sections of one framework. */
export interface PhraseBank {
  readonly id: string;
  readonly framework: string;
  readonly title: Localized;
  readonly phrases: readonly BankPhrase[];
  /** URI of the file; `builtin:` for the ones that ship with the extension. */
  readonly origin: string;
}

/** Words that keep a clause of a document out of the suggestions. */
export interface DenyEntry {
  readonly id: string;
  /** Literal words; matched without regard to punctuation width or traditional/simplified script. */
  readonly match: readonly string[];
  /** Words in the same clause that make it harmless. */
  readonly unless: readonly string[];
  readonly reason: Localized;
  readonly source?: Source;
}

export interface DenyList {
  readonly id: string;
  readonly title: Localized;
  readonly entries: readonly DenyEntry[];
  readonly origin: string;
}
