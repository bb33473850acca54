import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { MethodItem } from '../../../server/src/core/features/methods';
import { InsertMethodRequest, MethodsRequest } from '../../../server/src/lsp/protocol';
import { selectFirstBlank } from '../blank';
import { applyEdits } from '../edits';
import { connect, tellNoDraft, tellNotTreated } from '../notices';
import type { Services } from '../services';

interface MethodPick extends QuickPickItem {
  readonly method?: MethodItem;
}

/**
 * `zhangfa.insertMethod`: inserts the sentence of a method (换位思考, 民主协商 …) after the paragraph at the cursor and
 * selects the first blank to fill in. The methods that would fit the question come first.
 * @param method its id; asked for when absent
 * @param member of a family, by its id
 */
export async function insertMethod(
  { session, drafts }: Services,
  method?: unknown,
  member?: unknown,
): Promise<void> {
  const editor = await drafts.reach();
  if (!editor) {
    tellNoDraft();
    return;
  }
  const client = await connect(session);
  const uri = editor.document.uri.toString();
  const methods = await client.sendRequest(MethodsRequest, { uri });
  if (!methods) {
    tellNotTreated();
    return;
  }
  const chosen =
    typeof method === 'string'
      ? { id: method, ...(typeof member === 'string' ? { member } : {}) }
      : await pickMethod(methods);
  if (!chosen) return;
  const { line, character } = editor.selection.active;
  const params = {
    uri,
    method: chosen.id,
    ...(chosen.member === undefined ? {} : { member: chosen.member }),
    position: { line, character },
  };
  const edits = await applyEdits(editor, client, async () => client.sendRequest(InsertMethodRequest, params));
  if (edits) selectFirstBlank(editor, edits);
}

async function pickMethod(methods: readonly MethodItem[]): Promise<MethodItem | undefined> {
  const picked = await window.showQuickPick(toItems(methods), {
    title: l10n.t('Insert a method'),
    placeHolder: l10n.t('Those that fit the question come first'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.method;
}

/** Under three headings: what fits, what is in use, and the rest. */
function toItems(methods: readonly MethodItem[]): MethodPick[] {
  const fitting = methods.filter(({ because }) => because.length > 0);
  const used = methods.filter((method) => method.used && !fitting.includes(method));
  const others = methods.filter((method) => !fitting.includes(method) && !used.includes(method));
  return [
    ...group(l10n.t('Would fit'), fitting),
    ...group(l10n.t('In your answer'), used),
    ...group(l10n.t('Others'), others),
  ];
}

function group(label: string, methods: readonly MethodItem[]): MethodPick[] {
  if (methods.length === 0) return [];
  return [
    { label, kind: QuickPickItemKind.Separator },
    ...methods.map((method): MethodPick => ({
      label: method.title,
      description: method.because.join(l10n.t(', ')),
      detail: method.scaffold,
      method,
    })),
  ];
}
