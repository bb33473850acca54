import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextChange } from '../core/draft/draft';
import type { Locale } from '../core/messages/messages';
import { asBegun, isOnlyBegun } from '../core/rules/begun';
import { wholeAnswerPlace } from '../core/rules/places';
import type { Finding } from '../core/rules/types';
import { paragraphLines } from '../core/text/paragraph';
import { type Range, touches } from '../core/text/range';
import type { Checked } from './session';
import { type Shown, ShownPlaces } from './shownPlaces';

/** A pause in writing after which the paragraph counts as left where the editor does not tell, in milliseconds. */
const PAUSE = 3000;

/** Does work later; returns how to call it off. */
export type Later = (work: () => void, milliseconds: number) => () => void;

/** Moved along with the text: in its place, as there may be tens of thousands. */
type Moved = { -readonly [Key in keyof Shown]: Shown[Key] };

/** What is known of the writing in one document; offsets are of its present text. */
interface Writing {
  /** The cursor, as told by the client. */
  cursor: number | undefined;
  /** Where the last edit ended; undefined when its paragraph has been left since. */
  edit: number | undefined;
  shown: readonly Moved[];
  /** What was last found, and what of it the writer was shown. */
  of: readonly Finding[];
  visible: readonly Finding[];
  /** Whether something is held back. */
  holds: boolean;
  /** Whether the answer is being begun: there was none, and there is not much of it yet. */
  begins: boolean;
  /** Calls off the end of the pause. */
  callOff: (() => void) | undefined;
}

/**
 * Holds back what there is to say of the paragraph that is being written, until it is left. What was flagged in it
 * before stays flagged as long as it is true: what comes and goes distracts, not what stands still. Findings about the
 * whole answer stand at the question and are never held back.
 *
 * A paragraph is left when the client says that the cursor is in another one. Of clients that do not say where the
 * cursor is, and of edits away from it, that is taken from the next edit elsewhere, a save, or a pause.
 */
export class Calm {
  readonly #writing = new Map<string, Writing>();

  /** @param left called when a paragraph was left of which something was held back */
  constructor(
    private readonly later: Later,
    private readonly left: (uri: string) => void,
    private readonly locale: Locale,
  ) {}

