import type { Block } from '../draft/blocks';
import type { Draft } from '../draft/draft';
import { chooseFramework, type FrameworkChoice } from '../framework/choose';
import { KindRecogniser, type KindRecognition } from '../framework/kinds';
import { mergeKinds } from '../framework/kindsLoad';
import type { Framework, Rubrics } from '../framework/types';
import { spokenSeconds } from '../text/count';
import { type CompiledRubrics, sectionCounts } from './compiled';
import { judgeCoverage, type SectionCoverage } from './coverage';
import { Labeller, type LabelledLine, type Labelling } from './label';
import { type Answer, layOut } from './lines';
import { Lexicon } from './lexicon';
import type { Model } from './model';
import { type BlockReading, readBlock } from './passage';
import { RecentSentences } from './recentSentences';
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
  /** The answer's passages with the sections they realise; undefined without a framework. */
  readonly labelling?: Labelling;
  /** Every line with its sections; made when first asked for. */
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
 * Analyses drafts against one set of rubrics. What depends on a block alone is kept with the block, what depends on
 * its neighbours too as long as those do not change: an edit costs what it touches, and a look at every block.
 */
export class Analyzer {
  readonly lexicon: Lexicon;
  readonly #readings = new WeakMap<Block, BlockReading>();
  /** By the lineage of the draft. */
  readonly #recent = new WeakMap<object, RecentSentences>();
  readonly #scorer: SentenceScorer;
  readonly #labellers = new Map<Framework, Labeller>();
  readonly #kinds: KindRecogniser | undefined;
  readonly #sectionCounts: ReadonlySet<number>;

  /** @param compiled of just these rubrics */
  constructor(
    readonly rubrics: Rubrics,
    readonly model: Model,
    compiled?: CompiledRubrics,
  ) {
    this.lexicon = new Lexicon(rubrics, compiled?.lexicon);
    this.#scorer = new SentenceScorer(model);
    this.#sectionCounts = new Set(compiled?.sectionCounts ?? sectionCounts(rubrics));
    const kinds = mergeKinds(rubrics.kinds ?? []);
    this.#kinds = kinds.kinds.length > 0 ? new KindRecogniser(kinds, undefined, compiled?.kinds) : undefined;
  }

  /** Analyses a draft. Never throws on any text. */
  analyse(draft: Draft, options: AnalysisOptions = {}): Analysis {
    const { rubrics } = this;
    const recent = this.#recentOf(draft);
    const answer = layOut(draft, (block) => this.#readingOf(block, recent), this.#sectionCounts);
    const hanzi = answer.passages.reduce((sum, { reading }) => sum + reading.hanzi, 0);
    const length = { hanzi, spokenSeconds: spokenSeconds(hanzi, options.speakingRate) };
    const kinds = this.#kinds?.recognise(draft.question?.text ?? '', draft.frontMatter.kind?.value);
    const choice = chooseFramework(draft, answer, rubrics, this.#scorer, options.framework, kinds);
    const asked = kinds ? { kinds } : {};
    if (!choice) return { draft, ...asked, rubrics, answer, lines: [], sections: [], length };
    const labelling = this.#labellerOf(choice).label(answer);
    const sections = judgeCoverage(labelling, this.model);
    return {
      draft,
      ...asked,
      rubrics,
      choice,
      answer,
      labelling,
      get lines() {
        return labelling.lines;
      },
      sections,
      length,
    };
  }

  #recentOf({ lineage }: Draft): RecentSentences {
    let recent = this.#recent.get(lineage);
    if (!recent) this.#recent.set(lineage, (recent = new RecentSentences()));
    recent.begin();
    return recent;
  }

  #readingOf(block: Block, recent: RecentSentences): BlockReading {
    let reading = this.#readings.get(block);
    if (!reading) {
      reading = readBlock(block, this.lexicon, recent);
      this.#readings.set(block, reading);
    }
    return reading;
  }

  #labellerOf({ framework, index }: FrameworkChoice): Labeller {
    let labeller = this.#labellers.get(framework);
    if (!labeller) {
      labeller = new Labeller(framework, index, this.#scorer);
      this.#labellers.set(framework, labeller);
    }
    return labeller;
  }
}
