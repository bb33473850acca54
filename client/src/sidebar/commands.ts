import { Range, TextEditorRevealType, Uri, window, workspace } from 'vscode';
import { DOCUMENT_SCHEME, type DocumentInfo } from '../../../server/src/lsp/protocol';
import { insertMethod } from '../commands/insertMethod';
import { insert } from '../commands/insertPhrase';
import { insertSection } from '../commands/insertSection';
import { showCleaning, tellProblem } from '../commands/showDocuments';
import { viewUri } from '../documentViews';
import { tellNoDraft } from '../notices';
import { toRange } from '../ranges';
import type { Services } from '../services';
import type { Click, Node } from './nodes';

/** What the menus and clicks of the side bar do; VS Code gives them the node. */
export const TREE_COMMANDS: Readonly<
  Record<string, (services: Services, node: Node | undefined) => Promise<void>>
> = {
  'zhangfa.tree.insertSection': async (services, node) => {
    const uri = services.drafts.editor?.document.uri.toString();
    if (node?.section !== undefined) await insertSection(services, uri, node.section);
  },
  'zhangfa.tree.insertMethod': async (services, node) => {
    if (node?.method) await insertMethod(services, node.method.id, node.method.member);
  },
  'zhangfa.tree.showCleaning': async (services, node) => {
    if (node?.info) await showCleaning(node.info, services);
  },
  'zhangfa.tree.insertPhrase': async (services, node) => {
    if (node?.phrase) await insertPhrase(services, node.phrase.text);
  },
  'zhangfa.tree.openSource': async (_services, node) => {
    const location = node?.phrase?.location;
    if (!location) return;
    await window.showTextDocument(Uri.parse(location.uri), {
      preview: true,
      selection: toRange(location.range),
    });
  },
};

/** `zhangfa.tree.click`: a node of the side bar was clicked, or Enter was pressed on it. */
export async function click(services: Services, what: unknown): Promise<void> {
  if (!isClick(what)) return;
  switch (what.type) {
    case 'reveal':
      return reveal(services, what.range);
    case 'document':
      return openDocument(what.info);
    case 'phrase':
      return insertPhrase(services, what.text);
  }
}

/** The only caller is our own tree; a keybinding could name the command all the same. */
function isClick(value: unknown): value is Click {
  return typeof value === 'object' && value !== null && 'type' in value;
}

async function reveal({ drafts }: Services, place: Extract<Click, { type: 'reveal' }>['range']) {
  const { editor } = drafts;
  if (!editor) return;
  const { document, viewColumn } = editor;
  // The first click shows the place, like one in the outline does; the text may have changed since.
  const range = document.validateRange(toRange(place));
  const shown = await window.showTextDocument(document, {
    ...(viewColumn === undefined ? {} : { viewColumn }),
    selection: new Range(range.start, range.start),
  });
  shown.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

async function openDocument(info: DocumentInfo): Promise<void> {
  if (info.problem !== undefined) {
    tellProblem(info);
    return;
  }
  const uri = info.opensAsText === true ? Uri.parse(info.uri) : viewUri(DOCUMENT_SCHEME, info.uri);
  await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
}

async function insertPhrase({ drafts }: Services, text: string): Promise<void> {
  if (drafts.editor) await insert(drafts.editor, text);
  else tellNoDraft();
}
