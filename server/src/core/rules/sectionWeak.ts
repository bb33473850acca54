import type { SectionCoverage } from '../analysis/coverage';
import type { Locale } from '../messages/messages';
import { lackingBranches } from '../methods/branches';
import { messages } from '../messages/messages';
import { firstLine, wholeAnswerPlace } from './places';
import type { Rule } from './types';

/** At most this many lacking points are named: the writer fixes one or two at a time. */
const NAMED_POINTS = 3;

/** A section that is touched on but not carried out. */
export const sectionWeak: Rule = {
  code: 'section.weak',
  severity: 'information',
  check({ analysis, locale, report }) {
    for (const coverage of analysis.sections) {
      if (coverage.status !== 'weak') continue;
      const { first, heading, emptyHeading } = coverage;
      // A heading with nothing beneath is section.empty's to report; one with other things beneath is weak.
      const place = first ?? (emptyHeading ? undefined : heading);
      if (!place && heading) continue;
      // Something of the section may be there, but no sentence can be named.
      // A whole sentence underlined for a blank in it would look as if it were wrong.
      const range =
        coverage.blank ??
        (place
          ? firstLine(analysis.draft.text, { from: place.from, to: place.to })
          : wholeAnswerPlace(analysis));
      const { id } = coverage.section;
      const asked = lackingBranches(analysis, id).map(({ title }) => title[locale]);
      const message = describe(coverage, asked, locale);
      report({ range, message, related: source(coverage, locale), section: id });
    }
  },
};

/** @param asked branches of situations the question puts that the answer lacks */
function describe(coverage: SectionCoverage, asked: readonly string[], locale: Locale): string {
  const text = messages(locale);
  const title = coverage.section.title[locale];
  if (coverage.unfilled > 0) return text.weakUnfilled(title, coverage.unfilled);
  const { spoken, slogan } = coverage.totals;
  if (spoken > 0 && slogan * 2 > spoken) return text.weakSlogan(title);
  // A stance has no required points: what it does not name yet is what it lacks.
  const anyPoint = coverage.section.points.every(({ need }) => need !== 'required');
  const lacking = coverage.section.points.filter(
    (point) =>
      (anyPoint || point.need === 'required') && point.branch === undefined && !isCovered(coverage, point.id),
  );
  const branches = coverage.section.points.filter(
    (point) => point.branch !== undefined && !isCovered(coverage, point.id),
  );
  const parts: string[] = [];
  if (lacking.length > 0)
    parts.push(
      text.weak(
        title,
        lacking
          .slice(0, NAMED_POINTS)
          .map((point) => point.title[locale])
          .join(text.semicolon),
      ),
    );
  else parts.push(text.weakThin(title));
  const cases = [...branches.map((point) => point.title[locale]), ...asked];
  if (cases.length > 0) parts.push(text.weakBranches(cases.join(text.semicolon)));
  return parts.join(locale === 'zh' ? '' : ' ');
}

function isCovered(coverage: SectionCoverage, id: string): boolean {
  return coverage.points.some((point) => point.id === id && point.covered);
}

/** Where the section is asked for; that there are blanks to fill in rests on nothing. */
function source({ section, unfilled }: SectionCoverage, locale: Locale): { message: string }[] {
  return section.source && unfilled === 0
    ? [{ message: messages(locale).source(section.source.document, section.source.lines) }]
    : [];
}
