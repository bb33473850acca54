import { parseDraft } from '../core/draft/draft';
import { setFramework } from '../core/features/frontMatterEdits';
import { insertSection } from '../core/features/insertSection';
import { newDraft, questionOnly } from '../core/features/newDraft';
import type { ServerContext } from './context';
import { toTextEdits } from './convert';
import * as protocol from './protocol';

/** Answers the custom messages about drafts. */
export function answerDraftRequests(context: ServerContext): void {
  const { connection, session, settings, rubrics, folders, locale, publisher } = context;
  const rubricsOf = async (folder: string | undefined) =>
    rubrics.for(folder, (await settings.for(folder)).rubrics);

  connection.onNotification(protocol.TreatAsDraftNotification, ({ uri }) => {
    session.treatAsDraft(uri);
    publisher.schedule(uri);
  });
  connection.onRequest(protocol.FrameworksRequest, async ({ uri, question }) => {
    const checked = uri === undefined ? undefined : await session.check(uri);
    const folder = uri === undefined ? [...folders][0] : session.rubricFolderOf(uri);
    const inForce = checked?.rubrics ?? (await rubricsOf(folder));
    const asked =
      question === undefined ? undefined : inForce.analyzer.analyse(parseDraft(questionOnly(question)));
    const choice = checked?.analysis?.choice ?? asked?.choice;
    const ordered = choice
      ? [choice.framework, ...choice.alternatives.map(({ framework }) => framework)]
      : inForce.analyzer.rubrics.frameworks;
    return ordered.map(({ id, title, sections, origin }) => ({
      id,
      title: title[locale],
      sections: sections.map((section) => section.title[locale]),
      origin,
    }));
  });
  connection.onRequest(protocol.NewDraftRequest, async ({ framework: id, question }) => {
    const { analyzer } = await rubricsOf([...folders][0]);
    const framework = analyzer.rubrics.frameworks.find((candidate) => candidate.id === id);
    return framework ? { text: newDraft(framework, question) } : null;
  });
  connection.onRequest(protocol.InsertSectionRequest, async ({ uri, section }) => {
    const checked = await session.check(uri);
    if (!checked?.analysis) return null;
    const edits = insertSection(checked.analysis, section);
    return edits.length === 0
      ? null
      : { version: checked.document.version, edits: toTextEdits(checked.document, edits) };
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
