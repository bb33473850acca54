import { Passage } from '../../analysis/passage';
import { keptWith } from '../../text/kept';
import { formsIn } from '../sentenceForms';

/** Of the passages in which nobody does: most. */
const NOBODY = new Uint8Array();

/** For every line of a passage, whether it reports, defers or complies; empty when none does. */
export const followingIn = keptWith(
  Passage,
  ({ lines }: Passage): Uint8Array => {
    let following: Uint8Array | undefined;
    let at = 0;
    for (const evidence of lines) {
      const { does } = formsIn(evidence);
      if (does !== 0) (following ??= new Uint8Array(lines.length))[at] = does;
      at++;
    }
    return following ?? NOBODY;
  },
  NOBODY,
);
