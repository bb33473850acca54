import type { Analysis } from '../analysis/analyse';
import type { Status } from '../analysis/coverage';
import type { ChosenBy } from '../framework/choose';
import type { Locale } from '../messages/messages';
import { recogniseMethods } from '../methods/recognise';
import type { Finding, RuleCode, Severity } from '../rules/types';
import { LineIndex, type Position } from '../text/lineIndex';
import type { Range } from '../text/range';

/** A range as editors count it. */
export interface PositionRange {
  readonly start: Position;
  readonly end: Position;
}

/** One checked file in the machine-readable result (docs/result-format.md). */
export interface FileResult {
  readonly path: string;
  readonly framework: {
    readonly id: string;
    readonly chosenBy: ChosenBy;
    readonly confidence: number;
  } | null;
  readonly questionKind: string | null;
  /** The kinds the question shows, one or two, the primary first; empty when none was recognised. */
  readonly questionKinds: readonly {
    readonly id: string;
    readonly title: string;
    /** Which sort of it, e.g. `planning-research`. */
    readonly variant: string | null;
    readonly confidence: number;
    /** Words of the question that spoke for it. */
    readonly because: readonly string[];
  }[];
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly status: Status;
    readonly points: readonly {
      readonly id: string;
      readonly title: string;
      readonly covered: boolean;
      readonly required: boolean;
    }[];
    readonly ranges: readonly PositionRange[];
  }[];
  readonly sentences: readonly { readonly range: PositionRange; readonly sections: readonly string[] }[];
  readonly findings: readonly {
    readonly code: RuleCode;
    readonly severity: Severity;
    readonly range: PositionRange;
    readonly message: string;
  }[];
  /** Methods the answer names or carries out. */
  readonly methods: readonly {
    readonly id: string;
    readonly title: string;
    readonly members: readonly {
      readonly id: string;
      readonly title: string;
      readonly ranges: readonly PositionRange[];
    }[];
  }[];
  readonly length: { readonly hanzi: number; readonly spokenSeconds: number };
}

/** The result of a check; `version` changes when a field changes its meaning or goes. */
export interface CheckResult {
  readonly version: 1;
  readonly files: readonly FileResult[];
}

/** Puts an analysis and its findings into the machine-readable form. */
export function toFileResult(
  path: string,
  analysis: Analysis,
  findings: readonly Finding[],
  locale: Locale,
): FileResult {
  const index = new LineIndex(analysis.draft.text);
  const place = ({ from, to }: Range): PositionRange => ({
    start: index.positionAt(from),
    end: index.positionAt(to),
  });
  const { choice, draft } = analysis;
  const kinds = analysis.kinds?.kinds ?? [];
  const ids = analysis.sections.map(({ section }) => section.id);
  return {
    path,
    framework: choice
      ? {
          id: choice.framework.id,
          chosenBy: choice.chosenBy,
          confidence: digits(choice.confidence),
        }
      : null,
    questionKind: draft.frontMatter.kind?.value ?? kinds[0]?.kind.id ?? choice?.framework.kinds[0] ?? null,
    questionKinds: kinds.map(({ kind, variant, confidence, because }) => ({
      id: kind.id,
      title: kind.title[locale],
      variant: variant?.id ?? null,
      confidence: digits(confidence),
      because,
    })),
    sections: analysis.sections.map(({ section, status, points, lines }) => ({
      id: section.id,
      title: section.title[locale],
      status,
      points: section.points.map((point) => ({
        id: point.id,
        title: point.title[locale],
        covered: points.some(({ id, covered }) => id === point.id && covered),
        required: point.need === 'required',
      })),
      ranges: lines.map(({ line }) => place(line)),
    })),
    sentences: analysis.lines.map(({ line, sections }) => ({
      range: place(line),
      sections: sections.map((section) => ids[section] ?? ''),
    })),
    findings: findings.map(({ code, severity, range, message }) => ({
      code,
      severity,
      range: place(range),
      message,
    })),
    methods: recogniseMethods(analysis).map(({ system, members }) => ({
      id: system.id,
      title: system.title[locale],
      members: members.map(({ member, ranges }) => ({
        id: member.id,
        title: member.title[locale],
        ranges: ranges.map(place),
      })),
    })),
    length: analysis.length,
  };
}

/** Three digits; only what the writer named is certain. */
function digits(confidence: number): number {
  return confidence === 1 ? 1 : Math.min(0.999, Number(confidence.toFixed(3)));
}
