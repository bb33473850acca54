/** `[a-z]`, or any but these. */
export interface TokenClass {
  readonly ranges: readonly (readonly [from: string, to: string])[];
  readonly not: boolean;
}

/** What a glob is made of; a unit is itself. */
export type Token = '/' | '*' | '**' | '?' | TokenClass | { readonly unit: string };

/** More choices of a glob than this nobody writes: `{a,b}` twenty times over is a million. */
const MOST_CHOICES = 256;
/** Braces within braces. */
const MOST_DEPTH = 16;

/** A glob that cannot be read. */
class NoGlob extends Error {}
/** A glob with what is not read here: `+(…)`, `*(…)`, `!(…)`. */
class OtherGlob extends Error {}

/**
 * Takes a glob apart, each choice it offers (`{a,b}`, `(a|b)`, `@(a|b)`, `?(a)`) by itself.
 * @returns undefined when it is not closed or offers too many; `other` when it repeats or excludes a choice
 */
export function globTokens(glob: string): readonly (readonly Token[])[] | 'other' | undefined {
  try {
    return new GlobReader(glob).read();
  } catch (error) {
    if (error instanceof OtherGlob) return 'other';
    if (error instanceof NoGlob) return undefined;
    throw error;
  }
}

class GlobReader {
  #at = 0;

  constructor(private readonly glob: string) {}

  read(): Token[][] {
    return this.#choices('', 0);
  }

  /** @param closing the characters at which a group ends or goes on with its next choice; none at the outside */
  #choices(closing: '' | ',}' | '|)', depth: number): Token[][] {
    if (depth > MOST_DEPTH) throw new NoGlob();
    const all: Token[][] = [];
    let now: Token[][] = [[]];
    for (;;) {
      const unit = this.glob.charAt(this.#at++);
      if (unit === '' && closing !== '') throw new NoGlob();
      if (unit === '' || (closing !== '' && unit === closing.charAt(1))) return limited([...all, ...now]);
      if (closing !== '' && unit === closing.charAt(0)) {
        all.push(...now);
        now = [[]];
      } else now = this.#next(unit, now, depth);
    }
  }

  #next(unit: string, now: Token[][], depth: number): Token[][] {
    const group = this.#group(unit, depth);
    if (group) return limited(now.flatMap((tokens) => group.map((more) => [...tokens, ...more])));
    const token = this.#token(unit);
    for (const tokens of now) tokens.push(token);
    return now;
  }

  #group(unit: string, depth: number): Token[][] | undefined {
    if (unit === '{' && this.glob.includes('}', this.#at)) return this.#choices(',}', depth + 1);
    if (unit === '(') return this.#choices('|)', depth + 1);
    if (this.glob.charAt(this.#at) !== '(' || !'@?*+!'.includes(unit)) return undefined;
    if (unit !== '@' && unit !== '?') throw new OtherGlob();
    this.#at++;
    const choices = this.#choices('|)', depth + 1);
    return unit === '?' ? [...choices, []] : choices;
  }

  #token(unit: string): Token {
    switch (unit) {
      case '/':
      case '?':
        return unit;
      case '*': {
        const from = this.#at;
        while (this.glob.charAt(this.#at) === '*') this.#at++;
        return this.#at > from ? '**' : '*';
      }
      case '[':
        return this.#class();
      case '\\':
        return { unit: this.glob.charAt(this.#at++) || unit };
      default:
        return { unit };
    }
  }

  /** @throws NoGlob for a bracket that is never closed */
  #class(): Token {
    const found = /^([!^]?)(\]?(?:\\.|[^\]\\])*)\]/s.exec(this.glob.slice(this.#at));
    if (!found) throw new NoGlob();
    const [whole, not, inside = ''] = found;
    this.#at += whole.length;
    const units = [...inside.matchAll(/\\(.)|(.)/gs)].map(([, escaped, plain]) => escaped ?? plain ?? '');
    const ranges: [string, string][] = [];
    for (let index = 0; index < units.length; index++) {
      const unit = units[index] ?? '';
      const to = units[index + 2];
      if (units[index + 1] === '-' && to !== undefined) {
        ranges.push([unit, to]);
        index += 2;
      } else ranges.push([unit, unit]);
    }
    return { ranges, not: not !== '' };
  }
}

function limited(choices: Token[][]): Token[][] {
  if (choices.length > MOST_CHOICES) throw new NoGlob();
  return choices;
}
