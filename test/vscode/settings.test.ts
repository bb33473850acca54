import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { eventually } from './events';
import {
  codes,
  diagnostics,
  diagnosticsThat,
  extensionApi,
  finding,
  noFinding,
  openDraft,
  restore,
  setting,
} from './support';

suite('Settings take effect at once', () => {
  teardown(restore);

  test('severity', async () => {
    const { uri } = (await openDraft('路灯.md')).document;
    await finding(uri, 'section.missing');
    await setting('severity', { 'section.missing': 'error', 'section.weak': 'off' });
    await noFinding(uri, 'section.weak');
    const { severity } = await finding(uri, 'section.missing');
    assert.strictEqual(severity, vscode.DiagnosticSeverity.Error);
    await setting('severity', undefined);
    await finding(uri, 'section.weak');
  });

  test('minutes and speaking rate', async () => {
    const { uri } = (await openDraft('公示.md')).document;
    assert.deepStrictEqual(diagnostics(uri), []);
    await setting('minutes', 1);
    const { message } = await finding(uri, 'length.over');
    assert.match(message, /超出 1 分钟 的时限|超出 1 分钟的时限/);
    await setting('minutes', 3);
    await diagnosticsThat(uri, ({ length }) => length === 0);
    await setting('speakingRate', 130);
    await finding(uri, 'length.over');
  });

  test('which Markdown is a draft', async () => {
    const { uri } = (await openDraft('值班笔记.md')).document;
    assert.deepStrictEqual(diagnostics(uri), []);
    await setting('drafts', ['值班*.md']);
    await finding(uri, 'section.missing');
    await setting('drafts', ['没有这样的/**']);
    await diagnosticsThat(uri, ({ length }) => length === 0);
    await setting('checkAllMarkdown', true);
    await finding(uri, 'section.missing');
  });

  test('framework, where the draft names none', async () => {
    const { document } = await openDraft('窗口.md');
    const { coverage, onDidChangeCoverage } = await extensionApi();
    const framework = (): string | undefined => coverage(document.uri.toString())?.framework?.id;
    await setting('framework', 'visit-reception');
    await eventually(onDidChangeCoverage, () => framework() === 'visit-reception' || undefined);
    await setting('framework', 'absent-colleague');
    await eventually(onDidChangeCoverage, () => framework() === 'absent-colleague' || undefined);
  });

  test('code lens', async () => {
    const { uri } = (await openDraft('路灯.md')).document;
    const lenses = async (): Promise<number> => {
      const found = await vscode.commands.executeCommand<unknown[]>('vscode.executeCodeLensProvider', uri);
      return found.length;
    };
    assert.ok((await lenses()) > 0);
    // Whoever asks after the answer to the change has come gets the new lenses; the severity shows that it has.
    await setting('codeLens', false);
    await setting('severity', { 'section.weak': 'error' });
    await diagnosticsThat(uri, (all) =>
      all.some(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
    );
    assert.strictEqual(await lenses(), 0);
    assert.ok(codes(diagnostics(uri)).includes('section.missing'), 'the findings stay');
  });

  test('values of the wrong type count as not set', async () => {
    const { uri } = (await openDraft('路灯.md')).document;
    await setting('minutes', 'drei');
    await setting('drafts', 7);
    await setting('severity', { 'section.weak': 'error', 'section.missing': 3 });
    const { severity } = (
      await diagnosticsThat(uri, (all) => all.some((one) => one.severity === vscode.DiagnosticSeverity.Error))
    ).find((one) => codes([one])[0] === 'section.missing')!;
    assert.strictEqual(severity, vscode.DiagnosticSeverity.Warning);
  });
});
