import type { Analysis } from '../analysis/analyse';
import { type Locale, messages } from '../messages/messages';
import { type PlacedHit, systemHits } from '../methods/said';
import type { Hover } from './hover';

/**
 * Explains wording of the past where the answer has it: `历史提法，请核实现行表述`; never a diagnostic, never a
 * suggestion of it as present policy.
 * @param offset UTF-16 units
 */
export function factHover(analysis: Analysis, offset: number, locale: Locale): Hover | undefined {
  const hit = hitAt(
    analysis,
    offset,
    ({ system, strength }) => system.kind === 'fact' && strength === 'phrase',
  );
  if (!hit?.member) return undefined;
  const text = messages(locale);
  const { system, member } = hit;
  const date = system.date ?? '';
  const kind = system.status === 'background' ? text.factBackground(date) : text.factHistory(date);
  return {
    range: { from: hit.from, to: hit.to },
    markdown: explain(hit, kind, member.title[locale], locale),
  };
}

/**
 * Explains a set expression: what belongs to it and what to add; and words that may only be criticised, with what to
 * write instead.
 */
export function sayingHover(analysis: Analysis, offset: number, locale: Locale): Hover | undefined {
  const hit = hitAt(analysis, offset, ({ system, strength, guard }) =>
    system.kind === 'saying' || system.kind === 'checklist' || system.kind === 'situation'
      ? strength === 'avoid' || (system.kind === 'saying' && strength === 'phrase' && guard !== 'negated')
      : false,
  );
  if (!hit?.member) return undefined;
  const text = messages(locale);
  const { system, member } = hit;
  const range = { from: hit.from, to: hit.to };
  if (hit.strength === 'avoid') {
    const word = analysis.draft.text.slice(hit.from, hit.to);
    const said = text.sayingAvoid(word, member.instead ?? member.title.zh);
    return { range, markdown: explain(hit, said, '', locale) };
  }
  const others = system.members
    .filter((other) => other !== member && other.phrases.length > 0)
    .map(({ phrases }) => phrases[0])
    .join(text.listSeparator);
  return {
    range,
    markdown: explain(hit, text.sayingSet(system.title[locale], others), '', locale),
  };
}

/** The hit of the longest word at an offset. */
function hitAt(
  analysis: Analysis,
  offset: number,
  wanted: (hit: PlacedHit) => boolean,
): PlacedHit | undefined {
  return systemHits(analysis)
    .filter((hit) => hit.from <= offset && offset <= hit.to && wanted(hit))
    .sort((a, b) => b.to - b.from - (a.to - a.from))[0];
}

function explain({ system, member }: PlacedHit, first: string, title: string, locale: Locale): string {
  const text = messages(locale);
  const note = member?.note;
  // A note in one language only is left out for readers of the other.
  const own = !note || (locale === 'en' && note.en === note.zh) ? '' : note[locale];
  const source = member?.source ?? system.source;
  return [
    title === '' ? first : `**${title}** — ${first}`,
    own,
    system.why[locale],
    source ? `_${text.source(source.document, source.lines)}_` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
