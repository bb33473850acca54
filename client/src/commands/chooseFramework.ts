import { l10n } from 'vscode';
import { FrameworksRequest, SetFrameworkRequest } from '../../../server/src/lsp/protocol';
import { applyEdits } from '../edits';
import type { Services } from '../services';
import { draftInUse } from './draftInUse';
import { pickFramework } from './frameworkPick';

/** `zhangfa.chooseFramework`: names another framework in the front matter of the draft in the editor. */
export async function chooseFramework(services: Services): Promise<void> {
  const draft = await draftInUse(services);
  if (!draft) return;
  const { editor, state, client } = draft;
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
