import {
  CancellationTokenSource,
  type Disposable,
  l10n,
  type LogOutputChannel,
  type QuickPick,
  type QuickPickItem,
  ThemeIcon,
  Uri,
  ViewColumn,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Position } from 'vscode-languageserver-types';
import { type PhraseItem, PhrasesRequest } from '../../server/src/lsp/protocol';
import { Latest } from './latest';
import { toRange } from './ranges';

/** So many phrases are offered at a time: more than that nobody reads, but searches. */
const LIMIT = 50;
/** Stands for all sections. */
const ALL = '*';

interface Item extends QuickPickItem {
  readonly phrase?: PhraseItem;
  /** Section whose phrases to show next. */
  readonly section?: string;
}

interface Section {
  readonly id: string;
  readonly title: string;
}

const BY_SECTION = { iconPath: new ThemeIcon('filter'), tooltip: l10n.t('Choose the section') };
const OPEN_SOURCE = { iconPath: new ThemeIcon('go-to-file'), tooltip: l10n.t('Open the source') };

/** Looks for a phrase: the server searches at every key, for one section or for all of them. */
export class PhrasePicker {
  readonly #client: BaseLanguageClient;
  readonly #place: { readonly uri: string; readonly position: Position };
  readonly #output: LogOutputChannel;
  readonly #picker: QuickPick<Item> = window.createQuickPick<Item>();
  readonly #latest = new Latest();
  #asking: CancellationTokenSource | undefined;
  #sections: readonly Section[] = [];
  /** Undefined at first: the server says which section the cursor is in. */
  #section: string | undefined;
  /** The words to go back to while a section is being chosen. */
  #words: string | undefined;

  /** @param place the draft, and where the cursor is */
  constructor(
    client: BaseLanguageClient,
    place: { readonly uri: string; readonly position: Position },
    output: LogOutputChannel,
  ) {
    this.#client = client;
    this.#place = place;
    this.#output = output;
  }

  /** @returns undefined when the writer chose none */
  async pick(): Promise<PhraseItem | undefined> {
    const picker = this.#picker;
    picker.title = l10n.t('Insert a phrase');
    picker.placeholder = l10n.t('Words, or the initials of their pinyin');
    picker.buttons = [BY_SECTION];
    // Opening a source takes the focus for a moment.
    picker.ignoreFocusOut = true;
    keepOrder(picker);
    const listeners: Disposable[] = [];
    try {
      return await new Promise((resolve) => {
        listeners.push(
          picker.onDidChangeValue(() => this.#refresh()),
          picker.onDidTriggerButton(() => this.#chooseSection()),
          picker.onDidTriggerItemButton(({ item }) => {
            if (item.phrase) void this.#open(item.phrase);
          }),
          picker.onDidAccept(() => {
            const [item] = picker.activeItems;
            if (item?.section !== undefined) this.#setSection(item.section);
            else if (item?.phrase) resolve(item.phrase);
          }),
          picker.onDidHide(() => resolve(undefined)),
        );
        this.#refresh();
        picker.show();
      });
    } finally {
      this.#asking?.cancel();
      for (const listener of listeners) listener.dispose();
      picker.dispose();
    }
  }

  #refresh(): void {
    // The few sections VS Code filters by itself.
    if (this.#words === undefined) void this.#search();
  }

  async #search(): Promise<void> {
    const isLatest = this.#latest.begin();
    this.#asking?.cancel();
    const asking = (this.#asking = new CancellationTokenSource());
    const words = this.#picker.value.trim();
    this.#picker.busy = true;
    const params = {
      ...this.#place,
      limit: LIMIT,
      ...(this.#section === undefined ? {} : { section: this.#section }),
      ...(words === '' ? {} : { words }),
    };
    try {
      const found = await this.#client.sendRequest(PhrasesRequest, params, asking.token);
      if (!isLatest()) return;
      this.#section = found?.section ?? this.#section;
      this.#sections = found?.sections ?? [];
      this.#show(found?.phrases ?? []);
    } catch (error) {
      // The writer goes on typing, and another answer comes.
      if (!asking.token.isCancellationRequested) this.#output.warn(String(error));
    } finally {
      if (isLatest()) this.#picker.busy = false;
    }
  }

  #show(phrases: readonly PhraseItem[]): void {
    const title = this.#sections.find(({ id }) => id === this.#section)?.title ?? l10n.t('all sections');
    this.#picker.title = l10n.t('Insert a phrase · {0}', title);
    const isAll = this.#section === undefined || this.#section === ALL;
    const elsewhere: Item = {
      label: `$(search) ${l10n.t('Look in all sections')}`,
      section: ALL,
      alwaysShow: true,
    };
    const nothing: Item = { label: l10n.t('No phrase for this'), alwaysShow: true };
    this.#picker.items = [
      ...(phrases.length === 0 ? [nothing] : phrases.map((phrase) => phraseItem(phrase, isAll))),
      ...(isAll ? [] : [elsewhere]),
    ];
  }

  #chooseSection(): void {
    if (this.#words !== undefined || this.#sections.length === 0) return;
    const picker = this.#picker;
    // An answer on its way is not for this list.
    this.#latest.begin();
    this.#asking?.cancel();
    picker.busy = false;
    this.#words = picker.value;
    picker.title = l10n.t('Phrases for which section?');
    picker.placeholder = '';
    picker.buttons = [];
    picker.value = '';
    const all = { id: ALL, title: l10n.t('all sections') };
    picker.items = [all, ...this.#sections].map(({ id, title }) => ({
      label: id === this.#section ? `$(check) ${title}` : title,
      section: id,
    }));
  }

  #setSection(section: string): void {
    const picker = this.#picker;
    this.#section = section;
    picker.items = [];
    picker.placeholder = l10n.t('Words, or the initials of their pinyin');
    picker.buttons = [BY_SECTION];
    const words = this.#words ?? picker.value;
    this.#words = undefined;
    picker.value = words;
    void this.#search();
  }

  /** Beside the draft, and without closing the list. */
  async #open({ location }: PhraseItem): Promise<void> {
    if (!location) return;
    try {
      await window.showTextDocument(Uri.parse(location.uri), {
        viewColumn: ViewColumn.Beside,
        preserveFocus: true,
        preview: true,
        selection: toRange(location.range),
      });
    } catch (error) {
      this.#output.warn(String(error));
      void window.showWarningMessage(l10n.t('The source cannot be opened any more.'));
    }
  }
}

/** The best comes first as the server says; VS Code would put first what has the words at its beginning. */
function keepOrder(picker: QuickPick<Item>): void {
  // Not in its published API yet, but there since 1.44.
  Object.assign(picker, { sortByLabel: false });
}

function phraseItem(phrase: PhraseItem, withSection: boolean): Item {
  const { text, section, register, source, location, passage } = phrase;
  const about = [
    ...(withSection && section !== '' ? [section] : []),
    ...(register === undefined ? [] : [register === 'spoken' ? l10n.t('spoken') : l10n.t('written')]),
    source,
  ];
  return {
    label: text,
    description: about.join(' · '),
    ...(passage === undefined ? {} : { detail: passage.replace(/\s+/g, ' ') }),
    ...(location ? { buttons: [OPEN_SOURCE] } : {}),
    // The server has searched, by pinyin as well: VS Code must not filter once more.
    alwaysShow: true,
    phrase,
  };
}
