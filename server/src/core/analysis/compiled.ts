import trained from '../../../../rubrics/model/kinds.json';
import { KIND_BUCKETS } from '../framework/kinds';
import type { Rubrics } from '../framework/types';
import { Lexicon, type LexiconTables } from './lexicon';
import { frameworkTable, type ModelData } from './model';
import { BUCKETS } from './ngrams';
import { unpack } from './packed';

/** The kinds of tables there are, by name; the name is kept with a table on disk. */
export const TABLE_TYPES = { Int8Array, Uint16Array, Int32Array, Uint32Array } as const;

export type TableType = keyof typeof TABLE_TYPES;
export type Table = Int8Array | Uint16Array | Int32Array | Uint32Array;

/** Gives a table by its name. @throws Error when there is none of that name and type */
export interface Tables {
  <T extends TableType>(name: string, type: T): InstanceType<(typeof TABLE_TYPES)[T]>;
}

/** What a build has worked out of a set of rubrics, so that no start does it again. */
export interface CompiledRubrics {
  readonly lexicon: LexiconTables;
  /** The weights of the kinds, unpacked. */
  readonly kinds: Int8Array;
  /** What `sectionCounts` says of them. */
  readonly sectionCounts: Uint16Array;
}

/** How many sections the frameworks have, each number once. */
export function sectionCounts({ frameworks }: Rubrics): Uint16Array {
  return Uint16Array.from(new Set(frameworks.map(({ sections }) => sections.length)));
}

/** Everything that can be worked out of rubrics and a model before anything is analysed; what a start needs comes first. */
export function compileTables(rubrics: Rubrics, model: ModelData): Map<string, Table> {
  const { automaton, starts, meanings } = new Lexicon(rubrics).tables;
  const { choice, slogan, frameworks } = model;
  const unpacked = (ngrams: string, columns: number): Int8Array => unpack(ngrams, BUCKETS * columns);
  return new Map<string, Table>([
    ...Object.entries(automaton).map(
      ([name, table]: [string, Table]) => [`automaton/${name}`, table] as const,
    ),
    ['lexicon/starts', starts],
    ['lexicon/meanings', meanings],
    ['sections', sectionCounts(rubrics)],
    ['kinds', unpack(trained.ngrams, KIND_BUCKETS * trained.kinds.length)],
    ['choice', unpacked(choice.ngrams, choice.frameworks.length)],
    ['slogan', unpacked(slogan.ngrams, 1)],
    ...Object.entries(frameworks).map(
      ([id, { ngrams, sections }]) => [frameworkTable(id), unpacked(ngrams, sections.length + 1)] as const,
    ),
  ]);
}

/** Puts the tables of `compileTables` together again. */
export function compiledRubrics(table: Tables): CompiledRubrics {
  return {
    lexicon: {
      automaton: {
        keys: table('automaton/keys', 'Uint32Array'),
        targets: table('automaton/targets', 'Uint16Array'),
        fail: table('automaton/fail', 'Uint16Array'),
        pattern: table('automaton/pattern', 'Int32Array'),
        output: table('automaton/output', 'Uint16Array'),
        ends: table('automaton/ends', 'Uint16Array'),
        filter: table('automaton/filter', 'Uint32Array'),
        beginnings: table('automaton/beginnings', 'Uint32Array'),
        lengths: table('automaton/lengths', 'Uint16Array'),
      },
      starts: table('lexicon/starts', 'Uint32Array'),
      meanings: table('lexicon/meanings', 'Int32Array'),
    },
    kinds: table('kinds', 'Int8Array'),
    sectionCounts: table('sections', 'Uint16Array'),
  };
}
