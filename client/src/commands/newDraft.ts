import { l10n, Range, type TextDocument, window } from 'vscode';
import { placeholdersIn } from '../../../server/src/core/text/placeholders';
import { FrameworksRequest, NewDraftRequest } from '../../../server/src/lsp/protocol';
import { createDraft } from '../draftFiles';
import { tidyQuestion } from '../draftName';
import { connect } from '../notices';
import type { Services } from '../services';
import { pickFrameworkFor } from './frameworkPick';

/** `zhangfa.newDraft`: asks for the question, proposes frameworks with reasons, and makes a file with the outline. */
export async function newDraft({ session }: Services): Promise<void> {
  const client = await connect(session);
  const question = await askQuestion(
    l10n.t('New draft'),
    l10n.t('Paste the question. It may stay empty and be filled in later.'),
  );
  if (question === undefined) return;
  const frameworks = await client.sendRequest(FrameworksRequest, question === '' ? {} : { question });
  const framework = await pickFrameworkFor(question, frameworks);
  if (!framework) return;
  const draft = await client.sendRequest(NewDraftRequest, { framework: framework.id, question });
  if (!draft) throw new Error(l10n.t('the framework “{0}” is gone', framework.title));
  await showFirstBlank(await createDraft(question, draft.text));
}

/** Asks for a question; line breaks of what is pasted, and a label before it, are taken out. */
export async function askQuestion(title: string, prompt: string): Promise<string | undefined> {
  const pasted = await window.showInputBox({
    title,
    prompt,
    placeHolder: l10n.t('The question, word for word'),
    // Questions are copied from elsewhere: looking there must not close the box.
    ignoreFocusOut: true,
  });
  return pasted === undefined ? undefined : tidyQuestion(pasted);
}

async function showFirstBlank(document: TextDocument): Promise<void> {
  const [blank] = placeholdersIn(document.getText());
  // Selected as it opens: what the writer types right away belongs into the first blank.
  const selection = blank && new Range(document.positionAt(blank.from), document.positionAt(blank.to));
  await window.showTextDocument(document, { preview: false, ...(selection ? { selection } : {}) });
}
