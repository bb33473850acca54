import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { suggestions } from '../suggest/suggestions';
import { suggestReport } from '../suggest/suggestReport';
import { findSection, noSuchSection } from '../suggest/suggestSection';
import type { Locale } from '../core/messages/messages';
import { DEFAULT_DOCUMENTS } from '../library/places';
import type { RubricSet } from '../rubrics/rubricStore';
import { insideFolder } from './folder';
import { SUGGESTIONS } from './limits';
import type { PhraseShelf } from './phraseShelf';
import { type Answer, type SuggestRequest, ToolError } from './types';

/**
 * Offers phrases for a section to an agent, each with its source.
 * @param given reference documents when the agent names none; undefined when the writer has named none either
 */
export async function suggest(
  { section, words = '', documents, limit = SUGGESTIONS }: SuggestRequest,
  given: readonly string[] | undefined,
  { shelf, rubrics, locale }: { shelf: PhraseShelf; rubrics: RubricSet; locale: Locale },
): Promise<Answer> {
  const { frameworks } = rubrics.analyzer.rubrics;
  const wanted = findSection(frameworks, section);
  if (!wanted) throw new ToolError(noSuchSection(frameworks, section, locale));
  const named = documents ? await Promise.all(documents.map(insideFolder)) : given;
  const inputs = named ?? DEFAULT_DOCUMENTS.filter((path) => existsSync(path));
  // What the writer has named is read wherever it leads; a link in the folder may be anybody's.
  const within = documents || !given ? await realpath('.') : undefined;
  const result = await suggestions(await shelf.phrases(inputs, rubrics, within), {
    wanted,
    query: words,
    limit,
    locale,
  });
  const problems = result.problems.map(({ path, message }) => `- ${path}: ${message}\n`);
  const report = suggestReport(result.suggestions, wanted, words, locale);
  return { text: [report, ...problems].join(problems.length > 0 ? '\n' : ''), result };
}
