import assert from 'node:assert/strict';
import type { SourceDocument } from '../../../../server/src/core/documents/types';
import { readHtml } from '../../../../server/src/documents/readers/html';
import { readMarkdown } from '../../../../server/src/documents/readers/markdown';
import { readText } from '../../../../server/src/documents/readers/text';
import { budget, linesOf, problemOf, utf8 } from '../support';

const markdown = async (text: string): Promise<string[]> => linesOf(await readMarkdown(utf8(text), budget()));
const html = async (text: string): Promise<string[]> => linesOf(await readHtml(utf8(text), budget()));

/** Every piece must be in the source where it says; entities are longer there. */
function assertPlaces(text: string, { lines, drops }: SourceDocument): void {
  const source = text.split(/\r\n|\r|\n/);
  for (const { line, from, to, text: said } of [...lines.flatMap(({ pieces }) => pieces), ...drops]) {
    const there = source[line - 1]?.slice(from, to);
    if (there?.startsWith('&') && said.length === 1) continue;
    assert.equal(said, there, `line ${line}, ${from}-${to}`);
  }
}

suite('documents/readers/text', () => {
  test('lines with their numbers, whatever ends them', async () => {
    const { source, text, encoding } = await readText(utf8('先听。\r\n\r再记。\n'), budget());
    assert.deepEqual(
      source.lines.map(({ pieces: [piece] }) => piece && [piece.line, piece.from, piece.to, piece.text]),
      [[1, 0, 3, '先听。'], undefined, [3, 0, 3, '再记。'], undefined],
    );
    assert.deepEqual([text, encoding], ['先听。\r\n\r再记。\n', 'utf-8']);
  });

  test('more lines than a person writes are refused', async () => {
    assert.equal(
      await problemOf(readText, utf8('听\n'.repeat(11)), budget({ lines: 10 })),
      'too-large 10 lines',
    );
    assert.equal(await problemOf(readText, utf8('听\n'.repeat(9)), budget({ lines: 10 })), 'read');
  });
});

suite('documents/readers/markdown', () => {
  test('headings are known, marks are no text', async () => {
    assert.deepEqual(await markdown('# 怎样听\n\n怎样记\n---\n\n**先听**，再`问`，[后记](u)。\n\n> 引文'), [
      '# 怎样听',
      '## 怎样记',
      '先听，再问，后记。',
      '引文',
    ]);
  });

  test('items are known; numbers stay', async () => {
    assert.deepEqual(await markdown('- 起身让座\n* 主动问好\n\n1. 先听\n2. 再记'), [
      '- 起身让座',
      '- 主动问好',
      '1. 先听',
      '2. 再记',
    ]);
  });

  test('a paragraph indented by blanks or a tab is no code', async () => {
    assert.deepEqual(await markdown('    先听。\n\n\t再记。'), ['先听。', '再记。']);
  });

  test('cells stand on lines of their own', async () => {
    assert.deepEqual(await markdown('| 环节 | 做法 |\n| --- | --- |\n| 听 | 当面听 |'), [
      '环节',
      '做法',
      '听',
      '当面听',
    ]);
  });

  test('code, images, comments, HTML and front matter are dropped, with their reasons', async () => {
    const text =
      '---\ntitle: 听\n---\n先听。\n\n```js\nlet x;\n```\n\n![灯](a.png)再记。<!-- 记 --><b>后答</b>。\n\n    缩进的也是正文。';
    const { source } = await readMarkdown(utf8(text), budget());
    assertPlaces(text, source);
    assert.deepEqual(linesOf({ source, text }), ['先听。', '再记。后答。', '缩进的也是正文。']);
    assert.deepEqual(
      source.drops.map(({ line, reason, text: dropped }) => `${line} ${reason} ${dropped}`),
      [
        '1 markup ---',
        '2 markup title: 听',
        '3 markup ---',
        '6 code ```js',
        '7 code let x;',
        '8 code ```',
        '10 image ![灯](a.png)',
        '10 markup <!-- 记 -->',
        '10 markup <b>',
        '10 markup </b>',
      ],
    );
  });

  test('lines and drops are the whole file', async () => {
    const text =
      '# 听\r\n\r\n- **先**听\r\n\r\n| a | b |\r\n|---|---|\r\n| 听 | 记 |\r\n\r\n```\r\nx\r\n```\r\n> 引\r\n> 文\r\n\r\n***\r\n听\r\n===\r\n';
    const { source } = await readMarkdown(utf8(text), budget());
    assertPlaces(text, source);
    const counts = text.split(/\r\n/).map((line) => new Uint8Array(line.length));
    for (const { line, from, to } of [...source.lines.flatMap(({ pieces }) => pieces), ...source.drops])
      for (let column = from; column < to; column++) counts[line - 1]![column]!++;
    assert.deepEqual(
      counts.flatMap((line) => [...line]).filter((count) => count !== 1),
      [],
    );
  });

  test('more lines than a person writes are refused', async () => {
    assert.equal(
      await problemOf(readMarkdown, utf8('听\n'.repeat(11)), budget({ lines: 10 })),
      'too-large 10 lines',
    );
  });
});

