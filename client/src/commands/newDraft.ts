import { l10n, Range, window, workspace } from 'vscode';
import { FrameworksRequest, NewDraftRequest } from '../../../server/src/lsp/protocol';
import { connect } from '../notices';
import { firstPlaceholder } from '../placeholder';
import type { Services } from '../services';
import { pickFramework } from './frameworkPick';

/** `zhangfa.newDraft`: asks for the question and the framework, and opens a new document with the outline. */
export async function newDraft({ session }: Services): Promise<void> {
  const client = await connect(session);
  const question = await window.showInputBox({
    title: l10n.t('New draft'),
    prompt: l10n.t('Paste the question. It may stay empty and be filled in later.'),
    placeHolder: l10n.t('The question, word for word'),
    // Questions are copied from elsewhere: looking there must not close the box.
    ignoreFocusOut: true,
  });
  if (question === undefined) return;
  const frameworks = await client.sendRequest(FrameworksRequest, question.trim() === '' ? {} : { question });
  const framework = await pickFramework(
    frameworks,
    l10n.t('Framework of the new draft'),
    l10n.t('Choose the framework that the question calls for'),
  );
  if (!framework) return;
  const draft = await client.sendRequest(NewDraftRequest, {
    framework: framework.id,
    question: question.trim(),
  });
  if (!draft) throw new Error(l10n.t('the framework “{0}” is gone', framework.title));
  const document = await workspace.openTextDocument({ language: 'markdown', content: draft.text });
  const blank = firstPlaceholder(document.getText());
  // Selected as it opens: what the writer types right away belongs into the first blank.
  const selection = blank && new Range(document.positionAt(blank.from), document.positionAt(blank.to));
  await window.showTextDocument(document, selection ? { selection } : {});
}
