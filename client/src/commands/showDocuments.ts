import {
  commands,
  l10n,
  ProgressLocation,
  type QuickPickItem,
  QuickPickItemKind,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  CleaningRequest,
  DOCUMENT_SCHEME,
  type DocumentInfo,
  DocumentsRequest,
} from '../../../server/src/lsp/protocol';
import { documentFacts, unreadFirst } from '../documentFacts';
import { CLEANED_SCHEME, viewUri } from '../documentViews';
import { connect, tell } from '../notices';
import { nameOf } from '../referenceStatus';
import type { Services } from '../services';

/** For documents that are being read, in milliseconds. */
const WAIT = 10_000;

type Item = QuickPickItem & { readonly run?: () => Thenable<unknown> };

/** `zhangfa.showDocuments`: the reference documents; choosing one shows what was cleaned out of it. */
export async function showDocuments(services: Services): Promise<void> {
  const client = await connect(services.session);
  await untilRead(services);
  const documents = await client.sendRequest(DocumentsRequest, undefined);
  const items: Item[] = [
    ...unreadFirst(documents).map((info) =>
      info.problem === undefined ? documentItem(info, services) : problemItem(info),
    ),
    { label: '', kind: QuickPickItemKind.Separator },
    {
      label: `$(add) ${l10n.t('Add reference documents…')}`,
      run: () => commands.executeCommand('zhangfa.addDocuments'),
    },
    ...(documents.length > 0
      ? [
          {
            label: `$(refresh) ${l10n.t('Read all of them anew')}`,
            run: () => commands.executeCommand('zhangfa.rereadDocuments'),
          },
        ]
      : []),
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Reference documents'),
    placeHolder:
      documents.length > 0
        ? l10n.t('Choose one to see what was read and what was left out')
        : l10n.t('None yet: phrases come from the built-in ones only'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  await picked?.run?.();
}

/** A list of half of them would mislead; but whoever has very many does not wait for it. */
async function untilRead({ references }: Services): Promise<void> {
  if (references.state?.state === 'ready') return;
  const options = { location: ProgressLocation.Window, title: l10n.t('Reading reference documents…') };
  await window.withProgress(options, async () => references.readAfter(async () => Promise.resolve(), WAIT));
}

function problemItem(info: DocumentInfo): Item {
  const problem = info.problem ?? '';
  return {
    label: `$(warning) ${info.name}`,
    description: l10n.t('not read'),
    detail: problem,
    run: () => {
      tellProblem(info);
      return Promise.resolve();
    },
  };
}

/** Says why a document was not read, and offers to look at the file. */
export function tellProblem({ uri, name, problem = '' }: DocumentInfo): void {
  tell('warning', l10n.t('{0}: {1}', name, problem), {
    [l10n.t('Reveal File')]: () => reveal(Uri.parse(uri)),
  });
}

function documentItem(info: DocumentInfo, services: Services): Item {
  const { name, format, warnings = [] } = info;
  const { title, sentences, phrases, leftOut } = documentFacts(info, l10n);
  const facts = [...(format === undefined ? [] : [formatName(format)]), ...sentences, ...phrases, ...leftOut];
  const more = [...title, ...warnings];
  return {
    label: `$(book) ${name}`,
    description: facts.join(' · '),
    ...(more.length > 0 ? { detail: more.join(' · ') } : {}),
    run: async () => showCleaning(info, services),
  };
}

function formatName(format: string): string {
  switch (format) {
    case 'text':
      return l10n.t('Text');
    case 'markdown':
      return 'Markdown';
    case 'html':
      return l10n.t('Web page');
    case 'docx':
      return 'Word';
    default:
      return format.toUpperCase();
  }
}

/** Shows side by side what was read of a document and what was kept. */
export async function showCleaning(
  { uri, name }: DocumentInfo,
  { session }: Pick<Services, 'session'>,
): Promise<void> {
  const client = await connect(session);
  const cleaning = await client.sendRequest(CleaningRequest, { uri });
  if (!cleaning) throw new Error(l10n.t('“{0}” cannot be read any more', name));
  const isUnchanged = cleaning.text === cleaning.cleaned;
  await commands.executeCommand(
    'vscode.diff',
    viewUri(DOCUMENT_SCHEME, uri),
    viewUri(CLEANED_SCHEME, uri),
    isUnchanged ? l10n.t('{0}: read ↔ kept (the same)', name) : l10n.t('{0}: read ↔ kept', name),
    { preview: true },
  );
  if (cleaning.summary.length > 0)
    tell('information', l10n.t('Left out: {0}', cleaning.summary.join(l10n.t('; '))));
}

/** Shows a file in the explorer if it is in the workspace, else in the file manager; a folder that is gone, nowhere. */
async function reveal(uri: Uri): Promise<void> {
  const inWorkspace = workspace.getWorkspaceFolder(uri) !== undefined;
  try {
    await workspace.fs.stat(uri);
    await commands.executeCommand(inWorkspace ? 'revealInExplorer' : 'revealFileInOS', uri);
  } catch {
    tell('information', l10n.t('“{0}” is not there any more.', nameOf(uri)));
  }
}
