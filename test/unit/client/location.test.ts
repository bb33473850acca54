import * as assert from 'node:assert';
import { isWithin, parseRubricEntry } from '../../../client/src/location';

const at = (
  path: string,
  scheme = 'file',
  authority = '',
): { scheme: string; authority: string; path: string } => ({ scheme, authority, path });

suite('Locations', () => {
  test('a folder contains itself and what lies in it', () => {
    assert.ok(isWithin(at('/home/writer'), at('/home/writer')));
    assert.ok(isWithin(at('/home/writer/a/b.md'), at('/home/writer')));
    assert.ok(isWithin(at('/home/writer/a.md'), at('/home/writer/')));
    assert.ok(isWithin(at('/a.md'), at('/')));
  });

  test('a like name, another file system or another machine is outside', () => {
    assert.ok(!isWithin(at('/home/writershop/a.md'), at('/home/writer')));
    assert.ok(!isWithin(at('/home/writer/a.md', 'vscode-vfs'), at('/home/writer')));
    assert.ok(
      !isWithin(at('/home/writer/a.md', 'vscode-remote', 'one'), at('/home/writer', 'vscode-remote', 'two')),
    );
  });

  test('nothing leads out again', () => {
    assert.ok(!isWithin(at('/home/writer/../secret'), at('/home/writer')));
    assert.ok(!isWithin(at('/home/writer/a\\..\\..\\secret'), at('/home/writer')));
    assert.ok(isWithin(at('/home/writer/a..b/c'), at('/home/writer')));
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