  /**
   * Text has changed.
   * @param document as it is now
   * @param changes in order, each in the text before it; undefined when all of the text was replaced: nobody types that
   */
  edited(document: TextDocument, changes: readonly TextChange[] | undefined): void {
    const { uri } = document;
    if (changes?.length === 0) return;
    const writing = this.#of(uri);
    writing.callOff?.();
    writing.callOff = undefined;
    if (!changes) {
      this.#writing.delete(uri);
      return;
    }
    for (const change of changes) {
      const { from, inserted } = change;
      writing.cursor = writing.cursor === undefined ? undefined : moveCursor(writing.cursor, change);
      for (const one of writing.shown) move(one, change);
      writing.edit = from + inserted;
    }
    if (!this.#isAtCursor(document, writing)) writing.callOff = this.later(() => this.#leave(uri), PAUSE);
  }

  /** @param line where the cursor is, 0-based; null when it is in another document */
  cursor(document: TextDocument, line: number | null): void {
    const writing = this.#of(document.uri);
    writing.cursor = line === null ? undefined : document.offsetAt({ line, character: 0 });
    if (writing.edit === undefined) return;
    if (!this.#isAtCursor(document, writing)) this.#leave(document.uri);
    else {
      writing.callOff?.();
      writing.callOff = undefined;
    }
  }

  /** The writer has saved: a paragraph of which it is not known whether it is left counts as left. */
  saved(uri: string): void {
    if (this.#writing.get(uri)?.callOff) this.#leave(uri);
  }

  /** Everything is to be shown, whatever is being written. */
  end(uri: string): void {
    const writing = this.#writing.get(uri);
    if (!writing) return;
    writing.begins = false;
    endParagraph(writing);
  }

  forget(uri: string): void {
    this.end(uri);
    this.#writing.delete(uri);
  }

  /** Takes what is held back out of the findings, and remembers the others as shown. */
  show({ document, analysis, findings, settings }: Checked): readonly Finding[] {
    const writing = this.#of(document.uri);
    const { edit } = writing;
    const isCalm = analysis !== undefined && settings.calmWhileTyping;
    writing.begins = isCalm && isOnlyBegun(analysis, writing.begins);
    const said = analysis && writing.begins ? asBegun(findings, analysis, this.locale) : findings;
    const shown =
      isCalm && edit !== undefined
        ? notHeld(said, paragraphAt(document, edit), wholeAnswerPlace(analysis), writing.shown)
        : said;
    writing.of = findings;
    writing.visible = shown;
    writing.shown = shown.map(({ code, range: { from, to } }) => ({ code, from, to }));
    writing.holds = shown.length < said.length;
    return shown;
  }

  /** The findings the writer sees; unlike `show` without any effect. */
  visible({ document, analysis, findings }: Checked): readonly Finding[] {
    const writing = this.#writing.get(document.uri);
    if (writing?.of === findings) return writing.visible;
    const said = analysis && writing?.begins ? asBegun(findings, analysis, this.locale) : findings;
    if (!writing?.holds) return said;
    const shown = new ShownPlaces(writing.shown);
    return said.filter((finding) => shown.has(finding));
  }

  #of(uri: string): Writing {
    let writing = this.#writing.get(uri);
    if (!writing) {
      writing = {
        cursor: undefined,
        edit: undefined,
        shown: [],
        of: [],
        visible: [],
        holds: false,
        begins: false,
        callOff: undefined,
      };
      this.#writing.set(uri, writing);
    }
    return writing;
  }

  #leave(uri: string): void {
    const writing = this.#writing.get(uri);
    if (!writing) return;
    endParagraph(writing);
    if (writing.holds) this.left(uri);
  }

  #isAtCursor(document: TextDocument, { cursor, edit }: Writing): boolean {
    if (cursor === undefined || edit === undefined) return false;
    const { first, last } = linesAt(document, edit);
    const { line } = document.positionAt(cursor);
    return first <= line && line <= last;
  }
}

function endParagraph(writing: Writing): void {
  writing.callOff?.();
  writing.callOff = undefined;
  writing.edit = undefined;
}

/**
 * Of the findings in a paragraph those that were shown before, and all others.
 * @param whole where findings about the whole answer stand
 */
function notHeld(
  findings: readonly Finding[],
  paragraph: Range,
  whole: Range,
  shown: readonly Shown[],
): readonly Finding[] {
  let places: ShownPlaces | undefined;
  return findings.filter((finding) => {
    const { range } = finding;
    if (!touches(paragraph, range) || (range.from === whole.from && range.to === whole.to)) return true;
    return (places ??= new ShownPlaces(shown)).has(finding);
  });
}

function paragraphAt(document: TextDocument, offset: number): Range {
  const { first, last } = linesAt(document, offset);
  return {
    from: document.offsetAt({ line: first, character: 0 }),
    to: document.offsetAt({ line: last, character: Number.MAX_SAFE_INTEGER }),
  };
}

function linesAt(document: TextDocument, offset: number): { readonly first: number; readonly last: number } {
  const { line } = document.positionAt(offset);
  return paragraphLines(line, document.lineCount, (at) =>
    document.getText({ start: { line: at, character: 0 }, end: { line: at + 1, character: 0 } }),
  );
}

/** What is typed at the cursor moves it. */
function moveCursor(offset: number, { from, to, inserted }: TextChange): number {
  if (offset < from) return offset;
  return offset <= to ? from + inserted : offset + inserted - (to - from);
}

function move(range: Moved, { from, to, inserted }: TextChange): void {
  const grown = inserted - (to - from);
  const start = range.from < from ? range.from : range.from >= to ? range.from + grown : from;
  const end = range.to <= from ? range.to : range.to >= to ? range.to + grown : from + inserted;
  range.from = start;
  range.to = Math.max(start, end);
}
