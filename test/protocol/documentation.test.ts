import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/rubrics';
import { Terminal } from './cliProcess';

/** A command as a page writes it, and the output that stands behind it. */
interface Example {
  readonly page: string;
  readonly args: readonly string[];
  readonly language: string;
  readonly output: string;
}

/** The commands of a page that are followed by what they print, whatever words stand between. */
function examplesOf(page: string): Example[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  const shown = /^```sh\nnode dist\/cli\.js (.+)\n```\n(?:\n[^`\n#].*\n)*\n```(text|json)\n([^]*?)^```$/gm;
  return [...text.matchAll(shown)].map(([, args = '', language = '', output = '']) => ({
    page,
    args: args.split(' '),
    language,
    output,
  }));
}

/** What of a result an example shows: the keys it has, and of lists the first items. */
function shownOf(actual: unknown, example: unknown): unknown {
  if (Array.isArray(actual) && Array.isArray(example))
    return example.map((item, index) => shownOf(actual[index], item));
  if (typeof actual !== 'object' || typeof example !== 'object' || !actual || !example) return actual;
  const values = new Map<string, unknown>(Object.entries(actual));
  return Object.fromEntries(
    Object.entries(example).map(([key, item]) => [key, shownOf(values.get(key), item)]),
  );
}

suite('Command line: what the pages show', () => {
  const terminal = new Terminal({
    'docs/examples/complaint.md': readFileSync(join(ROOT, 'docs/examples/complaint.md'), 'utf8'),
  });
  const examples = ['README.md', 'docs/result-format.md'].flatMap(examplesOf);
  suiteTeardown(() => terminal.folder.remove());

  test('there are two examples on each page', () => {
    assert.deepEqual(
      examples.map(({ page, language }) => `${page} ${language}`),
      ['README.md text', 'README.md text', 'docs/result-format.md json', 'docs/result-format.md json'],
    );
  });

  for (const { page, args, language, output } of examples)
    test(`${page}: zhangfa ${args.join(' ')}`, async () => {
      const { stdout, stderr } = await terminal.run(args);
      assert.equal(stderr, '');
      if (language === 'text') {
        assert.equal(stdout, output);
        return;
      }
      const example: unknown = JSON.parse(output);
      assert.deepEqual(shownOf(JSON.parse(stdout), example), example);
    });
});
