/** Runs in a window on a folder that has a rubric of the writer's own, and no Markdown. */
import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { diagnosticsThat, fileUri, restore } from './support';

suite('A rubric, and no draft yet', () => {
  teardown(restore);

  test('its faults are marked as it is written', async () => {
    const uri = fileUri('.zhangfa/rubrics/village.yaml');
    await vscode.window.showTextDocument(uri);
    const [fault] = await diagnosticsThat(uri, (found) => found.length > 0);
    assert.strictEqual(fault?.severity, vscode.DiagnosticSeverity.Error);
  });
});
