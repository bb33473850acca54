import { matched } from '../text/matched';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Draft } from '../draft/draft';
import { tooDeepAt } from '../text/yamlDepth';
import { toYamlLines } from '../text/yamlLines';
import { type Edit, lineEnding } from './edits';

/** Names a framework in the front matter, adding the front matter when there is none. */
export function setFramework(draft: Draft, framework: string): Edit[] {
  return setKey(draft, ['framework', '框架'], framework, framework);
}

/** Adds a rule to the ones the front matter switches off. */
export function disableInFile(draft: Draft, code: string): Edit[] {
  const codes = [...new Set([...draft.frontMatter.disable, code])];
  return setKey(draft, ['zhangfa-disable', '停用规则'], codes, `[${codes.map(toYaml).join(', ')}]`);
}

/** An item of a list as YAML: in quotation marks unless it looks like a code, for the writer may have typed anything. */
function toYaml(item: string): string {
  return /^[a-z][a-z.-]*$/.test(item) ? item : JSON.stringify(item);
}

/**
 * Sets a key of the front matter. A plain value is replaced where it stands and a new key goes on a line of its own,
 * so that the rest stays as the writer typed it; only an unusual form of the block is written anew as a whole.
 * @param names the key and its Chinese name; the first is used for a new one
 * @param source the value as YAML
 * @returns empty when the front matter cannot be read: nothing is changed on a guess
 */
function setKey(
  draft: Draft,
  names: readonly string[],
  value: string | readonly string[],
  source: string,
): Edit[] {
  const eol = lineEnding(draft.text);
  const [name = ''] = names;
  const { range } = draft.frontMatter;
  const start = draft.text.startsWith('\uFEFF') ? 1 : 0;
  if (range.to === 0)
    return [{ from: start, to: start, text: `---${eol}${name}: ${source}${eol}---${eol}${eol}` }];
  const open = matched(/^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/, draft.text).length;
  const close =
    open + Math.max(0, draft.text.slice(open, range.to).search(/(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r)?$/));
  const inner = toYamlLines(draft.text.slice(open, close));
  if (tooDeepAt(inner) >= 0) return [];
  const document = parseDocument(inner, { prettyErrors: false });
  if (document.errors.length > 0) return [];
  const { contents } = document;
  if (contents === null) return [{ from: close, to: close, text: `${name}: ${source}${eol}` }];
  if (!isMap(contents)) return [];
  const pair = contents.items.find(({ key }) => isScalar(key) && names.includes(String(key.value)));
  if (!pair && contents.flow !== true)
    return [
      {
        from: close,
        to: close,
        text: `${inner.endsWith('\n') ? '' : eol}${name}: ${source}${eol}`,
      },
    ];
  const node = pair?.value;
  const plain =
    isScalar(node) &&
    typeof node.value === 'string' &&
    node.value !== '' &&
    (node.type === 'PLAIN' || node.type?.startsWith('QUOTE'));
  const at = plain || (isSeq(node) && node.flow === true) ? node.range : undefined;
  if (at && !inner.slice(at[0], at[1]).includes('\n'))
    return [{ from: open + at[0], to: open + at[1], text: source }];
  document.set(
    pair && isScalar(pair.key) ? pair.key.value : name,
    document.createNode(value, { flow: true }),
  );
  const written = document.toString({ lineWidth: 0, flowCollectionPadding: false }).replaceAll('\n', eol);
  return [{ from: open, to: close, text: written }];
}
