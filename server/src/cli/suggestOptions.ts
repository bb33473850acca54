import type { Locale } from '../core/messages/messages';
import { DEFAULT_RUBRICS } from '../rubrics/rubricPlaces';
import { localeIn, numberIn, oneOf, readArguments, unknownArguments, UsageError } from './arguments';

/** What `zhangfa suggest` was asked to do. */
export interface SuggestOptions {
  /** As given: framework/section or framework/section/point; empty when it was left out. */
  readonly section: string;
  /** Words to search for; empty for none. */
  readonly query: string;
  readonly documents: readonly string[];
  readonly bank: boolean;
  readonly limit: number;
  readonly format: 'text' | 'json';
  readonly rubrics: readonly string[];
  readonly locale: Locale;
  readonly help: boolean;
}

/**
 * Reads the arguments of `zhangfa suggest`.
 * @throws UsageError naming the argument that is wrong
 */
export function readSuggestOptions(args: readonly string[]): SuggestOptions {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      section: { type: 'string' },
      query: { type: 'string' },
      documents: { type: 'string', multiple: true },
      'no-bank': { type: 'boolean' },
      limit: { type: 'string' },
      format: { type: 'string' },
      rubrics: { type: 'string', multiple: true },
      lang: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const help = values.help ?? false;
  const bank = !(values['no-bank'] ?? false);
  const named = values.documents ?? [];
  // `--documents a b c`: what a shell makes of a glob.
  if (positionals.length > 0 && named.length === 0) throw new UsageError(unknownArguments(...positionals));
  const documents = [...named, ...positionals];
  if (!help && !bank && documents.length === 0)
    throw new UsageError('--no-bank 要和 --documents 一起用 / needs --documents');
  return {
    section: values.section ?? '',
    query: values.query ?? '',
    documents,
    bank,
    limit: Math.floor(numberIn('--limit', values.limit ?? '10', 1, 200)),
    format: oneOf('--format', values.format ?? 'text', ['text', 'json']),
    rubrics: values.rubrics ?? DEFAULT_RUBRICS,
    locale: localeIn(values.lang),
    help,
  };
}
