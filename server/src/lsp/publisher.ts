import type { Connection } from 'vscode-languageserver';
import type { TextChange } from '../core/draft/draft';
import { messages } from '../core/messages/messages';
import { sectionStarts } from '../core/features/sectionStarts';
import { expectedSections } from '../core/rules/sectionMissing';
import type { Finding } from '../core/rules/types';
import { displayPath } from '../files/displayPath';
import { Calm } from './calm';
import { describeError, type Host } from './context';
import { type Shows, toDiagnostic } from './convert';
import { MOST_DIAGNOSTICS, mostSevere } from './mostSevere';
import { type CoverageParams, CoverageNotification } from './protocol';
import { RubricReporter } from './rubricReporter';
import type { Checked, Session } from './session';

/**
 * Why a document is looked at: it was written on; something else has changed (it was opened or saved, settings,
 * rubrics, documents); or the writer has asked for it.
 */
type Reason = 'edit' | 'change' | 'request';

/** So many edits in a row are waited for; a writer who holds a key down still sees something. */
const MOST_ROUNDS = 64;

/**
 * Sends diagnostics after every change, or as seldom as the writer wishes. A burst of edits is analysed once: the work
 * is put behind the messages already waiting, and what is sent carries the version it was computed for.
 */
export class Publisher {
  #scheduled = new Map<string, Reason>();
  readonly #rubrics: RubricReporter;
  readonly #calm: Calm;
  /** Where the writer has asked for what is shown, and nothing is shown unasked. */
  readonly #asked = new Set<string>();
  /** Of which not everything found is shown. */
  readonly #leftOut = new Set<string>();
  #paused = false;
  /** Waits for the first diagnostics. */
  #next: (() => void) | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
    private readonly host: Pick<Host, 'defer' | 'later'>,
    private readonly shows: Shows,
    private readonly tellsCoverage: boolean,
  ) {
    this.#calm = new Calm(host.later, (uri) => this.schedule(uri, 'edit'), session.locale);
    this.#rubrics = new RubricReporter(connection, session);
  }

  /** Whether the writer wants to see nothing now. */
  get isPaused(): boolean {
    return this.#paused;
  }

  /** Does work once the next diagnostics are sent. */
  afterNext(work: () => void): void {
    this.#next = work;
  }

  /** Checks a document soon. */
  schedule(uri: string, reason: Reason = 'change'): void {
    const waiting = this.#scheduled.get(uri);
    this.#scheduled.set(uri, waiting === undefined ? reason : stronger(waiting, reason));
    if (waiting === undefined) this.#whenQuiet(uri, MOST_ROUNDS);
  }

  /**
   * Messages are handled one in a round of the event loop, and the next one stands behind the work of the one before.
   * So the work is put off by one more round, and again as long as the document has changed in between.
   */
  #whenQuiet(uri: string, rounds: number): void {
    const version = this.session.documents.document(uri)?.version;
    this.host.defer(() =>
      this.host.defer(() => {
        if (rounds > 0 && this.session.documents.document(uri)?.version !== version) {
          this.#whenQuiet(uri, rounds - 1);
          return;
        }
        const why = this.#scheduled.get(uri) ?? 'change';
        this.#takeOff(uri);
        this.#run(this.#publish(uri, why));
      }),
    );
  }

  /**
   * Takes a document off those that are scheduled. A Map that loses its last entry makes a table anew, and one that has
   * lived for long makes it, with every edit, where only a full garbage collection finds it.
   */
  #takeOff(uri: string): void {
    if (this.#scheduled.size > 1) this.#scheduled.delete(uri);
    else this.#scheduled = new Map();
  }

  /**
   * A document was written on.
   * @param changes in order; undefined for one that replaces all of the text
   */
  edited(uri: string, changes: readonly (TextChange | undefined)[]): void {
    const document = this.session.documents.document(uri);
    const known = changes.filter((change) => change !== undefined);
    if (document?.languageId === 'markdown')
      this.#calm.edited(document, known.length === changes.length ? known : undefined);
    this.schedule(uri, 'edit');
  }

  saved(uri: string): void {
    if (this.session.documents.document(uri)?.languageId !== 'markdown') return;
    this.#calm.saved(uri);
    this.#run(this.#checkSaved(uri));
  }

  /** The cursor has come to a line (0-based), or is in another document. */
  cursor(uri: string, line: number | null): void {
    const document = this.session.documents.document(uri);
    if (document) this.#calm.cursor(document, line);
  }

  /** The writer has asked what there is to say: all of it is shown. */
  request(uri: string): void {
    this.#calm.end(uri);
    this.schedule(uri, 'request');
  }

  /** Takes everything away that is flagged in drafts, until it is wanted again. */
  pause(paused: boolean): void {
    if (paused === this.#paused) return;
    this.#paused = paused;
    this.scheduleDrafts();
  }

  /** The findings of a draft that the writer sees. */
  visible(checked: Checked): readonly Finding[] {
    return this.#paused ? [] : this.#calm.visible(checked);
  }

  /** Checks all drafts soon: what the rules look into besides has changed. */
  scheduleDrafts(): void {
    for (const uri of this.session.documents.uris())
      if (this.session.documents.document(uri)?.languageId === 'markdown') this.schedule(uri);
  }

  scheduleAll(): void {
    for (const uri of this.session.documents.uris()) this.schedule(uri);
    this.host.defer(() => this.#run(this.#rubrics.refresh()));
  }

  /** A closed document keeps no diagnostics. */
  clear(uri: string): void {
    this.#calm.forget(uri);
    this.#asked.delete(uri);
    this.#leftOut.delete(uri);
    void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    this.#run(this.#rubrics.closed(uri));
  }

  /** While it runs with every edit, what was saved is checked already. */
  async #checkSaved(uri: string): Promise<void> {
    const { run } = await this.session.settingsFor(uri);
    if (run !== 'onType') this.schedule(uri);
  }

  async #publish(uri: string, reason: Reason): Promise<void> {
    const { languageId } = this.session.documents.document(uri) ?? {};
    if (languageId === 'yaml') return this.#rubrics.checkOpen(uri);
    if (languageId !== 'markdown') return;
    if (reason === 'edit') {
      // What is flagged already moves with the text in the editor; what of it is still true is seen later.
      const { run } = await this.session.settingsFor(uri);
      if (this.#paused || run !== 'onType') return;
    }
    const checked = await this.session.check(uri);
    if (!checked) return;
    const found = this.#findingsToShow(checked, reason);
    const shown = mostSevere(found);
    const diagnostics = shown.map((finding) => toDiagnostic(checked.document, finding, this.shows));
    await this.connection.sendDiagnostics({ uri, version: checked.document.version, diagnostics });
    if (this.tellsCoverage)
      await this.connection.sendNotification(CoverageNotification, toCoverage(checked, this.session));
    this.#tellLeftOut(uri, found.length - shown.length);
    this.#next?.();
    this.#next = undefined;
    await this.#rubrics.report(this.session.rubricFolderOf(uri), checked.rubrics);
  }

  #findingsToShow(checked: Checked, reason: Reason): readonly Finding[] {
    const { uri } = checked.document;
    const { run } = checked.settings;
    if (run !== 'manual') this.#asked.delete(uri);
    else if (reason === 'request') this.#asked.add(uri);
    // Where a check is something the writer does, it shows everything.
    if (run !== 'onType') this.#calm.end(uri);
    const isWanted = !this.#paused && (run !== 'manual' || this.#asked.has(uri));
    return isWanted ? this.#calm.show(checked) : [];
  }

  /** Says once of a document that not all is shown: with every edit the number is another. */
  #tellLeftOut(uri: string, count: number): void {
    if (count === 0) this.#leftOut.delete(uri);
    else if (!this.#leftOut.has(uri)) {
      this.#leftOut.add(uri);
      const text = messages(this.session.locale);
      this.connection.console.info(text.diagnosticsLeftOut(displayPath(uri), MOST_DIAGNOSTICS, count));
    }
  }

  /** Nobody waits for the work; what fails is logged. */
  #run(work: Promise<void>): void {
    work.catch((error: unknown) => this.connection.console.error(describeError(error)));
  }
}

const STRENGTH: Readonly<Record<Reason, number>> = { edit: 0, change: 1, request: 2 };

function stronger(a: Reason, b: Reason): Reason {
  return STRENGTH[a] > STRENGTH[b] ? a : b;
}

function toCoverage(checked: Checked, session: Session): CoverageParams {
  const { document, analysis } = checked;
  const { uri, version } = document;
  if (!analysis) return { uri, version, isDraft: false };
  const { choice, length } = analysis;
  return {
    uri,
    version,
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
