import type { Analysis } from '../analysis/analyse';
import type { RecognisedKind } from '../framework/kinds';
import { type Locale, messages } from '../messages/messages';

/** More words than this explain nothing. */
const WORDS = 4;

/**
 * What the question asks for and by which words that is known, in one line: `综合分析·观点（怎么理解），也像人际沟通`.
 * @returns undefined when no kind was recognised
 */
export function describeKinds({ kinds }: Analysis, locale: Locale): string | undefined {
  const [first, second] = kinds?.kinds ?? [];
  if (!kinds || !first) return undefined;
  const text = messages(locale);
  const why =
    kinds.chosenBy === 'front-matter'
      ? text.aside(text.chosenBy['front-matter'])
      : first.because.length > 0
        ? text.aside(text.because(first.because.slice(0, WORDS).join(text.listSeparator)))
        : '';
  return `${kindTitle(first, locale)}${why}${second ? text.kindAlso(kindTitle(second, locale)) : ''}`;
}

/** `综合分析·观点`: a kind, and which sort of it where it has several. */
export function kindTitle({ kind, variant }: RecognisedKind, locale: Locale): string {
  return variant
    ? messages(locale).kindVariant(kind.title[locale], variant.title[locale])
    : kind.title[locale];
}
