import type { Analysis, Analyzer } from '../core/analysis/analyse';
import { parseDraft } from '../core/draft/draft';
import { frameworkReason } from '../core/features/frameworkReason';
import { newDraft, questionOnly } from '../core/features/newDraft';
import { mergeKinds } from '../core/framework/kindsLoad';
import type { Framework } from '../core/framework/types';
import type { Locale } from '../core/messages/messages';
import type { ServerContext } from './context';
import {
  type FrameworkInfo,
  FrameworksRequest,
  type KindFacts,
  KindsRequest,
  NewDraftRequest,
} from './protocol';

/** Answers what a client asks about a question: which frameworks answer it, of what kind it is, and a draft for it. */
export function answerQuestionRequests(context: ServerContext): void {
  const { connection, locale } = context;
  connection.onRequest(FrameworksRequest, async (asked) =>
    frameworksFor(await lookInto(asked, context), locale),
  );
  connection.onRequest(KindsRequest, async (asked) => kindFacts(await lookInto(asked, context), locale));
  connection.onRequest(NewDraftRequest, async ({ framework: id, question }) => {
    const { analyzer } = await lookInto({}, context);
    const framework = analyzer.rubrics.frameworks.find((candidate) => candidate.id === id);
    return framework ? { text: newDraft(framework, question) } : null;
  });
}

/** What is known of a question. */
interface Known {
  readonly analyzer: Analyzer;
  /** Absent where there is neither a draft nor a question. */
  readonly analysis: Analysis | undefined;
  /** Time limit of the settings; 0 for none. */
  readonly minutes: number;
}

/** Looks into the question of an open document, or one of which there is no draft yet. */
async function lookInto(
  { uri, question }: { readonly uri?: string; readonly question?: string },
  { session, settings, rubrics, folders }: ServerContext,
): Promise<Known> {
  const checked = uri === undefined ? undefined : await session.check(uri);
  const folder = uri === undefined ? [...folders][0] : session.rubricFolderOf(uri);
  const { minutes, rubrics: entries } = checked?.settings ?? (await settings.for(folder));
  const { analyzer } = checked?.rubrics ?? (await rubrics.for(folder, entries));
  const analysis =
    checked?.analysis ??
    (question === undefined ? undefined : analyzer.analyse(parseDraft(questionOnly(question))));
  return { analyzer, analysis, minutes };
}

/** The frameworks there are, the likeliest first, each with what speaks for it. */
function frameworksFor({ analyzer, analysis }: Known, locale: Locale): FrameworkInfo[] {
  const choice = analysis?.choice;
  const ordered = choice
    ? [choice.framework, ...choice.alternatives.map(({ framework }) => framework)]
    : particularFirst(analyzer.rubrics.frameworks);
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
}

/** Where nothing is known of the question: those for particular questions, those for a whole kind, those of essays. */
function particularFirst(frameworks: readonly Framework[]): Framework[] {
  const rank = ({ general, tier }: Framework): number => (tier === 2 ? 2 : general === true ? 1 : 0);
  return frameworks.toSorted((a, b) => rank(a) - rank(b));
}

function kindFacts({ analyzer, analysis, minutes: usual }: Known, locale: Locale): KindFacts {
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
}
