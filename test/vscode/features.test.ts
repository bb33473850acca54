import * as assert from 'node:assert';
import * as vscode from 'vscode';
import { finding, openDraft, openUntitled, restore } from './support';

suite('What the editor shows of a draft', () => {
  teardown(restore);

  test('hover: on the heading of a section, what it asks, what is there and what lacks', async () => {
    const { document } = await openDraft('路灯.md');
    const text = await hover(document, '一、先把话接住');
    assert.match(text, /\*\*态度\*\* ✓ 完整/);
    assert.match(text, /考官看什么：/);
    assert.match(text, /已写到：/);
    assert.match(text, /依据：参考文档《群众质疑我们的工作》/);
  });

  test('hover: on the question, the framework, why it was chosen, and the coverage', async () => {
    const { document } = await openDraft('路灯.md');
    const text = await hover(document, '业主群');
    assert.match(text, /\*\*群众质疑工作\*\* — 文首信息指定/);
    assert.match(text, /态度 ✓ {2}行动 ◐ {2}长效 ✗ {2}升华 ✓/);
    assert.match(text, /\d+ 字 · 约 /);
  });

  test('hover: on a flagged range, its section; on plain text, nothing', async () => {
    const { document } = await openDraft('路灯.md');
    const { range } = await finding(document.uri, 'section.weak');
    assert.match(await hover(document, document.getText(range).slice(4, 10)), /\*\*行动\*\* ◐ 薄弱/);
    assert.strictEqual(await hover(document, '走夜路的老人'), '');
  });

  test('outline: the answer by sections, with the coverage', async () => {
    const { document } = await openDraft('路灯.md');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const table = symbols.map(({ name, detail }) => `${name} ${detail}`.trim());
    for (const expected of [/^题目$/, /^态度 ✓ 完整 · 要点 \d+\/\d+$/, /^行动 ◐ 薄弱/, /^升华 ✓ 完整/])
      assert.ok(
        table.some((row) => expected.test(row)),
        `${String(expected)} in ${table.join(' | ')}`,
      );
    const action = symbols.find(({ name }) => name === '行动')!;
    assert.match(document.getText(action.range), /^(?:## )?二、查清楚再处理\s+回来以后[^]*切身利益。$/);
  });

  test('folding: by section', async () => {
    const text = [
      '题目：有人质疑停车费涨价，你怎么办？',
      '',
      '首先，我在群里回应，谢谢大家提醒，三天内给答复。',
      '再约发帖的人当面听，一条条记下来。',
      '',
      '其次，我和物业、业委会组成核查组，调阅合同和收费记录，实地看公示栏，分别问经办人。',
      '查完分情况办：如果属实，当面致歉、退回多收的钱；如果是误解，拿账本讲明白。',
      '',
    ].join('\n');
    const { document } = await openUntitled(text);
    const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.ok(
      ranges.some(({ start, end }) => start === 2 && end === 3),
      JSON.stringify(ranges),
    );
    assert.ok(
      ranges.some(({ start, end }) => start === 5 && end === 6),
      JSON.stringify(ranges),
    );
  });

  test('code lens: the coverage above the question opens the report, beside it what can be inserted', async () => {
    const { document } = await openDraft('路灯.md');
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      100,
    );
    assert.deepStrictEqual(
      lenses.map(({ range, command }) => ({
        line: range.start.line,
        title: command?.title,
        command: command?.command,
        arguments: command?.arguments as unknown[],
      })),
      [
        {
          line: 1,
          title: '章法 · 群众质疑工作　态度 ✓  行动 ◐  长效 ✗  升华 ✓',
          command: 'zhangfa.report',
          arguments: [document.uri.toString()],
        },
        {
          line: 1,
          title: '插入“长效”',
          command: 'zhangfa.insertSection',
          arguments: [document.uri.toString(), 'long-term'],
        },
      ],
    );
  });
});

/** What our hover says at the first occurrence of `words`; empty when there is none. */
async function hover(document: vscode.TextDocument, words: string): Promise<string> {
  const offset = document.getText().indexOf(words);
  assert.ok(offset >= 0, words);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset + 1),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content as vscode.MarkdownString).value)
    .join('\n');
}
