import { commandReaders } from '../documents/commandReaders';
import { isLoaded, readDocuments } from '../documents/documentSet';
import { nodeDocumentFiles } from '../documents/nodeDocumentFiles';
import { type DocumentProblem, toProblemJson } from '../documents/problems';
import { runWith } from './arguments';
import { type DocumentsJson, toDocumentJson } from './documentsJson';
import { type DocumentsOptions, readDocumentsOptions } from './documentsOptions';
import { documentReport, problemReport, totalReport } from './documentsReport';
import { DOCUMENTS_USAGE } from './documentsUsage';
import { print } from './print';

/**
 * `zhangfa documents`: says on standard output what was read from reference documents, what was dropped and why, and
 * what could not be read. @returns exit status: 0, or 2 for wrong usage and when nothing could be read
 */
export async function runDocuments(args: readonly string[]): Promise<number> {
  return runWith(
    'documents',
    DOCUMENTS_USAGE,
    () => readDocumentsOptions(args),
    (options) => readAndTell(options),
  );
}

async function readAndTell(options: DocumentsOptions): Promise<number> {
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
