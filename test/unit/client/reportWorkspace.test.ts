import assert from 'node:assert/strict';
import { workspaceBody } from '../../../client/src/report/workspaceView';
import { folder, tags } from './reportPages';

suite('Report page: folder', () => {
  test('a row for each draft, which opens it; states in words', () => {
    const html = workspaceBody(folder(), true);
    assert.ok(html.includes('data-act="open" data-index="0"'));
    const text = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    assert.ok(text.includes('a.md 路灯报修 缺：处理 ✓ 态度 完整 ✗ 处理 缺失 3 1 分 1 秒'), text);
    assert.ok(text.includes('b.md：是二进制文件，不是文本'));
    assert.ok(!text.includes('检查已取消'));
  });

  test('more than one draft: columns are put in order by buttons, of values that say what the cells mean', () => {
    const one = folder();
    const [row] = one.rows;
    assert.ok(row);
    const other = { ...row, name: 'b.md', findings: 12, seconds: 9 };
    const html = workspaceBody({ ...one, rows: [row, other] }, true);
    const heads = tags(html).filter(({ name }) => name === 'th' || name === 'button');
    const sorted = heads.filter(({ attributes }) => attributes.has('aria-sort'));
    assert.deepEqual(
      sorted.map(({ attributes }) => attributes.get('aria-sort')),
      ['none', 'none', 'none', 'none'],
    );
    assert.deepEqual(
      [...html.matchAll(/data-value="([^"]*)"/g)].map(([, value]) => value),
      ['a.md', '0.5000', '3', '61', 'b.md', '0.5000', '12', '9'],
    );
    assert.ok(!workspaceBody(one, true).includes('aria-sort'), 'one row is in order');
  });

  test('cancelled, it says so', () => {
    assert.ok(workspaceBody({ ...folder(), cancelled: true }, true).includes('检查已取消'));
  });
});
