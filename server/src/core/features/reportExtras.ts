import type { Analysis } from '../analysis/analyse';
import type { Locale } from '../messages/messages';
import { adviseMethods } from '../methods/advise';
import { recogniseMethods } from '../methods/recognise';
import { copiesIn } from '../references/draftCopies';
import type { References, ReferenceSpan } from '../references/types';
import { LISTED_METHODS, NAMED_WORDS, selfCheckTexts } from './methods';
import type { DraftPlace, Placer } from './reportPlace';

/** What the answer uses of the methods of the documents, and what the question calls for besides. */
export interface MethodReport {
  readonly used: readonly { readonly title: string; readonly places: readonly MethodPlace[] }[];
  readonly advised: readonly { readonly title: string; readonly because: readonly string[] }[];
  /** What to look at once more, in words. */
  readonly selfChecks: readonly string[];
}

/** A member of a method, where the answer first has it. */
export interface MethodPlace {
  readonly title: string;
  readonly place?: DraftPlace;
}

/** A document of which runs stand in the draft word for word. */
export interface SourceReport {
  readonly name: string;
  readonly hanzi: number;
  readonly runs: readonly {
    readonly hanzi: number;
    readonly place: DraftPlace;
    /** Line of the document, 1-based. */
    readonly line: number;
    readonly span: ReferenceSpan;
  }[];
}

/** The methods of an answer; all is empty without any in the rubrics. */
export function methodReport(analysis: Analysis, locale: Locale, place: Placer): MethodReport {
  if (!analysis.rubrics.systems?.length) return { used: [], advised: [], selfChecks: [] };
  const uses = recogniseMethods(analysis);
  return {
    used: uses.slice(0, LISTED_METHODS).map(({ system, members }) => ({
      title: system.title[locale],
      places: members.map(({ member, ranges: [range] }) => ({
        title: member.title[locale],
        ...(range ? { place: place(range) } : {}),
      })),
    })),
    advised: adviseMethods(analysis, uses).map(({ system, member, because }) => ({
      title: member?.title[locale] ?? system.title[locale],
      because: because.slice(0, NAMED_WORDS),
    })),
    selfChecks: selfCheckTexts(analysis, locale),
  };
}

/** The documents with runs of 12 字 and more in the draft, without the draft itself, the one with most first. */
export function sourceReports(
  analysis: Analysis,
  references: References,
  place: Placer,
  own?: string,
): SourceReport[] {
  const runs = new Map<string, SourceReport['runs'][number][]>();
  for (const copy of copiesIn(analysis.draft, references, own)) {
    const span = references.spanOf(copy.place);
    if (!span) continue;
    const run = { hanzi: copy.hanzi, place: place(copy), line: span.start.line + 1, span };
    runs.set(copy.place.document, [...(runs.get(copy.place.document) ?? []), run]);
  }
  return [...runs]
    .map(([id, own]) => ({
      name: references.documents.get(id)?.name ?? id,
      hanzi: own.reduce((sum, { hanzi }) => sum + hanzi, 0),
      runs: own,
    }))
    .sort((a, b) => b.hanzi - a.hanzi);
}
