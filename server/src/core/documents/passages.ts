import { splitSentences } from '../draft/sentences';
import { countHan, endsClause, endsSentence, HAS_HAN } from './han';
import { labelOf } from './labels';
import { dropsOf, runsOf, sliceLine, textOf } from './lines';
import { readItem } from './items';
import { type Drop, type DropReason, type Line, type Part, type Passage, RUN_IN } from './types';

/** A line without a stop and with at most so many Han characters stands like a heading. */
const HEADING_HAN = 32;
/** A line that ends with a colon, without a comma in it, up to so many. */
const COLON_HEADING_HAN = 14;
/** The first line may end with a question mark and still be the title, up to so many. */
const TITLE_HAN = 40;
/** A question put to the candidate: you, and what you would do. */
const ASKED =
  /(?:你|考生|自己)[^。！？]{0,60}(?:怎么|如何|怎样|什么|哪些|吗|谈谈|说说)[^。！？]{0,24}[？。]?$|(?:谈谈|说说|谈一谈|说一说)[^。！？]{0,12}(?:看法|理解|认识|感想|体会)[^。！？]{0,6}[。？]?$|(?:你|请)[^。！？]{0,40}(?:怎么办|怎么看|怎么做|怎么处理|怎样处理|如何处理|如何应对)？$/;
/** A question of fewer Han characters is one the author asks in passing. */
const ASKED_HAN = 12;

/** Splits cleaned lines into passages; text that is none (stray punctuation, lines without Han) is dropped. */
export function toPassages(lines: readonly Line[]): { passages: Passage[]; drops: Drop[] } {
  const builder = new Builder();
  const filled = lines.filter((line) => HAS_HAN.test(textOf(line)));
  const headings = filled.map((line, index) => {
    const text = textOf(line);
    return isHeading(line, text) || (index === 0 && filled.length > 1 && isTitle(text));
  });
  const lastHeading = headings.lastIndexOf(true);
  for (const [index, line] of filled.entries()) {
    if (headings[index]) builder.heading(line);
    else builder.paragraph(line, index < lastHeading);
  }
  for (const line of lines) {
    const text = textOf(line);
    if (!HAS_HAN.test(text)) builder.drop(line, 0, text.length, 'no-han');
  }
  return builder;
}

class Builder {
  readonly passages: Passage[] = [];
  readonly drops: Drop[] = [];
  #paragraph = 0;
  #under: number | undefined;
  #part: Part | undefined;

  heading(line: Line): void {
    const text = textOf(line);
    this.#paragraph++;
    const within = readItem(text) !== undefined && this.#part !== 'question';
    this.#part = labelOf(text) ?? (within ? this.#part : undefined);
    this.#push(line, 'heading', 0, text.length);
    this.#under = this.passages.length - 1;
  }

  /** @param closed whether a heading follows: it ends a question of several paragraphs */
  paragraph(line: Line, closed: boolean): void {
    const text = textOf(line);
    this.#paragraph++;
    const kind = this.#part === 'question' || isAsked(text) ? 'question' : 'sentence';
    let end = 0;
    for (const sentence of splitSentences(text, { from: 0, to: text.length }, [], false)) {
      if (!HAS_HAN.test(text.slice(sentence.from, sentence.to))) continue;
      this.#skip(line, end, sentence.from);
      this.#push(line, kind, sentence.from, sentence.to);
      end = sentence.to;
    }
    this.#skip(line, end, text.length);
    if (this.#part === 'question' && !closed) this.#part = undefined;
  }

  drop(line: Line, from: number, to: number, reason: DropReason): void {
    const blank = textOf(line).slice(from, to).trim() === '';
    this.drops.push(...dropsOf(line, from, to, blank ? 'space' : reason));
  }

  #push(line: Line, kind: Passage['kind'], from: number, to: number): void {
    const part = sliceLine(line, from, to);
    const runs = runsOf(part.pieces);
    const [first] = runs;
    if (!first) return;
    const onFirst = runs.filter((run) => run.line === first.line);
    this.passages.push({
      kind,
      text: textOf(part),
      line: first.line,
      from: first.from,
      to: onFirst.at(-1)?.to ?? first.to,
      paragraph: this.#paragraph,
      ...(runs.length > 1 ? { pieces: runs } : {}),
      ...(line.heading === RUN_IN ? { runIn: true as const } : {}),
      ...(line.heading !== undefined && line.heading !== RUN_IN ? { level: line.heading } : {}),
      ...(this.#under === undefined || kind === 'heading' ? {} : { under: this.#under }),
      ...(this.#part ? { part: this.#part } : {}),
    });
  }

  #skip(line: Line, from: number, to: number): void {
    if (from < to) this.drop(line, from, to, 'punctuation');
  }
}

function isHeading(line: Line, text: string): boolean {
  if (line.heading !== undefined) return true;
  if (line.item || text.length > 120 || /[。！？!?]./.test(text)) return false;
  const han = countHan(text);
  if (/[：:]\s*$/.test(text)) return han <= COLON_HEADING_HAN && !/[，,、]/.test(text);
  return han <= HEADING_HAN && !endsSentence(text) && !endsClause(text);
}

function isTitle(text: string): boolean {
  const [, second] = splitSentences(
    text.slice(0, 200),
    { from: 0, to: Math.min(text.length, 200) },
    [],
    false,
  );
  return countHan(text) <= TITLE_HAN && /[？?！!]\s*$/.test(text) && second === undefined;
}

/** Whether a paragraph asks the candidate something: its last sentence does. */
function isAsked(text: string): boolean {
  return countHan(text.slice(-200)) >= ASKED_HAN && ASKED.test(text.trimEnd().slice(-120));
}
