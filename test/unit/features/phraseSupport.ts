import { completions, type CompletionItem } from '../../../server/src/core/features/completion';
import type { CompletionTrigger } from '../../../server/src/core/features/completion';
import type { PhraseSources } from '../../../server/src/core/features/phraseSource';
import type { Locale } from '../../../server/src/core/messages/messages';
import { PhraseIndex } from '../../../server/src/core/phrases/index';
import { bankDocument } from '../../../server/src/core/phrases/load';
import type { PhraseBank, PhraseEntry, Register } from '../../../server/src/core/phrases/types';
import type { Paragraph, ReferenceDocument, References } from '../../../server/src/core/references/types';
import { LineIndex } from '../../../server/src/core/text/lineIndex';
import { analyse, type TestOptions } from '../../support/check';
import { slot } from '../phrases/support';

/** A phrase of a document: where it serves, and how. */
export interface Phrase {
  readonly text: string;
  readonly slots?: readonly string[];
  readonly register?: Register;
}

/** A document whose lines are its paragraphs, with the phrases that stand in it. */
export interface FixtureDocument {
  readonly name: string;
  readonly lines: readonly string[];
  readonly heading?: string;
  readonly phrases: readonly Phrase[];
}

export const BANK: PhraseBank = {
  id: 'lamp',
  framework: 'lamp',
  title: { zh: '路灯的表述', en: 'Phrases about lamps' },
  origin: 'builtin:phrases/lamp.yaml',
  phrases: [
    {
      text: '我带上梯子当晚去看',
      section: 'verify',
      point: 'look',
      register: 'written',
      keywords: [],
      set: false,
      source: { document: '900', lines: '44' },
    },
    {
      text: '您好，我姓【什么】，灯的事跟我说',
      section: 'attitude',
      point: 'apologise',
      register: 'spoken',
      keywords: [],
      set: true,
      source: { document: '900' },
    },
  ],
};

export const DOCUMENTS: readonly FixtureDocument[] = [
  {
    name: '路灯.txt',
    heading: '查看现场',
    lines: [
      '先说一声对不起，让大家摸黑走了三天，我们来晚了。',
      '到了现场，先看清灯杆编号，再问清楚哪天开始不亮，多一分耐心，少一分急躁，问完再走。',
      '换好灯泡再走，不留半截活。每月巡一遍路灯，坏一盏换一盏。',
    ],
    phrases: [
      { text: '先说一声对不起', slots: ['lamp/attitude/apologise@0.9'], register: 'spoken' },
      { text: '谢谢您提醒我们', slots: ['lamp/attitude/thank@0.5'], register: 'spoken' },
      { text: '先看清灯杆编号', slots: ['lamp/verify/look@0.9'], register: 'written' },
      { text: '再问清楚哪天开始不亮', slots: ['lamp/verify/ask@0.8'], register: 'written' },
      { text: '多一分耐心，少一分急躁', slots: ['lamp/verify/ask@0.6'], register: 'written' },
      { text: '换好灯泡再走，不留半截活', slots: ['lamp/handle/repair@0.9'], register: 'written' },
      { text: '每月巡一遍路灯', slots: ['lamp/lasting/patrol@0.9'], register: 'written' },
      { text: '坏一盏换一盏', slots: ['lamp/lasting/patrol@0.7'], register: 'written' },
    ],
  },
];

const LETTERS: Readonly<Record<string, string>> = {
  换: 'h',
  好: 'h',
  灯: 'd',
  泡: 'p',
  先: 'x',
  看: 'k',
  清: 'q',
};

/** What features see of the given documents and banks. */
export function sourcesOf(
  documents: readonly FixtureDocument[] = DOCUMENTS,
  banks: readonly PhraseBank[] = [BANK],
): PhraseSources & { readonly references: References } {
  const phrases = new PhraseIndex();
  phrases.useInitials((text) =>
    text.split('').map((unit) => LETTERS[unit] ?? (/[\u4e00-\u9fff]/.test(unit) ? 'z' : '')),
  );
  const known = new Map<string, ReferenceDocument>();
  const texts = new Map<string, string>();
  for (const { name, lines, heading, phrases: own } of documents) {
    const text = lines.join('\n');
    const id = `file:///${name}`;
    const index = new LineIndex(text);
    let from = 0;
    const starts: number[] = [];
    const paragraphs = lines.map((line, at): Paragraph => {
      const paragraph = { text: line, anchors: [{ at: 0, from, line: at }], ...(heading ? { heading } : {}) };
      starts.push(from);
      from += line.length + 1;
      return paragraph;
    });
    const entries = own.map(({ text: phrase, slots = [], register }): PhraseEntry => {
      const at = Math.max(0, text.indexOf(phrase));
      const place = { line: index.positionAt(at).line, from: at, to: at + phrase.length };
      return { text: phrase, slots: slots.map(slot), register, ...place };
    });
    known.set(id, {
      id,
      version: '1',
      name,
      opensAsText: true,
      lineStarts: Uint32Array.from(starts),
      paragraphs,
    });
    texts.set(id, text);
    phrases.add({ id, version: '1', origin: 'documents', entries });
  }
  for (const bank of banks) phrases.add(bankDocument(bank, '1'));
  return { references: references(phrases, known, texts), banks };
}

function references(
  phrases: PhraseIndex,
  documents: ReadonlyMap<string, ReferenceDocument>,
  texts: ReadonlyMap<string, string>,
): References {
  return {
    revision: 1,
    phrases,
    documents,
    add: () => undefined,
    remove: () => false,
    copies: () => [],
    paragraphAt: (document, offset) =>
      documents.get(document)?.paragraphs.findLast(({ anchors }) => (anchors[0]?.from ?? 0) <= offset),
    spanOf: ({ document, from, to }) => {
      const text = texts.get(document);
      if (text === undefined) return undefined;
      const index = new LineIndex(text);
      return { document, start: index.positionAt(from), end: index.positionAt(to) };
    },
  };
}

/** A draft with `‸` where the cursor is. */
export function atCursor(source: string): { readonly text: string; readonly offset: number } {
  const offset = source.indexOf('‸');
  if (offset < 0) throw new Error(`no cursor in ${source}`);
  return { text: source.replace('‸', ''), offset };
}

export interface Asked extends TestOptions {
  readonly trigger?: CompletionTrigger;
  readonly locale?: Locale;
  readonly sources?: PhraseSources;
}

/** What is offered at the cursor. */
export function offered(source: string, options: Asked = {}): readonly CompletionItem[] {
  const { text, offset } = atCursor(source);
  const { trigger = 'invoked', locale = 'zh', sources = sourcesOf() } = options;
  const analysis = analyse(text, { framework: 'lamp', ...options });
  return completions({ analysis, offset, locale, trigger, ...sources }).items;
}

/** The draft after an item was accepted, with `‸` where the cursor stands then. */
export function accept(source: string, item: CompletionItem | undefined): string {
  if (!item) throw new Error(`nothing to accept in ${source}`);
  const { text } = atCursor(source);
  return `${text.slice(0, item.range.from)}${item.text}‸${text.slice(item.range.to)}`;
}
