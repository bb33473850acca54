import type { Locale } from '../core/messages/messages';
import { localeIn, oneOf, readArguments, UsageError } from './arguments';

/** What `zhangfa documents` was asked to do. */
export interface DocumentsOptions {
  readonly inputs: readonly string[];
  readonly format: 'text' | 'json';
  readonly locale: Locale;
  /** Show every dropped text, not only how many. */
  readonly details: boolean;
  readonly help: boolean;
}

/**
 * Reads the arguments of `zhangfa documents`.
 * @throws UsageError naming the argument that is wrong
 */
export function readDocumentsOptions(args: readonly string[]): DocumentsOptions {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      lang: { type: 'string' },
      details: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const help = values.help ?? false;
  if (!help && positionals.length === 0)
    throw new UsageError('没有给出文件或文件夹 / no files or folders given');
  return {
    inputs: positionals,
    format: oneOf('--format', values.format ?? 'text', ['text', 'json']),
    locale: localeIn(values.lang),
    details: values.details ?? false,
    help,
  };
}
