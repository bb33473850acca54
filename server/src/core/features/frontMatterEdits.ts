import type { Draft } from '../draft/draft';
import { type Edit, lineEnding } from './edits';

/** Names a framework in the front matter, adding the front matter when there is none. */
export function setFramework(draft: Draft, framework: string): Edit[] {
  const named = draft.frontMatter.framework;
  if (named) return [{ ...named.range, text: framework }];
  return [addLine(draft, `framework: ${framework}`)];
}

/** Adds a rule to the ones the front matter switches off. */
export function disableInFile(draft: Draft, code: string): Edit[] {
  const { disable, disableRange } = draft.frontMatter;
  if (!disableRange) return [addLine(draft, `zhangfa-disable: [${code}]`)];
  return [{ ...disableRange, text: `[${[...new Set([...disable, code])].join(', ')}]` }];
}

/** Puts a line at the end of the front matter, or begins one with it. */
function addLine(draft: Draft, line: string): Edit {
  const { range } = draft.frontMatter;
  const eol = lineEnding(draft.text);
  const start = draft.text.startsWith('\uFEFF') ? 1 : 0;
  if (range.to === 0) return { from: start, to: start, text: `---${eol}${line}${eol}---${eol}${eol}` };
  const fence = /(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r)?$/.exec(draft.text.slice(0, range.to));
  const at = fence?.index ?? range.to;
  return { from: at, to: at, text: `${line}${eol}` };
}
