import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  l10n,
  Range,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import type { ReportAnswer } from '../../../server/src/lsp/protocol';
import { toRange } from '../ranges';
import type { Page } from '../reports';
import type { Services } from '../services';
import { askReport, fileName } from './ask';
import type { Action } from './controls';
import { exportReport } from './export';
import type { HistoryEntry } from './history';
import { moment } from './moment';
import { showBeside } from './showBeside';
import { shiftOffset, type TextChange } from './shift';
import { reportBody } from './view';

/** The report of one draft: its page, and what its buttons do. */
export class DraftPage implements Page {
  readonly #document: TextDocument;
  readonly #services: Services;
  readonly #changed = new EventEmitter<'page' | 'stale'>();
  readonly #listener: Disposable;
  #answer: ReportAnswer;
  #history: readonly HistoryEntry[];
  /** What was written since the check. */
  #since: TextChange[] = [];

  readonly onDidChange: Event<'page' | 'stale'> = this.#changed.event;

  /** Checks a document and keeps the check in its history. */
  static async of(document: TextDocument, services: Services): Promise<DraftPage> {
    const answer = await askReport(document, services);
    return new DraftPage(document, services, answer, await remember(document, services, answer));
  }

  private constructor(
    document: TextDocument,
    services: Services,
    answer: ReportAnswer,
    history: readonly HistoryEntry[],
  ) {
    this.#document = document;
    this.#services = services;
    this.#answer = answer;
    this.#history = history;
    this.#listener = workspace.onDidChangeTextDocument(({ document: { uri }, contentChanges }) => {
      if (uri.toString() !== document.uri.toString() || contentChanges.length === 0) return;
      this.#since.push(...contentChanges);
      this.#changed.fire('stale');
    });
  }

  get title(): string {
    return l10n.t('Report: {0}', fileName(this.#document.uri.path));
  }

  get isStale(): boolean {
    return this.#since.length > 0;
  }

  body(): string {
    return reportBody(this.#answer.report, { live: true, history: this.#history, moment });
  }

  async act(action: Action): Promise<void> {
    const uri = this.#document.uri;
    switch (action.act) {
      case 'jump':
        return this.#jump(action.from, action.to);
      case 'insert':
        // The command shows the draft in the group in use, which is the report's as long as it has the focus.
        await showBeside(uri);
        await commands.executeCommand('zhangfa.insertSection', uri.toString(), action.section);
        return this.#check();
      case 'source': {
        const location = this.#answer.locations[action.index];
        if (!location) return;
        return showBeside(Uri.parse(location.uri), toRange(location.range));
      }
      case 'recheck':
        await this.#check();
        this.#history = await remember(this.#document, this.#services, this.#answer);
        this.#changed.fire('page');
        return;
      case 'export':
        return exportReport(this.#services, uri, action.format);
      case 'open':
    }
  }

  dispose(): void {
    this.#listener.dispose();
    this.#changed.dispose();
  }

  async #jump(from: number, to: number): Promise<void> {
    // Closed in the meantime, it is opened anew.
    const document = await workspace.openTextDocument(this.#document.uri);
    const at = (offset: number) => document.positionAt(shiftOffset(offset, this.#since));
    await showBeside(document, new Range(at(from), at(to)));
  }

  async #check(): Promise<void> {
    const document = await workspace.openTextDocument(this.#document.uri);
    this.#answer = await askReport(document, this.#services);
    this.#since = [];
    this.#changed.fire('page');
  }
}

async function remember(
  { uri }: TextDocument,
  { reports }: Services,
  { report }: ReportAnswer,
): Promise<readonly HistoryEntry[]> {
  // The next untitled document may have the same name.
  if (uri.scheme === 'untitled') return [];
  return reports.history.add(uri.toString(), report, Date.now());
}
