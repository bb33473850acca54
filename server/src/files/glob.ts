import picomatch from 'picomatch/posix';
import { globTokens, type Token, type TokenClass } from './globTokens';

/** Whether a path, with `/`, is one that a glob names. */
export type PathTest = (path: string) => boolean;

/** A glob that repeats (`+(…)`, `*(…)`) or excludes (`!(…)`) has so many wildcards at most. */
const MOST_WILDCARDS = 4;
/** In units; longer than any path. */
const MOST_LENGTH = 4096;
/** Stands for any folders, none too. */
const FOLDERS = Symbol('**');

type Part = readonly Token[] | typeof FOLDERS;

/**
 * Makes a test of a glob: `*`, `?`, `**`, `[…]`, `{a,b}`, `(a|b)`, and what escapes them. Names that begin with a dot
 * are names like any other. A folder of strangers may bring its globs along, so a test takes no more steps than the
 * glob is long for each character: a regular expression made of `*a*a*a*a*b` takes hours for a name of a hundred a's.
 * @returns undefined for what is no glob: it is never closed, or has too many choices
 */
export function compileGlob(glob: string): PathTest | undefined {
  if (glob.length > MOST_LENGTH) return undefined;
  const choices = globTokens(glob.replace(/^(?:\.\/)+/, ''));
  if (choices === 'other') return withPicomatch(glob);
  if (choices === undefined) return undefined;
  const patterns = choices.map(toParts);
  return (path) => {
    const names = path.replace(/^\.\//, '').split('/');
    return patterns.some((parts) => matchesPath(parts, names));
  };
}

function withPicomatch(glob: string): PathTest | undefined {
  const wildcards = glob.match(/\*+|[+!]\(|\?/g)?.length ?? 0;
  // One within the other repeats what repeats.
  if (wildcards > MOST_WILDCARDS || /\([^)]*\(/.test(glob)) return undefined;
  try {
    const test = picomatch(glob, { dot: true });
    return (path) => test(path);
  } catch {
    return undefined;
  }
}

function toParts(tokens: readonly Token[]): Part[] {
  const parts: Token[][] = [[]];
  for (const token of tokens)
    if (token === '/') parts.push([]);
    else parts.at(-1)?.push(token);
  return parts.map((part) => (part.length === 1 && part[0] === '**' ? FOLDERS : part));
}

/** Goes back to the last `**` only: what an earlier one could take, the last one can take too. */
function matchesPath(parts: readonly Part[], names: readonly string[]): boolean {
  let [part, name, backPart, backName] = [0, 0, -1, 0];
  while (name < names.length) {
    const now = parts[part];
    if (now === FOLDERS) {
      if (part === parts.length - 1) return true;
      backPart = part++;
      backName = name;
    } else if (now && matchesName(now, names[name] ?? '')) {
      part++;
      name++;
    } else if (backPart >= 0) {
      part = backPart + 1;
      name = ++backName;
    } else return false;
  }
  // What ends with `**` names what lies below, not the folder.
  return part === parts.length;
}

/** The same within a name, with `*`. */
function matchesName(tokens: readonly Token[], name: string): boolean {
  // Nothing has no name.
  if (name === '' && tokens.length > 0) return false;
  let [at, index, backAt, backIndex] = [0, 0, -1, 0];
  while (index < name.length) {
    const token = tokens[at];
    if (token === '*' || token === '**') {
      backAt = at++;
      backIndex = index;
    } else if (token !== undefined && matchesUnit(token, name.charAt(index))) {
      at++;
      index++;
    } else if (backAt >= 0) {
      at = backAt + 1;
      index = ++backIndex;
    } else return false;
  }
  while (tokens[at] === '*' || tokens[at] === '**') at++;
  return at === tokens.length;
}

function matchesUnit(token: Exclude<Token, '/' | '*' | '**'> | '/', unit: string): boolean {
  if (token === '?') return true;
  if (typeof token === 'string') return false;
  return 'unit' in token ? token.unit === unit : isIn(token, unit);
}

function isIn({ ranges, not }: TokenClass, unit: string): boolean {
  return ranges.some(([from, to]) => from <= unit && unit <= to) !== not;
}
