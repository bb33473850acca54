import type { Draft } from '../draft/draft';
import { copyAt } from '../references/draftCopies';
import type { References, ReferenceSpan } from '../references/types';
import type { Finding } from '../rules/types';

/**
 * Where in the reference documents the text at an offset comes from: where the words under the cursor stand, and the
 * places its findings point to. Each place once.
 * @param own id of the document that is the draft itself, when it lies among them
 */
export function documentDefinitions(
  draft: Draft,
  findings: readonly Finding[],
  references: References,
  offset: number,
  own?: string,
): ReferenceSpan[] {
  const copy = copyAt(draft, references, offset, own);
  const source = copy && references.spanOf(copy.place);
  const pointedTo = findings
    .filter(({ range }) => range.from <= offset && offset <= range.to)
    .flatMap(({ related }) => related.flatMap(({ span }) => span ?? []));
  const spans = [...(source ? [source] : []), ...pointedTo];
  return [...new Map(spans.map((span) => [keyOf(span), span])).values()];
}

function keyOf({ document, start, end }: ReferenceSpan): string {
  return [start.line, start.character, end.line, end.character, document].join(' ');
}
