import { l10n, Uri, window, workspace } from 'vscode';
import type { Dispute } from '../../../server/src/core/features/codeActions';
import { tell } from '../notices';

/** Below the workspace folder; `npm run eval` reads it. Never sent anywhere. */
const FILE = '.zhangfa/verdicts.jsonl';

/**
 * `zhangfa.disputeVerdict`: notes in a file of the workspace that the verdict on a section is wrong, with the text it
 * was made on.
 * @throws Error when the arguments are not those of the code action, or the file cannot be written
 */
export async function disputeVerdict(uri: unknown, dispute: unknown): Promise<void> {
  if (typeof uri !== 'string' || !isDispute(dispute))
    throw new Error(`zhangfa.disputeVerdict ${JSON.stringify([uri, dispute])}`);
  const document = await workspace.openTextDocument(Uri.parse(uri));
  const folder = workspace.getWorkspaceFolder(document.uri) ?? workspace.workspaceFolders?.[0];
  if (!folder) {
    tell('warning', l10n.t('Open a folder first: the note is kept in it.'));
    return;
  }
  const { code, framework, section, said } = dispute;
  const draft = document.isUntitled ? undefined : workspace.asRelativePath(document.uri, false);
  const record = { version: 1, draft, code, framework, section, said, text: document.getText() };
  const file = Uri.joinPath(folder.uri, FILE);
  await append(file, `${JSON.stringify(record)}\n`);
  tell('information', l10n.t('Noted in {0}. It stays on this computer.', FILE), {
    [l10n.t('Open')]: () => void window.showTextDocument(file),
  });
}

function isDispute(value: unknown): value is Dispute {
  const { code, framework, section, said } = (value ?? {}) as Partial<Record<keyof Dispute, unknown>>;
  return [code, framework, section, said].every((part) => typeof part === 'string');
}

async function append(file: Uri, line: string): Promise<void> {
  const before = await workspace.fs.stat(file).then(
    async () => workspace.fs.readFile(file),
    () => new Uint8Array(),
  );
  const added = new TextEncoder().encode(line);
  const all = new Uint8Array(before.length + added.length);
  all.set(before);
  all.set(added, before.length);
  await workspace.fs.writeFile(file, all);
}
