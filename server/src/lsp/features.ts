import { CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver';
import { codeActions } from '../core/features/codeActions';
import { codeLenses } from '../core/features/codeLens';
import { foldingRanges } from '../core/features/folding';
import { hoverAt } from '../core/features/hovers';
import { outline } from '../core/features/outline';
import { phraseActions } from '../core/features/strengthen';
import type { References } from '../core/references/types';
import type { ServerContext } from './context';
import { type Shows, toCodeAction, toCodeLens, toDocumentSymbol, toHover } from './convert';
import { ownDocument } from './ownDocument';

/** The kinds of actions there are. */
export const OFFERED_KINDS: string[] = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite];

/** Answers what an editor asks about the structure of a draft and about its findings. */
export function answerFeatures(
  { connection, session, host, options, capabilities, locale, publisher }: ServerContext,
  references: () => References,
  shows: Shows,
): void {
  const action = {
    versioned: capabilities.workspace?.workspaceEdit?.documentChanges === true,
    commands: options.commands === true,
    shows,
  };

  connection.onCodeAction(async ({ textDocument: { uri }, range, context }) => {
    const kinds = OFFERED_KINDS.filter((kind) => context.only?.some((only) => admits(only, kind)) ?? true);
    if (kinds.length === 0) return [];
    const checked = await session.check(uri);
    if (!checked?.analysis) return [];
    const { document, analysis } = checked;
    // An editor looks for actions by itself to show that there are some: not for what is held back.
    const isAsked = context.triggerKind !== CodeActionTriggerKind.Automatic;
    const findings = isAsked ? checked.findings : publisher.visible(checked);
    const span = { from: document.offsetAt(range.start), to: document.offsetAt(range.end) };
    const sources = { references: references(), banks: host.builtin.phrases };
    // What fills a gap goes before what silences the finding about it.
    return [
      ...phraseActions(analysis, findings, span, sources, locale),
      ...codeActions(analysis, findings, span, locale),
    ]
      .filter(({ kind = CodeActionKind.QuickFix }) => kinds.includes(kind))
      .flatMap((found) => toCodeAction(document, found, action) ?? []);
  });
  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const checked = await session.check(uri);
    if (!checked?.analysis) return null;
    const { document, analysis, findings } = checked;
    const known = references();
    const own = ownDocument(known, uri);
    const found = hoverAt(analysis, findings, known, document.offsetAt(position), locale, own);
    return found ? toHover(document, found, capabilities.textDocument?.hover?.contentFormat) : null;
  });
  connection.onDocumentSymbol(async ({ textDocument: { uri } }) => {
    const checked = await session.check(uri);
    if (!checked?.analysis) return [];
    const { document, analysis } = checked;
    return outline(analysis, locale).map((symbol) => toDocumentSymbol(document, symbol));
  });
  connection.onCodeLens(async ({ textDocument: { uri } }) => {
    const checked = await session.check(uri);
    const isWanted = checked?.settings.codeLens === true && action.commands && !publisher.isPaused;
    if (!checked?.analysis || !isWanted) return [];
    return codeLenses(checked.analysis, locale).map((lens) => toCodeLens(checked.document, lens));
  });
  connection.onFoldingRanges(async ({ textDocument: { uri } }) => {
    const checked = await session.check(uri);
    if (!checked?.analysis) return [];
    const { document, analysis } = checked;
    return foldingRanges(analysis)
      .map(({ from, to }) => ({
        startLine: document.positionAt(from).line,
        endLine: document.positionAt(to).line,
      }))
      .filter(({ startLine, endLine }) => endLine > startLine);
  });
}

/** Whether a kind the client asks for takes in one that is offered. */
function admits(only: string, kind: string): boolean {
  return only === '' || kind === only || kind.startsWith(`${only}.`) || only.startsWith(`${kind}.`);
}
