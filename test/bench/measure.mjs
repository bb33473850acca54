/** Times in milliseconds. Medians of many runs after a warm-up, the order of the candidates alternating. */

/** A candidate's turn: what it works with stays at hand, as while one types or checks, and no other waits long. */
const TURN = { runs: 10, milliseconds: 50 };
/** Runs that warm up: so many, or those in a third of the budget; at least one turn. */
const WARM_UP = { runs: 1000, share: 1 / 3 };

/**
 * @param candidates `{ name, run }`; `run` may return a promise
 * @param budget milliseconds for all runs of one candidate, about
 * @returns name → { median, p95, runs }
 */
export async function compare(candidates, { budget = 1500, least = 3, most = 400 } = {}) {
  const states = candidates.map((candidate) => ({ ...candidate, times: [], runs: 0, spent: 0 }));
  const isOver = ({ times, spent }) => times.length >= most || (spent > budget && times.length >= least);
  for (let round = 0; !states.every(isOver); round++) {
    for (const state of round % 2 === 0 ? states : [...states].reverse()) {
      if (isOver(state)) continue;
      const isWarm = state.runs >= WARM_UP.runs || (round > 0 && state.spent > budget * WARM_UP.share);
      const until = performance.now() + TURN.milliseconds;
      for (let run = 0; run < TURN.runs && performance.now() < until; run++) {
        const from = performance.now();
        await state.run();
        const took = performance.now() - from;
        state.runs++;
        state.spent += took;
        if (isWarm) state.times.push(took);
      }
    }
  }
  return new Map(states.map(({ name, times }) => [name, summary(times)]));
}

export function summary(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { median: at(0.5), p95: at(0.95), runs: sorted.length };
}
