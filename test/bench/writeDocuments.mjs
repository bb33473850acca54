/** Reference documents of generated clauses: as many and as large as a measure wants them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from './generate.mjs';

/**
 * Clauses, sentences of two of them, paragraphs of six sentences.
 * @param folder is made
 * @param count how many documents
 * @param bytes the size of one, about
 */
export function writeDocuments(folder, count, bytes, seed = 11) {
  mkdirSync(folder, { recursive: true });
  // Three bytes a character, some fifteen characters a clause.
  const { documents } = generate(Math.ceil((count * bytes) / 3 / 16), 1, seed);
  const clauses = documents.flatMap(({ entries }) => entries.map(({ text }) => text));
  let next = 0;
  for (let number = 0; number < count; number++) {
    let text = `# 工作经验第${number}篇\n\n`;
    for (let size = 0; size < bytes;) {
      const paragraph = Array.from({ length: 6 }, () => {
        const said = Array.from({ length: 2 }, () => clauses[next++ % clauses.length]);
        return `${said.join('，')}。`;
      }).join('');
      text += `${paragraph}\n\n`;
      size += paragraph.length * 3 + 2;
    }
    writeFileSync(join(folder, `${String(number).padStart(4, '0')}.md`), text);
  }
}
