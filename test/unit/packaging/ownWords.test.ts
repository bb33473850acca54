import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { referenceTexts, THERE } from '../../support/referenceDocuments';
import { ROOT } from '../../support/rubrics';

/** Han characters in a row that may be the same in a reference document. */
const MOST_SHARED = 12;
const FOLDERS = ['client', 'docs', 'l10n', 'media', 'rubrics', 'server', 'snippets', 'test'];
const TEXT = /\.(?:code-snippets|el|json|jsonl|lua|md|mjs|svg|ts|txt|yaml)$/;
/** What is fetched, and the weights of the model, which are no words. */
const OTHERS = /(?:^|[/\\])(?:node_modules|package-lock\.json|model\.json)(?:[/\\]|$)/;

/** The runs of so many Han characters and one more. */
function* runs(text: string): Generator<string> {
  for (const [stretch] of text.matchAll(/[\u3400-\u9fff]{13,}/g))
    for (let at = 0; at + MOST_SHARED < stretch.length; at++) yield stretch.slice(at, at + MOST_SHARED + 1);
}

suite('The words are our own', () => {
  test('no file has more than twelve Han characters in a row of a reference document', function () {
    if (!THERE) this.skip();
    this.timeout(60_000);
    const theirs = new Set([...referenceTexts().values()].flatMap((text) => [...runs(text)]));
    assert.ok(theirs.size > 1000);
    const files = FOLDERS.flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    ).filter((name) => TEXT.test(name) && !OTHERS.test(name));
    const copied = files.flatMap((name) => {
      const [run] = [...runs(readFileSync(join(ROOT, name), 'utf8'))].filter((one) => theirs.has(one));
      return run === undefined ? [] : `${name}: ${run}`;
    });
    assert.deepEqual(copied, []);
  });
});
