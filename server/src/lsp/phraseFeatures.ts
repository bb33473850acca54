import { CompletionTriggerKind } from 'vscode-languageserver';
import { InlayHintKind, MarkupKind, SymbolKind } from 'vscode-languageserver-types';
import { completions } from '../core/features/completion';
import { completionDocumentation } from '../core/features/completionDoc';
import { documentDefinitions } from '../core/features/documentDefinition';
import { inlayHints } from '../core/features/inlayHints';
import { phrasePick } from '../core/features/phrasePick';
import type { PhraseSources } from '../core/features/phraseSource';
import { passageSymbols } from '../core/features/workspaceSymbols';
import { loadInitials } from '../core/phrases/pinyin';
import type { References } from '../core/references/types';
import { readPhraseData, toCompletionItem, withDocumentation } from './completionItems';
import { describeError, type ServerContext } from './context';
import { InitialsLoader } from './initials';
import { ownDocument } from './ownDocument';
import { PhrasesRequest } from './protocol';
import type { Locate } from './referenceLinks';

/** Characters after which an editor asks by itself: what ends a clause, and letters, which may be initials. */
export const COMPLETION_TRIGGERS: string[] = Array.from('。，；：、！？abcdefghijklmnopqrstuvwxyz');

/** Answers what an editor asks about phrases and about where text comes from. */
export function answerPhraseRequests(
  { connection, session, host, capabilities, locale }: ServerContext,
  references: () => References,
  locate: Locate,
): void {
  const client = capabilities.textDocument?.completion;
  const initials = new InitialsLoader(loadInitials, (error) =>
    connection.console.error(describeError(error)),
  );
  const sources = (): PhraseSources => ({ references: references(), banks: host.builtin.phrases });

  connection.onCompletion(async ({ textDocument: { uri }, position, context }) => {
    const line = session.documents.document(uri)?.getText({
      start: { line: position.line, character: Math.max(0, position.character - 1) },
      end: position,
    });
    await initials.prepare(references().phrases, line ?? '');
    const checked = await session.check(uri);
    if (!checked?.analysis) return null;
    const { document, analysis } = checked;
    const asked = (context?.triggerKind ?? CompletionTriggerKind.Invoked) === CompletionTriggerKind.Invoked;
    const { isIncomplete, items } = completions({
      analysis,
      offset: document.offsetAt(position),
      locale,
      trigger: asked ? 'invoked' : 'typed',
      ...sources(),
    });
    return { isIncomplete, items: items.map((item) => toCompletionItem(document, item, client)) };
  });
  connection.onCompletionResolve((item) => {
    const data = readPhraseData(item.data);
    const markdown = data && completionDocumentation(data, sources(), locale);
    return withDocumentation(item, markdown, client);
  });
  connection.onRequest(PhrasesRequest, async ({ uri, position, section, words, limit }) => {
    await initials.prepare(references().phrases, words ?? '');
    const checked = await session.check(uri);
    if (!checked?.analysis) return null;
    const { document, analysis } = checked;
    const offset = position && document.offsetAt(position);
    const picked = phrasePick({ analysis, locale, offset, section, words, limit, ...sources() });
    return {
      ...picked,
      phrases: picked.phrases.map(({ location, ...phrase }) => {
        const place = location && locate({ document: location.uri, ...location.range });
        return place ? { ...phrase, location: place } : phrase;
      }),
    };
  });
  connection.onDefinition(async ({ textDocument: { uri }, position }) => {
    const checked = await session.check(uri);
    if (!checked?.analysis) return null;
    const { document, draft, findings } = checked;
    const known = references();
    const offset = document.offsetAt(position);
    const spans = documentDefinitions(draft, findings, known, offset, ownDocument(known, uri));
    return spans.flatMap((span) => locate(span) ?? []);
  });
  connection.onWorkspaceSymbol(async ({ query }) => {
    await initials.prepare(references().phrases, query);
    return passageSymbols(references(), query).flatMap(({ name, container, span }) => {
      const location = locate(span);
      return location ? [{ name, kind: SymbolKind.String, containerName: container, location }] : [];
    });
  });
  connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }) => {
    const checked = await session.check(uri);
    if (!checked?.analysis || !checked.settings.inlayHints) return [];
    const { document, analysis } = checked;
    const shown = { from: document.offsetAt(range.start), to: document.offsetAt(range.end) };
    return inlayHints(analysis, shown, locale).map(({ offset, label, tooltip }) => ({
      position: document.positionAt(offset),
      label,
      kind: InlayHintKind.Type,
      paddingRight: true,
      tooltip: { kind: MarkupKind.Markdown, value: tooltip },
    }));
  });
}
