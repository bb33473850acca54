import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Locale } from '../core/messages/messages';

/** A mistake in the arguments; its message is for the person at the terminal. */
export class UsageError extends Error {}

/**
 * Runs a command with what its arguments say. Where that is asked for, and where one is wrong, it says how the command
 * is used instead.
 * @param read throws `UsageError` for arguments that are wrong
 * @returns exit status
 */
export async function runWith<Options extends { readonly help: boolean }>(
  command: string,
  usage: string,
  read: () => Options,
  run: (options: Options) => Promise<number>,
): Promise<number> {
  let options: Options;
  try {
    options = read();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`zhangfa ${command}: ${error.message}\n\n${usage}`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(usage);
    return 0;
  }
  return run(options);
}

/**
 * Takes arguments apart as `parseArgs` does.
 * @throws UsageError naming the argument that is wrong, in both languages
 */
export function readArguments<const T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(describe(error));
  }
}

/** Node names the argument in its English message, and says what is wrong with it by a code. */
function describe(error: unknown): string {
  const { message, code } = error as Error & { readonly code?: string };
  const name = /'(-{1,2}[^\s',=]*)/.exec(message)?.[1] ?? '';
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `没有选项“${name}” / no such option`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return message.includes('does not take')
        ? `${name} 后面不写值 / takes no value`
        : `${name} 后面要写值 / needs a value`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return unknownArguments(/'([^']*)'/.exec(message)?.[1] ?? '');
    default:
      return message;
  }
}

/** What is said of arguments that are no options, where there should be none. */
export function unknownArguments(...given: readonly string[]): string {
  return `不认识的参数 / unknown argument: ${given.join(' ')}`;
}

/**
 * The value of an option that allows a few.
 * @throws UsageError naming the option and what it allows
 */
export function oneOf<const T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined)
    throw new UsageError(`${name} 应为 / should be: ${allowed.join(' | ')}（${value}）`);
  return found;
}

/**
 * The value of an option that is a number, as people write one.
 * @throws UsageError naming the option and its bounds
 */
export function numberIn(name: string, value: string, low: number, high: number): number {
  const number = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : NaN;
  if (!(number >= low && number <= high))
    throw new UsageError(`${name} 应在 ${low} 到 ${high} 之间 / out of range（${value}）`);
  return number;
}

/**
 * The language of messages; Chinese unless `--lang` says otherwise.
 * @throws UsageError
 */
export function localeIn(value: string | undefined): Locale {
  return oneOf('--lang', value ?? 'zh', ['zh', 'en']);
}
