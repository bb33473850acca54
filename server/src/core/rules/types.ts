import type { Analysis } from '../analysis/analyse';
import type { Locale } from '../messages/messages';
import type { ReferenceSpan, References } from '../references/types';
import type { Range } from '../text/range';

/** How loud a finding may be, the loudest first. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

/** How loud a finding is. */
export type Severity = (typeof SEVERITIES)[number];

/** The stable codes of the rules; each has a page under docs/rules. */
export const RULE_CODES = [
  'section.missing',
  'section.weak',
  'section.order',
  'section.empty',
  'wording.taboo',
  'wording.dignity',
  'promise.beyond-authority',
  'role.shirk',
  'role.report-only',
  'cliche',
  'example.missing',
  'question.off-topic',
  'text.repeat',
  'source.copied',
  'length.over',
  'length.under',
  'draft.front-matter',
] as const;

export type RuleCode = (typeof RULE_CODES)[number];

/** Another place that explains a finding: in the draft, or in a reference document. */
export interface Related {
  /** In the draft; absent when the place is in a document. */
  readonly range?: Range;
  /** In a reference document the writer has; absent when only the message names the place. */
  readonly span?: ReferenceSpan;
  readonly message: string;
}

/** What a finding lets the writer do; the code actions are built from it. */
export type Remedy =
  /** `under`: the heading it goes under; absent where the order of the framework says the place. */
  | { readonly type: 'insert-section'; readonly section: string; readonly under?: Range }
  | { readonly type: 'replace'; readonly rewrites: readonly string[] }
  | { readonly type: 'delete' }
  | { readonly type: 'choose-framework' };

/** One thing a rule found. */
export interface Finding {
  readonly code: RuleCode;
  readonly severity: Severity;
  /** Absolute, on code-point borders, within the draft. */
  readonly range: Range;
  /** For the writer: what, and why it matters. */
  readonly message: string;
  readonly related: readonly Related[];
  readonly remedy?: Remedy;
  /** Id of the section it is a verdict on; absent where it is on none, or on all. */
  readonly section?: string;
}

/** What a rule may look at. */
export interface RuleContext {
  readonly analysis: Analysis;
  readonly locale: Locale;
  readonly settings: RuleSettings;
  /** The writer's reference documents; absent where there are none. */
  readonly references?: References | undefined;
  /** Id of the reference document that is the draft itself, when it lies among them: no source of itself. */
  readonly own?: string | undefined;
  /** Of its findings, where they have no other: the rule's own or the one the writer chose. */
  readonly severity: Severity;
  readonly report: (
    finding: Omit<Finding, 'code' | 'severity' | 'related'> & {
      readonly severity?: Severity;
      readonly related?: readonly Related[];
    },
  ) => void;
  /** For findings by the ten thousands: takes them finished and in order of place. */
  readonly reportAll: (findings: readonly Finding[]) => void;
}

export interface RuleSettings {
  /** 字 per minute. */
  readonly speakingRate: number;
  /** Time limit when the front matter names none; 0 for no limit. */
  readonly minutes: number;
}

/** A rule: metadata, and a function that reads the analysis and reports what it finds. */
export interface Rule {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly check: (context: RuleContext) => void;
}
