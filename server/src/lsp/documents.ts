import { Utils } from 'vscode-uri';
import { parseUri } from '../files/uri';
import type { Framework, WordingList } from '../core/framework/types';
import { messages } from '../core/messages/messages';
import { documentWords } from '../core/documents/words';
import { messageOf } from '../core/text/messageOf';
import { describeProblem } from '../documents/problems';
import { DocumentLibrary } from '../library/library';
import type { LibraryState } from '../library/libraryHost';
import type { DocumentEntries } from '../library/places';
import { readingSetup } from '../library/readingSetup';
import type { ReadingSetup } from '../library/types';
import type { RubricSet } from '../rubrics/rubricStore';
import { clientDocuments } from './clientFiles';
import { describeError, type ServerContext } from './context';
import { DocumentProgress } from './documentProgress';
import * as protocol from './protocol';

/** Makes the library of the reference documents for a connection, and answers what the client asks about it. */
export function startDocuments(context: ServerContext): DocumentLibrary {
  const { connection, host, options, locale, session, publisher } = context;
  const text = messages(locale);
  const progress = new DocumentProgress(connection, text.documentsProgress, () => library.stop());
  let told = '';
  const library = new DocumentLibrary({
    startWorker: host.startWorker,
    home: host.home ?? '',
    mayReadDisk: options.trusted !== false,
    client: options.fileAccess ? clientDocuments(connection) : undefined,
    storage: options.storage?.startsWith('file:') && host.home !== undefined ? options.storage : undefined,
    version: host.version,
    banks: () => host.builtin.phrases,
    defer: host.defer,
    entries: () => documentEntries(context),
    setup: setupOfFolders(context),
    onAsked: () => {
      told = '';
    },
    onState: (state) => {
      const params = toParams(state, context);
      progress.show(state);
      if (JSON.stringify(params) === told) return;
      told = JSON.stringify(params);
      void connection.sendNotification(protocol.DocumentsNotification, params);
    },
    onReady: () => {
      if (session.referencesChanged(library.references)) publisher.scheduleDrafts();
    },
    onRebuilt: (damage) => connection.console.info(text.documentsRebuilt[damage]),
    onNotKept: (error) => connection.console.warn(text.documentsNotKept(messageOf(error))),
    onError: (error) => connection.console.error(text.documentsFailed(describeError(error))),
  });

  connection.onNotification(protocol.RereadDocumentsNotification, () => library.reread());
  connection.onRequest(protocol.DocumentsRequest, () => documentInfos(library, context));
  connection.onRequest(protocol.DocumentTextRequest, async ({ uri }) => {
    const view = await library.view(uri, locale);
    return view ? { text: view.text } : null;
  });
  connection.onRequest(
    protocol.CleaningRequest,
    async ({ uri }) => (await library.view(uri, locale)) ?? null,
  );
  return library;
}

/** What the settings of each workspace folder name, or those of the window when it has no folder. */
async function documentEntries({ folders, settings }: ServerContext): Promise<DocumentEntries[]> {
  const scopes = folders.size > 0 ? [...folders] : [undefined];
  return Promise.all(
    scopes.map(async (folder) => ({ folder, entries: (await settings.for(folder)).documents })),
  );
}

/** What documents are read with: the frameworks and wordings of all folders; the same object while these are the same. */
function setupOfFolders({ folders, session, host }: ServerContext): () => Promise<ReadingSetup> {
  let known: { readonly sets: readonly RubricSet[]; readonly setup: ReadingSetup } | undefined;
  return async () => {
    const scopes = folders.size > 0 ? [...folders] : [undefined];
    const loaded = await Promise.all(scopes.map((folder) => session.rubricsIn(folder)));
    const sets = loaded.filter((set) => set !== undefined);
    if (known?.sets.length === sets.length && sets.every((set, index) => set === known?.sets[index]))
      return known.setup;
    const rubrics = sets.map(({ analyzer }) => analyzer.rubrics);
    const frameworks = byId<Framework>(rubrics.flatMap((set) => set.frameworks));
    const wording = byId<WordingList>(rubrics.flatMap((set) => set.wording));
    const setup = readingSetup({ frameworks, wording }, host.builtin);
    known = { sets, setup };
    return setup;
  };
}

/** Of several with one id, as folders may define them, the first. */
function byId<T extends { readonly id: string }>(values: readonly T[]): T[] {
  const first = new Map<string, T>();
  for (const value of values) if (!first.has(value.id)) first.set(value.id, value);
  return [...first.values()];
}

function toParams({ problems, ...state }: LibraryState, { locale }: ServerContext): protocol.DocumentsParams {
  return {
    ...state,
    problems: problems.map((problem) => ({ uri: problem.uri, message: describeProblem(problem, locale) })),
  };
}

function documentInfos(library: DocumentLibrary, context: ServerContext): protocol.DocumentInfo[] {
  const words = documentWords(context.locale);
  const read = [...library.references.documents.values()].flatMap(({ id, name, title, opensAsText }) => {
    const facts = library.facts(id);
    if (!facts) return [];
    const { format, sentences, phrases, dropped, warnings } = facts;
    return {
      uri: id,
      name,
      ...(title === undefined ? {} : { title }),
      format,
      ...(opensAsText ? { opensAsText } : {}),
      sentences,
      phrases,
      dropped,
      warnings: warnings.map((warning) => words.warning(warning)),
    };
  });
  const unread = library.state.problems.map((problem) => ({
    uri: problem.uri,
    name: Utils.basename(parseUri(problem.uri)),
    problem: describeProblem(problem, context.locale),
  }));
  return [...read, ...unread].sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
}
