/** Most characters of a draft, resp. bytes of a file, that a tool takes from an agent; an answer has some thousand. */
export const MAX_DRAFT = 2_000_000;

/** Phrases an agent gets unless it says how many, and at most. */
export const SUGGESTIONS = 10;
export const MOST_SUGGESTIONS = 50;
