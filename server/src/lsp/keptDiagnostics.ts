import type {
  Diagnostic,
  DiagnosticRelatedInformation,
  PublishDiagnosticsParams,
  Range,
} from 'vscode-languageserver';

interface Kept {
  readonly diagnostic: Diagnostic;
  /** A comma, and it as JSON, in UTF-8. */
  readonly bytes: Uint8Array;
}

const NONE: readonly Kept[] = [];

/**
 * Makes diagnostics JSON. Of a long draft there are hundreds of kilobytes with every version, nearly all of them as
 * they were in the one before: of each the bytes are kept until another list is sent for the document.
 */
export class KeptDiagnostics {
  readonly #kept = new Map<string, readonly Kept[]>();

  /** @returns the items of a list of diagnostics, without its brackets, in pieces */
  encode({ uri, diagnostics }: PublishDiagnosticsParams): Uint8Array[] {
    const known = this.#kept.get(uri) ?? NONE;
    const fewer = known.length - diagnostics.length;
    const kept = diagnostics.map((diagnostic, index): Kept => {
      // What was added or taken away stands in one place, mostly: before it the numbers are the same, behind it shifted.
      const found = [known[index], known[index + fewer]].find(
        (one) => one && isSame(one.diagnostic, diagnostic),
      );
      return found ?? { diagnostic, bytes: Buffer.from(`,${JSON.stringify(diagnostic)}`) };
    });
    this.#kept.set(uri, kept);
    return kept.map(({ bytes }, index) => (index === 0 ? bytes.subarray(1) : bytes));
  }

  /** The document has few diagnostics now, or none. */
  forget(uri: string): void {
    this.#kept.delete(uri);
  }
}

/** Of what this server says of a diagnostic, the page about it goes with its code. */
function isSame(a: Diagnostic, b: Diagnostic): boolean {
  return (
    a.message === b.message &&
    a.code === b.code &&
    a.source === b.source &&
    a.severity === b.severity &&
    isSameRange(a.range, b.range) &&
    areSame(a.relatedInformation ?? [], b.relatedInformation ?? [])
  );
}

function areSame(
  a: readonly DiagnosticRelatedInformation[],
  b: readonly DiagnosticRelatedInformation[],
): boolean {
  return (
    a.length === b.length &&
    a.every(({ message, location }, index) => {
      const other = b[index];
      return (
        message === other?.message &&
        location.uri === other.location.uri &&
        isSameRange(location.range, other.location.range)
      );
    })
  );
}

function isSameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}
