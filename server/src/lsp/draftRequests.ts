import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../core/features/edits';
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
    return versioned(checked.document, insertSection(checked.analysis, section));
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
    return versioned(document, insertMethod(analysis, method, member, offset));
  });
  connection.onRequest(protocol.SetFrameworkRequest, async ({ uri, framework }) => {
    const checked = await session.check(uri);
    if (!checked?.rubrics.analyzer.rubrics.frameworks.some(({ id }) => id === framework)) return null;
    return versioned(checked.document, setFramework(checked.draft, framework));
  });
}

/** @returns null when there is nothing to change */
function versioned(document: TextDocument, edits: readonly Edit[]): protocol.VersionedEdits | null {
  return edits.length === 0 ? null : { version: document.version, edits: toTextEdits(document, edits) };
}
