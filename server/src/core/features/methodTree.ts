import type { Analysis } from '../analysis/analyse';
import type { Locale } from '../messages/messages';
import { recogniseMethods } from '../methods/recognise';
import type { Range } from '../text/range';
import { type MethodItem, methodItems } from './methods';

/** A method that the answer uses, or that its question calls for. */
export interface MethodNode extends Omit<MethodItem, 'scaffold'> {
  /** The first words that show it. */
  readonly range?: Range;
}

/** Methods in use and methods that fit: the fitting ones first. */
export function methodTree(analysis: Analysis, locale: Locale): MethodNode[] {
  if (!analysis.rubrics.systems?.length) return [];
  const uses = recogniseMethods(analysis);
  return methodItems(analysis, locale)
    .filter(({ used, because }) => used || because.length > 0)
    .map(({ id, member, title, detail, used, because }) => {
      const members = uses.find(({ system }) => system.id === id)?.members ?? [];
      const ranges = members
        .filter((use) => member === undefined || use.member.id === member)
        .flatMap((use) => use.ranges)
        .sort((a, b) => a.from - b.from);
      const [range] = ranges;
      return {
        id,
        ...(member === undefined ? {} : { member }),
        title,
        detail,
        used,
        because,
        ...(range ? { range } : {}),
      };
    });
}
