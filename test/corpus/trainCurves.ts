import type { Status } from '../../server/src/core/analysis/coverage';
import { CURVE_FEATURES, type StoredCurves } from '../../server/src/core/analysis/statusCurves';
import { seeded } from './random';

/** One judged section as the trainer sees it. */
export interface StatusSample {
  /** Values of CURVE_FEATURES. */
  readonly features: readonly number[];
  readonly status: Status;
  readonly weight: number;
}

const ROUNDS = 600;
const RATE = 0.06;
/** Pull towards zero, as so many samples that say nothing. */
const PULL = 5;
/** A step is made of at least this many samples. */
const LEAST = 20;
const MOST_CUTS = 31;
/** Share of the samples and of the features that are looked at in a round. */
const SAMPLED = 0.8;
const FEATURES_SAMPLED = 0.5;

/**
 * Fits step curves by boosting: each round finds, for each status, the one cut of one feature that explains most of
 * what is left unexplained, and takes a small step there. Deterministic.
 */
export function fitCurves(samples: readonly StatusSample[]): StoredCurves {
  const size = CURVE_FEATURES.length;
  const cuts = Array.from({ length: size }, (_, feature) =>
    cutsOf(samples.map(({ features }) => features[feature] ?? 0)),
  );
  const bins = cuts.map((own, feature) =>
    Uint8Array.from(samples, ({ features }) => binOf(features[feature] ?? 0, own)),
  );
  const gold = samples.map(({ status }) => CLASSES.indexOf(status));
  const scores = CLASSES.map(() => new Float64Array(samples.length));
  const start = CLASSES.map((_, k) => Math.log(share(samples, gold, k)));
  for (const [k, own] of scores.entries()) own.fill(start[k] ?? 0);
  const steps = CLASSES.map(() => cuts.map((own) => new Float64Array(own.length + 1)));
  const random = seeded(23);
  for (let round = 0; round < ROUNDS; round++) {
    const rows = samples.map((_, index) => index).filter(() => random() < SAMPLED);
    const chances = samples.map((_, row) => softmax(scores.map((own) => own[row] ?? 0)));
    for (let k = 0; k < CLASSES.length; k++) {
      const looked = cuts.map(() => random() < FEATURES_SAMPLED);
      const gradient = new Float64Array(samples.length);
      const curvature = new Float64Array(samples.length);
      for (const row of rows) {
        const chance = chances[row]?.[k] ?? 0;
        const weight = samples[row]?.weight ?? 1;
        gradient[row] = weight * ((gold[row] === k ? 1 : 0) - chance);
        curvature[row] = weight * chance * (1 - chance) * 2;
      }
      const best = bestCut(rows, bins, cuts, looked, gradient, curvature);
      if (!best) continue;
      const curve = steps[k]?.[best.feature];
      const column = bins[best.feature];
      const score = scores[k];
      if (!curve || !column || !score) continue;
      for (let bin = 0; bin < curve.length; bin++)
        curve[bin] = (curve[bin] ?? 0) + RATE * (bin <= best.cut ? best.below : best.above);
      for (let row = 0; row < samples.length; row++)
        score[row] = (score[row] ?? 0) + RATE * ((column[row] ?? 0) <= best.cut ? best.below : best.above);
    }
  }
  return store(cuts, steps, start);
}

const CLASSES: readonly Status[] = ['full', 'weak', 'absent'];

function share(samples: readonly StatusSample[], gold: readonly number[], k: number): number {
  let all = 1e-9;
  let own = 1e-9;
  for (const [row, { weight }] of samples.entries()) {
    all += weight;
    if (gold[row] === k) own += weight;
  }
  return own / all;
}

/** Values between neighbours at about equal shares of the samples. */
function cutsOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const cuts = new Set<number>();
  for (let i = 1; i <= MOST_CUTS; i++) {
    const at = Math.floor((i * sorted.length) / (MOST_CUTS + 1));
    const value = sorted[at] ?? 0;
    if (value > (sorted[0] ?? 0)) cuts.add(Number(value.toPrecision(4)));
  }
  return [...cuts].sort((a, b) => a - b);
}