suite('documents/readers/html', () => {
  test('blocks are lines; inline elements and line ends of the source are not', async () => {
    assert.deepEqual(
      await html('<h2>怎样听</h2><p>先<b>听</b>，\n   再<i>记</i>。<br>后答。</p><ul><li>让座<li>问好</ul>'),
      ['## 怎样听', '先听，再记。', '后答。', '- 让座', '- 问好'],
    );
  });

  test('every piece has its place in the source, entities too', async () => {
    const text = '<title>听</title>\r\n<p>先&nbsp;听&amp;记，\r\n  再<b>说</b>。</p>\r\n<nav>首页</nav>';
    const read = await readHtml(utf8(text), budget());
    assertPlaces(text, read.source);
    assert.deepEqual(linesOf(read), ['先 听&记，再说。']);
    assert.equal(read.source.title, '听');
    assert.deepEqual(
      read.source.lines[0]?.pieces.map(({ line, from, to }) => [line, from, to]),
      [
        [2, 3, 4],
        [2, 4, 10],
        [2, 10, 11],
        [2, 11, 16],
        [2, 16, 18],
        [3, 2, 3],
        [3, 6, 7],
        [3, 11, 12],
      ],
    );
  });

  test('menus, footers, captions, hidden text and the jammer are dropped, with their reasons', async () => {
    const text =
      '<nav>首页</nav><aside>推荐</aside><p>先听<span style="display:none">水印</span><font class="jammer">7 @!</font>。</p>' +
      '<figure><figcaption>配图</figcaption></figure><div hidden>暗文</div><footer>版权</footer><form>搜索</form>';
    const read = await readHtml(utf8(text), budget());
    assertPlaces(text, read.source);
    assert.deepEqual(linesOf(read), ['先听。']);
    assert.deepEqual(
      read.source.drops.map(({ reason, text: dropped }) => `${reason} ${dropped}`),
      [
        'navigation 首页',
        'navigation 推荐',
        'hidden 水印',
        'jammer 7 @!',
        'image 配图',
        'hidden 暗文',
        'site-footer 版权',
        'navigation 搜索',
      ],
    );
  });

  test('scripts and styles are not there; a line of nothing but links is marked', async () => {
    const { source } = await readHtml(
      utf8('<style>p{}</style><script>听</script><p><a href=x>题库</a></p><p><a>题库</a>在这里。</p>'),
      budget(),
    );
    assert.deepEqual(
      source.lines.map(({ linked }) => linked ?? false),
      [true, false],
    );
  });

  test('what no browser would refuse is read', async () => {
    assert.deepEqual(await html('</p>先听<p>再记</div></span><b>后答'), ['先听', '再记后答']);
  });

  test('elements nested too deep, too many lines and too much time are refused', async () => {
    const deep = utf8('<div>'.repeat(600));
    assert.equal(await problemOf(readHtml, deep), 'corrupt > 512');
    const many = utf8('<p>先听完。</p>'.repeat(40_000));
    assert.equal(await problemOf(readHtml, many, budget({ lines: 1000 })), 'too-large 1000 lines');
    let clock = 0;
    const slow = budget({ milliseconds: 5000 }, () => (clock += 3000));
    assert.equal(await problemOf(readHtml, utf8('<p>先听完。</p>'.repeat(60_000)), slow), 'timeout 5');
  });
});
