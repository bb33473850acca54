import * as assert from 'node:assert';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { toolApi } from '../../client/src/tools/api';
import { registerTools } from '../../client/src/tools/tools';
import { fileUri, openDraft, restore } from './support';

/** The part of the API that came after the types we compile with. */
interface LanguageModels {
  readonly tools: readonly {
    readonly name: string;
    readonly description: string;
    readonly inputSchema?: object;
  }[];
  invokeTool(
    name: string,
    options: { input: object; toolInvocationToken: undefined },
  ): Thenable<{ readonly content: readonly { readonly value: string }[] }>;
}

suite('Tools for assistants', () => {
  const { lm } = vscode as unknown as { lm: LanguageModels };

  teardown(restore);

  const invoke = async (
    name: string,
    input: object,
  ): Promise<{ text: string; result: Record<string, unknown> }> => {
    const { content } = await lm.invokeTool(name, { input, toolInvocationToken: undefined });
    const [text = '', json = '{}'] = content.map(({ value }) => value);
    return { text, result: JSON.parse(json) as Record<string, unknown> };
  };

  test('are offered, with what they are for', () => {
    for (const name of ['zhangfa_check', 'zhangfa_suggest']) {
      const tool = lm.tools.find((one) => one.name === name);
      assert.ok(tool, name);
      assert.match(tool.description, /环节/);
      assert.ok(tool.inputSchema);
    }
  });

  test('check: the draft in the editor', async () => {
    await openDraft('路灯.md');
    const { text, result } = await invoke('zhangfa_check', {});
    assert.match(text, /^# 章法 · 检查报告 · 路灯\.md\n\n\*\*4 个环节中 2 个完整；缺：长效；薄弱：行动\*\*/);
    assert.strictEqual(result['path'], '路灯.md');
  });

  test('check: a file of the workspace, and a text', async () => {
    const { result } = await invoke('zhangfa_check', { path: '公示.md' });
    assert.deepStrictEqual(result['findings'], []);
    const { result: given } = await invoke('zhangfa_check', {
      text: '题目：有人质疑停车费涨价，你怎么办？\n\n我会高度重视。\n',
      framework: 'public-doubt',
    });
    assert.ok((given['findings'] as { code: string }[]).some(({ code }) => code === 'section.missing'));
  });

  test('check: nothing outside the workspace is read', async () => {
    for (const path of [
      '../../etc/passwd',
      '/etc/hostname',
      '../outside.md',
      'documents/回应质疑.txt',
      '没有.md',
    ])
      assert.deepStrictEqual(await invoke('zhangfa_check', { path }), {
        text: `工作区里没有 Markdown 文件“${path}” / no Markdown file “${path}” in the workspace`,
        result: {},
      });
  });

  test('check: no link of the workspace leads out of it, be it a file or a folder', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'zhangfa-outside-'));
    const links = [fileUri('通向外面.md').fsPath, fileUri('外面').fsPath];
    try {
      writeFileSync(join(outside, '别人的.md'), '题目：有人质疑停车费涨价，你怎么办？\n\n我会高度重视。\n');
      symlinkSync(join(outside, '别人的.md'), links[0]!);
      symlinkSync(outside, links[1]!);
      for (const path of ['通向外面.md', '外面/别人的.md'])
        assert.match((await invoke('zhangfa_check', { path })).text, /^工作区里没有 Markdown 文件/, path);
    } finally {
      for (const path of [...links, outside]) rmSync(path, { recursive: true, force: true });
    }
  });

  test('suggest: phrases out of the documents and the built-in ones, with their source', async () => {
    await openDraft('路灯.md');
    const { text, result } = await invoke('zhangfa_suggest', {
      section: 'public-doubt/action',
      words: '监控',
      limit: 3,
    });
    const { suggestions } = result as { suggestions: { text: string }[] };
    assert.ok(suggestions.length > 0);
    for (const { text: phrase } of suggestions) assert.ok(phrase.includes('监控') && text.includes(phrase));
    const refused = await invoke('zhangfa_suggest', { section: 'public-doubt/nonsense' });
    assert.match(refused.text, /^没有“public-doubt\/nonsense”，有这些/);
    assert.match(refused.text, /public-doubt\/action/);
  });
});

suite('Tools for assistants, where the editor has none', () => {
  for (const [title, api] of [
    ['an old VS Code', {}],
    ['language models, but no tools', { lm: {} }],
    ['tools, but no results', { lm: { registerTool: () => undefined } }],
  ] as const)
    test(`${title}: off`, () => assert.strictEqual(toolApi(api), undefined));

  test('an editor in which they are a proposal, which refuses them: off', () => {
    const nobody = undefined as never;
    const api = {
      register: (): never => {
        throw new Error("Extension 'zhangfa.zhangfa' CANNOT use API proposal: lmTools");
      },
      result: () => undefined,
    };
    assert.deepStrictEqual(registerTools(nobody, nobody, api), []);
  });

  test('another editor with the same API: on', () => {
    const registered: string[] = [];
    class LanguageModelTextPart {
      constructor(readonly value: string) {}
    }
    class LanguageModelToolResult {
      constructor(readonly content: readonly unknown[]) {}
    }
    const lm = {
      registerTool: (name: string) => (registered.push(name), new vscode.Disposable(() => undefined)),
    };
    const api = toolApi({ lm, LanguageModelTextPart, LanguageModelToolResult });
    api?.register('甲', {
      invoke: () => Promise.resolve(),
      prepareInvocation: () => ({ invocationMessage: '' }),
    });
    assert.deepStrictEqual(registered, ['甲']);
    assert.deepStrictEqual(
      api?.result(['一', '二']),
      new LanguageModelToolResult([new LanguageModelTextPart('一'), new LanguageModelTextPart('二')]),
    );
  });
});
