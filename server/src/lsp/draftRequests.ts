import { parseDraft } from '../core/draft/draft';
import { frameworkReason } from '../core/features/frameworkReason';
import { setFramework } from '../core/features/frontMatterEdits';
import { insertMethod } from '../core/features/insertMethod';
import { insertSection } from '../core/features/insertSection';
import { methodItems } from '../core/features/methods';
import { newDraft, questionOnly } from '../core/features/newDraft';
import { mergeKinds } from '../core/framework/kindsLoad';
import type { Framework } from '../core/framework/types';
import type { ServerContext } from './context';
import { toTextEdits } from './convert';
import * as protocol from './protocol';
import { KindsRequest } from './questionProtocol';

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
      : particularFirst(inForce.analyzer.rubrics.frameworks);
    const analysis = checked?.analysis ?? asked;
    return ordered.map((framework) => {
      const { id, title, sections, origin } = framework;
      return {
        id,
        title: title[locale],
        sections: sections.map((section) => section.title[locale]),
        origin,
        ...(analysis ? frameworkReason(framework, analysis, locale) : {}),
      };
    });
  });
  connection.onRequest(KindsRequest, async ({ uri, question }) => {
    const checked = uri === undefined ? undefined : await session.check(uri);
    const folder = uri === undefined ? [...folders][0] : session.rubricFolderOf(uri);
    const { analyzer } = checked?.rubrics ?? (await rubricsOf(folder));
    const { minutes: usual } = checked?.settings ?? (await settings.for(folder));
    const analysis =
      checked?.analysis ??
      (question === undefined ? undefined : analyzer.analyse(parseDraft(questionOnly(question))));
    const kind = analysis?.kinds?.kinds[0]?.kind;
    const minutes = [analysis?.draft.frontMatter.minutes?.value, usual, kind?.minutes].find(
      (value) => value !== undefined && value > 0,
    );
    return {
      kinds: mergeKinds(analyzer.rubrics.kinds ?? []).kinds.map((one) => ({
        id: one.id,
        title: one.title[locale],
        ...(one.minutes === undefined ? {} : { minutes: one.minutes }),
      })),
      ...(analysis?.draft.question ? { question: analysis.draft.question.text } : {}),
      ...(kind ? { kind: kind.id } : {}),
      ...(minutes === undefined ? {} : { minutes }),
    };
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

/** Where nothing is known of the question: those for particular questions, those for a whole kind, those of essays. */
function particularFirst(frameworks: readonly Framework[]): Framework[] {
  const rank = ({ general, tier }: Framework): number => (tier === 2 ? 2 : general === true ? 1 : 0);
  return frameworks.toSorted((a, b) => rank(a) - rank(b));
}
