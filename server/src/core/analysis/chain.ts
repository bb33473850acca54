/**
 * Linear-chain model over the sentences of a draft: given a score for every label of every sentence and for every
 * pair of neighbouring labels, finds the best labelling and how probable each label is. For training, all at once; a
 * draft is labelled piece by piece (`messagePassing.ts`), and tests hold one against the other.
 */
export interface Chain {
  /** Number of sentences. */
  readonly length: number;
  /** Number of labels. */
  readonly labels: number;
  /** Score of `label` at `position`, at `[position * labels + label]`. */
  readonly emissions: Float64Array;
  /** Score of going from label `previous` (`labels` stands for the start) to `label` at `position`. */
  readonly transition: (position: number, previous: number, label: number) => number;
}

export interface Decoded {
  /** Most probable label of every sentence, each for itself. */
  readonly best: Uint8Array;
  /** Probability of each label, laid out as the emissions. */
  readonly marginals: Float64Array;
  /** Logarithm of the sum of the exponentiated scores of all labellings. */
  readonly logPartition: number;
}

/** Forward-backward over the chain; O(length · labels²). */
export function decode(
  chain: Chain,
  onPair?: (position: number, previous: number, label: number, probability: number) => void,
): Decoded {
  const { length, labels, emissions, transition } = chain;
  const forward = new Float64Array(length * labels);
  const backward = new Float64Array(length * labels);
  const scores = new Float64Array(labels);
  for (let i = 0; i < length; i++) {
    for (let label = 0; label < labels; label++) {
      if (i === 0) {
        forward[label] = at(emissions, label) + transition(0, labels, label);
        continue;
      }
      for (let previous = 0; previous < labels; previous++) {
        scores[previous] = at(forward, (i - 1) * labels + previous) + transition(i, previous, label);
      }
      forward[i * labels + label] = at(emissions, i * labels + label) + logSumExp(scores);
    }
  }
  for (let i = length - 2; i >= 0; i--) {
    for (let label = 0; label < labels; label++) {
      for (let next = 0; next < labels; next++) {
        const ahead = (i + 1) * labels + next;
        scores[next] = at(backward, ahead) + at(emissions, ahead) + transition(i + 1, label, next);
      }
      backward[i * labels + label] = logSumExp(scores);
    }
  }
  const logPartition = length === 0 ? 0 : logSumExp(forward.subarray((length - 1) * labels));
  const marginals = new Float64Array(length * labels);
  const best = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    let top = -1;
    for (let label = 0; label < labels; label++) {
      const cell = i * labels + label;
      const probability = Math.exp(at(forward, cell) + at(backward, cell) - logPartition);
      marginals[cell] = probability;
      if (probability > top) {
        top = probability;
        best[i] = label;
      }
    }
  }
  if (onPair) reportPairs(chain, forward, backward, logPartition, onPair);
  return { best, marginals, logPartition };
}

function reportPairs(
  { length, labels, emissions, transition }: Chain,
  forward: Float64Array,
  backward: Float64Array,
  logPartition: number,
  onPair: (position: number, previous: number, label: number, probability: number) => void,
): void {
  for (let i = 0; i < length; i++) {
    for (let label = 0; label < labels; label++) {
      const here = at(emissions, i * labels + label) + at(backward, i * labels + label) - logPartition;
      if (i === 0) {
        onPair(0, labels, label, Math.exp(transition(0, labels, label) + here));
        continue;
      }
      for (let previous = 0; previous < labels; previous++) {
        const score = at(forward, (i - 1) * labels + previous) + transition(i, previous, label) + here;
        onPair(i, previous, label, Math.exp(score));
      }
    }
  }
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? Number.NEGATIVE_INFINITY;
}

function logSumExp(values: Float64Array): number {
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > max) max = value;
  if (max === Number.NEGATIVE_INFINITY) return max;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - max);
  return max + Math.log(sum);
}
