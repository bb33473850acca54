import { type Disposable, EventEmitter, l10n, languages, type TextDocument, Uri, workspace } from 'vscode';
import { CleaningRequest, DOCUMENT_SCHEME, DocumentTextRequest } from '../../server/src/lsp/protocol';
import { connect } from './notices';
import type { References } from './references';
import type { Session } from './session';

/** Scheme of addresses that show what was kept of a reference document; the query is the URI of the file. */
export const CLEANED_SCHEME = 'zhangfa-cleaned';
/** Our own language for both: the texts are no Markdown to be checked, whatever the file is called. */
const LANGUAGE = 'zhangfa-document';

/** Gives VS Code the text read from a reference document, and what was kept of it. */
export class DocumentViews implements Disposable {
  readonly #session: Session;
  readonly #changed = new EventEmitter<Uri>();
  readonly #disposables: readonly Disposable[];

  constructor(session: Session, references: References) {
    this.#session = session;
    this.#disposables = [
      ...[DOCUMENT_SCHEME, CLEANED_SCHEME].map((scheme) =>
        workspace.registerTextDocumentContentProvider(scheme, {
          onDidChange: this.#changed.event,
          provideTextDocumentContent: async (uri) => this.#text(uri),
        }),
      ),
      workspace.onDidOpenTextDocument((document) => {
        if (isView(document) && document.languageId !== LANGUAGE)
          void languages.setTextDocumentLanguage(document, LANGUAGE);
      }),
      references.onDidChange((state) => {
        if (state?.state !== 'ready') return;
        for (const document of workspace.textDocuments)
          if (isView(document)) this.#changed.fire(document.uri);
      }),
    ];
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    this.#changed.dispose();
  }

  async #text({ scheme, query }: Uri): Promise<string> {
    const client = await connect(this.#session);
    const text =
      scheme === DOCUMENT_SCHEME
        ? (await client.sendRequest(DocumentTextRequest, { uri: query }))?.text
        : (await client.sendRequest(CleaningRequest, { uri: query }))?.cleaned;
    return text ?? l10n.t('This document cannot be read any more.');
  }
}

function isView({ uri }: TextDocument): boolean {
  return uri.scheme === DOCUMENT_SCHEME || uri.scheme === CLEANED_SCHEME;
}

/** Address that shows the text read from a file, or what was kept of it. */
export function viewUri(scheme: typeof DOCUMENT_SCHEME | typeof CLEANED_SCHEME, uri: string): Uri {
  const { path } = Uri.parse(uri);
  return Uri.from({ scheme, path: `/${path.slice(path.lastIndexOf('/') + 1)}`, query: uri });
}
