import type { CompletionClientCapabilities } from 'vscode-languageserver';
import {
  type CompletionItem as LspCompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CompletionItem, PhraseData } from '../core/features/completion';
import { toRange, withoutMarkup } from './convert';

/** A phrase as an item of the list, in as much detail as the client can show. */
export function toCompletionItem(
  document: TextDocument,
  { label, detail, source, text, snippet, range, filterText, sortText, data }: CompletionItem,
  client: CompletionClientCapabilities | undefined,
): LspCompletionItem {
  const { snippetSupport, labelDetailsSupport } = client?.completionItem ?? {};
  const asSnippet = snippet !== undefined && snippetSupport === true;
  return {
    label,
    kind: CompletionItemKind.Text,
    ...(labelDetailsSupport
      ? { labelDetails: { description: source }, detail }
      : { detail: [detail, source].filter((part) => part !== '').join(' · ') }),
    textEdit: { range: toRange(document, range), newText: asSnippet ? snippet : text },
    ...(asSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    // Of nothing that is replaced nothing can be filtered out.
    ...(filterText === '' ? {} : { filterText }),
    sortText,
    data,
  };
}

/** An item with its documentation, in the first of the formats the client prefers. */
export function withDocumentation(
  item: LspCompletionItem,
  markdown: string | undefined,
  client: CompletionClientCapabilities | undefined,
): LspCompletionItem {
  if (markdown === undefined) return item;
  const [kind = MarkupKind.Markdown] = client?.completionItem?.documentationFormat ?? [];
  const value = kind === MarkupKind.PlainText ? withoutMarkup(markdown) : markdown;
  return { ...item, documentation: { kind, value } };
}

/** What an item carries to be resolved; undefined for what no item of this server carries. */
export function readPhraseData(data: unknown): PhraseData | undefined {
  const { text, document, line, from, to } = (
    typeof data === 'object' && data !== null ? data : {}
  ) as Record<string, unknown>;
  return typeof text === 'string' &&
    typeof document === 'string' &&
    typeof line === 'number' &&
    typeof from === 'number' &&
    typeof to === 'number'
    ? { text, document, line, from, to }
    : undefined;
}
