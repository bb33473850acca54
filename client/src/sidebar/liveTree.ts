import {
  type Disposable,
  EventEmitter,
  l10n,
  type LogOutputChannel,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  type TreeDragAndDropController,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import { Latest } from '../latest';
import { Throttle } from '../throttle';
import type { Click, Node } from './nodes';

/** What a tree shows. */
export interface Shown {
  readonly nodes: readonly Node[];
  /** Beside the title of the view. */
  readonly description?: string;
  /** Above the tree. */
  readonly message?: string;
}

/** Milliseconds between two looks at what may have changed: a tree that twitches at every key distracts. */
const PAUSE = 300;

/** A tree that is asked for only while somebody sees it, and drawn anew only when something in it has changed. */
export class LiveTree implements TreeDataProvider<Node>, Disposable {
  readonly view: TreeView<Node>;
  readonly #ask: () => Promise<Shown>;
  readonly #output: LogOutputChannel;
  readonly #changed = new EventEmitter<void>();
  readonly #latest = new Latest();
  readonly #throttle = new Throttle(() => void this.#load(), PAUSE);
  readonly #listener: Disposable;
  #shown: Shown = { nodes: [] };
  #isLoaded = false;

  readonly onDidChangeTreeData = this.#changed.event;

  /** @param ask what to show now */
  constructor(
    id: string,
    ask: () => Promise<Shown>,
    output: LogOutputChannel,
    dragAndDropController?: TreeDragAndDropController<Node>,
  ) {
    this.#ask = ask;
    this.#output = output;
    this.view = window.createTreeView<Node>(id, {
      treeDataProvider: this,
      ...(dragAndDropController ? { dragAndDropController } : {}),
    });
    this.#listener = this.view.onDidChangeVisibility(({ visible }) => {
      if (visible) this.#throttle.call();
    });
  }

  get nodes(): readonly Node[] {
    return this.#shown.nodes;
  }

  /** Beside the title. */
  get description(): string {
    return this.#shown.description ?? '';
  }

  /** Something may be different now. */
  refresh(): void {
    if (this.view.visible) this.#throttle.call();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return [...(node.children ?? [])];
    // Empty until the first answer, the view would show for a moment what it says when there is nothing.
    if (!this.#isLoaded) await this.#load();
    this.#head();
    return [...this.#shown.nodes];
  }

  getTreeItem(node: Node): TreeItem {
    const { id, label, description, tooltip, icon, spoken, context, click, children = [], isOpen } = node;
    const item = new TreeItem(label, foldOf(children, isOpen));
    item.id = id;
    item.accessibilityInformation = { label: spoken };
    if (description !== undefined) item.description = description;
    if (tooltip !== undefined) item.tooltip = tooltip;
    if (context !== undefined) item.contextValue = context;
    if (icon) {
      const [name, color] = icon;
      item.iconPath = new ThemeIcon(name, color === undefined ? undefined : new ThemeColor(color));
    }
    if (click) item.command = { command: 'zhangfa.tree.click', title: titleOf(click), arguments: [click] };
    return item;
  }

  dispose(): void {
    this.#throttle.dispose();
    this.#listener.dispose();
    this.view.dispose();
    this.#changed.dispose();
  }

  #head(): void {
    this.view.description = this.description;
    this.view.message = this.#shown.message ?? '';
  }

  async #load(): Promise<void> {
    const isLatest = this.#latest.begin();
    try {
      const shown = await this.#ask();
      if (!isLatest()) return;
      const isSame = this.#isLoaded && JSON.stringify(shown.nodes) === JSON.stringify(this.#shown.nodes);
      this.#shown = shown;
      this.#isLoaded = true;
      // VS Code asks for new nodes a moment later; what is said above them changes with them.
      if (isSame) this.#head();
      else this.#changed.fire();
    } catch (error) {
      // What is shown stays: a server that is starting anew answers soon.
      this.#output.debug(String(error));
    }
  }
}

function foldOf(children: readonly Node[], isOpen: boolean | undefined): TreeItemCollapsibleState {
  if (children.length === 0) return TreeItemCollapsibleState.None;
  return isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function titleOf({ type }: Click): string {
  switch (type) {
    case 'reveal':
      return l10n.t('Go to the place');
    case 'document':
      return l10n.t('Open');
    case 'phrase':
      return l10n.t('Insert at the cursor');
  }
}
