import type { Status } from '../../server/src/core/analysis/coverage';
import type { LabelledDraft } from './labelled';
import { seeded, shuffle } from './random';

/** Share of the drafts of which a rearranged copy is learned from. */
const REARRANGED = 0.4;

/** A section touched by more sentences is no bare touch. */
const MOST_TOUCHING = 2;

type LabelledSentence = LabelledDraft['sentences'][number];

/** Sentences to be put into a draft, and what they say there. */
interface Put {
  readonly author: string;
  readonly text: string;
  /** The section they touch; undefined where they only look like it. */
  readonly section: string | undefined;
}

/**
 * The draft with the sentences of one section cut out: what a writer who forgot the section would have written.
 * The headings stay.
 */
export function withoutSection(draft: LabelledDraft, section: string): LabelledDraft {
  return replaceSection(draft, section, 'absent');
}

/** The draft with something else, or nothing, where the sentences of one section begin. */
function replaceSection(draft: LabelledDraft, section: string, status: Status, put?: Put): LabelledDraft {
  let text = '';
  let at = 0;
  let left = put;
  const moved: LabelledSentence[] = [];
  for (const sentence of draft.sentences) {
    text += draft.text.slice(at, sentence.from);
    at = sentence.from;
    if (sentence.sections.includes(section)) {
      if (left) {
        const from = text.length;
        text += left.text;
        moved.push({ ...sentence, from, to: text.length, sections: left.section ? [left.section] : [] });
        left = undefined;
      }
      const rest = /\s*$/.exec(draft.text.slice(sentence.from, sentence.to))?.[0] ?? '';
      at = sentence.to - rest.length;
      continue;
    }
    const shift = text.length - sentence.from;
    moved.push({ ...sentence, from: sentence.from + shift, to: sentence.to + shift });
  }
  text += draft.text.slice(at);
  return { ...draft, text, sentences: moved, sections: { ...draft.sections, [section]: status } };
}

/** A copy of a draft in which one section is not what it was. */
export interface Altered {
  readonly draft: LabelledDraft;
  readonly section: string;
}

/**
 * For every draft a copy in which a full section is but touched: in its place stands all that another writer said of
 * it who was found weak there.
 */
export function touched(drafts: readonly LabelledDraft[]): Altered[] {
  return replaced(drafts, 'weak', 29, (draft, section) => {
    const said = draft.sentences.filter(({ sections }) => sections.includes(section));
    if (said.length > MOST_TOUCHING || said.some(({ sections }) => sections.length > 1)) return [];
    return [said.map((sentence) => textOf(draft, sentence)).join('')];
  });
}

/**
 * For every draft a copy in which a full section is missed: in its place stands a sentence that belongs nowhere, of a
 * writer who missed the section too, often because such a sentence took its place.
 */
export function missed(drafts: readonly LabelledDraft[]): Altered[] {
  return replaced(drafts, 'absent', 31, (draft) =>
    draft.sentences.filter(({ sections }) => sections.length === 0).map((own) => textOf(draft, own)),
  );
}

function replaced(
  drafts: readonly LabelledDraft[],
  status: 'weak' | 'absent',
  seed: number,
  textsOf: (draft: LabelledDraft, section: string) => readonly string[],
): Altered[] {
  const bySection = new Map<string, Put[]>();
  for (const draft of drafts)
    for (const [section, own] of Object.entries(draft.sections)) {
      if (own !== status) continue;
      const key = `${draft.framework} ${section}`;
      const puts = bySection.get(key) ?? [];
      bySection.set(key, puts);
      for (const text of textsOf(draft, section))
        if (text !== '')
          puts.push({ author: draft.author, text, section: status === 'weak' ? section : undefined });
    }
  const random = seeded(seed);
  return drafts.flatMap((draft) => {
    const full = Object.keys(draft.sections).filter(
      (id) => draft.sections[id] === 'full' && draft.sentences.some(({ sections }) => sections.includes(id)),
    );
    const section = full[Math.floor(random() * full.length)];
    const puts = (bySection.get(`${draft.framework} ${section}`) ?? []).filter(
      ({ author }) => author !== draft.author,
    );
    const put = puts[Math.floor(random() * puts.length)];
    if (section === undefined || !put) return [];
    return [{ draft: replaceSection(draft, section, status, put), section }];
  });
}

function textOf({ text }: LabelledDraft, { from, to }: LabelledSentence): string {
  return text.slice(from, to).trim();
}

/** For every draft one copy with a section forgotten, so that gaps in the order are nothing new to the model. */
export function forgetful(drafts: readonly LabelledDraft[]): LabelledDraft[] {
  const random = seeded(7);
  return drafts.flatMap((draft) => {
    const present = sectionsOf(draft);
    const section = present[Math.floor(random() * present.length)];
    return section === undefined || present.length < 2 ? [] : [withoutSection(draft, section)];
  });
}

/** What the chain learns from: the drafts and altered copies of them. */
export function trainingSet(drafts: readonly LabelledDraft[]): LabelledDraft[] {
  return [...drafts, ...forgetful(drafts), ...rearranged(drafts, REARRANGED)];
}

/**
 * For some drafts a copy with the paragraphs in another order: people also begin with the view they take, or end
 * with what they did first, and what a sentence says then has to count for more than where it stands.
 * @param share of the drafts that get a copy
 */
export function rearranged(drafts: readonly LabelledDraft[], share: number): LabelledDraft[] {
  const random = seeded(17);
  return drafts.flatMap((draft) => {
    if (random() >= share) return [];
    const parts = partsOf(draft);
    const kind = random();
    if (parts.length < 3) return [];
    const order =
      kind < 0.35
        ? [...parts.slice(-1), ...parts.slice(0, -1)]
        : kind < 0.6
          ? [...parts.slice(1), ...parts.slice(0, 1)]
          : kind < 0.8
            ? [...parts].reverse()
            : shuffle([...parts], random);
    let text = draft.text.slice(0, parts[0]?.from ?? 0);
    const moved: LabelledSentence[] = [];
    for (const { from, to } of order) {
      const shift = text.length - from;
      for (const sentence of draft.sentences)
        if (sentence.from >= from && sentence.from < to)
          moved.push({
            ...sentence,
            from: sentence.from + shift,
            to: Math.min(sentence.to, to) + shift,
          });
      text += `${draft.text.slice(from, to)}\n\n`;
    }
    return [{ ...draft, text, sentences: moved, orderOk: false }];
  });
}

function sectionsOf(draft: LabelledDraft): string[] {
  return Object.keys(draft.sections).filter((id) =>
    draft.sentences.some(({ sections }) => sections.includes(id)),
  );
}

/** Paragraphs of the answer, each with the headings before it. */
function partsOf({ text, sentences }: LabelledDraft): { from: number; to: number }[] {
  const body = /^---\r?\n[\s\S]*?\r?\n---\r?\n/.exec(text)?.[0].length ?? 0;
  const parts: { from: number; to: number }[] = [];
  let from = body;
  for (const match of text.slice(body).matchAll(/\n\s*\n|$/g)) {
    const to = body + match.index;
    if (!sentences.some((sentence) => sentence.from >= from && sentence.from < to)) continue;
    while (/\s/.test(text.charAt(from)) && from < to) from++;
    parts.push({ from, to });
    from = to + match[0].length;
  }
  return parts;
}
