import type { Slot } from './types';

const SECTION_BITS = 12;
const POINT_BITS = 12;

/**
 * Numbers for the names of sections (`framework/section`) and of points, so that a slot fits in 32 bits. Names are
 * never taken out: there are a few hundred.
 */
export class NameTable {
  /** Numbers of sections, by framework and section. */
  readonly #sections = new Map<string, Map<string, number>>();
  readonly #points = new Map<string, number>();
  readonly #parts: (readonly [string, string])[] = [];

  /** @param lists the names of sections and of points, in order of their numbers; the first point stands for none */
  constructor(
    readonly sections: string[] = [],
    readonly points: string[] = [''],
  ) {
    for (const [number, name] of sections.entries()) {
      const cut = name.indexOf('/');
      this.#in(name.slice(0, cut)).set(name.slice(cut + 1), number);
    }
    for (const [number, name] of points.entries()) this.#points.set(name, number);
  }

  /** Number of a point, or -1 when no phrase serves it. */
  point(id: string): number {
    return this.#points.get(id) ?? -1;
  }

  addSection(framework: string, section: string): number {
    const sections = this.#in(framework);
    let number = sections.get(section);
    if (number === undefined) {
      number = this.sections.push(`${framework}/${section}`) - 1;
      sections.set(section, number);
    }
    return number;
  }

  addPoint(id: string): number {
    let number = this.#points.get(id);
    if (number === undefined) this.#points.set(id, (number = this.points.push(id) - 1));
    return number;
  }

  /** Framework and section of a number. */
  split(number: number): readonly [framework: string, section: string] {
    let parts = this.#parts[number];
    if (!parts) {
      const name = this.sections[number] ?? '/';
      const cut = name.indexOf('/');
      this.#parts[number] = parts = [name.slice(0, cut), name.slice(cut + 1)];
    }
    return parts;
  }

  #in(framework: string): Map<string, number> {
    let sections = this.#sections.get(framework);
    if (!sections) this.#sections.set(framework, (sections = new Map<string, number>()));
    return sections;
  }
}

/** A slot in 32 bits: section, point, fit in 255ths. Undefined for the 4097th section; points beyond 4095 are dropped. */
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
  const [framework, section] = names.split(sectionOf(packed));
  const point = names.points[pointOf(packed)];
  return {
    framework,
    section,
    point: point === '' ? undefined : point,
    fit: fitOf(packed) / 255,
  };
}
