import assert from 'node:assert/strict';
import { displayPath } from '../../../server/src/files/displayPath';
import { nodeFiles } from '../../../server/src/files/nodeFiles';
import { parseUri } from '../../../server/src/files/uri';

suite('files/uri', () => {
  test('a URI is what it is', () => {
    for (const uri of ['file:///a/%E7%A8%BF.md', 'untitled:Untitled-1', 'vscode-vfs://github/x/y.md'])
      assert.equal(parseUri(uri).toString(), uri);
  });

  test('a folder shared by Windows, with two slashes or four', () => {
    assert.equal(parseUri('file:////server/share/a.md').toString(), 'file://server/share/a.md');
    assert.equal(parseUri('file://server/share/a.md').toString(), 'file://server/share/a.md');
  });

  test('what is malformed is read as far as it goes', () => {
    for (const uri of [
      '',
      ' ',
      '1 x:foo',
      'a b:c',
      '稿:/a',
      '-:a',
      'x:////b',
      '//',
      '\ud800',
      'file:////',
      'a://b//c',
    ])
      assert.doesNotThrow(() => parseUri(uri).toString(), uri);
    assert.equal(parseUri('稿:/a').toString(true), 'unknown:/稿:/a');
    assert.equal(parseUri('file:///\ud800.md').path, '/\ufffd.md');
    assert.equal(displayPath('1 x:foo'), 'unknown:/1 x:foo');
  });

  test('only a file is looked for on the disk', async () => {
    const here = parseUri(`file://${__dirname}`);
    assert.ok((await nodeFiles.find(here.toString(), ['*.js'], 5)).length > 0);
    for (const scheme of ['vscode-vfs', 'git', 'unknown']) {
      const elsewhere = here.with({ scheme });
      assert.deepEqual(await nodeFiles.find(elsewhere.toString(), ['*.js'], 5), []);
      assert.equal(await nodeFiles.read(here.with({ scheme, path: __filename }).toString()), null);
    }
  });
});
