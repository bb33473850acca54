/** Share of all votes with which one is elected. */
const ELECTED = 0.5;

/**
 * Who has at least half of all votes: either of two with half each, undefined when nobody has.
 * @param votes those that were cast
 * @param all how many could have been cast
 */
export function winnerOf(votes: readonly number[], all: number): number | undefined {
  const last = votes.at(-1);
  if (last === undefined || votes.length < all * ELECTED) return undefined;
  // What more than half vote for is left when votes for different ones cancel each other out (Boyer and Moore). What
  // exactly half vote for is the last vote, or has more than half of the others.
  let candidate = -1;
  let lead = 0;
  for (let i = 0; i < votes.length - 1; i++) {
    const vote = votes[i] ?? -1;
    if (lead === 0) candidate = vote;
    lead += vote === candidate ? 1 : -1;
  }
  for (const likely of [candidate, last]) {
    let count = 0;
    for (const vote of votes) if (vote === likely) count++;
    if (count >= all * ELECTED) return likely;
  }
  return undefined;
}
