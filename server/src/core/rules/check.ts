import type { Analysis } from '../analysis/analyse';
import type { Locale } from '../messages/messages';
import type { References } from '../references/types';
import { DEFAULT_SPEAKING_RATE } from '../text/count';
import { firstThat } from '../text/firstThat';
import type { Range } from '../text/range';
import { RULES } from './registry';
import { readSuppressions } from './suppressions';
import type { Finding, Related, Remedy, Rule, RuleCode, RuleSettings, Severity } from './types';

export interface CheckOptions {
  readonly locale?: Locale;
  readonly speakingRate?: number;
  /** Time limit in minutes when the front matter names none; 0 for no limit. */
  readonly minutes?: number;
  /** The writer's reference documents, for the rules that look into them. */
  readonly references?: References | undefined;
  /** Id of the reference document that is the draft itself, when it lies among them: no source of itself. */
  readonly own?: string | undefined;
  /** The writer's severities; a rule not named keeps its own. */
  readonly severity?: Readonly<Partial<Record<RuleCode, Severity | 'off'>>>;
  /** Told of a rule that threw; the other rules go on. */
  readonly onFailure?: (code: RuleCode, error: unknown) => void;
  /** The rules to run; all of them when absent. */
  readonly rules?: readonly Rule[];
}

/** Runs every rule over an analysis and returns what they found, in order of place. Never throws. */
export function checkRules(analysis: Analysis, options: CheckOptions = {}): Finding[] {
  const { locale = 'zh', severity = {}, rules = RULES } = options;
  const { speakingRate = DEFAULT_SPEAKING_RATE, minutes = 0 } = options;
  const settings: RuleSettings = { speakingRate, minutes };
  const isSuppressed = readSuppressions(analysis.draft);
  const findings: Finding[] = [];
  const ordered: (readonly Finding[])[] = [];
  for (const rule of rules) {
    const chosen = severity[rule.code];
    if (chosen === 'off') continue;
    // What a rule that throws has found before counts for nothing.
    const before = findings.length;
    const orderedBefore = ordered.length;
    const { code } = rule;
    try {
      rule.check({
        analysis,
        locale,
        settings,
        references: options.references,
        own: options.own,
        severity: chosen ?? rule.severity,
        report: ({ range, message, related = [], remedy, section, severity: shaded }) => {
          if (isSuppressed?.(code, range)) return;
          // The writer's severity goes before the rule's own shading of a single finding.
          const level = chosen ?? shaded ?? rule.severity;
          findings.push(findingOf(code, level, range, message, related, remedy, section));
        },
        reportAll: (all) => {
          ordered.push(isSuppressed ? all.filter(({ range }) => !isSuppressed(code, range)) : all);
        },
      });
    } catch (error) {
      findings.length = before;
      ordered.length = orderedBefore;
      options.onFailure?.(code, error);
    }
  }
  return ordered.reduce<Finding[]>(merge, findings.sort(compare));
}

/** All named, no copy with something added (docs/architecture.md). */
function findingOf(
  code: RuleCode,
  severity: Severity,
  range: Range,
  message: string,
  related: readonly Related[],
  remedy: Remedy | undefined,
  section: string | undefined,
): Finding {
  if (section === undefined)
    return remedy
      ? { code, severity, range, message, related, remedy }
      : { code, severity, range, message, related };
  return remedy
    ? { code, severity, range, message, related, remedy, section }
    : { code, severity, range, message, related, section };
}

function compare(a: Finding, b: Finding): number {
  return a.range.from - b.range.from || a.range.to - b.range.to || a.code.localeCompare(b.code);
}

/** Puts few findings in their places among many, both in order. */
function merge(few: readonly Finding[], many: readonly Finding[]): Finding[] {
  const all = new Array<Finding>(few.length + many.length);
  let count = 0;
  let next = 0;
  for (const finding of few) {
    const place = firstThat(many, (other) => compare(other, finding) >= 0, next);
    while (next < place) all[count++] = many[next++] ?? finding;
    all[count++] = finding;
  }
  for (const finding of many.slice(next)) all[count++] = finding;
  return all;
}
