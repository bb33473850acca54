import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { loadRubric } from '../core/framework/load';
import { messages } from '../core/messages/messages';
import { expectedSections } from '../core/rules/sectionMissing';
import { toDiagnostic } from './convert';
import { type CoverageParams, CoverageNotification } from './protocol';
import { rubricDiagnostics } from './rubricDiagnostics';
import type { RubricSet } from '../rubrics/rubricStore';
import type { Checked, Session } from './session';

/**
 * Sends diagnostics after every change. A burst of edits is analysed once: the work is put behind the messages
 * already waiting, and what is sent carries the version it was computed for.
 */
export class Publisher {
  readonly #scheduled = new Set<string>();
  readonly #warned = new Set<string>();
  /** Rubric files that have diagnostics, to clear them when they are mended or gone. */
  readonly #faulty = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
    private readonly defer: (work: () => void) => void,
  ) {}

  /** Checks a document soon. */
  schedule(uri: string): void {
    if (this.#scheduled.has(uri)) return;
    this.#scheduled.add(uri);
    this.defer(() => {
      this.#scheduled.delete(uri);
      void this.#publish(uri);
    });
  }

  scheduleAll(): void {
    for (const uri of this.session.documents.uris()) this.schedule(uri);
  }

  /** A closed document keeps no diagnostics. */
  clear(uri: string): void {
    void this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  async #publish(uri: string): Promise<void> {
    try {
      const document = this.session.documents.document(uri);
      if (document?.languageId === 'yaml') {
        const { problems } = loadRubric(document.getText(), uri);
        const diagnostics = rubricDiagnostics(uri, document.getText(), problems, this.session.locale);
        await this.connection.sendDiagnostics({ uri, version: document.version, diagnostics });
        return;
      }
      const checked = await this.session.check(uri);
      if (!checked) return;
      const diagnostics = checked.findings.map((finding) => toDiagnostic(checked.document, finding));
      await this.connection.sendDiagnostics({ uri, version: checked.document.version, diagnostics });
      await this.connection.sendNotification(CoverageNotification, toCoverage(checked, this.session));
      await this.#reportRubrics(checked.rubrics);
    } catch (error) {
      this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }

  /** Shows the faults of rubric files in the files themselves, and says once what could not be found or read. */
  async #reportRubrics(rubrics: RubricSet): Promise<void> {
    const text = messages(this.session.locale);
    const open = new Set(this.session.documents.uris());
    for (const { uri, text: source, loaded } of rubrics.files) {
      if (open.has(uri) || (loaded.problems.length === 0 && !this.#faulty.has(uri))) continue;
      await this.connection.sendDiagnostics({
        uri,
        diagnostics: rubricDiagnostics(uri, source, loaded.problems, this.session.locale),
      });
      if (loaded.problems.length > 0) this.#faulty.add(uri);
      else this.#faulty.delete(uri);
    }
    for (const entry of rubrics.missing) this.#warnOnce(text.rubricsMissing(entry));
    for (const { uri, reason } of rubrics.unreadable)
      this.#warnOnce(text.rubricUnreadable(uri, text.unreadable[reason]));
  }

  #warnOnce(message: string): void {
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    // Not `window.showWarningMessage`: that is a request, which not every client answers.
    void this.connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message,
    });
  }
}

function toCoverage(checked: Checked, session: Session): CoverageParams {
  const { document, analysis } = checked;
  const base = { uri: document.uri, version: document.version };
  if (!analysis) return { ...base, isDraft: false };
  const { choice, length } = analysis;
  return {
    ...base,
    isDraft: true,
    ...(choice
      ? {
          framework: {
            id: choice.framework.id,
            title: choice.framework.title[session.locale],
            chosenBy: choice.chosenBy,
            confidence: choice.confidence,
          },
        }
      : {}),
    sections: expectedSections(analysis).map(({ section, status }) => ({
      id: section.id,
      title: section.title[session.locale],
      status,
      need: section.need,
    })),
    hanzi: length.hanzi,
    spokenSeconds: length.spokenSeconds,
  };
}
