import type { Locale } from '../core/messages/messages';
import { isLoaded, readDocuments } from '../documents/documentSet';
import { nodeDocumentFiles } from '../documents/nodeDocumentFiles';
import { type DocumentProblem, toProblemJson } from '../documents/problems';
import { type DocumentsJson, toDocumentJson } from './documentsJson';
import { documentReport, problemReport, totalReport } from './documentsReport';
import { DOCUMENTS_USAGE } from './documentsUsage';
import { oneOf, readArguments, refuseUsage, UsageError } from './arguments';
import { print } from './print';
import { commandReaders } from '../documents/commandReaders';

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
 * `zhangfa documents`: says on standard output what was read from reference documents, what was dropped and why, and
 * what could not be read. @returns exit status: 0, or 2 for wrong usage and when nothing could be read
 */
export async function runDocuments(args: readonly string[]): Promise<number> {
  let options: DocumentsOptions;
  try {
    options = readDocumentsOptions(args);
  } catch (error) {
    return refuseUsage('documents', error, DOCUMENTS_USAGE);
  }
  if (options.help) {
    process.stdout.write(DOCUMENTS_USAGE);
    return 0;
  }
  const result: DocumentsJson = {
    version: 1,
    documents: [],
    problems: [],
    totals: { documents: 0, sentences: 0 },
  };
  const problems: DocumentProblem[] = [];
  const reading = { readers: commandReaders(), now: () => performance.now() };
  for await (const read of readDocuments(nodeDocumentFiles(), options.inputs, reading)) {
    if (!isLoaded(read)) {
      problems.push(read);
      result.problems.push(toProblemJson(read, options.locale));
      continue;
    }
    result.totals.documents++;
    result.totals.sentences += read.document.stats.sentences;
    if (options.format === 'json') result.documents.push(toDocumentJson(read, options.locale));
    else print(`${documentReport(read, options)}\n`);
  }
  if (options.format === 'json') process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  else
    print(
      problemReport(problems, options.locale) + totalReport(result.totals, problems.length, options.locale),
    );
  return result.totals.documents > 0 ? 0 : 2;
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
  const { format = 'text', lang = 'zh' } = values;
  return {
    inputs: positionals,
    format: oneOf('--format', format, ['text', 'json']),
    locale: oneOf('--lang', lang, ['zh', 'en']),
    details: values.details ?? false,
    help,
  };
}
