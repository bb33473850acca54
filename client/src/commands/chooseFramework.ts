import { l10n } from 'vscode';
import { FrameworksRequest, SetFrameworkRequest } from '../../../server/src/lsp/protocol';
import { applyEdits } from '../edits';
import { connect, tellNoDraft, tellNotTreated } from '../notices';
import type { Services } from '../services';
import { pickFramework } from './frameworkPick';

/** `zhangfa.chooseFramework`: names another framework in the front matter of the draft in the editor. */
export async function chooseFramework({ session, drafts }: Services): Promise<void> {
  const editor = await drafts.reach();
  if (!editor) {
    tellNoDraft();
    return;
  }
  const client = await connect(session);
  const state = drafts.get(editor.document.uri);
  if (state?.isDraft !== true) {
    tellNotTreated();
    return;
  }
  const uri = editor.document.uri.toString();
  const frameworks = await client.sendRequest(FrameworksRequest, { uri });
  const framework = await pickFramework(
    frameworks,
    l10n.t('Framework of this draft'),
    l10n.t('Choose a framework; the most likely one comes first'),
    state.framework?.id,
  );
  if (!framework) return;
  await applyEdits(editor, client, async () =>
    client.sendRequest(SetFrameworkRequest, { uri, framework: framework.id }),
  );
}
