import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Builtin } from './builtin';
import {
  compiledRubrics,
  type Table,
  TABLE_TYPES,
  type Tables,
  type TableType,
} from './core/analysis/compiled';
import type { ModelData } from './core/analysis/model';
import type { Framework, Rubrics, System, WordingList } from './core/framework/types';

/** Where a table lies in `builtin.bin`. */
export interface TablePlace {
  readonly type: TableType;
  /** From the beginning of the file, a multiple of the size of an element. */
  readonly offset: number;
  /** In elements. */
  readonly length: number;
}

/**
 * The first line of `builtin.json`: what the first diagnostics need. Each line after it has the sections of a framework,
 * then those of the wording lists their entries: of these, few are needed.
 */
export interface BuiltinIndex {
  /** The same in all files of a build. */
  readonly stamp: string;
  readonly rubrics: Omit<Rubrics, 'systems' | 'frameworks' | 'wording'> & {
    readonly frameworks: readonly Omit<Framework, 'sections'>[];
    readonly wording: readonly Omit<WordingList, 'entries'>[];
  };
  /** Without n-grams. */
  readonly model: ModelData;
  /** Bytes at the beginning of `builtin.bin` that are always needed. */
  readonly first: number;
  readonly tables: Readonly<Record<string, TablePlace>>;
}

/** `builtin-more.json`: what is needed when a writer asks for it, or has documents. */
export interface BuiltinMore extends Pick<Builtin, 'phrases' | 'deny'> {
  readonly stamp: string;
  readonly systems: readonly System[];
  /** The packed n-grams of the model by table. */
  readonly ngrams: Readonly<Record<string, string>>;
}

/**
 * Reads what the build has made of rubrics/: at once what every start needs, the rest when it is first asked for.
 * @param folder where the files of the build lie
 * @throws Error when a file is not there, or is of another build than the first: the program was replaced meanwhile
 */
export function readBuiltin(folder: string): Builtin {
  const [index, ...lines] = readLines(join(folder, 'builtin.json'));
  const { stamp, rubrics, model, first, tables } = index?.() as BuiltinIndex;
  const { frameworks, wording, ...others } = rubrics;
  let known: BuiltinMore | undefined;
  const more = (): BuiltinMore => {
    if (known) return known;
    const read = readJson(join(folder, 'builtin-more.json')) as BuiltinMore;
    if (read.stamp !== stamp) throw replaced();
    return (known = read);
  };
  const table = tableReader(join(folder, 'builtin.bin'), { stamp, first, tables });
  const withNgrams = <T extends object>(name: string, data: T): T =>
    Object.defineProperty(data, 'ngrams', { enumerable: true, get: () => more().ngrams[name] });
  for (const [id, data] of Object.entries(model.frameworks)) withNgrams(`framework/${id}`, data);
  withNgrams('choice', model.choice);
  withNgrams('slogan', model.slogan);
  return {
    rubrics: {
      ...others,
      frameworks: frameworks.map((framework, at) => ({
        ...framework,
        get sections() {
          return lines[at]?.() as Framework['sections'];
        },
      })),
      wording: wording.map((list, at) => ({
        ...list,
        get entries() {
          return lines[frameworks.length + at]?.() as WordingList['entries'];
        },
      })),
      get systems() {
        return more().systems;
      },
    },
    model,
    get phrases() {
      return more().phrases;
    },
    get deny() {
      return more().deny;
    },
    compiled: { rubrics: compiledRubrics(table), unpacked: (name) => table(name, 'Int8Array') },
  };
}

/** Reads tables from a file that begins with its stamp; the first of them once for all. */
function tableReader(
  path: string,
  { stamp, first, tables }: Pick<BuiltinIndex, 'stamp' | 'first' | 'tables'>,
): Tables {
  const start = readBytes(path, stamp, 0, first);
  return (name, type) => {
    const place = tables[name];
    if (place?.type !== type) throw new Error(`builtin.bin has no table ${name} of type ${type}`);
    const Type = TABLE_TYPES[type];
    const { offset, length } = place;
    const size = length * Type.BYTES_PER_ELEMENT;
    const table: Table =
      offset + size <= first
        ? new Type(start, offset, length)
        : new Type(readBytes(path, stamp, offset, size), 0, length);
    return table as InstanceType<(typeof TABLE_TYPES)[typeof type]>;
  };
}

function readBytes(path: string, stamp: string, offset: number, length: number): ArrayBuffer {
  const bytes = new Uint8Array(length);
  const begin = new Uint8Array(stamp.length);
  const file = openSync(path, 'r');
  try {
    readSync(file, begin, 0, stamp.length, 0);
    const isWhole = readSync(file, bytes, 0, length, offset) === length;
    if (!isWhole || Buffer.from(begin).toString('latin1') !== stamp) throw replaced();
  } finally {
    closeSync(file);
  }
  return bytes.buffer;
}

/** The lines of a file, each parsed when it is first asked for. */
function readLines(path: string): (() => unknown)[] {
  const bytes = readFileSync(path);
  const lines: (() => unknown)[] = [];
  for (let from = 0; from <= bytes.length;) {
    const end = bytes.indexOf('\n', from);
    const to = end < 0 ? bytes.length : end;
    lines.push(parsedOnce(bytes.subarray(from, to)));
    from = to + 1;
  }
  return lines;
}

function parsedOnce(line: Buffer): () => unknown {
  let text: Buffer | undefined = line;
  let value: unknown;
  return () => {
    if (text) value = JSON.parse(text.toString('utf8'));
    text = undefined;
    return value;
  };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function replaced(): Error {
  return new Error('the built-in rubrics are of another version than the program: start it again');
}
