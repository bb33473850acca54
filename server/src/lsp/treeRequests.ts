import { methodTree } from '../core/features/methodTree';
import { sectionTree } from '../core/features/sectionTree';
import type { Range } from '../core/text/range';
import type { ServerContext } from './context';
import { toRange } from './convert';
import * as protocol from './protocol';

/** Answers what a client asks for its side bar; it asks only while somebody sees it. */
export function answerTreeRequests({ connection, session, locale }: ServerContext): void {
  connection.onRequest(protocol.OutlineRequest, async ({ uri }) => {
    const checked = await session.check(uri);
    if (!checked?.analysis) return null;
    const { document, analysis } = checked;
    const placed = <T extends { readonly range?: Range }>({ range, ...node }: T) => ({
      ...node,
      ...(range ? { range: toRange(document, range) } : {}),
    });
    return {
      version: document.version,
      framework: analysis.choice?.framework.title[locale] ?? '',
      sections: sectionTree(analysis, locale).map((section) => ({
        ...placed(section),
        points: section.points.map(placed),
      })),
    };
  });
  connection.onRequest(protocol.MethodTreeRequest, async ({ uri }) => {
    const checked = await session.check(uri);
    if (!checked?.analysis) return null;
    const { document, analysis } = checked;
    return {
      version: document.version,
      methods: methodTree(analysis, locale).map(({ range, ...method }) => ({
        ...method,
        ...(range ? { range: toRange(document, range) } : {}),
      })),
    };
  });
}
