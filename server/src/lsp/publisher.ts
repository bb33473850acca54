import type { Connection } from 'vscode-languageserver';
import { sectionStarts } from '../core/features/sectionStarts';
import { expectedSections } from '../core/rules/sectionMissing';
import { toDiagnostic } from './convert';
import { type CoverageParams, CoverageNotification } from './protocol';
import type { Locate } from './referenceLinks';
import { RubricReporter } from './rubricReporter';
import type { Checked, Session } from './session';

/**
 * Sends diagnostics after every change. A burst of edits is analysed once: the work is put behind the messages
 * already waiting, and what is sent carries the version it was computed for.
 */
export class Publisher {
  readonly #scheduled = new Set<string>();
  readonly #rubrics: RubricReporter;

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
    private readonly defer: (work: () => void) => void,
    private readonly locate: Locate,
  ) {
    this.#rubrics = new RubricReporter(connection, session);
  }

  /** Checks a document soon. */
  schedule(uri: string): void {
    if (this.#scheduled.has(uri)) return;
    this.#scheduled.add(uri);
    this.defer(() => {
      this.#scheduled.delete(uri);
      this.#run(this.#publish(uri));
    });
  }

  /** Checks all drafts soon: what the rules look into besides has changed. */
  scheduleDrafts(): void {
    for (const uri of this.session.documents.uris())
      if (this.session.documents.document(uri)?.languageId === 'markdown') this.schedule(uri);
  }

  scheduleAll(): void {
    for (const uri of this.session.documents.uris()) this.schedule(uri);
    this.defer(() => this.#run(this.#rubrics.refresh()));
  }

  /** A closed document keeps no diagnostics. */
  clear(uri: string): void {
    void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    this.#run(this.#rubrics.closed(uri));
  }

  async #publish(uri: string): Promise<void> {
    if (this.session.documents.document(uri)?.languageId === 'yaml') return this.#rubrics.checkOpen(uri);
    const checked = await this.session.check(uri);
    if (!checked) return;
    const diagnostics = checked.findings.map((finding) =>
      toDiagnostic(checked.document, finding, this.locate),
    );
    await this.connection.sendDiagnostics({ uri, version: checked.document.version, diagnostics });
    await this.connection.sendNotification(CoverageNotification, toCoverage(checked, this.session));
    await this.#rubrics.report(this.session.rubricFolderOf(uri), checked.rubrics);
  }

  /** Nobody waits for the work; what fails is logged. */
  #run(work: Promise<void>): void {
    work.catch((error: unknown) => {
      this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
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
    starts: sectionStarts(analysis).map(({ section, offset }) => ({
      section,
      line: document.positionAt(offset).line,
    })),
    hanzi: length.hanzi,
    spokenSeconds: length.spokenSeconds,
  };
}
