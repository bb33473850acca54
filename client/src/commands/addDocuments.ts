import {
  ConfigurationTarget,
  FileType,
  l10n,
  ProgressLocation,
  type QuickPickItem,
  Uri,
  window,
  workspace,
  type WorkspaceFolder,
} from 'vscode';
import type { DocumentsParams } from '../../../server/src/lsp/protocol';
import { CLIENT_ID } from '../client';
import { entryFor, isWithin } from '../location';
import { tell } from '../notices';
import { entriesOf, folderInUse } from '../places';
import { notRead } from '../referenceStatus';
import type { Services } from '../services';
import { PATIENCE } from './rereadDocuments';
import { showDocuments } from './showDocuments';

/** Extensions of the formats that are read, for the dialogue. */
const READABLE = ['txt', 'md', 'markdown', 'html', 'htm', 'docx', 'pdf'];

/**
 * `zhangfa.addDocuments`: adds files or folders to `zhangfa.documents`, and says how many documents there are now.
 * @param uris what to add; asked for when absent
 */
export async function addDocuments(services: Services, uris?: unknown): Promise<void> {
  const chosen = isUris(uris) ? uris : await choose();
  if (!chosen || chosen.length === 0) return;
  const { folder, target } = scopeOf();
  const before = entriesOf('documents', folder?.uri);
  const added: string[] = [];
  for (const uri of chosen) {
    if (isCovered(uri, before, folder, services)) continue;
    const isFolder = await isDirectory(uri);
    const { home } = services.places;
    const entry = entryFor(
      uri,
      isFolder,
      target === ConfigurationTarget.Workspace && (workspace.workspaceFolders ?? []).length > 1
        ? undefined
        : folder?.uri,
      home?.scheme === uri.scheme ? home : undefined,
    );
    if (![...before, ...added].includes(entry)) added.push(entry);
  }
  if (added.length === 0) {
    tell('information', l10n.t('All of them are among the reference documents already.'), {
      [l10n.t('Show')]: () => showDocuments(services),
    });
    return;
  }
  const settings = workspace.getConfiguration(CLIENT_ID, folder);
  const options = { location: ProgressLocation.Window, title: l10n.t('Reading reference documents…') };
  const { session, references } = services;
  const state = await window.withProgress(options, async () =>
    references.readAfter(
      async () => {
        await settings.update('documents', [...before, ...added], target);
        // Added before there was any draft, they are read all the same.
        await session.ready().catch(() => undefined);
      },
      session.state === 'failed' ? 0 : PATIENCE,
    ),
  );
  confirm(added.length, state, services);
}

function isUris(value: unknown): value is readonly Uri[] {
  return Array.isArray(value) && value.every((one) => one instanceof Uri);
}

/** One dialogue for both would show folders only, on Windows and Linux. */
async function choose(): Promise<readonly Uri[] | undefined> {
  const items: (QuickPickItem & { readonly folders: boolean })[] = [
    { label: `$(file) ${l10n.t('Files…')}`, description: 'txt · md · html · docx · pdf', folders: false },
    {
      label: `$(folder) ${l10n.t('Folders…')}`,
      description: l10n.t('with all documents in them'),
      folders: true,
    },
  ];
  const picked = await window.showQuickPick(items, { title: l10n.t('Add reference documents') });
  if (!picked) return undefined;
  const { folders } = picked;
  return window.showOpenDialog({
    title: l10n.t('Add reference documents'),
    openLabel: l10n.t('Add'),
    canSelectFiles: !folders,
    canSelectFolders: folders,
    canSelectMany: true,
    ...(folders ? {} : { filters: { [l10n.t('Documents')]: READABLE } }),
  });
}

/** Where the setting in force comes from: written elsewhere, the addition would have no effect. */
function scopeOf(): { folder: WorkspaceFolder | undefined; target: ConfigurationTarget } {
  const folder = folderInUse();
  if (!folder) return { folder, target: ConfigurationTarget.Global };
  const stored = workspace.getConfiguration(CLIENT_ID, folder).inspect('documents');
  const isOfFolder =
    (workspace.workspaceFolders ?? []).length > 1 && stored?.workspaceFolderValue !== undefined;
  return {
    folder,
    target: isOfFolder ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Workspace,
  };
}

/** Whether one of the entries already names a file or folder, or a folder it is in. */
function isCovered(
  uri: Uri,
  entries: readonly string[],
  folder: WorkspaceFolder | undefined,
  { places }: Services,
): boolean {
  return entries.some((entry) => {
    const place = places.resolve(entry, folder?.uri);
    return place?.glob === '' && isWithin(uri, place.base.with({ path: place.base.path.replace(/\/$/, '') }));
  });
}

async function isDirectory(uri: Uri): Promise<boolean> {
  const { type } = await workspace.fs.stat(uri);
  return (type & FileType.Directory) !== 0;
}

function confirm(added: number, state: DocumentsParams | undefined, services: Services): void {
  const place = added === 1 ? l10n.t('Added.') : l10n.t('Added {0} places.', added);
  const show = { [l10n.t('Show')]: () => showDocuments(services) };
  if (!state) {
    tell('information', place, show);
    return;
  }
  const { documents, phrases, problems } = state;
  const read = l10n.t(
    '{0} There are {1} reference documents now, with {2} phrases.',
    place,
    documents,
    phrases,
  );
  if (problems.length === 0) tell('information', read, show);
  else tell('warning', l10n.t('{0} {1}.', read, notRead(problems.length)), show);
}
