import type { Localized } from './types';

/** A text as a data file has it: one for both languages, or each its own; English may be left out. */
export type RawText = string | { readonly zh: string; readonly en?: string };

/** A text of a data file in both languages. */
export function localized(raw: RawText): Localized {
  const { zh, en = zh } = typeof raw === 'string' ? { zh: raw } : raw;
  return { zh, en };
}
