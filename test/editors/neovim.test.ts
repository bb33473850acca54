import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CompletionItem,
  CompletionList,
  Hover,
  MarkupContent,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { ROOT } from '../support/rubrics';
import { documented, Workplace } from './workplace';

interface Found {
  readonly code: string;
  readonly source: string;
  readonly severity: number;
  readonly line: number;
  /** What stands at its range. */
  readonly text: string;
}

/** What scenario.lua writes. */
interface Seen {
  readonly failure?: string;
  readonly version: string;
  readonly encoding: string;
  readonly opened: readonly Found[];
  readonly hover: Hover;
  readonly completion: CompletionList;
  readonly completed: readonly string[];
  readonly resolved: CompletionItem;
  readonly rewordings: readonly string[];
  readonly reworded: readonly string[];
  readonly actions: readonly string[];
  readonly inserted: readonly string[];
  readonly afterwards: readonly Found[];
  readonly undone: readonly string[];
}

const SEVERITIES = ['', 'error', 'warning', 'information', 'hint'];
const folder = join(ROOT, 'test/editors');

suite('Neovim', () => {
  let place: Workplace;
  let seen: Seen;

  suiteSetup(function () {
    this.timeout(150_000);
    place = new Workplace();
    const args = [
      '--headless',
      '--clean',
      '-u',
      join(folder, 'init.lua'),
      '-S',
      join(folder, 'scenario.lua'),
    ];
    seen = place.run('nvim', args) as Seen;
    assert.equal(seen.failure, undefined, seen.failure);
    console.log(`    Neovim ${seen.version}`);
  });
  suiteTeardown(() => place.folder.remove());

  test('the configuration is the one in docs/editors.md', () => {
    assert.equal(documented('lua', 'zhangfa'), readFileSync(join(folder, 'init.lua'), 'utf8'));
  });

  test('an opened draft has the diagnostics the command line has, each at its place', () => {
    assert.equal(seen.encoding, 'utf-16');
    const { lines } = place;
    const expected = place.check().findings.map(({ code, severity, range: { start, end } }) => ({
      code,
      severity,
      line: start.line,
      text: lines[start.line]?.slice(start.character, end.character),
    }));
    assert.deepEqual(
      seen.opened.map(({ code, severity, line, text }) => ({
        code,
        severity: SEVERITIES[severity],
        line,
        text,
      })),
      expected,
    );
    assert.ok(seen.opened.every(({ source }) => source === '章法'));
    assert.ok(
      expected.some(({ code, text }) => code === 'promise.beyond-authority' && text === '包在我身上'),
    );
  });

  test('a heading says on hover what its section has', () => {
    const { value } = seen.hover.contents as MarkupContent;
    assert.match(value, /态度/);
    assert.match(value, /先作初步回应/);
  });

  test('completion offers phrases of the section with their source, and the first lands at the cursor', () => {
    const { items, isIncomplete } = seen.completion;
    assert.ok(isIncomplete && items.length >= 5, `${items.length} items`);
    for (const { detail } of items) assert.match(detail ?? '', /^态度/);
    const [{ textEdit, label }] = items as [CompletionItem];
    const { newText, range } = textEdit as TextEdit;
    assert.deepEqual(range.start, range.end);
    const expected = place.lines.map((line, index) =>
      index === range.start.line
        ? line.slice(0, range.start.character) + newText + line.slice(range.start.character)
        : line,
    );
    assert.deepEqual(seen.completed, expected);
    assert.ok(seen.completed.some((line) => line.includes(`包在我身上。”${label}`)));
    assert.match((seen.resolved.documentation as MarkupContent).value, /内置表述/);
  });

  test('a rewording chosen from the menu of code actions replaces the words', () => {
    const [first] = seen.rewordings;
    const rewrite = /^改为“(.+)”$/.exec(first ?? '')?.[1];
    assert(rewrite, seen.rewordings.join());
    assert.deepEqual(
      seen.reworded,
      place.lines.map((line) => line.replace('包在我身上', rewrite)),
    );
    assert.ok(seen.rewordings.includes('这里不再提示（promise.beyond-authority）'), seen.rewordings.join());
  });

  test('a missing section is inserted, its placeholders are flagged, and undo takes it out again', () => {
    const title = place.check().sections.find(({ status }) => status === 'absent')?.title ?? '';
    assert.equal(seen.actions[0], `插入“${title}”环节的提纲`);
    const missing = (found: readonly Found[]): number =>
      found.filter(({ code }) => code === 'section.missing').length;
    assert.deepEqual([missing(seen.opened), missing(seen.afterwards)], [1, 0]);
    // The headings behind it are counted anew.
    const uncounted = (line: string): string => line.replace(/^## [一二三四]、/, '## ');
    const before = seen.reworded.map(uncounted);
    const added = seen.inserted.map(uncounted).filter((line) => !before.includes(line));
    assert.equal(added[0], `## ${title}`);
    assert.match(added.join('\n'), /【.+】/);
    assert.deepEqual(
      seen.inserted.map(uncounted).filter((line) => line !== '' && !added.includes(line)),
      before.filter((line) => line !== ''),
      'nothing else has changed',
    );
    assert.ok(
      seen.afterwards.some(({ code, text }) => code === 'section.weak' && added.join('\n').includes(text)),
    );
    assert.deepEqual(seen.undone, seen.reworded);
  });
});
