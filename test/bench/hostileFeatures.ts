import type { Analysis } from '../../server/src/core/analysis/analyse';
import { isAnswerDraft } from '../../server/src/core/draft/isDraft';
import { codeActions } from '../../server/src/core/features/codeActions';
import { codeLenses } from '../../server/src/core/features/codeLens';
import { cursorSection } from '../../server/src/core/features/cursorSection';
import { explainSection } from '../../server/src/core/features/explain';
import { foldingRanges } from '../../server/src/core/features/folding';
import { hover } from '../../server/src/core/features/hover';
import { inlayHints } from '../../server/src/core/features/inlayHints';
import { insertSection } from '../../server/src/core/features/insertSection';
import { methodTree } from '../../server/src/core/features/methodTree';
import { outline } from '../../server/src/core/features/outline';
import { reportModel } from '../../server/src/core/features/reportModel';
import { toFileResult } from '../../server/src/core/features/result';
import { sectionTree } from '../../server/src/core/features/sectionTree';
import type { Finding } from '../../server/src/core/rules/types';

type Ask = (analysis: Analysis, findings: readonly Finding[], text: string) => unknown;

const middle = (text: string): number => Math.floor(text.length / 2);
const REPORT = { name: 'a.md', locale: 'zh', speakingRate: 200, minutes: 3 } as const;

/** What an editor asks of a checked draft, each once, about a place in its middle where it is about a place. */
export const asks: Readonly<Record<string, Ask>> = {
  'is it a draft': ({ draft }) => isAnswerDraft(draft),
  'code actions': (analysis, findings, text) => {
    const at = middle(text);
    return codeActions(analysis, findings, { from: at, to: at + 20 }, 'zh');
  },
  hover: (analysis, findings, text) => hover(analysis, findings, middle(text), 'zh'),
  outline: (analysis) => outline(analysis, 'zh'),
  folding: (analysis) => foldingRanges(analysis),
  lenses: (analysis) => codeLenses(analysis, 'zh'),
  'inlay hints': (analysis, _findings, text) => inlayHints(analysis, { from: 0, to: text.length }, 'zh'),
  'section at the cursor': (analysis, _findings, text) => cursorSection(analysis, middle(text)),
  'insert a section': (analysis) =>
    analysis.sections.map(({ section: { id } }) => insertSection(analysis, id)),
  explain: (analysis) => analysis.sections.map((_, index) => explainSection(analysis, index)),
  tree: (analysis) => [sectionTree(analysis, 'zh'), methodTree(analysis, 'zh')],
  report: (analysis, findings) => reportModel(analysis, findings, REPORT),
  result: (analysis, findings) => toFileResult('a.md', analysis, findings, 'zh'),
};
