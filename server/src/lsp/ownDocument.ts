import { parseUri } from '../files/uri';
import type { References } from '../core/references/types';

/** The ids of the documents by their URIs as they are written here, for a state of them. */
interface Known {
  readonly revision: number;
  readonly ids: ReadonlyMap<string, string>;
}

const known = new WeakMap<References, Known>();

/**
 * The id under which a draft lies among the reference documents; undefined when it does not. Editors write the URI of
 * one file in several ways (`%3A` or `:`, Han characters encoded or not), so both are written in one way first.
 */
export function ownDocument(references: References, uri: string): string | undefined {
  return references.documents.has(uri) ? uri : idsOf(references).get(inOneWay(uri));
}

function idsOf(references: References): Known['ids'] {
  const { revision, documents } = references;
  const last = known.get(references);
  if (last?.revision === revision) return last.ids;
  const ids = new Map([...documents.keys()].map((id) => [inOneWay(id), id]));
  known.set(references, { revision, ids });
  return ids;
}

function inOneWay(uri: string): string {
  return parseUri(uri).toString();
}
