import { type Locale, messages } from '../messages/messages';
import type { Paragraph } from '../references/types';
import { keyOf } from '../phrases/units';
import { wordKey } from './overlap';
import type { Range } from '../text/range';
import { onBorder } from '../text/surrogates';
import type { PhraseData } from './completion';
import { bankPhraseAt, type PhraseSources } from './phraseSource';
import { escapeMarkdown } from './escapeMarkdown';

/** How much of a passage is shown before and after the phrase, UTF-16 units. */
const AROUND = 80;

/**
 * What a writer is shown beside a phrase, as Markdown: the passage it stands in with the phrase in bold, and where
 * that is; for a phrase of a bank, what it rests on.
 * @returns undefined when its document or bank is gone
 */
export function completionDocumentation(
  data: PhraseData,
  sources: PhraseSources,
  locale: Locale,
): string | undefined {
  const text = messages(locale);
  const document = sources.references?.documents.get(data.document);
  if (document) {
    const paragraph = sources.references?.paragraphAt(data.document, data.from);
    const place = [
      `**${inert(document.name)}**`,
      text.phraseLine(data.line + 1),
      ...(paragraph?.heading === undefined ? [] : [text.phraseUnder(inert(paragraph.heading))]),
    ].join(' · ');
    return [place, ...(paragraph ? [`> ${emphasised(paragraph, data)}`] : [])].join('\n\n');
  }
  const found = bankPhraseAt(data, sources);
  if (!found) return undefined;
  const { bank, phrase } = found;
  const kind = bank.origin.startsWith('builtin:') ? text.builtinPhrase : inert(bank.title[locale]);
  const set = phrase.set ? ` · ${text.setPhrase}` : '';
  return `**${kind}**${set}\n\n_${text.source(inert(phrase.source.document), phrase.source.lines)}_`;
}

/** The passage around the phrase, the phrase in bold; without emphasis when cleaning has changed its words. */
function emphasised(paragraph: Paragraph, data: PhraseData): string {
  const { text } = paragraph;
  const found = findPhrase(paragraph, data) ?? { from: 0, to: 0 };
  const start = onBorder(text, found.from - AROUND);
  const end = onBorder(text, found.to + AROUND);
  const before = `${start > 0 ? '…' : ''}${text.slice(start, found.from)}`;
  const after = `${text.slice(found.to, end)}${end < text.length ? '…' : ''}`;
  const phrase = text.slice(found.from, found.to);
  return atLineStart(`${inert(before)}${phrase === '' ? '' : `**${inert(phrase)}**`}${inert(after)}`);
}

/**
 * Where the phrase stands in its paragraph, from its first to its last word: a bold that begins or ends with
 * punctuation would not be seen as one beside Chinese. Of several places the one nearest to where it was taken from.
 */
function findPhrase({ text, anchors }: Paragraph, data: PhraseData): Range | undefined {
  const at = Array.from({ length: text.length }, (_, index) => index).filter(
    (index) => keyOf(text.charCodeAt(index)) !== 0,
  );
  const said = wordKey(text);
  const wanted = wordKey(data.text);
  if (wanted === '') return undefined;
  const anchor = anchors.findLast(({ from }) => from <= data.from);
  const near = anchor ? anchor.at + data.from - anchor.from : 0;
  let best: Range | undefined;
  for (let index = said.indexOf(wanted); index >= 0; index = said.indexOf(wanted, index + 1)) {
    const range = { from: at[index] ?? 0, to: (at[index + wanted.length - 1] ?? 0) + 1 };
    if (!best || Math.abs(range.from - near) < Math.abs(best.from - near)) best = range;
  }
  return best;
}

/** Text of a document that can do nothing as Markdown: no markup, entities or links. */
function inert(text: string): string {
  return escapeMarkdown(text)
    .replaceAll('&', '\\&')
    .replaceAll('://', '\\://')
    .replace(/\bwww\./gi, '$&\u200b');
}

/** What would begin a list or an underline at the start of a line. */
function atLineStart(markdown: string): string {
  return markdown.replace(/^([-=])/, '\\$1').replace(/^(\d+)\./, '$1\\.');
}
