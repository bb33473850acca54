import {
  type CodeAction as LspCodeAction,
  CodeActionKind,
  type CodeDescription,
  type CodeLens as LspCodeLens,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type DocumentSymbol,
  type Hover as LspHover,
  MarkupKind,
  type Range as LspRange,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import type { ClientCapabilities } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from '../core/features/codeActions';
import type { CodeLens } from '../core/features/codeLens';
import type { Edit } from '../core/features/edits';
import type { Hover } from '../core/features/hover';
import type { OutlineSymbol } from '../core/features/outline';
import { ruleUrl } from '../core/features/sarif';
import { type Finding, RULE_CODES, type RuleCode, type Severity } from '../core/rules/types';
import type { Range } from '../core/text/range';
import type { Locate } from './referenceLinks';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The page about each rule. */
const DESCRIPTIONS = Object.fromEntries(
  RULE_CODES.map((code) => [code, { href: ruleUrl(code) }]),
) as Readonly<Record<RuleCode, CodeDescription>>;

/** The name diagnostics are shown under. */
export const SOURCE = '章法';

/** What a client shows with a diagnostic; what it does not, is not sent: of a long draft that is more than half. */
export interface Shows {
  /** The page about the rule. */
  readonly pages: boolean;
  /** Other places that explain it. */
  readonly places: boolean;
  readonly locate: Locate;
}

/** What a client has announced that it shows. */
export function shows({ textDocument }: ClientCapabilities, locate: Locate): Shows {
  const { codeDescriptionSupport, relatedInformation } = textDocument?.publishDiagnostics ?? {};
  return { pages: codeDescriptionSupport === true, places: relatedInformation === true, locate };
}

export function toRange(document: TextDocument, { from, to }: Range): LspRange {
  return { start: document.positionAt(from), end: document.positionAt(to) };
}

/** The one place where findings become diagnostics. A long draft has thousands, made anew with every edit. */
export function toDiagnostic(
  document: TextDocument,
  finding: Finding,
  { pages, places, locate }: Shows,
): Diagnostic {
  const { code } = finding;
  const relatedInformation: DiagnosticRelatedInformation[] = [];
  let { message } = finding;
  for (const { range, span, message: said } of finding.related) {
    if ((range ?? span) && !places) continue;
    const location = range ? { uri: document.uri, range: toRange(document, range) } : span && locate(span);
    // A source without a place to point at is said with the message.
    if (location) relatedInformation.push({ location, message: said });
    else message += ` ${said}`;
  }
  const diagnostic: Diagnostic = {
    range: toRange(document, finding.range),
    severity: SEVERITY[finding.severity],
    code,
    source: SOURCE,
    message,
  };
  if (pages) diagnostic.codeDescription = DESCRIPTIONS[code];
  if (relatedInformation.length > 0) diagnostic.relatedInformation = relatedInformation;
  return diagnostic;
}

export function toTextEdits(document: TextDocument, edits: readonly Edit[]): TextEdit[] {
  return edits.map((edit) => ({ range: toRange(document, edit), newText: edit.text }));
}

/** Edits tied to the document's version where the client can check it, so that a late edit never lands in newer text. */
function toWorkspaceEdit(document: TextDocument, edits: readonly Edit[], versioned: boolean): WorkspaceEdit {
  const textEdits = toTextEdits(document, edits);
  return versioned
    ? {
        documentChanges: [
          { textDocument: { uri: document.uri, version: document.version }, edits: textEdits },
        ],
      }
    : { changes: { [document.uri]: textEdits } };
}

export function toCodeAction(
  document: TextDocument,
  action: CodeAction,
  options: { versioned: boolean; commands: boolean; shows: Shows },
): LspCodeAction | undefined {
  const base: LspCodeAction = {
    title: action.title,
    kind: action.kind ?? CodeActionKind.QuickFix,
    ...(action.finding ? { diagnostics: [toDiagnostic(document, action.finding, options.shows)] } : {}),
    ...(action.preferred ? { isPreferred: true } : {}),
  };
  if (action.edits) return { ...base, edit: toWorkspaceEdit(document, action.edits, options.versioned) };
  if (!options.commands) return undefined;
  if (action.dispute) {
    const command = 'zhangfa.disputeVerdict';
    return { ...base, command: { title: action.title, command, arguments: [document.uri, action.dispute] } };
  }
  if (!action.setSeverity) return undefined;
  const { code, severity } = action.setSeverity;
  return {
    ...base,
    command: {
      title: action.title,
      command: 'zhangfa.setSeverity',
      arguments: [document.uri, code, severity],
    },
  };
}

/** A hover in the first of the formats the client prefers; Markdown when it says nothing. */
export function toHover(
  document: TextDocument,
  { markdown, range }: Hover,
  formats: readonly MarkupKind[] = [],
): LspHover {
  const [kind = MarkupKind.Markdown] = formats;
  const value = kind === MarkupKind.PlainText ? withoutMarkup(markdown) : markdown;
  return { contents: { kind, value }, range: toRange(document, range) };
}

/** The text of a hover without the emphasis, the only markup hovers have. */
export function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/^_(.*)_$/gm, '$1')
    .replace(/^---\n\n/gm, '')
    .replace(/^> /gm, '');
}

export function toCodeLens(document: TextDocument, lens: CodeLens): LspCodeLens {
  const { action, title } = lens;
  const command =
    action.type === 'report'
      ? { title, command: 'zhangfa.report', arguments: [document.uri] }
      : { title, command: 'zhangfa.insertSection', arguments: [document.uri, action.section] };
  return { range: toRange(document, lens.range), command };
}

const SYMBOL_KIND: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  question: SymbolKind.Key,
  section: SymbolKind.Module,
  other: SymbolKind.String,
};

export function toDocumentSymbol(document: TextDocument, symbol: OutlineSymbol): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: SYMBOL_KIND[symbol.kind],
    range: toRange(document, symbol.range),
    selectionRange: toRange(document, symbol.selection),
  };
}
