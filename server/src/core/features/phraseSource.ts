import type { Analysis } from '../analysis/analyse';
import { type Locale, messages } from '../messages/messages';
import type { BankPhrase, PhraseBank, Place, Suggestion } from '../phrases/types';
import type { References } from '../references/types';
import { shorten } from './phraseText';

/** Where phrases come from: the writer's documents with their index, and the banks that are in it. */
export interface PhraseSources {
  /** Undefined while nothing was read. */
  readonly references: References | undefined;
  readonly banks: readonly PhraseBank[];
}

/** Longest name of a document in a label, UTF-16 units. */
const NAME_UNITS = 16;

/** The bank and the phrase of it that a place stands for (see `bankDocument`); undefined for a place in a document. */
export function bankPhraseAt(
  { document, line }: Pick<Place, 'document' | 'line'>,
  { banks }: PhraseSources,
): { readonly bank: PhraseBank; readonly phrase: BankPhrase } | undefined {
  const bank = banks.find(({ id }) => `bank:${id}` === document);
  const phrase = bank?.phrases[line];
  return bank && phrase ? { bank, phrase } : undefined;
}

/**
 * Where a phrase comes from, in a few words: `名.txt:12`, with the number of documents when several have it, or
 * `内置表述 · 依据《群众来访接待工作》`; its line is in the documentation of a completion.
 */
export function sourceLabel(places: readonly Place[], sources: PhraseSources, locale: Locale): string {
  const text = messages(locale);
  const [first] = places;
  if (!first) return '';
  const document = sources.references?.documents.get(first.document);
  if (document) {
    const count = new Set(places.map((place) => place.document)).size;
    const label = `${shorten(document.name, NAME_UNITS)}:${first.line + 1}`;
    return count > 1 ? `${label}${text.aside(text.inDocuments(count))}` : label;
  }
  const found = bankPhraseAt(first, sources);
  if (!found) return first.document.startsWith('bank:') ? text.builtinPhrase : '';
  return bankLabel(found, locale);
}

/**
 * The same where there is little room and the rest is a key away: a phrase of a bank without what it rests on.
 */
export function shortSource(places: readonly Place[], sources: PhraseSources, locale: Locale): string {
  const [first] = places;
  const found = first && !sources.references?.documents.has(first.document) && bankPhraseAt(first, sources);
  return found ? bankName(found, locale) : sourceLabel(places, sources, locale);
}

function bankName({ bank }: { bank: PhraseBank }, locale: Locale): string {
  return bank.origin.startsWith('builtin:') ? messages(locale).builtinPhrase : bank.title[locale];
}

function bankLabel(found: { bank: PhraseBank; phrase: BankPhrase }, locale: Locale): string {
  return `${bankName(found, locale)} · ${messages(locale).restsOn(found.phrase.source.document)}`;
}

/** Title of the section a phrase serves: the one wanted, else its best in the draft's framework, else in any. */
export function sectionTitle(
  { slots }: Pick<Suggestion, 'slots'>,
  { choice }: Pick<Analysis, 'choice'>,
  wanted: string | undefined,
  locale: Locale,
): string {
  if (!choice) return '';
  const frameworks = [choice.framework, ...choice.alternatives.map(({ framework }) => framework)];
  const own = slots.filter(({ framework }) => framework === choice.framework.id);
  const slot = own.find(({ section }) => section === wanted) ?? own[0] ?? slots[0];
  const framework = frameworks.find(({ id }) => id === slot?.framework);
  return framework?.sections.find(({ id }) => id === slot?.section)?.title[locale] ?? '';
}

/** `安抚情绪 · 口语`: what a phrase is for. */
export function phraseDetail(title: string, register: Suggestion['register'], locale: Locale): string {
  return [title, register ? messages(locale).register[register] : '']
    .filter((part) => part !== '')
    .join(' · ');
}
