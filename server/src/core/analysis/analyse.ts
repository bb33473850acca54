import type { Block } from '../draft/blocks';
import type { Draft } from '../draft/draft';
import { chooseFramework, type FrameworkChoice } from '../framework/choose';
import { KindRecogniser, type KindRecognition } from '../framework/kinds';
import { mergeKinds } from '../framework/kindsLoad';
import type { Rubrics } from '../framework/types';
import { spokenSeconds } from '../text/count';
import { judgeCoverage, type SectionCoverage } from './coverage';
import { collectEvidence, type SentenceEvidence } from './evidence';
import { type LabelledLine, labelLines } from './label';
import { type Answer, layOut } from './lines';
import { Lexicon } from './lexicon';
import type { Model } from './model';
import { SentenceScorer } from './scorer';

/** What is known of a draft; immutable. */
export interface Analysis {
  readonly draft: Draft;
  /** What it was analysed against. */
  readonly rubrics: Rubrics;
  /** Undefined only when there are no frameworks. */
  readonly choice?: FrameworkChoice;
  /** What the question asks for; undefined without a question, or when the rubrics have no kinds. */
  readonly kinds?: KindRecognition;
  readonly answer: Answer;
  readonly lines: readonly LabelledLine[];
  /** In framework order. */
  readonly sections: readonly SectionCoverage[];
  readonly length: { readonly hanzi: number; readonly spokenSeconds: number };
}

export interface AnalysisOptions {
  /** Framework id from the settings; the front matter goes before it. */
  readonly framework?: string | undefined;
  /** 字 per minute. */
  readonly speakingRate?: number | undefined;
}

/**
 * Analyses drafts against one set of rubrics. What depends on a block's text alone is kept with the block, so after
 * an edit only the touched blocks are scanned again.
 */
export class Analyzer {
  readonly lexicon: Lexicon;
  readonly #evidence = new WeakMap<Block, readonly SentenceEvidence[]>();
  readonly #scorer: SentenceScorer;
  readonly #kinds: KindRecogniser | undefined;

  constructor(
    readonly rubrics: Rubrics,
    readonly model: Model,
  ) {
    this.lexicon = new Lexicon(rubrics);
    this.#scorer = new SentenceScorer(model);
    const kinds = mergeKinds(rubrics.kinds ?? []);
    this.#kinds = kinds.kinds.length > 0 ? new KindRecogniser(kinds) : undefined;
  }

  /** Analyses a draft. Never throws on any text. */
  analyse(draft: Draft, options: AnalysisOptions = {}): Analysis {
    const answer = layOut(draft, (block) => this.#evidenceOf(block));
    const hanzi = answer.lines.reduce((sum, line) => sum + line.evidence.sentence.hanzi, 0);
    const length = { hanzi, spokenSeconds: spokenSeconds(hanzi, options.speakingRate) };
    const kinds = this.#kinds?.recognise(draft.question?.text ?? '', draft.frontMatter.kind?.value);
    const choice = chooseFramework(draft, answer.lines, this.rubrics, this.#scorer, options.framework, kinds);
    const asked = kinds ? { kinds } : {};
    if (!choice) return { draft, ...asked, rubrics: this.rubrics, answer, lines: [], sections: [], length };
    const { framework, index } = choice;
    const lines = labelLines(answer, framework, index, this.#scorer);
    const sections = judgeCoverage(lines, answer, framework, index, this.model);
    return { draft, ...asked, rubrics: this.rubrics, choice, answer, lines, sections, length };
  }

  #evidenceOf(block: Block): readonly SentenceEvidence[] {
    let evidence = this.#evidence.get(block);
    if (!evidence) {
      evidence = collectEvidence(block, this.lexicon);
      this.#evidence.set(block, evidence);
    }
    return evidence;
  }
}