function binOf(value: number, cuts: readonly number[]): number {
  let bin = 0;
  while (bin < cuts.length && value >= (cuts[bin] ?? 0)) bin++;
  return bin;
}

interface Cut {
  readonly feature: number;
  /** The last bin below. */
  readonly cut: number;
  readonly below: number;
  readonly above: number;
}

function bestCut(
  rows: readonly number[],
  bins: readonly Uint8Array[],
  cuts: readonly (readonly number[])[],
  looked: readonly boolean[],
  gradient: Float64Array,
  curvature: Float64Array,
): Cut | undefined {
  let best: Cut | undefined;
  let most = 1e-6;
  for (const [feature, column] of bins.entries()) {
    const count = (cuts[feature]?.length ?? 0) + 1;
    if (!looked[feature] || count < 2) continue;
    const g = new Float64Array(count);
    const h = new Float64Array(count);
    const n = new Uint32Array(count);
    for (const row of rows) {
      const bin = column[row] ?? 0;
      g[bin] = (g[bin] ?? 0) + (gradient[row] ?? 0);
      h[bin] = (h[bin] ?? 0) + (curvature[row] ?? 0);
      n[bin] = (n[bin] ?? 0) + 1;
    }
    const total = g.reduce((sum, value) => sum + value, 0);
    const bend = h.reduce((sum, value) => sum + value, 0);
    let gBelow = 0;
    let hBelow = 0;
    let nBelow = 0;
    for (let cut = 0; cut < count - 1; cut++) {
      gBelow += g[cut] ?? 0;
      hBelow += h[cut] ?? 0;
      nBelow += n[cut] ?? 0;
      if (nBelow < LEAST || rows.length - nBelow < LEAST) continue;
      const below = gBelow / (hBelow + PULL);
      const above = (total - gBelow) / (bend - hBelow + PULL);
      const gain = gBelow * below + (total - gBelow) * above - (total * total) / (bend + PULL);
      if (gain <= most) continue;
      most = gain;
      best = { feature, cut, below, above };
    }
  }
  return best;
}

function softmax(scores: readonly number[]): number[] {
  const max = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - max));
  const total = raised.reduce((sum, value) => sum + value, 0);
  return raised.map((value) => value / total);
}

/** Relative to `absent`; neighbouring steps of the same height are one. */
function store(
  cuts: readonly (readonly number[])[],
  steps: readonly (readonly Float64Array[])[],
  start: readonly number[],
): StoredCurves {
  const [full = [], weak = [], absent = []] = steps;
  const curves = CURVE_FEATURES.flatMap((feature, at) => {
    const height = (own: readonly Float64Array[], bin: number): number =>
      Number(((own[at]?.[bin] ?? 0) - (absent[at]?.[bin] ?? 0)).toFixed(2));
    const kept: number[] = [];
    const heights = [{ full: height(full, 0), weak: height(weak, 0) }];
    for (const [cut, value] of (cuts[at] ?? []).entries()) {
      const next = { full: height(full, cut + 1), weak: height(weak, cut + 1) };
      const last = heights.at(-1);
      if (last?.full === next.full && last.weak === next.weak) continue;
      kept.push(value);
      heights.push(next);
    }
    const flat = heights.every((own) => own.full === 0 && own.weak === 0);
    if (flat) return [];
    return [
      {
        feature,
        cuts: kept.join(' '),
        full: heights.map((own) => own.full).join(' '),
        weak: heights.map((own) => own.weak).join(' '),
      },
    ];
  });
  const [startFull = 0, startWeak = 0, startAbsent = 0] = start;
  return {
    full: Number((startFull - startAbsent).toFixed(3)),
    weak: Number((startWeak - startAbsent).toFixed(3)),
    curves,
  };
}
