import assert from 'node:assert/strict';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { checkRules } from '../../../server/src/core/rules/check';
import type { Finding } from '../../../server/src/core/rules/types';
import { Calm } from '../../../server/src/lsp/calm';
import { OpenDocuments } from '../../../server/src/lsp/openDocuments';
import type { Checked } from '../../../server/src/lsp/session';
import { readSettings } from '../../../server/src/lsp/settings';
import { analyse } from '../../support/check';

export const URI = 'file:///a.md';
/** 态度 and 核实 are there, 处理 and 长效 are missing; 您急什么 is to be avoided. */
export const TEXT = '题目：路灯坏了，怎么办？\n\n我道歉。\n\n我查看灯杆。\n';

/** A document that is written on, with a clock that stands still until it is moved. */
export class Desk {
  readonly left: string[] = [];
  readonly calm: Calm;
  /** What the writer saw last. */
  shown: readonly Finding[] = [];
  readonly #documents = new OpenDocuments();
  readonly #timers = new Set<() => void>();
  #version = 1;

  constructor(
    text = TEXT,
    private readonly settings: object = {},
  ) {
    this.calm = new Calm(
      (work) => {
        this.#timers.add(work);
        return () => this.#timers.delete(work);
      },
      (uri) => this.left.push(uri),
      'zh',
    );
    this.#documents.open(URI, 'markdown', 1, text);
    this.see();
  }

  get document(): TextDocument {
    const document = this.#documents.document(URI);
    assert(document);
    return document;
  }

  /** Waits three seconds. */
  pause(): void {
    for (const work of [...this.#timers]) {
      this.#timers.delete(work);
      work();
    }
  }

  /** Puts text in place of the first occurrence of another, or right after it. */
  replace(old: string, text: string): void {
    const from = this.document.getText().indexOf(old);
    assert(from >= 0);
    const range = {
      start: this.document.positionAt(from),
      end: this.document.positionAt(from + old.length),
    };
    this.#change([{ range, text }]);
  }

  /** The same at a place, without taking anything away. */
  type(after: string, text: string): void {
    const position = this.document.positionAt(this.document.getText().indexOf(after) + after.length);
    this.#change([{ range: { start: position, end: position }, text }]);
  }

  replaceAll(text: string): void {
    this.#change([{ text }]);
  }

  /** The cursor goes to the line of a text. */
  goTo(text: string): void {
    const { line } = this.document.positionAt(this.document.getText().indexOf(text));
    this.calm.cursor(this.document, line);
  }

  /** The words to be avoided that the writer sees flagged, and how often something is said at the question. */
  see(): string {
    const { document } = this;
    const analysis = analyse(document.getText(), { framework: 'lamp' });
    const findings = checkRules(analysis);
    const settings = readSettings(this.settings);
    const checked = { document, analysis, findings, settings } as unknown as Checked;
    const shown = this.calm.show(checked);
    assert.deepEqual(this.calm.visible(checked), shown);
    // Found once more, as after a change of the settings.
    assert.deepEqual(this.calm.visible({ ...checked, findings: [...findings] }), shown);
    this.shown = shown;
    const words = shown
      .filter(({ code }) => code === 'wording.taboo')
      .map(({ range }) => document.getText().slice(range.from, range.to));
    const whole = shown.filter(({ code }) => code === 'section.missing').length;
    return [...words, whole].join(' ');
  }

  #change(changes: Parameters<OpenDocuments['change']>[2]): void {
    const seen: Parameters<NonNullable<Parameters<OpenDocuments['change']>[3]>>[0][] = [];
    this.#documents.change(URI, ++this.#version, changes, (change) => seen.push(change));
    const known = seen.filter((change) => change !== undefined);
    this.calm.edited(this.document, known.length === seen.length ? known : undefined);
  }
}
