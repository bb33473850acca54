import { setFramework } from '../core/features/frontMatterEdits';
import { insertMethod } from '../core/features/insertMethod';
import { insertSection } from '../core/features/insertSection';
import { methodItems } from '../core/features/methods';
import type { ServerContext } from './context';
import { toTextEdits } from './convert';
import * as protocol from './protocol';

/** Answers the custom messages about drafts. */
export function answerDraftRequests(context: ServerContext): void {
  const { connection, session, locale, publisher } = context;
  connection.onNotification(protocol.TreatAsDraftNotification, ({ uri }) => {
    session.treatAsDraft(uri);
    publisher.schedule(uri);
  });
  connection.onRequest(protocol.InsertSectionRequest, async ({ uri, section }) => {
    const checked = await session.check(uri);
    if (!checked?.analysis) return null;
    const edits = insertSection(checked.analysis, section);
    return edits.length === 0
      ? null
      : { version: checked.document.version, edits: toTextEdits(checked.document, edits) };
  });
  connection.onRequest(protocol.MethodsRequest, async ({ uri }) => {
    const checked = await session.check(uri);
    return checked?.analysis ? methodItems(checked.analysis, locale) : null;
  });
  connection.onRequest(protocol.InsertMethodRequest, async ({ uri, method, member, position }) => {
    const checked = await session.check(uri);
    if (!checked?.analysis) return null;
    const { document, analysis } = checked;
    const offset = position && document.offsetAt(position);
    const edits = insertMethod(analysis, method, member, offset);
    return edits.length === 0 ? null : { version: document.version, edits: toTextEdits(document, edits) };
  });
  connection.onRequest(protocol.SetFrameworkRequest, async ({ uri, framework }) => {
    const checked = await session.check(uri);
    if (!checked?.rubrics.analyzer.rubrics.frameworks.some(({ id }) => id === framework)) return null;
    return {
      version: checked.document.version,
      edits: toTextEdits(checked.document, setFramework(checked.draft, framework)),
    };
  });
}
