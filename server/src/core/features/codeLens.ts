import type { Analysis } from '../analysis/analyse';
import { type Locale, messages } from '../messages/messages';
import { wholeAnswerPlace } from '../rules/places';
import { expectedSections, isExpected } from '../rules/sectionMissing';
import type { Range } from '../text/range';
import { STATUS_MARK } from './statusMark';

export interface CodeLens {
  readonly range: Range;
  readonly title: string;
  /** Opens the report, or inserts a section. */
  readonly action:
    { readonly type: 'report' } | { readonly type: 'insert-section'; readonly section: string };
}

/** At most this many insertions are offered above the question; the command offers all. */
const OFFERED_INSERTIONS = 3;

/** With more sections than this the line would push what can be inserted out of sight. */
const NAMED_SECTIONS = 5;

/** The coverage at a glance (`态度 ✓ 行动 ◐ 长效 ✗`) above the question, and what can be inserted. */
export function codeLenses(analysis: Analysis, locale: Locale): CodeLens[] {
  const { choice } = analysis;
  if (!choice) return [];
  const text = messages(locale);
  const range = wholeAnswerPlace(analysis);
  const lenses: CodeLens[] = [
    {
      range,
      title: `${text.lens(choice.framework.title[locale])}\u3000${shortCoverage(analysis, locale)}`,
      action: { type: 'report' },
    },
  ];
  const missing = analysis.sections.filter(
    ({ section, status }) =>
      status === 'absent' && section.need !== 'optional' && isExpected(section, analysis),
  );
  for (const { section } of missing.slice(0, OFFERED_INSERTIONS)) {
    lenses.push({
      range,
      title: text.lensInsert(section.title[locale]),
      action: { type: 'insert-section', section: section.id },
    });
  }
  return lenses;
}

/** `态度 ✓  行动 ◐  长效 ✗`: the sections that count, in order. */
export function coverageLine(analysis: Analysis, locale: Locale): string {
  return expectedSections(analysis)
    .map(({ section, status }) => `${section.title[locale]} ${STATUS_MARK[status]}`)
    .join('  ');
}

/** The same for one line: of many sections how many are full (`6/8 ✓`), and by name only those that are not. */
function shortCoverage(analysis: Analysis, locale: Locale): string {
  const sections = expectedSections(analysis);
  if (sections.length <= NAMED_SECTIONS) return coverageLine(analysis, locale);
  const open = sections.filter(({ status }) => status !== 'full');
  return [
    `${sections.length - open.length}/${sections.length} ${STATUS_MARK.full}`,
    ...open.map(({ section, status }) => `${section.title[locale]} ${STATUS_MARK[status]}`),
  ].join('  ');
}
