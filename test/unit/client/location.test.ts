import * as assert from 'node:assert';
import { isWithin, parseRubricEntry } from '../../../client/src/location';

const at = (
  path: string,
  scheme = 'file',
  authority = '',
): { scheme: string; authority: string; path: string } => ({ scheme, authority, path });

suite('Locations', () => {
  test('a folder contains itself and what lies in it', () => {
    assert.ok(isWithin(at('/work'), at('/work')));
    assert.ok(isWithin(at('/work/a/b.md'), at('/work')));
    assert.ok(isWithin(at('/work/a.md'), at('/work/')));
    assert.ok(isWithin(at('/a.md'), at('/')));
  });

  test('a like name, another file system or another machine is outside', () => {
    assert.ok(!isWithin(at('/workshop/a.md'), at('/work')));
    assert.ok(!isWithin(at('/work/a.md', 'vscode-vfs'), at('/work')));
    assert.ok(!isWithin(at('/work/a.md', 'vscode-remote', 'one'), at('/work', 'vscode-remote', 'two')));
  });

  test('nothing leads out again', () => {
    assert.ok(!isWithin(at('/work/../secret'), at('/work')));
    assert.ok(!isWithin(at('/work/a\\..\\..\\secret'), at('/work')));
    assert.ok(isWithin(at('/work/a..b/c'), at('/work')));
  });
});

suite('Entries of zhangfa.rubrics', () => {
  test('files, folders and globs, relative or absolute', () => {
    assert.deepStrictEqual(parseRubricEntry('.zhangfa/rubrics/'), {
      absolute: false,
      base: '.zhangfa/rubrics',
      glob: '',
    });
    assert.deepStrictEqual(parseRubricEntry('own.yaml'), { absolute: false, base: 'own.yaml', glob: '' });
    assert.deepStrictEqual(parseRubricEntry('../shared/**/*.yaml'), {
      absolute: false,
      base: '../shared',
      glob: '**/*.yaml',
    });
    assert.deepStrictEqual(parseRubricEntry('/home/me/rubrics'), {
      absolute: true,
      base: '/home/me/rubrics',
      glob: '',
    });
    assert.deepStrictEqual(parseRubricEntry('C:\\rubrics\\*.yml'), {
      absolute: true,
      base: 'C:/rubrics',
      glob: '*.yml',
    });
  });
});
