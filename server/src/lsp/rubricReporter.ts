import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { messages } from '../core/messages/messages';
import { displayPath } from '../files/displayPath';
import type { RubricSet } from '../rubrics/rubricStore';
import { rubricDiagnostics } from './rubricDiagnostics';
import type { Session } from './session';

/** Shows the faults of the writer's rubrics in the files themselves, and says once what cannot be found or read. */
export class RubricReporter {
  /** Files with diagnostics from the disk, and the folder they were loaded for. */
  readonly #faulty = new Map<string, string>();
  /** Rubrics in an editor: their text there goes before the file. */
  readonly #edited = new Set<string>();
  /** The rubrics each folder was last reported with. */
  readonly #reported = new Map<string, RubricSet | undefined>();
  readonly #warned = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
  ) {}

  /** Diagnoses YAML in an editor when it is a rubric; other YAML is left alone. */
  async checkOpen(uri: string): Promise<void> {
    const isRubric = await this.session.isRubric(uri);
    const { loadRubric } = await import('../core/framework/load.js');
    const document = this.session.documents.document(uri);
    if (!document) return;
    if (isRubric) {
      this.#edited.add(uri);
      const text = document.getText();
      const diagnostics = rubricDiagnostics(uri, text, loadRubric(text, uri).problems, this.session.locale);
      await this.connection.sendDiagnostics({ uri, version: document.version, diagnostics });
    } else if (this.#edited.delete(uri)) await this.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** A rubric has left its editor: what is on the disk counts again. */
  async closed(uri: string): Promise<void> {
    if (!this.#edited.delete(uri)) return;
    this.#reported.clear();
    for (const folder of this.session.folders())
      await this.report(folder, await this.session.rubricsIn(folder));
  }

  /** Settings, folders or files have changed: diagnostics of files that are mended or gone go. */
  async refresh(): Promise<void> {
    for (const folder of new Set(this.#faulty.values()))
      await this.report(folder, await this.session.rubricsIn(folder));
  }

  /** Reports what was found when the rubrics of a folder were loaded; none for a folder that is gone. */
  async report(folder: string | undefined, rubrics: RubricSet | undefined): Promise<void> {
    if (folder === undefined || (rubrics && this.#reported.get(folder) === rubrics)) return;
    this.#reported.set(folder, rubrics);
    const faulty = (rubrics?.files ?? []).filter(
      ({ uri, loaded }) => loaded.problems.length > 0 && !this.#edited.has(uri),
    );
    for (const { uri, text, loaded } of faulty) {
      this.#faulty.set(uri, folder);
      const diagnostics = rubricDiagnostics(uri, text, loaded.problems, this.session.locale);
      await this.connection.sendDiagnostics({ uri, diagnostics });
    }
    for (const [uri, owner] of this.#faulty) {
      if (owner !== folder || faulty.some((file) => file.uri === uri)) continue;
      this.#faulty.delete(uri);
      if (!this.#edited.has(uri)) await this.connection.sendDiagnostics({ uri, diagnostics: [] });
    }
    const text = messages(this.session.locale);
    for (const entry of rubrics?.missing ?? []) this.#warnOnce(text.rubricsMissing(entry, 'setting'));
    for (const { uri, reason } of rubrics?.unreadable ?? [])
      this.#warnOnce(text.rubricUnreadable(displayPath(uri), text.unreadable[reason]));
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
