import { Block } from '../draft/blocks';
import { type Draft, Lineage } from '../draft/draft';
import { chooseFramework, type FrameworkChoice } from '../framework/choose';
import { KindRecogniser, type KindRecognition } from '../framework/kinds';
import { mergeKinds } from '../framework/kindsLoad';
import type { Framework, Rubrics } from '../framework/types';
import { spokenSeconds } from '../text/count';
import { keptWithLast, Shelf } from '../text/kept';
import { type CompiledRubrics, sectionCounts } from './compiled';
import { judgeCoverage, type SectionCoverage } from './coverage';
import { Labeller, type LabelledLine, type Labelling } from './label';
import { type Layout, updateLayout } from './layOut';
import type { Answer } from './lines';
import { Lexicon } from './lexicon';
import type { Model } from './model';
import { type BlockReading, readBlock } from './passage';
import { RecentSentences } from './recentSentences';
import { SentenceScorer } from './scorer';

/**
 * What is known of a draft; immutable. A class, because a literal with a getter gets a hidden class of its own every
 * time, and with it the engine holds the whole analysis until the next full garbage collection.
 */
export class Analysis {
  static readonly shelf = new Shelf();
  /** For what rules find out about it. */
  readonly kept = Analysis.shelf.make();
  readonly draft: Draft;
  /** What it was analysed against. */
  readonly rubrics: Rubrics;
  /** Undefined only when there are no frameworks. */
  readonly choice: FrameworkChoice | undefined;
  /** What the question asks for; undefined without a question, or when the rubrics have no kinds. */
  readonly kinds: KindRecognition | undefined;
  readonly answer: Answer;
  /** The answer's passages with the sections they realise; undefined without a framework. */
  readonly labelling: Labelling | undefined;
  /** In framework order. */
  readonly sections: readonly SectionCoverage[];
  readonly length: { readonly hanzi: number; readonly spokenSeconds: number };

  constructor(known: Omit<Analysis, 'kept' | 'lines'>) {
    this.draft = known.draft;
    this.rubrics = known.rubrics;
    this.choice = known.choice;
    this.kinds = known.kinds;
    this.answer = known.answer;
    this.labelling = known.labelling;
    this.sections = known.sections;
    this.length = known.length;
  }

  /** Every line with its sections; made when first asked for. */
  get lines(): readonly LabelledLine[] {
    return this.labelling?.lines ?? [];
  }
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
    const version = versionOf(draft.lineage, this, () => ({
      recent: new RecentSentences(),
      layout: undefined,
    }));
    const { recent } = version;
    recent.begin();
    const read = (block: Block): BlockReading => readBlock(block, this.lexicon, recent);
    const layout = updateLayout(
      version.layout,
      draft,
      (block) => readingOf(block, this.lexicon, read),
      this.#sectionCounts,
    );
    version.layout = layout;
    const { answer } = layout;
    const { hanzi } = answer;
    const length = { hanzi, spokenSeconds: spokenSeconds(hanzi, options.speakingRate) };
    const kinds = this.#kinds?.recognise(draft.question?.text ?? '', draft.frontMatter.kind?.value);
    const choice = chooseFramework(draft, answer, rubrics, this.#scorer, options.framework, kinds);
    const labelling = choice && this.#labellerOf(choice).label(answer);
    const sections = labelling ? judgeCoverage(labelling, this.model) : [];
    return new Analysis({ draft, rubrics, choice, kinds, answer, labelling, sections, length });
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

/** What an analyzer knows of the version of a draft it saw last. */
interface LastVersion {
  readonly recent: RecentSentences;
  layout: Layout | undefined;
}

const versionOf = keptWithLast<Lineage, LastVersion>(Lineage);
const readingOf = keptWithLast<Block, BlockReading>(Block);
