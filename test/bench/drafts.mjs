/** Drafts of any length: question, headings, lists and sentences of our own corpus, in seeded order. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from './generate.mjs';
import { root } from './core.mjs';

const HEAD = `---
question: 某小区换路灯花了十八万元，有居民在业主群里质疑，跟帖的人越来越多。你是社区工作人员，怎么办？
minutes: 3
---
`;
const HEADINGS = ['先把话接住', '查清楚再办', '说清楚怎么改', '往后怎么办', '一点体会'];

/** Answer sentences of the corpus; what is said twice in one draft costs the same as anything else. */
function sentences() {
  const folder = join(root, 'test/corpus/drafts');
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return files.sort().flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .replace(/^---[\s\S]*?\n---\n/, '')
      .split('\n')
      .filter((line) => line !== '' && !/^[#>|-]/.test(line))
      .flatMap((line) => line.match(/[^。！？]+[。！？]?/gu) ?? []),
  );
}

const pool = sentences();

/** @param length UTF-16 units, about */
export function makeDraft(length, seed = 7) {
  const random = seeded(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  let text = HEAD;
  let number = 0;
  while (text.length < length) {
    text += `\n## ${++number}、${pick(HEADINGS)}\n`;
    for (let paragraph = 0; paragraph < 3 && text.length < length; paragraph++) {
      const listed = random() < 0.2;
      const said = Array.from({ length: 3 + Math.floor(random() * 5) }, () => pick(pool));
      text += listed ? `\n${said.map((line) => `- ${line}\n`).join('')}` : `\n${said.join('')}\n`;
    }
  }
  return text;
}
