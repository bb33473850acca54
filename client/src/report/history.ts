import type { ReportModel } from '../../../server/src/core/features/reportModel';

/** One check of a draft, as it is kept. */
export interface HistoryEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** 0 to 1. */
  readonly coverage: number;
  readonly full: number;
  readonly expected: number;
  readonly findings: number;
  readonly seconds: number;
}

/** So many checks of a draft are kept, */
export const MOST_CHECKS = 50;
/** and of so many drafts. */
export const MOST_DRAFTS = 200;

const KEY = 'report.history';

/** The part of VS Code's `Memento` that is needed. */
export interface Store {
  get(key: string): unknown;
  update(key: string, value: unknown): Thenable<void>;
}

type Kept = Readonly<Record<string, readonly HistoryEntry[]>>;

/** The coverage of drafts over their checks, kept on this machine for the workspace. */
export class History {
  constructor(private readonly store: Store) {}

  /** The checks of a draft, oldest first. */
  of(uri: string): readonly HistoryEntry[] {
    return this.#read()[uri] ?? [];
  }

  /**
   * Takes a check in. One that found the same as the last takes its place: looking again is no progress.
   * @param at milliseconds since 1970
   * @returns all checks of the draft, with this one
   */
  async add(uri: string, report: ReportModel, at: number): Promise<readonly HistoryEntry[]> {
    const entry: HistoryEntry = {
      at,
      coverage: report.coverage,
      full: report.full,
      expected: report.expected,
      findings: report.findings,
      seconds: report.time.seconds,
    };
    const { [uri]: before = [], ...others } = this.#read();
    const last = before.at(-1);
    const earlier = last && sameResult(last, entry) ? before.slice(0, -1) : before;
    const own = [...earlier, entry].slice(-MOST_CHECKS);
    // The last draft checked stands last: the one not checked for longest goes.
    const kept = Object.entries(others).slice(-(MOST_DRAFTS - 1));
    await this.store.update(KEY, Object.fromEntries([...kept, [uri, own]]));
    return own;
  }

  /** What other versions or hands have left there counts only as far as it can be read. */
  #read(): Kept {
    const kept = this.store.get(KEY);
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).map(([uri, entries]: [string, unknown]) => [
        uri,
        Array.isArray(entries) ? entries.filter(isEntry) : [],
      ]),
    );
  }
}

function sameResult(a: HistoryEntry, b: HistoryEntry): boolean {
  return (['coverage', 'full', 'expected', 'findings', 'seconds'] as const).every((key) => a[key] === b[key]);
}

function isEntry(value: unknown): value is HistoryEntry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Record<string, unknown>;
  return ['at', 'coverage', 'full', 'expected', 'findings', 'seconds'].every(
    (key) => typeof entry[key] === 'number' && Number.isFinite(entry[key]),
  );
}
