import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/rubrics';
import { documented, Workplace } from './workplace';

/** What scenario.el writes. */
interface Seen {
  readonly failure?: string;
  readonly version: string;
  readonly opened: readonly { readonly message: string; readonly line: number; readonly text: string }[];
  readonly completions: readonly string[];
  readonly actions: readonly string[];
  readonly hover: string;
  readonly reworded: string;
}

const folder = join(ROOT, 'test/editors');

suite('Emacs (eglot)', () => {
  let place: Workplace;
  let seen: Seen;

  suiteSetup(function () {
    this.timeout(150_000);
    place = new Workplace();
    const load = ['init.el', 'scenario.el'].flatMap((name) => ['-l', join(folder, name)]);
    seen = place.run('emacs', ['--batch', '-f', 'package-initialize', ...load]) as Seen;
    assert.equal(seen.failure, undefined, seen.failure);
    console.log(`    Emacs ${seen.version}`);
  });
  suiteTeardown(() => place.folder.remove());

  test('the configuration is the one in docs/editors.md', () => {
    assert.equal(documented('elisp', 'zhangfa'), readFileSync(join(folder, 'init.el'), 'utf8'));
  });

  test('an opened draft has the diagnostics the command line has, each at its place', () => {
    const { lines } = place;
    const expected = place.check().findings.map(({ code, range: { start, end } }) => ({
      code,
      line: start.line,
      text: lines[start.line]?.slice(start.character, end.character) ?? '',
    }));
    const byPlace = (a: { line: number; code: string }, b: { line: number; code: string }): number =>
      a.line - b.line || (a.code < b.code ? -1 : 1);
    const found = seen.opened.map(({ message, line, text }) => ({
      code: expected.find(({ code }) => message.includes(code))?.code ?? message,
      line,
      text,
    }));
    assert.deepEqual(found.sort(byPlace), expected.sort(byPlace));
  });

  test('completion offers phrases, hover tells of the section', () => {
    assert.ok(seen.completions.length >= 5, seen.completions.join());
    assert.match(seen.hover, /态度[^]*先作初步回应/);
  });

  test('a code action rewords', () => {
    const rewrite = /^改为“(.+)”$/.exec(seen.actions[0] ?? '')?.[1];
    assert(rewrite, seen.actions.join());
    assert.equal(seen.reworded.trimEnd(), place.lines.join('\n').replace('包在我身上', rewrite));
  });
});
