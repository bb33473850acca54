import * as assert from 'node:assert';
import { type Entry, walk } from '../../../client/src/walk';

/** A file system of paths; a name that ends in `@` is a link to a folder. */
function files(...paths: readonly string[]): (path: string) => Promise<readonly Entry[]> {
  return async (folder) => {
    const entries = new Map<string, Entry>();
    for (const path of paths) {
      if (folder !== '' && !path.startsWith(`${folder}/`)) continue;
      const [name = '', ...rest] = path.slice(folder === '' ? 0 : folder.length + 1).split('/');
      entries.set(name, { name, kind: name.endsWith('@') ? 'other' : rest.length > 0 ? 'folder' : 'file' });
    }
    return Promise.resolve([...entries.values()]);
  };
}

suite('Walking folders', () => {
  const list = files(
    'a.md',
    'b.txt',
    'sub/c.md',
    'sub/deep/d.markdown',
    'node_modules/x/e.md',
    '.git/f.md',
    'link@/g.md',
    '.zhangfa/rubrics/own.yaml',
  );
  const find = async (...globs: readonly string[]): Promise<string[]> => walk(globs, { list, limit: 100 });

  test('finds what matches in all folders, but not in those of others', async () => {
    assert.deepStrictEqual(await find('**/*.{md,markdown}'), ['a.md', 'sub/c.md', 'sub/deep/d.markdown']);
  });

  test('starts where the glob starts', async () => {
    const read: string[] = [];
    const watched = async (path: string): Promise<readonly Entry[]> => {
      read.push(path);
      return list(path);
    };
    assert.deepStrictEqual(await walk(['.zhangfa/rubrics/**/*.{yaml,yml}'], { list: watched, limit: 100 }), [
      '.zhangfa/rubrics/own.yaml',
    ]);
    assert.deepStrictEqual(read, ['.zhangfa/rubrics']);
  });

  test('a plain path names a file, or the files of a folder', async () => {
    assert.deepStrictEqual(await find('a.md'), ['a.md']);
    assert.deepStrictEqual(await find('./sub/'), ['sub/c.md', 'sub/deep/d.markdown']);
    assert.deepStrictEqual(await find('sub/c.md', 'nothing.md'), ['sub/c.md']);
  });

  test('a path outside the root keeps its way there', async () => {
    const outside = files('../shared/own.yaml', '../shared/more/two.yml');
    const found = await walk(['../shared/**/*.{yaml,yml}'], { list: outside, limit: 100 });
    assert.deepStrictEqual(found, ['../shared/more/two.yml', '../shared/own.yaml']);
  });

  test('a folder that is not there is not listed: VS Code would log an error', async () => {
    const listed: string[] = [];
    const options = {
      list: async (path: string): Promise<readonly Entry[]> => {
        listed.push(path);
        return list(path);
      },
      exists: async (path: string) => Promise.resolve(path !== '.zhangfa/own'),
      limit: 100,
    };
    assert.deepStrictEqual(await walk(['.zhangfa/own/**/*.yaml', 'sub/*.md'], options), ['sub/c.md']);
    assert.deepStrictEqual(listed, ['sub', 'sub/deep']);
  });

  test('stops at the limit and when cancelled', async () => {
    assert.strictEqual((await walk(['**'], { list, limit: 2 })).length, 2);
    assert.deepStrictEqual(await walk(['**'], { list, limit: 100, isCancelled: () => true }), []);
  });
});
