import type { LabelledPassage } from './labelledPassage';
import type { Slot } from './statusFeatures';

/** A line by its passage and its number in it. */
interface At {
  readonly passage: number;
  readonly line: number;
}

/** The lines of no section between the section before and the section after: where one would be expected. */
export function slotOf(passages: readonly LabelledPassage[], index: number, sections: number): Slot {
  const from = index === 0 ? undefined : lastOf(passages, index - 1);
  const to = index === sections - 1 ? undefined : firstOf(passages, index + 1);
  const end = to ?? { passage: passages.length, line: 0 };
  let lines = 0;
  let top = 0;
  for (let at = from?.passage ?? 0; at < passages.length && at <= end.passage; at++) {
    const passage = passages[at];
    if (!passage) break;
    const start = at === from?.passage ? from.line + 1 : 0;
    const stop = at === end.passage ? end.line : passage.count;
    for (let line = start; line < stop; line++) {
      if (passage.sectionOf(line) >= 0) continue;
      lines++;
      top = Math.max(top, passage.chance(line, index));
    }
  }
  return { lines, top };
}

function firstOf(passages: readonly LabelledPassage[], section: number): At | undefined {
  for (let at = 0; at < passages.length; at++) {
    const passage = passages[at];
    for (let line = 0; line < (passage?.count ?? 0); line++)
      if (passage?.sectionOf(line) === section) return { passage: at, line };
  }
  return undefined;
}

function lastOf(passages: readonly LabelledPassage[], section: number): At | undefined {
  for (let at = passages.length - 1; at >= 0; at--) {
    const passage = passages[at];
    for (let line = (passage?.count ?? 0) - 1; line >= 0; line--)
      if (passage?.sectionOf(line) === section) return { passage: at, line };
  }
  return undefined;
}
