import type { Slot } from './types';

const SECTION_BITS = 12;
const POINT_BITS = 12;

/**
 * Numbers for the names of sections (`framework/section`) and of points, so that a slot fits in 32 bits. Names are
 * never taken out: there are a few hundred.
 */
export class NameTable {
  readonly #numbers: readonly [Map<string, number>, Map<string, number>];

  /** @param lists the names of sections and of points, in order of their numbers; the first point stands for none */
  constructor(
    readonly sections: string[] = [],
    readonly points: string[] = [''],
  ) {
    const numbers = (names: readonly string[]): Map<string, number> =>
      new Map(names.map((name, index) => [name, index]));
    this.#numbers = [numbers(sections), numbers(points)];
  }

  /** Number of a section, or -1 when no phrase serves it. */
  section(framework: string, section: string): number {
    return this.#numbers[0].get(`${framework}/${section}`) ?? -1;
  }

  /** Number of a point, or -1 when no phrase serves it. */
  point(id: string): number {
    return this.#numbers[1].get(id) ?? -1;
  }

  addSection(framework: string, section: string): number {
    return this.#add(this.sections, this.#numbers[0], `${framework}/${section}`);
  }

  addPoint(id: string): number {
    return this.#add(this.points, this.#numbers[1], id);
  }

  #add(names: string[], numbers: Map<string, number>, name: string): number {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    names.push(name);
    numbers.set(name, names.length - 1);
    return names.length - 1;
  }
}

/** A slot in 32 bits: section, point, fit in 256ths. Undefined for the 4097th section; points beyond 4095 are dropped. */
export function packSlot({ framework, section, point, fit }: Slot, names: NameTable): number | undefined {
  const number = names.addSection(framework, section);
  if (number >= 1 << SECTION_BITS) return undefined;
  const place = point === undefined ? 0 : names.addPoint(point);
  const known = place < 1 << POINT_BITS ? place : 0;
  const quantised = Math.max(1, Math.min(255, Math.round(fit * 255)));
  return ((number << (POINT_BITS + 8)) | (known << 8) | (Number.isFinite(quantised) ? quantised : 1)) >>> 0;
}

export function sectionOf(packed: number): number {
  return packed >>> (POINT_BITS + 8);
}

export function pointOf(packed: number): number {
  return (packed >>> 8) & ((1 << POINT_BITS) - 1);
}

/** Fit in 255ths, 1-255. */
export function fitOf(packed: number): number {
  return packed & 255;
}

export function unpackSlot(packed: number, names: NameTable): Slot {
  const name = names.sections[sectionOf(packed)] ?? '/';
  const cut = name.indexOf('/');
  const point = names.points[pointOf(packed)];
  return {
    framework: name.slice(0, cut),
    section: name.slice(cut + 1),
    point: point === '' ? undefined : point,
    fit: fitOf(packed) / 255,
  };
}
