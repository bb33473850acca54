import assert from 'node:assert/strict';
import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver';
import { KeptDiagnostics } from '../../../server/src/lsp/keptDiagnostics';

const URI = 'file:///一.md';

const at = (line: number, character = 3): Diagnostic['range'] => ({
  start: { line, character },
  end: { line, character: character + 4 },
});

const related = (line: number, message = '前文在这里', uri = URI): DiagnosticRelatedInformation => ({
  location: { uri, range: at(line) },
  message,
});

const diagnostic = (line: number, other: Partial<Diagnostic> = {}): Diagnostic => ({
  range: at(line),
  severity: 2,
  code: 'cliche',
  codeDescription: { href: 'https://example.org/cliche' },
  source: '章法',
  message: '这是套话。',
  relatedInformation: [],
  ...other,
});

suite('KeptDiagnostics', () => {
  let kept: KeptDiagnostics;
  setup(() => (kept = new KeptDiagnostics()));

  const encoded = (diagnostics: Diagnostic[], uri = URI): string =>
    Buffer.concat(kept.encode({ uri, diagnostics })).toString('utf8');

  /** Sends lists one after the other: each is to be told as JSON tells it. */
  function assertTold(...lists: Diagnostic[][]): void {
    for (const list of lists) assert.equal(`[${encoded(list)}]`, JSON.stringify(list));
  }

  test('tells lists as JSON does, whatever was added or taken away since the one before', () => {
    const [a, b, c, d] = [1, 2, 3, 4].map((line) => diagnostic(line, { message: `第 ${line} 处，“引号”` }));
    assert(a && b && c && d);
    assertTold([a, b, c], [b, c], [a, b, c], [a, c], [a, d, c], [d, a], [], [a], [c, b, a], [c, b, a, d]);
  });

  for (const [what, other] of Object.entries<Partial<Diagnostic>>({
    'its line': { range: at(9) },
    'its character': { range: at(2, 4) },
    'where it ends': { range: { ...at(2), end: { line: 3, character: 7 } } },
    'how severe it is': { severity: 1 },
    'its code': { code: 'text.repeat' },
    'where it comes from': { source: '别处' },
    'what it says': { message: '这是另一句套话。' },
    'what goes with it': { relatedInformation: [related(1)] },
  })) {
    test(`notices when another is ${what}`, () => {
      assertTold([diagnostic(1), diagnostic(2)], [diagnostic(1), diagnostic(2, other)]);
    });
  }

  for (const [what, other] of Object.entries({
    'its place': related(7),
    'what it says': related(6, '在那里'),
    'its document': related(6, '前文在这里', 'file:///二.md'),
  })) {
    test(`notices when of what goes with one ${what} is another`, () => {
      assertTold(
        [diagnostic(1, { relatedInformation: [related(5), related(6)] })],
        [diagnostic(1, { relatedInformation: [related(5), other] })],
      );
    });
  }

  test('what stays as it is is not told anew', () => {
    const lists = [0, 1].map(() =>
      kept.encode({ uri: URI, diagnostics: [1, 2, 3].map((line) => diagnostic(line)) }),
    );
    const [first, second] = lists;
    assert.equal(second?.[1], first?.[1]);
    assert.equal(second?.[2], first?.[2]);
    const shifted = kept.encode({ uri: URI, diagnostics: [0, 1, 2, 3].map((line) => diagnostic(line)) });
    assert.equal(shifted[3], first?.[2]);
  });

  test('documents are told apart', () => {
    const other = 'file:///二.md';
    assert.equal(`[${encoded([diagnostic(1)])}]`, JSON.stringify([diagnostic(1)]));
    assert.equal(`[${encoded([diagnostic(2)], other)}]`, JSON.stringify([diagnostic(2)]));
    assertTold([diagnostic(1), diagnostic(2)]);
  });
});
