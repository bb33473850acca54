/*
 * What may be set for the rules; the manifest says the same. A file of its own, as those who only read what was set
 * are started without the rest.
 */

/** Speaking rates in 字 per minute: nobody speaks an answer slower or faster. */
export const SLOWEST_RATE = 60;
export const FASTEST_RATE = 400;
/** The longest time limit, in minutes. */
export const MOST_MINUTES = 120;
