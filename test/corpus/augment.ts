import type { LabelledDraft } from './labelled';
import { seeded, shuffle } from './random';

/** Share of the drafts of which a rearranged copy is learned from. */
const REARRANGED = 0.4;

type LabelledSentence = LabelledDraft['sentences'][number];

/**
 * The draft with the sentences of one section cut out: what a writer who forgot the section would have written.
 * The headings stay.
 */
export function withoutSection(draft: LabelledDraft, section: string): LabelledDraft {
  let text = '';
  let at = 0;
  const moved: LabelledSentence[] = [];
  for (const sentence of draft.sentences) {
    text += draft.text.slice(at, sentence.from);
    at = sentence.from;
    if (sentence.sections.includes(section)) {
      const rest = /\s*$/.exec(draft.text.slice(sentence.from, sentence.to))?.[0] ?? '';
      at = sentence.to - rest.length;
      continue;
    }
    const shift = text.length - sentence.from;
    moved.push({ ...sentence, from: sentence.from + shift, to: sentence.to + shift });
  }
  text += draft.text.slice(at);
  return { ...draft, text, sentences: moved, sections: { ...draft.sections, [section]: 'absent' } };
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
