import { localized, type RawText } from './localized';
import type { KindCues, KindSet, QuestionKind } from './types';

type RawCues = Pick<KindCues, 'id'> & { title: RawText } & Partial<Omit<KindCues, 'id' | 'title'>>;
type RawKind = RawCues & Partial<Omit<QuestionKind, keyof KindCues | 'variants'>> & { variants?: RawCues[] };

/** The data of a kinds file that met its schema. */
export interface RawKinds {
  readonly id: string;
  readonly ignore?: readonly string[];
  readonly kinds: readonly RawKind[];
}

/** Fills in what a kinds file leaves out. */
export function toKindSet({ id, ignore = [], kinds }: RawKinds): KindSet {
  return { id, ignore, kinds: kinds.map(toKind) };
}

function toKind(raw: RawKind): QuestionKind {
  return {
    ...toCues(raw),
    openings: raw.openings ?? [],
    weakCues: raw.weakCues ?? [],
    against: raw.against ?? [],
    win: raw.win ?? false,
    ...(raw.minutes === undefined ? {} : { minutes: raw.minutes }),
    variants: (raw.variants ?? []).map(toCues),
  };
}

function toCues(raw: RawCues): KindCues {
  return {
    id: raw.id,
    title: localized(raw.title),
    aliases: raw.aliases ?? [],
    cues: raw.cues ?? [],
    default: raw.default ?? false,
    sources: raw.sources ?? [],
  };
}

/** One set of all kinds: a kind of a later set takes the place of the one with the same id. */
export function mergeKinds(sets: readonly KindSet[]): KindSet {
  const kinds = new Map<string, QuestionKind>();
  for (const set of sets) for (const kind of set.kinds) kinds.set(kind.id, kind);
  return { id: 'all', ignore: sets.flatMap(({ ignore }) => ignore), kinds: [...kinds.values()] };
}
