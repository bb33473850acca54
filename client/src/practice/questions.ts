import { Uri, workspace } from 'vscode';

/** Questions to practise on, of our own words, by the id of their kind. */
export type QuestionBank = Readonly<Record<string, readonly string[]>>;

/** Reads the questions that come with the extension. */
export async function readQuestions(extension: Uri): Promise<QuestionBank> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'media/questions.json'));
  return JSON.parse(new TextDecoder().decode(bytes)) as QuestionBank;
}
