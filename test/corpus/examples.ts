import {
  noneFeatures,
  nonePlaceFeatures,
  sectionFeatures,
  sectionPlaceFeatures,
} from '../../server/src/core/analysis/features';
import { countSignals } from '../../server/src/core/analysis/signals';
import { layOut } from '../../server/src/core/analysis/layOut';
import type { Line } from '../../server/src/core/analysis/lines';
import type { Lexicon } from '../../server/src/core/analysis/lexicon';
import { ngramBuckets } from '../../server/src/core/analysis/ngrams';
import { readBlock } from '../../server/src/core/analysis/passage';
import { parseDraft } from '../../server/src/core/draft/draft';
import type { Rubrics } from '../../server/src/core/framework/types';
import { fold } from '../../server/src/core/text/fold';
import type { LabelledDraft } from './labelled';
import type { LabelledLine } from './lines';

/** Numbers and values of the features that hold. */
export interface Features {
  readonly ids: readonly number[];
  readonly values: readonly number[];
}

/** A draft as the trainer sees it: features of every line for every label, and the right labels. */
export interface Example {
  readonly draft: LabelledDraft;
  readonly framework: number;
  /** Sections of the framework; the label for `none`. */
  readonly none: number;
  readonly gold: readonly number[];
  /** `[line][label]`; the last label is none. */
  readonly features: readonly (readonly Features[])[];
  readonly buckets: readonly Uint16Array[];
  readonly lines: readonly Line[];
}

/** A sentence that belongs to no draft. */
export interface AloneExample {
  readonly framework: number;
  /** Section, or the number of sections for none. */
  readonly label: number;
  readonly buckets: Uint16Array;
}

/** Turns sentences of their own into training features; those of frameworks or sections there are not are left out. */
export function toAloneExamples(lines: readonly LabelledLine[], { frameworks }: Rubrics): AloneExample[] {
  return lines.flatMap(({ framework: id, section, text }) => {
    const framework = frameworks.findIndex((own) => own.id === id);
    const sections = frameworks[framework]?.sections;
    if (!sections) return [];
    const at = sections.findIndex((own) => own.id === section);
    if (section !== undefined && at < 0) return [];
    return [{ framework, label: at < 0 ? sections.length : at, buckets: ngramBuckets(fold(text)) }];
  });
}

/** Turns a labelled draft into training features. */
export function toExample(draft: LabelledDraft, lexicon: Lexicon): Example {
  const frameworkIndex = lexicon.rubrics.frameworks.findIndex(({ id }) => id === draft.framework);
  const framework = lexicon.rubrics.frameworks[frameworkIndex];
  if (!framework) throw new Error(`${draft.id}: no framework ${draft.framework}`);
  const none = framework.sections.length;
  const answer = layOut(parseDraft(draft.text), (block) => readBlock(block, lexicon));
  const { lines } = answer;
  const gold = lines.map((line) => {
    const section = sectionAt(draft, line)[0];
    const index = framework.sections.findIndex(({ id }) => id === section);
    return index < 0 ? none : index;
  });
  const features = lines.map((line, index) => {
    const signals = countSignals(line, frameworkIndex, none);
    const place = { index, count: lines.length };
    const asked = { framework: frameworkIndex, sections: none, headings: answer.headingCount };
    const labels = framework.sections.map((_, section) =>
      gather((sink) => {
        sectionFeatures(line, signals, { ...asked, section }, sink);
        sectionPlaceFeatures(place, section, none, sink);
      }),
    );
    const ofNone = gather((sink) => {
      noneFeatures(line, signals, sink);
      nonePlaceFeatures(place, sink);
    });
    return [...labels, ofNone];
  });
  const buckets = lines.map((line) => ngramBuckets(line.evidence.sentence.folded));
  return { draft, framework: frameworkIndex, none, gold, features, buckets, lines };
}

function gather(fill: (sink: (id: number, value: number) => void) => void): Features {
  const ids: number[] = [];
  const values: number[] = [];
  fill((id, value) => {
    ids.push(id);
    values.push(value);
  });
  return { ids, values };
}

/** Sections of the labelled sentence that shares most with a line. */
export function sectionAt(draft: LabelledDraft, line: { from: number; to: number }): readonly string[] {
  let best: readonly string[] = [];
  let most = 0;
  for (const { from, to, sections } of draft.sentences) {
    const shared = Math.min(to, line.to) - Math.max(from, line.from);
    if (shared > most) {
      most = shared;
      best = sections;
    }
  }
  return best;
}
