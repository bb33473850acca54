import * as assert from 'node:assert';
import { linkLines, page } from '../../../client/src/reportHtml';

const command = (...args: readonly unknown[]): string =>
  `command:zhangfa.openLine?${encodeURIComponent(JSON.stringify(args))}`;

suite('Report', () => {
  test('links to lines become commands', () => {
    const uri = 'file:///home/%E8%8D%89%E7%A8%BF.md';
    assert.strictEqual(linkLines(`[3:5](${uri}#L3) 缺少`), `[3:5](${command(uri, 3, 1)}) 缺少`);
    assert.strictEqual(linkLines(`[3:5](${uri}#L3,5)`), `[3:5](${command(uri, 3, 5)})`);
    assert.strictEqual(linkLines(`| [a](${uri}) |`), `| [a](${command(uri, 1, 1)}) |`);
    assert.strictEqual(
      linkLines('[1:1](untitled:Untitled-1#L1)'),
      `[1:1](${command('untitled:Untitled-1', 1, 1)})`,
    );
  });

  test('other links stay', () => {
    for (const link of [
      '[a](https://example.org/#L3)',
      '[a](mailto:a@example.org)',
      '[a](#L3)',
      '[a](other.md#L3)',
      'a (b: c)',
    ]) {
      assert.strictEqual(linkLines(link), link);
    }
  });

  test('a bracket in an address does not end the link', () => {
    assert.ok(!/[()]/.test(linkLines('[x](file:///a%28b%29.md#L2)').slice(4, -1)));
  });

  test('the page runs and fetches nothing', () => {
    const html = page('a<b', '<p>text</p>', 'zh-cn');
    assert.match(html, /default-src 'none'/);
    assert.ok(!html.includes('script-src') && html.includes('<title>a&lt;b</title>'));
  });
});
