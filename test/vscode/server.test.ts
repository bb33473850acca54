import * as assert from 'node:assert';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { answer, takeBack } from './dialogues';
import { eventually } from './events';
import { serverProcesses } from './processes';
import { checked, codes, diagnostics, extensionApi, finding, noFinding, openDraft, restore } from './support';

suite('The language server', () => {
  /** What is said to the writer, with the buttons. */
  let said: string[];

  setup(() => {
    said = [];
    for (const kind of ['showInformationMessage', 'showWarningMessage', 'showErrorMessage'] as const)
      answer(kind, (...words: string[]) => void said.push(words.join(' | ')));
  });

  teardown(async () => {
    takeBack();
    await restore();
  });

  test('restarted by command: the findings come back, and one process is left', async () => {
    const { document } = await openDraft('路灯.md');
    await finding(document.uri, 'section.missing');
    const [before] = serverProcesses();
    await vscode.commands.executeCommand('zhangfa.restartServer');
    await checked(document);
    await finding(document.uri, 'section.missing');
    if (process.platform !== 'linux') return;
    const after = serverProcesses();
    assert.strictEqual(after.length, 1, after.join(' '));
    assert.notStrictEqual(after[0], before);
  });

  test('its compiled code is kept in the storage of the extension', async function () {
    if (process.platform !== 'linux') this.skip();
    const { document } = await openDraft('路灯.md');
    await checked(document);
    const [server] = serverProcesses();
    const [, program, folder] = readFileSync(`/proc/${server}/cmdline`, 'utf8').split('\0');
    assert.match(program ?? '', /dist\/startServer\.js$/);
    assert.match(folder ?? '', /\/globalStorage\/zhangfa\.zhangfa$/);
  });

  test('killed: started again by itself, with the text as it is by then', async function () {
    if (process.platform !== 'linux') this.skip();
    const { document } = await openDraft('路灯.md');
    await finding(document.uri, 'section.missing');
    const { coverage, onDidChangeCoverage } = await extensionApi();
    const [server] = serverProcesses();
    assert.ok(server, 'a server runs');
    process.kill(server, 'SIGKILL');
    // Written before the client even knows: the new server has to be told.
    const edit = new vscode.WorkspaceEdit();
    const place = document.getText().indexOf('包在我身上');
    edit.replace(
      document.uri,
      new vscode.Range(document.positionAt(place), document.positionAt(place + 5)),
      '我来跟到底',
    );
    await vscode.workspace.applyEdit(edit);
    await eventually(onDidChangeCoverage, () => !coverage(document.uri.toString()) || undefined);
    await checked(document);
    await noFinding(document.uri, 'promise.beyond-authority');
    await finding(document.uri, 'section.missing');
    assert.deepStrictEqual(codes(diagnostics(document.uri)), ['section.missing', 'section.weak']);
    assert.notStrictEqual(serverProcesses()[0], server);
    assert.strictEqual(serverProcesses().length, 1);
    assert.deepStrictEqual(said, [], 'the writer is not disturbed');
  });

  test('killed again and again: given up, said once, with a way out that works', async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(60_000);
    const { document } = await openDraft('路灯.md');
    await finding(document.uri, 'section.missing');
    const { coverage, onDidChangeCoverage } = await extensionApi();
    const known = () => coverage(document.uri.toString());
    for (let kills = 0; said.length === 0; kills++) {
      assert.ok(kills < 6, 'it is given up some time');
      const [server] = serverProcesses();
      assert.ok(server, 'a server runs');
      process.kill(server, 'SIGKILL');
      await eventually(onDidChangeCoverage, () => (known() ? undefined : true));
      await eventually(onDidChangeCoverage, () => (known() || said.length > 0 ? true : undefined));
    }
    assert.strictEqual(said.length, 1, said.join('\n'));
    assert.match(said[0]!, /^章法的检查服务没有运行.*编辑不受影响.* \| .*重启.* \| .*输出/);
    assert.deepStrictEqual(serverProcesses(), []);
    assert.deepStrictEqual(codes(diagnostics(document.uri)), [], 'nothing old is left');
    await vscode.commands.executeCommand('zhangfa.restartServer');
    await checked(document);
    await finding(document.uri, 'section.missing');
    assert.strictEqual(said.length, 1);
  });
});
