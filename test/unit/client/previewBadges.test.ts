import * as assert from 'node:assert';
import { addBadges, type Badge, type MarkdownIt, type Token } from '../../../client/src/preview/plugin';

/** As much of markdown-it's renderer as the plugin meets: tokens in a row, some with a rule of their own. */
function engine(): MarkdownIt & { readonly rendered: (readonly Token[])[] } {
  const rendered: (readonly Token[])[] = [];
  type Rule = (all: readonly Token[], at: number) => string;
  const rules: Record<string, unknown> = {
    // As VS Code does, which gives every heading an address.
    heading_open: (all: readonly Token[], at: number) =>
      `[#${all[at + 1]?.children?.reduce((text, { content }) => text + (content ?? ''), '') ?? ''}]`,
  };
  const draw = (tokens: readonly Token[]): string =>
    tokens
      .map((token, index) => {
        const rule = rules[token.type] as Rule | undefined;
        if (rule) return rule(tokens, index);
        return token.type === 'inline' ? draw(token.children ?? []) : `[${token.content ?? token.type}]`;
      })
      .join('');
  return {
    rendered,
    renderer: {
      rules,
      render(tokens) {
        rendered.push(tokens);
        return draw(tokens);
      },
    },
  };
}

const inline = (content: string, map: readonly [number, number]): Token => ({
  type: 'inline',
  map,
  children: [{ type: 'text', content }],
});
const TOKENS: readonly Token[] = [
  { type: 'heading_open', map: [4, 5] },
  inline('态', [4, 5]),
  { type: 'heading_close' },
  { type: 'bullet_list_open', map: [6, 9] },
  { type: 'paragraph_open', map: [6, 9] },
  inline('行', [6, 9]),
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
  const plain = '[#态][态][heading_close][bullet_list_open][paragraph_open][行][paragraph_close]';

  test('stand in the paragraph or heading where a section begins, several in one in their order', () => {
    assert.strictEqual(
      shown([badge('态度', 'full', 4), badge('行动', 'weak', 6), badge('长效', 'full', 8)]),
      '[#态](✓ 态度)[态][heading_close][bullet_list_open][paragraph_open](◐ 行动)(✓ 长效)[行][paragraph_close]',
    );
  });

  test('what is missing, or begins where no paragraph is, stands at the end', () => {
    assert.strictEqual(
      shown([badge('长效', 'absent'), badge('升华', 'weak', 99)]),
      `${plain}<p class="zhangfa-rest">(✗ 长效)(◐ 升华)</p>\n`,
    );
  });

  test('the text of a block is still of the kind it was', () => {
    class Text implements Token {
      readonly type = 'inline';
      readonly children = [];
      attrGet(): null {
        return null;
      }
    }
    const markdown = engine();
    addBadges(markdown, () => [badge('态度', 'full', 0)]);
    markdown.renderer.render([{ type: 'paragraph_open', map: [0, 1] }, new Text()], {}, DRAFT);
    const [, text] = markdown.rendered[0] ?? [];
    assert.ok(text instanceof Text);
    assert.strictEqual(text.children.length, 1);
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
