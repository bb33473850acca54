import type { Framework, Point, Section } from '../core/framework/types';
import type { Locale } from '../core/messages/messages';

/** The section (and point) phrases are wanted for. */
export interface WantedSection {
  readonly framework: Framework;
  readonly section: Section;
  readonly point?: Point;
}

/** Finds `framework/section` or `framework/section/point`, by ids. */
export function findSection(frameworks: readonly Framework[], path: string): WantedSection | undefined {
  const [frameworkId, sectionId, pointId, ...more] = path.split('/');
  const framework = frameworks.find(({ id }) => id === frameworkId);
  const section = framework?.sections.find(({ id }) => id === sectionId);
  if (!framework || !section || more.length > 0) return undefined;
  if (pointId === undefined) return { framework, section };
  const point = section.points.find(({ id }) => id === pointId);
  return point && { framework, section, point };
}

/** All there are, one on a line, with their titles; the points of a section that was found instead of them. */
export function listSections(frameworks: readonly Framework[], path: string, locale: Locale): string {
  const near = findSection(frameworks, path.split('/').slice(0, 2).join('/'));
  const rows = near
    ? near.section.points.map(({ id, title }) => [
        `${near.framework.id}/${near.section.id}/${id}`,
        title[locale],
      ])
    : frameworks.flatMap(({ id, title, sections }) =>
        sections.map((section) => [`${id}/${section.id}`, `${title[locale]} / ${section.title[locale]}`]),
      );
  const width = Math.max(...rows.map(([id = '']) => id.length));
  return rows.map(([id = '', title = '']) => `  ${id.padEnd(width)}  ${title}\n`).join('');
}

/** For an agent that named a section there is not: the sections of the framework that is meant, or of all. */
export function noSuchSection(frameworks: readonly Framework[], path: string, locale: Locale): string {
  const meant = frameworks.filter(({ id }) => id === path.split('/')[0]);
  const near = listSections(meant.length > 0 ? meant : frameworks, path, locale);
  return `没有“${path}”，有这些 / no such section, these there are:\n${near}`;
}
