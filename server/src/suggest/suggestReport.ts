import { type Locale, messages } from '../core/messages/messages';
import type { SuggestionJson } from './suggestJson';
import type { WantedSection } from './suggestSection';

const ZH = {
  count: (count: number) => `${count} 条`,
  none: '没有合适的表述。',
  noneFor: (query: string) => `没有含“${query}”的表述；换个词，或者不按词找。`,
  more: (count: number) => `等 ${count} 处`,
};

const EN: typeof ZH = {
  count: (count) => `${count} phrases`,
  none: 'No phrase fits.',
  noneFor: (query) => `No phrase has “${query}”; try another word, or none.`,
  more: (count) => `and ${count} places in all`,
};

/** Suggestions for a person: each with what it is for, how it is said and where it comes from. */
export function suggestReport(
  suggestions: readonly SuggestionJson[],
  { framework, section, point }: WantedSection,
  query: string,
  locale: Locale,
): string {
  const text = locale === 'zh' ? ZH : EN;
  const title = [framework, section, ...(point ? [point] : [])].map((part) => part.title[locale]).join(' / ');
  if (suggestions.length === 0) return `${title}\n\n  ${query === '' ? text.none : text.noneFor(query)}\n`;
  const width = String(suggestions.length).length;
  const rows = suggestions.map((suggestion, index) => {
    const { register, sections } = suggestion;
    const own = sections.find((slot) => slot.framework === framework.id && slot.section === section.id);
    const served = section.points.find(({ id }) => id === own?.point)?.title[locale];
    const facts = [served, register && messages(locale).register[register], sourceOf(suggestion, locale)];
    const about = facts.filter((fact) => fact !== undefined && fact !== '').join(' · ');
    return `  ${String(index + 1).padStart(width)}. ${suggestion.text}\n  ${' '.repeat(width)}  ${about}\n`;
  });
  return `${title}  ${text.count(suggestions.length)}\n\n${rows.join('')}`;
}

/** `资料/甲.txt:12`, as terminals make a link of it; for a phrase of the bank what it rests on. */
function sourceOf({ places, restsOn }: SuggestionJson, locale: Locale): string {
  const text = messages(locale);
  const [first] = places;
  if (first) {
    const place = `${first.path}:${first.range.start.line + 1}`;
    return places.length > 1 ? `${place} ${(locale === 'zh' ? ZH : EN).more(places.length)}` : place;
  }
  if (!restsOn) return text.builtinPhrase;
  const { document, lines } = restsOn;
  return `${text.builtinPhrase} · ${text.restsOn(document, lines)}`;
}
