import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { checked, openDraft, openUntitled, restore, setting, tabOpenedBy } from './support';

/** What VS Code's preview shows of a document. */
async function rendered(document: vscode.TextDocument): Promise<string> {
  return vscode.commands.executeCommand('markdown.api.render', document);
}

/** The badges with what follows each, e.g. `✓ 态度|一、先把话接住`. */
function badges(html: string): string[] {
  const parts = html.split('<span class="zhangfa-badge').slice(1);
  return parts.map((part) => {
    const [, mark = '', title = ''] = /aria-hidden="true">(.)<\/span> ([^<]*)</.exec(part) ?? [];
    const after = part.replace(/^[^]*?<\/span><\/span>/, '').replace(/<[^>]*>/g, '');
    return `${mark} ${title}|${after.trim().slice(0, 6)}`;
  });
}

suite('Preview', () => {
  teardown(restore);

  test('sections with their state where they begin, what is missing at the end', async () => {
    const { document } = await openDraft('路灯.md');
    const html = await rendered(document);
    assert.deepStrictEqual(badges(html), [
      '✓ 态度|一、先把话接',
      '◐ 行动|二、查清楚再',
      '✓ 升华|三、一点体会',
      '✗ 长效|',
    ]);
    assert.match(html, /<span class="zhangfa-meaning"> 缺失<\/span>/);
  });

  test('they follow the text', async () => {
    const editor = await openDraft('路灯.md');
    const { document } = editor;
    await vscode.commands.executeCommand('zhangfa.insertSection', document.uri.toString(), 'long-term');
    // Until the new text is checked nothing is said about it, rather than something about the old one.
    const early = badges(await rendered(document));
    assert.ok(early.length === 0 || early.length === 4, early.join());
    await checked(document);
    const found = badges(await rendered(document));
    assert.ok(
      found.some((one) => one.startsWith('◐ 长效|三、长效')),
      found.join(),
    );
    await vscode.commands.executeCommand('undo');
  });

  test('the real preview opens beside the draft', async () => {
    await openDraft('路灯.md');
    const tab = await tabOpenedBy(
      () => vscode.commands.executeCommand('markdown.showPreviewToSide'),
      /路灯\.md/,
    );
    assert.ok(tab);
  });

  test('switched off: the preview is what it is without us', async () => {
    const { document } = await openDraft('路灯.md');
    await setting('preview.badges', false);
    const html = await rendered(document);
    assert.ok(!html.includes('zhangfa'), html);
    await setting('preview.badges', undefined);
    assert.strictEqual(badges(await rendered(document)).length, 4);
  });

  test('other Markdown, and text that is in no document: nothing is added', async () => {
    const { document } = await openUntitled('# 值班笔记\n\n晚上巡查两次，一切正常。\n');
    const notes = await rendered(document);
    assert.ok(!notes.includes('zhangfa'), notes);
    const html = await vscode.commands.executeCommand<string>('markdown.api.render', '# 甲\n\n乙\n');
    assert.ok(!html.includes('zhangfa'));
  });

  test('what the draft says stays text', async () => {
    const { document } = await openUntitled(
      '题目：有人质疑停车费涨价，你怎么办？\n\n## 态度 <img src=x onerror=alert(1)>\n\n我先听大家讲，一条条记下来。\n',
    );
    const html = await rendered(document);
    assert.ok(badges(html).length > 0);
    for (const badge of html.match(/<span class="zhangfa-badge[^]*?<\/span><\/span>/g) ?? [])
      assert.ok(!badge.includes('<img'), badge);
  });
});
