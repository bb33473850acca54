import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CleanDocument, DropReason } from '../../../server/src/core/documents/types';
import { documentWords } from '../../../server/src/core/documents/words';
import { DOCUMENTS, referenceText, THERE } from '../../support/referenceDocuments';
import { ROOT } from '../../support/rubrics';
import { clean } from './support';

/** Clean sentences by the count of inventory.md §4.1, after its repairs. */
const CLEAN: Readonly<Record<string, number>> = { '000': 37, '001': 67, '002': 284, '003': 20, '004': 26 };

/** Noise of inventory.md §4 as a reader would look for it, written without the cleaning steps in view. */
const NOISE: readonly RegExp[] = [
  /7a686964616f|[0-9a-f]{16}/i,
  /[!-~](?: [!-~]){2}/,
  /image\.png|图源|来源[:：]|\d{4}-\d\d-\d\d/,
  /声明[:：]|侵权|转载|客服|热线|在线咨询|咨询电话|微信|电话[:：]|https?:|www\.|\d{3,4}-\d{7,8}|1\d{10}/,
  /•|路\d+号|大厦|教育总部|校区/,
  /阿依古丽|苏来曼通过|^模拟题$|^参考解析$/,
  /[,;!?:](?=\p{Script=Han})|[，；]{2}|”，；|\p{Script=Han}[ \u3000]\p{Script=Han}/u,
];

interface Label {
  readonly doc: string;
  readonly line: number;
  readonly part: string;
  readonly sentence_start: string;
}

/** Letters, digits and Han characters. */
const key = (text: string): string => text.replace(/[^\u3400-\u9fff\uf900-\ufaffA-Za-z0-9]/g, '');
const sentencesOf = ({ passages }: CleanDocument) => passages.filter(({ kind }) => kind === 'sentence');

/** Sentences that should have been kept and were not. */
function lost(id: string, document: CleanDocument): string[] {
  const { documents } = JSON.parse(
    readFileSync(join(ROOT, 'test/fixtures/documents/reference-sentences.json'), 'utf8'),
  ) as { documents: Record<string, [line: number, length: number, digest: string][]> };
  const kept = new Set(
    sentencesOf(document).map(({ text }) =>
      createHash('sha256').update(key(text)).digest('hex').slice(0, 12),
    ),
  );
  const labels = JSON.parse(readFileSync(join(DOCUMENTS, 'labels.json'), 'utf8')) as Label[];
  const all = key(document.passages.map(({ text }) => text).join(''));
  return [
    ...(documents[id] ?? [])
      .filter(([, , digest]) => !kept.has(digest))
      .map(([line, , digest]) => `${line} ${digest}`),
    ...labels
      .filter(({ doc, sentence_start: start }) => doc === id && !all.includes(key(start)))
      .map(({ line, sentence_start: start }) => `${line} ${start}`),
  ];
}

/** Noise in what was kept, and sentences kept twice. */
function left(document: CleanDocument): string[] {
  const seen = new Set<string>();
  return sentencesOf(document).flatMap(({ line, text }) => {
    const repeated = seen.has(key(text));
    seen.add(key(text));
    const found = NOISE.filter((noise) => noise.test(text)).map((noise) => `${line} ${noise.source}`);
    return [...found, ...(repeated ? [`${line} twice`] : [])];
  });
}

/** What was dropped by kind, the kinds as the command names them. */
function dropped({ dropped: all }: CleanDocument): string {
  const words = documentWords('zh').drops;
  const counts = new Map<DropReason, number>();
  for (const { reason } of all) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const kinds = [...counts].sort((a, b) => b[1] - a[1]);
  return kinds.map(([reason, count]) => `${words[reason]} ${count}`).join('；');
}

suite('core/documents: the table of docs/documents.md', () => {
  suiteSetup(function () {
    if (THERE) return;
    console.log(`      skipped: ${DOCUMENTS} is not there`);
    this.skip();
  });

  test('is what cleaning the five reference documents gives: nothing lost, no noise left', () => {
    const rows = Object.entries(CLEAN).map(([id, expected]) => {
      const document = clean(referenceText(id));
      assert.deepEqual(lost(id, document), [], `${id}: sentences lost`);
      assert.deepEqual(left(document), [], `${id}: noise left`);
      assert.equal(document.stats.sentences, expected, `${id}: sentences`);
      return `| ${id} | ${expected} | ${document.stats.sentences} | 0 | ${dropped(document)} | 0 |`;
    });
    const page = readFileSync(join(ROOT, 'docs/documents.md'), 'utf8');
    for (const row of rows)
      assert.ok(page.includes(`\n${row}\n`), `docs/documents.md should have:\n${rows.join('\n')}`);
  });
});
