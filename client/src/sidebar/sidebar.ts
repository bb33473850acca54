import { Disposable, l10n, type LogOutputChannel, window } from 'vscode';
import {
  DocumentsRequest,
  MethodTreeRequest,
  OutlineRequest,
  PhrasesRequest,
} from '../../../server/src/lsp/protocol';
import type { Services } from '../services';
import { phraseDrag, takePhrases } from './dragPhrases';
import { LiveTree, type Shown } from './liveTree';
import { documentNodes, methodNodes, phraseNodes, sectionNodes } from './nodes';

/** More than this nobody reads; whoever looks for something searches. */
const PHRASES = 30;
const NOTHING: Shown = { nodes: [] };

/** The views of the side bar. Each asks the server for its own, and only while it is seen. */
export class Sidebar implements Disposable {
  readonly sections: LiveTree;
  readonly methods: LiveTree;
  readonly documents: LiveTree;
  readonly phrases: LiveTree;
  readonly #services: Services;
  readonly #disposables: Disposable;

  constructor(services: Services) {
    this.#services = services;
    const { drafts, references, pause, session, output } = services;
    this.sections = this.#tree('sections', async () => this.#sectionsNow(), output);
    this.methods = this.#tree('methods', async () => this.#methodsNow(), output);
    this.documents = this.#tree('documents', async () => this.#documentsNow(), output);
    this.phrases = new LiveTree('zhangfa.phrases', async () => this.#phrasesNow(), output, phraseDrag);
    const ofDraft = [this.sections, this.methods, this.phrases];
    const all = [...ofDraft, this.documents];
    const refresh = (trees: readonly LiveTree[]) => (): void => {
      for (const tree of trees) tree.refresh();
    };
    this.#disposables = Disposable.from(
      ...all,
      drafts.onDidChange(refresh(ofDraft)),
      pause.onDidChange(refresh([this.sections])),
      references.onDidChange(refresh([this.documents, this.phrases])),
      session.onDidChangeState(refresh(all)),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === drafts.editor) this.phrases.refresh();
      }),
      takePhrases(),
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #tree(name: string, ask: () => Promise<Shown>, output: LogOutputChannel): LiveTree {
    return new LiveTree(`zhangfa.${name}`, ask, output);
  }

  /** The draft in use; undefined when there is none, or it has not been looked at yet. */
  #draft(): string | undefined {
    const { editor } = this.#services.drafts;
    return editor && this.#services.drafts.isDraft(editor.document.uri)
      ? editor.document.uri.toString()
      : undefined;
  }

  async #sectionsNow(): Promise<Shown> {
    const uri = this.#draft();
    if (uri === undefined) return NOTHING;
    const client = await this.#services.session.ready();
    const outline = await client.sendRequest(OutlineRequest, { uri });
    if (!outline) return NOTHING;
    return {
      nodes: sectionNodes(outline.sections, l10n),
      description: outline.framework,
      ...(this.#services.pause.isOn ? { message: l10n.t('Checking is paused.') } : {}),
    };
  }

  async #methodsNow(): Promise<Shown> {
    const uri = this.#draft();
    if (uri === undefined) return NOTHING;
    const client = await this.#services.session.ready();
    const answer = await client.sendRequest(MethodTreeRequest, { uri });
    return { nodes: methodNodes(answer?.methods ?? [], l10n) };
  }

  async #documentsNow(): Promise<Shown> {
    const client = await this.#services.session.ready();
    const nodes = documentNodes(await client.sendRequest(DocumentsRequest, undefined), l10n);
    const { state } = this.#services.references;
    return {
      nodes,
      ...(state?.state === 'reading'
        ? { message: l10n.t('Reading reference documents {0}/{1}', state.done, state.total) }
        : {}),
      ...(nodes.length > 0 ? { description: String(nodes.length) } : {}),
    };
  }

  async #phrasesNow(): Promise<Shown> {
    const uri = this.#draft();
    const { editor } = this.#services.drafts;
    if (uri === undefined || !editor) return NOTHING;
    const client = await this.#services.session.ready();
    const position = client.code2ProtocolConverter.asPosition(editor.selection.active);
    const found = await client.sendRequest(PhrasesRequest, { uri, position, limit: PHRASES });
    if (!found) return NOTHING;
    const title = found.sections.find(({ id }) => id === found.section)?.title ?? l10n.t('all sections');
    return { nodes: phraseNodes(found.phrases, l10n), description: title };
  }
}
