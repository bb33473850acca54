import * as assert from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** From out/test/unit/client. */
const ROOT = join(__dirname, '../../../..');

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

suite('Snippets', () => {
  // JSON with comments and trailing commas, which YAML understands.
  const snippets = parse(readFileSync(join(ROOT, 'snippets/drafts.code-snippets'), 'utf8')) as Record<
    string,
    Snippet
  >;
  const folder = join(ROOT, 'rubrics/frameworks');
  const frameworks = readdirSync(folder)
    .map(
      (name) =>
        parse(readFileSync(join(folder, name), 'utf8')) as {
          id: string;
          tier?: number;
          title: { zh: string };
          sections: readonly { title: { zh: string } }[];
        },
    )
    // The structures of essays have none: their outline is inserted by the command.
    .filter(({ tier }) => tier !== 2);

  test('every built-in framework has one, with its sections as headings in order', () => {
    assert.ok(frameworks.length > 0);
    for (const { id, sections } of frameworks) {
      const headings = snippets[id]?.body
        .filter((line) => line.startsWith('## '))
        .map((line) => line.slice(3));
      assert.deepStrictEqual(
        headings,
        sections.map(({ title }) => title.zh),
        id,
      );
    }
  });

  test('the front matter offers every built-in framework by the name a writer knows it by', () => {
    const line = snippets['draft']?.body.find((text) => text.startsWith('framework:')) ?? '';
    const offered = /\|(.*)\|/.exec(line)?.[1]?.split(',') ?? [];
    assert.deepStrictEqual([...offered].sort(), frameworks.map(({ title }) => title.zh).sort());
  });

  test('prefixes are in pinyin and in Chinese, and no two the same', () => {
    const all = Object.values(snippets).flatMap(({ prefix }) => prefix);
    assert.strictEqual(new Set(all).size, all.length);
    for (const { prefix } of Object.values(snippets)) {
      assert.ok(
        prefix.some((text) => /^[a-z]+$/.test(text)) &&
          prefix.some((text) => /^\p{Script=Han}+$/u.test(text)),
        String(prefix),
      );
    }
  });

  test('tab stops are numbered without gaps', () => {
    for (const [name, { body }] of Object.entries(snippets)) {
      const stops = [...body.join('\n').matchAll(/\$\{?(\d+)/g)].map(([, stop]) => Number(stop));
      assert.deepStrictEqual(
        stops,
        [...stops.keys()].map((index) => (index === stops.length - 1 ? 0 : index + 1)),
        name,
      );
    }
  });
});
