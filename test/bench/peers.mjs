/** The peers: each a function that checks one Markdown text. They are asked to do what they are for, no more. */
import autocorrect from 'autocorrect-node';
import { lint as markdownlint } from 'markdownlint/sync';
import { run as zhlint } from 'zhlint';
import { TextlintKernel } from '@textlint/kernel';
import textlintMarkdown from '@textlint/textlint-plugin-markdown';
import prh from 'textlint-rule-prh';
import { remark } from 'remark';
import recommended from 'remark-preset-lint-recommended';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from './generate.mjs';

/** A dictionary for prh of as many wordings as our rubrics have cues. */
function dictionary(count) {
  const { documents } = generate(count, 1, 5);
  const words = documents.flatMap(({ entries }) => entries.map(({ text }) => text.slice(0, 6)));
  const rules = [...new Set(words)].map((word) => `  - expected: ${word}好\n    pattern: ${word}`);
  const file = join(mkdtempSync(join(tmpdir(), 'zhangfa-prh-')), 'prh.yml');
  writeFileSync(file, `version: 1\nrules:\n${rules.join('\n')}\n`);
  return file;
}

const kernel = new TextlintKernel();
const defaultOf = (module) => module.default ?? module;

/** name → check of a text; `most` is the greatest length it can be asked to do in reasonable time. */
export async function peers() {
  const prhOptions = { rulePaths: [dictionary(3000)] };
  const processor = remark().use(defaultOf(recommended));
  const { checkText } = await cspell();
  return [
    { name: 'autocorrect-node', run: (text) => autocorrect.lintFor(text, 'draft.md'), most: 2_000_000 },
    { name: 'markdownlint', run: (text) => markdownlint({ strings: { draft: text } }), most: 200_000 },
    { name: 'zhlint', run: (text) => zhlint(text, { rules: { preset: 'default' } }), most: 20_000 },
    {
      name: 'textlint + prh (3 000)',
      run: (text) =>
        kernel.lintText(text, {
          ext: '.md',
          plugins: [{ pluginId: 'markdown', plugin: defaultOf(textlintMarkdown) }],
          rules: [{ ruleId: 'prh', rule: defaultOf(prh), options: prhOptions }],
        }),
      most: 20_000,
    },
    { name: 'remark-lint', run: (text) => processor.process(text), most: 200_000 },
    { name: 'cspell-lib', run: checkText, most: 20_000 },
  ];
}

async function cspell() {
  const { spellCheckDocument } = await import('cspell-lib');
  return {
    checkText: (text) =>
      spellCheckDocument(
        { uri: 'file:///draft.md', text, languageId: 'markdown', locale: 'en' },
        { generateSuggestions: false, noConfigSearch: true },
        {},
      ),
  };
}
