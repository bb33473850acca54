/** Times in milliseconds. Medians of many runs after a warm-up, the order of the candidates alternating. */

/**
 * @param candidates `{ name, run }`; `run` may return a promise
 * @param budget milliseconds for all runs of one candidate, about
 * @returns name → { median, p95, runs }
 */
export async function compare(candidates, { budget = 1500, least = 5, most = 400 } = {}) {
  const times = new Map(candidates.map(({ name }) => [name, []]));
  const active = new Set(candidates);
  const spent = new Map(candidates.map(({ name }) => [name, 0]));
  for (let round = 0; active.size > 0; round++) {
    const order = [...active];
    if (round % 2 === 1) order.reverse();
    for (const candidate of order) {
      const from = performance.now();
      await candidate.run();
      const took = performance.now() - from;
      const list = times.get(candidate.name);
      const total = spent.get(candidate.name) + took;
      spent.set(candidate.name, total);
      // The first runs warm up; a slow candidate is not asked more than it must.
      if (round >= 2 || took > budget / 3) list.push(took);
      if ((total > budget && list.length >= Math.min(least, 3)) || list.length >= most)
        active.delete(candidate);
    }
  }
  return new Map([...times].map(([name, list]) => [name, summary(list)]));
}

export function summary(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { median: at(0.5), p95: at(0.95), runs: sorted.length };
}
