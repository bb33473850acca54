import { localized, type RawText } from '../framework/localized';
import type { Document } from 'yaml';
import denySchema from '../../../../rubrics/schema/deny.schema.json';
import phrasesSchema from '../../../../rubrics/schema/phrases.schema.json';
import type { RubricProblem } from '../framework/validate';
import { countHanzi } from '../text/count';
import { dedupeKey } from './dedupe';
import { MAX_HANZI, MIN_HANZI } from './extract';
import type { BankPhrase, DenyEntry, DenyList, PhraseBank, PhraseDocument, Slot } from './types';
import { MAX_PROBLEMS, problemAt, readYaml } from '../framework/yaml';

/** What a file of phrases or of denied words holds; with any problem it holds nothing that is used. */
export interface LoadedPhrases {
  readonly banks: readonly PhraseBank[];
  readonly deny: readonly DenyList[];
  readonly problems: readonly RubricProblem[];
}

/** Shortest and longest phrase of a bank, and set phrase, in 字. */
const BANK_HANZI = [MIN_HANZI, MAX_HANZI] as const;
const SET_HANZI = [4, 12] as const;
/** How well a phrase of the bank fits its section: better than most clauses of documents, not than the best. */
const BANK_FIT = 0.85;

/**
 * Reads one file: a phrase bank when it has `phrases`, a deny list when it has `deny`. Never throws; a file with a
 * fault yields its problems and nothing else.
 * @param source YAML text
 * @param origin URI of the file, kept with what it defines
 */
export function loadPhrases(source: string, origin: string): LoadedPhrases {
  const read = readYaml(source, (data) => ('deny' in data ? denySchema : phrasesSchema));
  if (!read.data) return { banks: [], deny: [], problems: read.problems };
  const { data, document } = read;
  if ('deny' in data) {
    const raw = data as RawDeny;
    const problems = duplicates(document, 'deny', raw.deny, 'id', ({ id }) => id);
    if (problems.length > 0) return { banks: [], deny: [], problems };
    return { banks: [], deny: [toDenyList(raw, origin)], problems: [] };
  }
  const raw = data as RawBank;
  const problems = [
    ...duplicates(document, 'phrases', raw.phrases, 'text', ({ text, section }) =>
      [section, dedupeKey(text)].join('/'),
    ),
    ...wrongLengths(document, raw.phrases),
  ].slice(0, MAX_PROBLEMS);
  if (problems.length > 0) return { banks: [], deny: [], problems };
  return { banks: [toBank(raw, origin)], deny: [], problems: [] };
}

/**
 * A bank as the index takes it in. A phrase's place is its number in the bank: `bank.phrases[place.line]`.
 * @param version what tells one state of the bank from another
 */
export function bankDocument(bank: PhraseBank, version: string): PhraseDocument {
  // The same words may serve several sections; the index wants them once, with all of these.
  const slots = new Map<string, Slot[]>();
  for (const { text, section, point } of bank.phrases) {
    const slot = { framework: bank.framework, section, point, fit: BANK_FIT };
    const known = slots.get(text);
    if (known) known.push(slot);
    else slots.set(text, [slot]);
  }
  const entries = bank.phrases.flatMap(({ text, register, keywords }, line) => {
    const own = slots.get(text);
    slots.delete(text);
    return own ? [{ text, register, keywords, slots: own, line, from: 0, to: 0 }] : [];
  });
  return { id: `bank:${bank.id}`, version, origin: 'bank', entries };
}

type RawBank = Pick<PhraseBank, 'id' | 'framework'> & {
  title: RawText;
  phrases: (Omit<BankPhrase, 'keywords' | 'set'> & Partial<Pick<BankPhrase, 'keywords' | 'set'>>)[];
};
type RawDeny = Pick<DenyList, 'id'> & {
  title: RawText;
  deny: (Omit<DenyEntry, 'reason' | 'unless'> & Partial<Pick<DenyEntry, 'unless'>> & { reason: RawText })[];
};

function* duplicatesOf<T>(
  document: Document,
  list: string,
  items: readonly T[],
  key: string,
  nameOf: (item: T) => string,
): Generator<RubricProblem> {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const name = nameOf(item);
    if (seen.has(name)) yield problemAt(document, 'duplicate', [list, index, key], name);
    seen.add(name);
  }
}

function duplicates<T>(...args: Parameters<typeof duplicatesOf<T>>): RubricProblem[] {
  return [...duplicatesOf(...args)].slice(0, MAX_PROBLEMS);
}

function wrongLengths(document: Document, phrases: RawBank['phrases']): RubricProblem[] {
  return phrases.flatMap(({ text, set }, index) => {
    const hanzi = countHanzi(text);
    const [least, most] = set ? SET_HANZI : BANK_HANZI;
    if (hanzi >= least && hanzi <= most) return [];
    const detail = `${hanzi} 字 (${least}-${most})`;
    return [problemAt(document, 'schema', ['phrases', index, 'text'], detail)];
  });
}

function toBank(raw: RawBank, origin: string): PhraseBank {
  const phrases = raw.phrases.map((phrase): BankPhrase => ({
    ...phrase,
    keywords: phrase.keywords ?? [],
    set: phrase.set ?? false,
  }));
  return { id: raw.id, framework: raw.framework, title: localized(raw.title), phrases, origin };
}

function toDenyList(raw: RawDeny, origin: string): DenyList {
  const entries = raw.deny.map((entry): DenyEntry => ({
    ...entry,
    unless: entry.unless ?? [],
    reason: localized(entry.reason),
  }));
  return { id: raw.id, title: localized(raw.title), entries, origin };
}
