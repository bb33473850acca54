import {
  type DataTransfer,
  DataTransferItem,
  type Disposable,
  DocumentDropEdit,
  languages,
  SnippetString,
  type TreeDragAndDropController,
} from 'vscode';
import { toSnippet } from '../../../server/src/core/text/snippet';
import type { Node } from './nodes';

/** Tells a phrase from the list from text of elsewhere. */
const PHRASE = 'application/vnd.zhangfa.phrase';
const PLAIN = 'text/plain';

/** Lets a phrase be dragged out of the list: into a draft, or as text into anything that takes text. */
export const phraseDrag: TreeDragAndDropController<Node> = {
  dragMimeTypes: [PLAIN, PHRASE],
  dropMimeTypes: [],
  handleDrag(source: readonly Node[], data: DataTransfer): void {
    const text = source.flatMap(({ phrase }) => phrase?.text ?? []).join('');
    if (text === '') return;
    data.set(PLAIN, new DataTransferItem(text));
    data.set(PHRASE, new DataTransferItem(text));
  },
};

/** A phrase dropped into Markdown lands where it was dropped, with its blanks to fill in. */
export function takePhrases(): Disposable {
  return languages.registerDocumentDropEditProvider(
    { language: 'markdown' },
    {
      async provideDocumentDropEdits(_document, _position, data) {
        const text = await data.get(PHRASE)?.asString();
        return text === undefined || text === ''
          ? undefined
          : new DocumentDropEdit(new SnippetString(toSnippet(text)));
      },
    },
  );
}
