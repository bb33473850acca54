import type { Diagnostic } from 'vscode-languageserver-protocol/node';

/** The codes of diagnostics, in their order. */
export function codes(diagnostics: readonly Diagnostic[]): unknown[] {
  return diagnostics.map(({ code }) => code);
}

/** What a person reads of diagnostics. */
export function saying(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ message }) => (typeof message === 'string' ? message : message.value));
}

/** The first diagnostic with a code. */
export function withCode(diagnostics: readonly Diagnostic[], code: string): Diagnostic {
  const found = diagnostics.find((diagnostic) => diagnostic.code === code);
  if (!found) throw new Error(`no ${code} among ${codes(diagnostics).join()}`);
  return found;
}
