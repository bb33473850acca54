import { annotations } from './cleaning/annotations';
import { bullets } from './cleaning/bullets';
import { discuzJammer } from './cleaning/discuzJammer';
import { duplicates } from './cleaning/duplicates';
import { falseBreaks } from './cleaning/falseBreaks';
import { gluedHeadings } from './cleaning/gluedHeadings';
import { imagePlaceholders } from './cleaning/imagePlaceholders';
import { invisible } from './cleaning/invisible';
import { longLines } from './cleaning/longLines';
import { lostBytes } from './cleaning/lostBytes';
import { noHan } from './cleaning/noHan';
import { pageFurniture } from './cleaning/pageFurniture';
import { punctuation } from './cleaning/punctuation';
import { siteFurniture } from './cleaning/siteFurniture';
import { isTraditional, traditional } from './cleaning/traditional';
import { zhidaoWatermark } from './cleaning/zhidaoWatermark';
import { startOf } from './checks/excerpt';
import { ordinalGaps } from './checks/ordinals';
import { brokenPromises } from './checks/promises';
import { unbalancedQuotes } from './checks/quotes';
import { truncations } from './checks/truncation';
import { fingerprint, keyOf } from './fingerprint';
import { countHan } from './han';
import { refineKinds } from './kinds';
import { textOf } from './lines';
import { toPassages } from './passages';
import type {
  CleanDocument,
  Drop,
  Fingerprints,
  Passage,
  Repair,
  SourceDocument,
  Step,
  Warning,
} from './types';

/**
 * The steps in their order. What hides inside the text comes first, then whole lines that are not the author's,
 * then copies of what was read, then the shape of what is left.
 */
const STEPS: readonly Step[] = [
  longLines,
  invisible,
  discuzJammer,
  zhidaoWatermark,
  annotations,
  imagePlaceholders,
  pageFurniture,
  siteFurniture,
  bullets,
  noHan,
  lostBytes,
  traditional,
  duplicates,
  gluedHeadings,
  falseBreaks,
  punctuation,
];

/** A document in more fragments than this is no document; it would take the memory of the others. */
const MOST_FRAGMENTS = 400_000;
/** A document with fewer sentences than this holds too little to be what the writer meant to add. */
const THIN_SENTENCES = 3;

/**
 * Cleans a document: passages that can be searched and offered, and a record of everything else.
 * @param known fingerprints of documents read before; what repeats them is dropped
 * @throws RangeError if it is made to take all memory
 */
export function cleanDocument(source: SourceDocument, known: Fingerprints = new Map()): CleanDocument {
  const dropped: Drop[] = [...source.drops];
  const repaired: Repair[] = [];
  let lines = source.lines;
  for (const step of STEPS) {
    const result = step(lines, { format: source.format, known });
    lines = result.lines;
    for (const drop of result.drops) dropped.push(drop);
    for (const repair of result.repairs ?? []) repaired.push(repair);
    if (dropped.length > MOST_FRAGMENTS) throw new RangeError(`more than ${MOST_FRAGMENTS} places to drop`);
  }
  const split = toPassages(lines);
  if (split.passages.length > MOST_FRAGMENTS) throw new RangeError(`more than ${MOST_FRAGMENTS} sentences`);
  for (const drop of split.drops) dropped.push(drop);
  const passages = refineKinds(split.passages);
  const title = titleOf(passages) ?? source.title;
  return {
    ...(title === undefined ? {} : { title }),
    passages,
    dropped: dropped.toSorted((a, b) => a.line - b.line || a.from - b.from),
    repaired,
    warnings: warningsFor(source, passages),
    stats: {
      hanRead:
        source.lines.reduce((sum, line) => sum + countHan(textOf(line)), 0) +
        source.drops.reduce((sum, { text }) => sum + countHan(text), 0),
      hanKept: passages.reduce((sum, { text }) => sum + countHan(text), 0),
      sentences: count(passages, 'sentence'),
      headings: count(passages, 'heading'),
      questions: count(passages, 'question'),
    },
    fingerprints: new Map(passages.map(({ text, line }) => [fingerprint(keyOf(text)), line])),
  };
}

function count(passages: readonly Passage[], kind: Passage['kind']): number {
  return passages.filter((passage) => passage.kind === kind).length;
}

/** The heading a document begins with, unless it only labels a part (模拟题). */
function titleOf([first]: readonly Passage[]): string | undefined {
  return first?.kind === 'heading' && first.part === undefined ? first.text : undefined;
}

function warningsFor(source: SourceDocument, passages: readonly Passage[]): Warning[] {
  const [first] = passages;
  const sentences = count(passages, 'sentence');
  const whole: Warning[] = [];
  if (first && sentences < THIN_SENTENCES)
    whole.push({ kind: 'thin', line: first.line, text: startOf(first.text) });
  if (first && isTraditional(source.lines))
    whole.push({ kind: 'traditional', line: first.line, text: startOf(first.text) });
  return [
    ...whole,
    ...[
      ...truncations(passages),
      ...brokenPromises(passages),
      ...ordinalGaps(passages),
      ...unbalancedQuotes(passages),
    ].toSorted((a, b) => a.line - b.line),
  ];
}
