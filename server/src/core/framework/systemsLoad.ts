import { localized, type RawText } from './localized';
import type { System, SystemKind, SystemMember } from './types';

/** The top-level key of a rubric file with systems, and the kind of what it lists. */
const SYSTEM_KEYS: Readonly<Record<string, SystemKind>> = {
  methods: 'method',
  situations: 'situation',
  checklists: 'checklist',
  facts: 'fact',
  sayings: 'saying',
};

type RawMember = Pick<SystemMember, 'id'> & { title: RawText; note?: RawText } & Partial<
    Omit<SystemMember, 'id' | 'title' | 'note'>
  >;
type RawSystem = Pick<System, 'id' | 'use'> & {
  title: RawText;
  why: RawText;
  members: RawMember[];
} & Partial<Omit<System, 'id' | 'use' | 'title' | 'why' | 'members' | 'kind' | 'origin'>>;

/** The data of a file of systems that met its schema. */
export type RawSystems = Readonly<Partial<Record<string, readonly RawSystem[]>>>;

/** Whether the data of a rubric file lists systems. */
export function isSystems(data: object): data is RawSystems {
  if ('sections' in data || 'entries' in data) return false;
  return Object.keys(SYSTEM_KEYS).some((key) => key in data);
}

/** Fills in what a file of systems leaves out. */
export function toSystems(raw: RawSystems, origin: string): System[] {
  return Object.entries(SYSTEM_KEYS).flatMap(([key, kind]) =>
    (raw[key] ?? []).map((system) => toSystem(system, kind, origin)),
  );
}

/** The system lists of a file by their key: where ids may not stand twice. */
export function systemLists(
  data: object,
): [key: string, systems: readonly { id: string; members?: { id: string }[] }[]][] {
  return Object.entries(data).filter(([key, value]) => key in SYSTEM_KEYS && Array.isArray(value)) as [
    string,
    { id: string; members?: { id: string }[] }[],
  ][];
}

function toSystem(raw: RawSystem, kind: SystemKind, origin: string): System {
  return {
    ...raw,
    kind,
    title: localized(raw.title),
    why: localized(raw.why),
    names: raw.names ?? [],
    kinds: raw.kinds ?? [],
    whenCues: raw.whenCues ?? [],
    sections: raw.sections ?? [],
    members: raw.members.map(toMember),
    denied: raw.denied ?? [],
    origin,
  };
}

function toMember(raw: RawMember): SystemMember {
  return {
    ...raw,
    title: localized(raw.title),
    note: localized(raw.note ?? ''),
    need: raw.need ?? 'optional',
    phrases: raw.phrases ?? [],
    cues: raw.cues ?? [],
    weakCues: raw.weakCues ?? [],
    whenCues: raw.whenCues ?? [],
    avoid: raw.avoid ?? [],
    at: raw.at ?? [],
  };
}
