import * as assert from 'node:assert';
import { addBadges, type Badge, type MarkdownIt, type Token } from '../../../client/src/preview/plugin';

/** As much of markdown-it's renderer as the plugin meets: tokens in a row, some with a rule of their own. */
function engine(): MarkdownIt & { readonly rendered: (readonly Token[])[] } {
  const rendered: (readonly Token[])[] = [];
  const rules: Record<string, unknown> = {};
  return {
    rendered,
    renderer: {
      rules,
      render(tokens) {
        rendered.push(tokens);
        return tokens
          .map((token, index) => {
            const rule = rules[token.type] as ((all: readonly Token[], at: number) => string) | undefined;
            return rule ? rule(tokens, index) : `[${token.type}]`;
          })
          .join('');
      },
    },
  };
}

const TOKENS: readonly Token[] = [
  { type: 'heading_open', map: [4, 5] },
  { type: 'inline', map: [4, 5] },
  { type: 'heading_close' },
  { type: 'bullet_list_open', map: [6, 9] },
  { type: 'paragraph_open', map: [6, 9] },
  { type: 'inline', map: [6, 9] },
  { type: 'paragraph_close' },
];
const DRAFT = { currentDocument: { toString: () => 'file:///a.md' } };
const badge = (title: string, status: Badge['status'], line?: number): Badge => ({
  title,
  status,
  meaning: status,
  ...(line === undefined ? {} : { line }),
});

/** What is shown, with a badge as `(mark title)`. */
function shown(badges: readonly Badge[] | undefined, env: unknown = DRAFT): string {
  const markdown = addBadges(engine(), () => badges);
  return markdown.renderer
    .render(TOKENS, {}, env)
    .replace(
      /<span class="zhangfa-badge zhangfa-\w+" title="\w+"><span aria-hidden="true">(.)<\/span> (.*?)<span class="zhangfa-meaning"> \w+<\/span><\/span>/g,
      '($1 $2)',
    );
}

suite('Badges in the preview', () => {
  const plain =
    '[heading_open][inline][heading_close][bullet_list_open][paragraph_open][inline][paragraph_close]';

  test('stand in the paragraph or heading where a section begins, several in one in their order', () => {
    assert.strictEqual(
      shown([badge('态度', 'full', 4), badge('行动', 'weak', 6), badge('长效', 'full', 8)]),
      '[heading_open](✓ 态度)[inline][heading_close][bullet_list_open][paragraph_open](◐ 行动)(✓ 长效)[inline][paragraph_close]',
    );
  });

  test('what is missing, or begins where no paragraph is, stands at the end', () => {
    assert.strictEqual(
      shown([badge('长效', 'absent'), badge('升华', 'weak', 99)]),
      `${plain}<p class="zhangfa-rest">(✗ 长效)(◐ 升华)</p>\n`,
    );
  });

  test('the tokens, which are used again, are left as they are', () => {
    const before = JSON.stringify(TOKENS);
    shown([badge('态度', 'full', 4)]);
    assert.strictEqual(JSON.stringify(TOKENS), before);
  });

  test('titles are text, whatever a rubric calls its sections', () => {
    const html = shown([badge('<img src=x onerror="alert(1)">&\'', 'full', 4)]);
    assert.ok(html.includes('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;&#39;'), html);
    assert.ok(!html.includes('<img'), html);
  });

  test('other Markdown is rendered from the very tokens it has', () => {
    const markdown = engine();
    addBadges(markdown, () => undefined);
    assert.strictEqual(markdown.renderer.render(TOKENS, {}, DRAFT), plain);
    assert.strictEqual(markdown.rendered[0], TOKENS);
    addBadges(markdown, () => []);
    markdown.renderer.render(TOKENS, {}, DRAFT);
    assert.strictEqual(markdown.rendered[1], TOKENS);
  });

  test('text that is in no document is not asked about', () => {
    for (const env of [
      undefined,
      null,
      {},
      { currentDocument: undefined },
      { currentDocument: null },
      'file:///a.md',
    ]) {
      const markdown = addBadges(engine(), () => assert.fail('asked'));
      assert.strictEqual(markdown.renderer.render(TOKENS, {}, env), plain);
    }
  });
});
