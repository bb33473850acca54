import { toSuggestJson } from '../suggest/suggestJson';
import { suggestReport } from '../suggest/suggestReport';
import { findSection, noSuchSection } from '../suggest/suggestSection';
import { checkForTool, noSuchFramework } from '../core/features/toolCheck';
import { loadInitials } from '../core/phrases/pinyin';
import type { References } from '../core/references/types';
import { MOST_SUGGESTIONS, SUGGESTIONS } from '../mcp/limits';
import { describeError, type ServerContext } from './context';
import { InitialsLoader } from './initials';
import { ownDocument } from './ownDocument';
import { CheckToolRequest, SuggestToolRequest, type ToolAnswer } from './protocol';

/** Answers the tools an editor offers to its assistants: what `zhangfa mcp` answers, with the editor's settings. */
export function answerToolRequests(context: ServerContext, references: () => References): void {
  const { connection, session, settings, rubrics, folders, host, locale } = context;
  const initials = new InitialsLoader(loadInitials, (error) =>
    connection.console.error(describeError(error)),
  );

  connection.onRequest(
    CheckToolRequest,
    async ({ text, path, uri, framework, minutes, rate }): Promise<ToolAnswer> => {
      const place = uri ?? [...folders][0];
      const own = await settings.for(place);
      const folder = place === undefined ? undefined : (session.rubricFolderOf(place) ?? place);
      const { analyzer } = await rubrics.for(folder, own.rubrics);
      const error = noSuchFramework(analyzer.rubrics.frameworks, framework);
      if (error !== undefined) return { error };
      return checkForTool(analyzer, text, path, {
        locale,
        framework: framework ?? own.framework,
        speakingRate: rate ?? own.speakingRate,
        minutes: minutes ?? own.minutes,
        severity: own.severity,
        references: references(),
        own: uri === undefined ? undefined : ownDocument(references(), uri),
      });
    },
  );

  connection.onRequest(
    SuggestToolRequest,
    async ({ section, words = '', limit = SUGGESTIONS }): Promise<ToolAnswer> => {
      const [folder] = folders;
      const { analyzer } = await rubrics.for(folder, (await settings.for(folder)).rubrics);
      const { frameworks } = analyzer.rubrics;
      const wanted = findSection(frameworks, section);
      if (!wanted) return { error: noSuchSection(frameworks, section, locale) };
      const { phrases, documents } = references();
      await initials.prepare(phrases, words);
      const found = phrases.query({
        framework: wanted.framework.id,
        section: wanted.section.id,
        point: wanted.point?.id,
        words,
        limit: Math.min(MOST_SUGGESTIONS, Math.max(1, Math.floor(limit))),
      });
      const sources = {
        documents: new Map(
          [...documents].map(([id, reference]) => [
            id,
            { path: session.pathInFolder(id) ?? reference.name, reference },
          ]),
        ),
        banks: host.builtin.phrases,
        problems: [],
      };
      const result = toSuggestJson(found, wanted, words, sources, locale);
      return { text: suggestReport(result.suggestions, wanted, words, locale), result };
    },
  );
}
