import type { Locale } from '../core/messages/messages';
import { FASTEST_RATE, MOST_MINUTES, SLOWEST_RATE } from '../core/rules/bounds';
import { SEVERITIES, type Severity } from '../core/rules/types';
import { DEFAULT_SPEAKING_RATE } from '../core/text/count';
import { DEFAULT_RUBRICS } from '../rubrics/rubricPlaces';
import { localeIn, numberIn, oneOf, readArguments, UsageError } from './arguments';

export type Format = 'text' | 'json' | 'sarif';

/** What `zhangfa check` was asked to do. */
export interface CheckOptions {
  readonly inputs: readonly string[];
  readonly format: Format;
  readonly framework?: string;
  readonly failOn: Severity | 'none';
  readonly minutes: number;
  readonly rate: number;
  readonly rubrics: readonly string[];
  readonly locale: Locale;
  readonly all: boolean;
  readonly color: boolean;
  readonly help: boolean;
}

/**
 * Reads the arguments of `zhangfa check`.
 * @throws UsageError naming the argument that is wrong
 */
export function readCheckOptions(args: readonly string[]): CheckOptions {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      framework: { type: 'string' },
      'fail-on': { type: 'string' },
      minutes: { type: 'string' },
      rate: { type: 'string' },
      rubrics: { type: 'string', multiple: true },
      lang: { type: 'string' },
      all: { type: 'boolean' },
      'no-color': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const help = values.help ?? false;
  if (!help && positionals.length === 0) throw new UsageError('没有给出文件 / no files given');
  return {
    inputs: positionals,
    format: oneOf('--format', values.format ?? 'text', ['text', 'json', 'sarif']),
    ...(values.framework === undefined ? {} : { framework: values.framework }),
    failOn: oneOf('--fail-on', values['fail-on'] ?? 'warning', [...SEVERITIES, 'none']),
    minutes: numberIn('--minutes', values.minutes ?? '0', 0, MOST_MINUTES),
    rate: numberIn('--rate', values.rate ?? String(DEFAULT_SPEAKING_RATE), SLOWEST_RATE, FASTEST_RATE),
    rubrics: values.rubrics ?? DEFAULT_RUBRICS,
    locale: localeIn(values.lang),
    all: values.all ?? false,
    color: !(values['no-color'] ?? false) && !process.env['NO_COLOR'] && process.stdout.isTTY,
    help,
  };
}
