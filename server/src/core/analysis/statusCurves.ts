import { STATUS_FEATURES } from './statusFeatures';
import { WORD_FEATURES } from './sectionWords';

/** Everything the status of a section can depend on, in the order the values come. */
export const CURVE_FEATURES = [...STATUS_FEATURES, ...WORD_FEATURES] as const;

/** How one feature moves the judgement, as stored: numbers with a space between. */
export interface StoredCurve {
  readonly feature: string;
  /** Where one step ends and the next begins; the first step lies below the first cut. */
  readonly cuts: string;
  /** What each step adds, one more than there are cuts. */
  readonly full: string;
  readonly weak: string;
}

/** The judgement as a sum of curves, one for each feature that has a say; `absent` is the zero point. */
export interface StoredCurves {
  readonly full: number;
  readonly weak: number;
  readonly curves: readonly StoredCurve[];
}

interface Curve {
  readonly feature: number;
  readonly cuts: readonly number[];
  readonly full: readonly number[];
  readonly weak: readonly number[];
}

/**
 * Judges full, weak or absent by a sum of step curves (a generalised additive model): each feature adds what its
 * curve says for its value and nothing else, so every judgement can be taken apart feature by feature.
 */
export class StatusCurves {
  readonly #curves: readonly Curve[];

  constructor(private readonly stored: StoredCurves) {
    this.#curves = stored.curves.map(({ feature, cuts, full, weak }) => ({
      feature: CURVE_FEATURES.findIndex((name) => name === feature),
      cuts: numbers(cuts),
      full: numbers(full),
      weak: numbers(weak),
    }));
  }

  /** Probabilities from the values of CURVE_FEATURES. */
  judge(values: readonly number[]): Record<'full' | 'weak' | 'absent', number> {
    let { full, weak } = this.stored;
    for (const curve of this.#curves) {
      const value = values[curve.feature] ?? 0;
      const above = curve.cuts.findIndex((cut) => value < cut);
      const step = above < 0 ? curve.cuts.length : above;
      full += curve.full[step] ?? 0;
      weak += curve.weak[step] ?? 0;
    }
    const a = Math.exp(full);
    const b = Math.exp(weak);
    const total = a + b + 1;
    return { full: a / total, weak: b / total, absent: 1 / total };
  }
}

function numbers(text: string): number[] {
  return text === '' ? [] : text.split(' ').map(Number);
}
