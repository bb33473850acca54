import { Disposable, l10n, MarkdownString, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import { STATUS_MARK } from '../../server/src/core/features/statusMark';
import type { CoverageParams, DocumentsParams, SectionState } from '../../server/src/lsp/protocol';
import { statusWords, tally } from './coverage';
import type { Drafts } from './drafts';
import { duration } from './duration';
import type { Pause } from './pause';
import type { References } from './references';
import { notRead, problemLines } from './referenceStatus';

/** Next to the position and the language of the editor, to the left of them. */
const PRIORITY = 105;

/** So many files that were not read are named. */
const MAX_PROBLEMS = 8;

/** Shows the framework and the coverage of the draft in use; hidden for anything else. */
export class StatusItem implements Disposable {
  readonly #item: StatusBarItem;
  readonly #drafts: Drafts;
  readonly #references: References;
  readonly #pause: Pause;
  readonly #listener: Disposable;
  #isShown = false;

  constructor(drafts: Drafts, references: References, pause: Pause) {
    this.#drafts = drafts;
    this.#pause = pause;
    this.#references = references;
    this.#item = window.createStatusBarItem('zhangfa.coverage', StatusBarAlignment.Right, PRIORITY);
    this.#item.name = l10n.t('Zhangfa: coverage of the draft');
    const refresh = (): void => this.#refresh();
    this.#listener = Disposable.from(
      drafts.onDidChange(refresh),
      references.onDidChange(refresh),
      pause.onDidChange(refresh),
    );
    this.#refresh();
  }

  /** What it says; undefined while it is hidden. */
  get text(): string | undefined {
    return this.#isShown ? this.#item.text : undefined;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#item.dispose();
  }

  #refresh(): void {
    const { editor } = this.#drafts;
    const state = editor && this.#drafts.get(editor.document.uri);
    this.#isShown = state?.isDraft === true;
    if (state?.isDraft !== true) {
      this.#item.hide();
      return;
    }
    if (this.#pause.isOn) {
      this.#item.text = `$(bell-slash) ${l10n.t('Zhangfa')} ${l10n.t('paused')}`;
      this.#item.tooltip = l10n.t('Drafts are not flagged in this window. Click to go on.');
      this.#item.accessibilityInformation = { label: l10n.t('Zhangfa: paused') };
      this.#item.command = 'zhangfa.resume';
      this.#item.show();
      return;
    }
    this.#item.command = 'zhangfa.chooseFramework';
    const { framework, sections = [] } = state;
    const { full, total } = tally(sections);
    this.#item.text = framework
      ? `${l10n.t('Zhangfa')} ${framework.title} ${full}/${total}`
      : `${l10n.t('Zhangfa')} ${l10n.t('no framework')}`;
    this.#item.tooltip = tooltip(state, this.#references.state);
    this.#item.accessibilityInformation = {
      label: framework
        ? l10n.t('Zhangfa: {0}, {1} of {2} sections complete', framework.title, full, total)
        : l10n.t('Zhangfa: no framework'),
    };
    this.#item.show();
  }
}

/** Titles come from the writer's own files as well: they are added as text, never as Markdown. */
function tooltip(
  { framework, sections = [], hanzi, spokenSeconds }: CoverageParams,
  documents: DocumentsParams | undefined,
): MarkdownString {
  const text = new MarkdownString();
  if (framework) {
    text.appendMarkdown('**').appendText(framework.title).appendMarkdown('**');
    text.appendText(` · ${chosenBy(framework.chosenBy)}`).appendMarkdown('\n\n');
  }
  for (const section of sections) {
    // Two spaces break the line: a list would put a bullet before the mark.
    const line = `${STATUS_MARK[section.status]} ${section.title}${remark(section)}`;
    text.appendText(line).appendMarkdown('  \n');
  }
  if (hanzi !== undefined && spokenSeconds !== undefined) {
    text
      .appendMarkdown('\n\n')
      .appendText(l10n.t('{0} characters, about {1} spoken', hanzi, duration(spokenSeconds)));
  }
  const problems = documents?.problems ?? [];
  if (problems.length > 0) {
    text.appendMarkdown('\n\n---\n\n').appendText(notRead(problems.length)).appendMarkdown('  \n');
    for (const line of problemLines(problems, MAX_PROBLEMS)) text.appendText(line).appendMarkdown('  \n');
  }
  return text.appendMarkdown('\n\n').appendText(l10n.t('Click to choose another framework'));
}

function chosenBy(by: NonNullable<CoverageParams['framework']>['chosenBy']): string {
  switch (by) {
    case 'front-matter':
      return l10n.t('named in the front matter');
    case 'setting':
      return l10n.t('named in the settings');
    case 'question':
      return l10n.t('chosen for the question');
    case 'best-fit':
      return l10n.t('chosen for the content');
  }
}

function remark({ status, need }: SectionState): string {
  const remarks: string[] = [];
  if (status !== 'full') remarks.push(statusWords(l10n)[status]);
  if (need === 'optional') remarks.push(l10n.t('optional'));
  return remarks.length === 0 ? '' : ` · ${remarks.join(l10n.t(', '))}`;
}
