import assert from 'node:assert/strict';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { checkRules } from '../../../server/src/core/rules/check';
import type { Finding } from '../../../server/src/core/rules/types';
import { Calm } from '../../../server/src/lsp/calm';
import { OpenDocuments } from '../../../server/src/lsp/openDocuments';
import type { Checked } from '../../../server/src/lsp/session';
import { readSettings } from '../../../server/src/lsp/settings';
import { analyse } from '../../support/check';

const URI = 'file:///a.md';
/** 态度 and 核实 are there, 处理 and 长效 are missing; 您急什么 is to be avoided. */
const TEXT = '题目：路灯坏了，怎么办？\n\n我道歉。\n\n我查看灯杆。\n';

/** A document that is written on, with a clock that stands still until it is moved. */
class Desk {
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

suite('lsp/calm: a client that tells the cursor', () => {
  test('what is typed is not flagged until the cursor is in another paragraph', () => {
    const desk = new Desk();
    desk.goTo('我道歉');
    desk.type('我道歉', '，您急什么');
    assert.equal(desk.see(), '2', 'what concerns the whole answer is said');
    desk.pause();
    assert.equal(desk.see(), '2', 'thinking is not leaving');
    desk.calm.saved(URI);
    assert.equal(desk.see(), '2', 'nor is saving, which editors do by themselves');
    assert.deepEqual(desk.left, []);
    desk.goTo('我查看');
    assert.deepEqual(desk.left, [URI]);
    assert.equal(desk.see(), '急什么 2');
  });

  test('a new line is another paragraph', () => {
    const desk = new Desk();
    desk.goTo('我道歉');
    desk.replace('我道歉。', '我道歉，您急什么。');
    assert.equal(desk.see(), '2');
    desk.type('您急什么。', '\n');
    assert.equal(desk.see(), '急什么 2');
  });

  test('another document in front is leaving', () => {
    const desk = new Desk();
    desk.goTo('我道歉');
    desk.type('我道歉', '，您急什么');
    desk.see();
    desk.calm.cursor(desk.document, null);
    assert.deepEqual(desk.left, [URI]);
    assert.equal(desk.see(), '急什么 2');
  });

  test('what was flagged stays while it is true, also when it moves', () => {
    const desk = new Desk(TEXT.replace('我道歉', '我道歉，您急什么'));
    assert.equal(desk.see(), '急什么 2');
    desk.goTo('我道歉');
    desk.type('我道歉', '，真心的');
    assert.equal(desk.see(), '急什么 2');
    desk.type('您急什么', '，您急什么');
    assert.equal(desk.see(), '急什么 2', 'the new one waits');
    desk.replace('您急什么', '我来办');
    assert.equal(desk.see(), '2');
    desk.replace('我来办', '您急什么');
    assert.equal(desk.see(), '2', 'written again it is new');
  });

  test('a move within the paragraph, or without writing, changes nothing', () => {
    const desk = new Desk(TEXT.replace('我道歉', '我道歉，您急什么'));
    desk.goTo('我查看');
    desk.goTo('我道歉');
    assert.equal(desk.see(), '急什么 2');
    desk.type('我道歉', '，您急什么');
    desk.goTo('我道歉');
    assert.equal(desk.see(), '急什么 2');
    assert.deepEqual(desk.left, []);
  });

  test('nothing held back: nothing to be told on leaving', () => {
    const desk = new Desk();
    desk.goTo('我道歉');
    desk.type('我道歉', '了');
    desk.see();
    desk.goTo('我查看');
    assert.deepEqual(desk.left, []);
  });

  test('an edit away from the cursor is left after a pause', () => {
    const desk = new Desk();
    desk.goTo('我道歉');
    desk.type('我查看灯杆', '，您急什么');
    assert.equal(desk.see(), '2');
    desk.pause();
    assert.deepEqual(desk.left, [URI]);
    assert.equal(desk.see(), '急什么 2');
  });

  test('the words of another paragraph are flagged at once', () => {
    const desk = new Desk();
    desk.goTo('我道歉');
    desk.type('我道歉', '。\n\n您急什么。\n\n再说');
    assert.equal(desk.see(), '急什么 2');
  });
});

suite('lsp/calm: a client that does not', () => {
  for (const [name, leave] of [
    ['an edit elsewhere', (desk: Desk) => desk.type('我查看灯杆', '了')],
    ['a save', (desk: Desk) => desk.calm.saved(URI)],
    ['a pause', (desk: Desk) => desk.pause()],
  ] as const) {
    test(`${name} is leaving`, () => {
      const desk = new Desk();
      desk.type('我道歉', '，您急什么');
      assert.equal(desk.see(), '2');
      leave(desk);
      assert.equal(desk.see(), '急什么 2');
    });
  }

  test('a pause begins anew with every edit', () => {
    const desk = new Desk();
    desk.type('我道歉', '，您急什么');
    desk.type('您急什么', '啊');
    desk.see();
    desk.pause();
    assert.deepEqual(desk.left, [URI], 'told once');
  });
});

suite('lsp/calm: when it ends', () => {
  test('a text replaced as a whole is not typed', () => {
    const desk = new Desk();
    desk.type('我道歉', '了');
    desk.replaceAll(TEXT.replace('我道歉', '我道歉，您急什么'));
    assert.equal(desk.see(), '急什么 2');
  });

  test('asked for, everything is shown, and stays', () => {
    const desk = new Desk();
    desk.goTo('我道歉');
    desk.type('我道歉', '，您急什么');
    assert.equal(desk.see(), '2');
    desk.calm.end(URI);
    assert.equal(desk.see(), '急什么 2');
    desk.type('您急什么', '吧');
    assert.equal(desk.see(), '急什么 2');
  });

  test('a closed document is forgotten', () => {
    const desk = new Desk();
    desk.type('我道歉', '，您急什么');
    desk.see();
    desk.calm.forget(URI);
    desk.pause();
    assert.deepEqual(desk.left, []);
    assert.equal(desk.see(), '急什么 2');
  });

  test('off by a setting', () => {
    const desk = new Desk(TEXT, { calmWhileTyping: false });
    desk.type('我道歉', '，您急什么');
    assert.equal(desk.see(), '急什么 2');
  });
});

suite('lsp/calm: an answer that is begun', () => {
  const QUESTION = '题目：路灯坏了，怎么办？\n\n';
  const said = (desk: Desk): string[] => {
    desk.see();
    return desk.shown.map(({ severity, message }) => `${severity} ${message}`);
  };
  const EMPTY = 'information 还没有作答内容。这类题的环节依次是：态度、核实、处理、长效。';
  const BEGUN = 'information 刚开了头，接着写。这类题的环节依次是：态度、核实、处理、长效。';
  const LONG = '灯'.repeat(52);

  test('is not told all at once what it lacks', () => {
    const desk = new Desk(QUESTION);
    assert.deepEqual(said(desk), [EMPTY]);
    desk.goTo('题目');
    desk.type('怎么办？\n\n', '我');
    assert.deepEqual(said(desk), [BEGUN]);
    desk.type('\n\n我', '道歉。\n\n');
    assert.deepEqual(said(desk), [BEGUN], 'nor when the first paragraph is left');
    desk.type('道歉。\n\n', `我查看${LONG}。`);
    assert.deepEqual(said(desk), [BEGUN], '58 字');
    desk.type(LONG, '杆子');
    assert.equal(desk.see(), '3', 'from 60 字 on it is told');
    desk.replace(LONG, '');
    assert.equal(desk.see(), '3', 'and stays so');
    desk.replace('我道歉。\n\n我查看杆子。', '');
    assert.deepEqual(said(desk), [EMPTY]);
    desk.type('怎么办？\n\n', '我');
    assert.deepEqual(said(desk), [BEGUN], 'begun anew');
  });

  test('headings written first are no empty ones yet', () => {
    const desk = new Desk(QUESTION);
    said(desk);
    desk.type('怎么办？\n\n', '## 态度\n\n');
    desk.type('## 态度\n\n', '## 核实\n\n');
    desk.pause();
    assert.deepEqual(said(desk), [BEGUN]);
  });

  test('words to be avoided are flagged all the same', () => {
    const desk = new Desk(QUESTION);
    said(desk);
    desk.goTo('题目');
    desk.type('怎么办？\n\n', '您急什么。\n\n');
    desk.type('您急什么。\n\n', '我');
    assert.equal(desk.see(), '急什么 1');
  });

  test('one that was short when it was opened is told', () => {
    assert.equal(new Desk(`${QUESTION}我道歉。\n`).see(), '3');
  });

  test('asked for, all is told', () => {
    const desk = new Desk(QUESTION);
    said(desk);
    desk.type('怎么办？\n\n', '我道歉。');
    assert.deepEqual(said(desk), [BEGUN]);
    desk.calm.end(URI);
    assert.equal(desk.see(), '3');
  });

  test('so it is by a setting', () => {
    const desk = new Desk(QUESTION, { calmWhileTyping: false });
    said(desk);
    desk.type('怎么办？\n\n', '我道歉。');
    assert.equal(desk.see(), '3');
  });
});
