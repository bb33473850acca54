import type { Analysis } from '../analysis/analyse';
import type { Status } from '../analysis/coverage';
import type { Need } from '../framework/types';
import type { Locale } from '../messages/messages';
import { reportMessages } from '../messages/report';
import type { References } from '../references/types';
import { expectedSections } from '../rules/sectionMissing';
import { type Finding, RULE_CODES, type RuleCode, type RuleSettings, type Severity } from '../rules/types';
import { spokenSeconds } from '../text/count';
import { fullBecause } from './lackingPoints';
import { describeKinds } from './questionKind';
import { chosenBecause, firstToFix, verdict } from './report';
import { type ElementReport, elementReports } from './reportElements';
import { type MethodReport, methodReport, type SourceReport, sourceReports } from './reportExtras';
import { type DraftPlace, type Placer, placerOf } from './reportPlace';
import { hanziBySection, type Strip, stripOf } from './reportStrip';
import { STATUS_SHARE } from './statusMark';

/** One finding. */
export interface ReportItem {
  readonly code: RuleCode;
  readonly severity: Severity;
  readonly message: string;
  readonly place: DraftPlace;
  /** The section whose outline would help, `*` for all. */
  readonly insert?: string;
}

/** One point of a section; a covered one can be looked at. */
export interface PointReport {
  readonly title: string;
  readonly covered: boolean;
  readonly place?: DraftPlace;
}

/** One section with what was found of it. */
export interface SectionReport {
  readonly id: string;
  readonly title: string;
  readonly status: Status;
  readonly need: Need;
  readonly why: string;
  readonly points: readonly PointReport[];
  /** Why it is full although most of its points are not found. */
  readonly because?: string;
  readonly hanzi: number;
  readonly seconds: number;
  /** Where it begins; absent when nothing was found of it. */
  readonly place?: DraftPlace;
}

/** Spoken time, and what it is held against. */
export interface TimeReport {
  readonly hanzi: number;
  readonly seconds: number;
  readonly limit?: { readonly seconds: number; readonly from: 'draft' | 'setting' | 'kind' };
}

/** One check of a draft as plain data: what a report page shows. */
export interface ReportModel {
  readonly locale: Locale;
  /** What the draft is called. */
  readonly name: string;
  readonly verdict: string;
  /** Coverage from 0 to 1: a full section counts 1, a weak one half, of those expected. */
  readonly coverage: number;
  readonly full: number;
  readonly expected: number;
  readonly framework: string;
  readonly kind?: string;
  /** One to three things, most costly first; empty when there is nothing to change. */
  readonly first: readonly ReportItem[];
  readonly strip: Strip;
  readonly sections: readonly SectionReport[];
  readonly elements: readonly ElementReport[];
  readonly time: TimeReport;
  /** The findings that are not in `first`, by rule. */
  readonly faults: readonly {
    readonly code: RuleCode;
    readonly title: string;
    readonly items: readonly ReportItem[];
  }[];
  readonly findings: number;
  readonly methods: MethodReport;
  readonly sources: readonly SourceReport[];
}

export interface ReportOptions extends RuleSettings {
  readonly name: string;
  readonly locale: Locale;
  /** Weights of 测评要素 by id, before those of the framework; 0 leaves one out. */
  readonly weights?: Readonly<Record<string, number>>;
  readonly references?: References | undefined;
  /** Id of the reference document that is the draft itself, when it lies among them: no source of itself. */
  readonly own?: string | undefined;
}

/** Puts one check into the form the report page shows; pure. */
export function reportModel(
  analysis: Analysis,
  findings: readonly Finding[],
  options: ReportOptions,
): ReportModel {
  const { locale, name, weights = {}, references, own } = options;
  const place = placerOf(analysis.draft.text);
  const expected = expectedSections(analysis);
  const full = expected.filter(({ status }) => status === 'full').length;
  const written = expected.reduce((sum, { status }) => sum + STATUS_SHARE[status], 0);
  const kind = describeKinds(analysis, locale);
  const first = firstToFix(findings);
  const item = (finding: Finding): ReportItem => toItem(finding, place);
  return {
    locale,
    name,
    verdict: verdict(analysis, locale),
    coverage: expected.length === 0 ? 0 : written / expected.length,
    full,
    expected: expected.length,
    framework: chosenBecause(analysis, locale),
    ...(kind === undefined ? {} : { kind }),
    first: first.map(item),
    strip: stripOf(analysis, place, locale),
    sections: sectionReports(analysis, options, place),
    elements: elementReports(analysis, weights, locale),
    time: timeReport(analysis, options),
    faults: RULE_CODES.map((code) => ({
      code,
      title: reportMessages(locale).rules[code],
      items: findings.filter((finding) => finding.code === code && !first.includes(finding)).map(item),
    })).filter(({ items }) => items.length > 0),
    findings: findings.length,
    methods: methodReport(analysis, locale, place),
    sources: references ? sourceReports(analysis, references, place, own) : [],
  };
}

function toItem({ code, severity, message, range, remedy }: Finding, place: Placer): ReportItem {
  return {
    code,
    severity,
    message,
    place: place(range),
    ...(remedy?.type === 'insert-section' ? { insert: remedy.section } : {}),
  };
}

function sectionReports(
  analysis: Analysis,
  { locale, speakingRate }: ReportOptions,
  place: Placer,
): SectionReport[] {
  const hanzi = hanziBySection(analysis);
  return expectedSections(analysis).map((coverage) => {
    const { section, status, points, lines, heading } = coverage;
    const because = fullBecause(coverage, locale);
    const starts = [...(heading ? [heading] : []), ...lines.map(({ line }) => line)];
    const begin = starts.toSorted((a, b) => a.from - b.from)[0];
    const own = hanzi.get(section.id) ?? 0;
    return {
      id: section.id,
      title: section.title[locale],
      status,
      need: section.need,
      why: section.why[locale],
      points: section.points.map((point) => {
        const evidence = points.find(({ id }) => id === point.id)?.evidence[0];
        return {
          title: point.title[locale],
          covered: evidence !== undefined,
          ...(evidence ? { place: place(evidence) } : {}),
        };
      }),
      ...(because === undefined ? {} : { because }),
      hanzi: own,
      seconds: spokenSeconds(own, speakingRate),
      ...(begin ? { place: place(begin) } : {}),
    };
  });
}

function timeReport({ draft, length, kinds }: Analysis, { minutes }: ReportOptions): TimeReport {
  const named = draft.frontMatter.minutes?.value;
  const usual = kinds?.kinds[0]?.kind.minutes;
  const limit = (
    [
      ['draft', named],
      ['setting', minutes],
      ['kind', usual],
    ] as const
  ).find(([, value]) => value !== undefined && value > 0);
  return {
    hanzi: length.hanzi,
    seconds: length.spokenSeconds,
    ...(limit?.[1] ? { limit: { from: limit[0], seconds: Math.round(limit[1] * 60) } } : {}),
  };
}
