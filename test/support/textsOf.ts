import { type AST, parseRegExpLiteral } from '@eslint-community/regexpp';
import { seeded } from '../corpus/random';

/** Where an expression takes any character but a few, the first of these that it takes; in no list of words. */
export const FILLERS = ['窑', '鹤', '蓑'];
/** More repetitions say nothing new, unless no fewer will do. */
const MOST_REPEATED = 2;

/**
 * Texts that an expression means to match, made by walking through its source. What it looks ahead to is written out;
 * what it looks ahead against, or behind to, is not minded, so that not each text does match.
 * @param seed the same makes the same texts
 */
export function textsOf(expression: RegExp, seed: number): () => string {
  const { pattern } = parseRegExpLiteral(new RegExp(expression.source));
  const walk = new Walk(seeded(seed));
  return () => walk.next(pattern.alternatives);
}

class Walk {
  readonly #random: () => number;
  /** How often each choice was made. */
  readonly #made = new Map<object, number>();
  /** What the groups of a text said. */
  readonly #groups = new Map<AST.CapturingGroup, string>();

  constructor(random: () => number) {
    this.#random = random;
  }

  next(alternatives: readonly AST.Alternative[]): string {
    this.#groups.clear();
    return this.#text(alternatives);
  }

  #text(alternatives: readonly AST.Alternative[]): string {
    const chosen = this.#choose(alternatives);
    return chosen?.elements.map((element) => this.#element(element)).join('') ?? '';
  }

  #element(element: AST.Element): string {
    switch (element.type) {
      case 'Character':
        return String.fromCodePoint(element.value);
      case 'CharacterClass':
        return this.#oneOf(element);
      case 'CharacterSet':
        return FILLERS[0] ?? '';
      case 'Group':
        return this.#text(element.alternatives);
      case 'CapturingGroup': {
        const text = this.#text(element.alternatives);
        this.#groups.set(element, text);
        return text;
      }
      case 'Backreference':
        return [element.resolved].flat().reduce((said, group) => said + (this.#groups.get(group) ?? ''), '');
      case 'Quantifier':
        return this.#repeated(element);
      case 'Assertion':
        return element.kind === 'lookahead' && !element.negate ? this.#text(element.alternatives) : '';
      default:
        throw new Error(`Not minded here: ${element.raw}`);
    }
  }

  #repeated({ min, max, element }: AST.Quantifier): string {
    const most = Math.min(max, Math.max(min, MOST_REPEATED));
    const times = min + Math.floor(this.#random() * (most - min + 1));
    return Array.from({ length: times }, () => this.#element(element)).join('');
  }

  /** A character of a class; of one that names what it does not take, a filler. */
  #oneOf({ negate, elements, raw }: AST.CharacterClass): string {
    if (negate) return FILLERS.find((filler) => !raw.includes(filler)) ?? '';
    const chosen = this.#choose<AST.CharacterClass['elements'][number]>(elements);
    if (chosen?.type === 'Character') return String.fromCodePoint(chosen.value);
    if (chosen?.type !== 'CharacterClassRange') throw new Error(`Not minded here: ${raw}`);
    const { min, max } = chosen;
    return String.fromCodePoint(min.value + Math.floor(this.#random() * (max.value - min.value + 1)));
  }

  /** One of those chosen least so far: all are soon, whatever stands around them. */
  #choose<T extends object>(choices: readonly T[]): T | undefined {
    const counts = choices.map((choice) => this.#made.get(choice) ?? 0);
    const least = Math.min(...counts);
    const rare = choices.filter((_, at) => counts[at] === least);
    const chosen = rare[Math.floor(this.#random() * rare.length)];
    if (chosen) this.#made.set(chosen, least + 1);
    return chosen;
  }
}
