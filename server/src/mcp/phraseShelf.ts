import { stat } from 'node:fs/promises';
import type { Builtin } from '../builtin';
import { type PhraseSet, readPhrases } from '../suggest/suggestions';
import type { DocumentFiles } from '../documents/documentSet';
import { LIMITS } from '../documents/limits';
import { nodeDocumentFiles } from '../documents/nodeDocumentFiles';
import type { RubricSet } from '../rubrics/rubricStore';

/** The phrases last asked for, kept while neither the documents nor the writer's rubrics change. */
export class PhraseShelf {
  #kept: { readonly key: string; readonly phrases: Promise<PhraseSet> } | undefined;

  constructor(private readonly builtin: Builtin) {}

  /**
   * @param inputs reference documents: files, folders or globs
   * @param within folder out of which no link may lead; anywhere if undefined
   */
  async phrases(
    inputs: readonly string[],
    rubrics: RubricSet,
    within: string | undefined,
  ): Promise<PhraseSet> {
    const files = nodeDocumentFiles(LIMITS, within);
    const key = await keyOf(files, inputs, rubrics);
    if (this.#kept?.key === key) return this.#kept.phrases;
    const phrases = readPhrases(inputs, this.builtin.phrases, rubrics, this.builtin, files);
    this.#kept = { key, phrases };
    phrases.catch(() => {
      this.#kept = undefined;
    });
    return phrases;
  }
}

/** Differs when a document has come, gone or been written, or a rubric has. */
async function keyOf(
  source: DocumentFiles,
  inputs: readonly string[],
  { files }: RubricSet,
): Promise<string> {
  const { paths, problems } = await source.find(inputs);
  const documents = await Promise.all(
    paths.map(async (path) => {
      const found = await stat(path).catch(() => undefined);
      return [path, found?.mtimeMs, found?.size];
    }),
  );
  return JSON.stringify([documents, problems, files.map(({ uri, text }) => [uri, text])]);
}
