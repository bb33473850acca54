import * as assert from 'node:assert';
import { entryFor, isWithin, parsePlace } from '../../../client/src/location';

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

suite('Entries of zhangfa.rubrics and zhangfa.documents', () => {
  test('files, folders and globs, relative or absolute', () => {
    for (const [entry, from, base, glob] of [
      ['.zhangfa/rubrics/', 'folder', '.zhangfa/rubrics', ''],
      [' own.yaml ', 'folder', 'own.yaml', ''],
      ['../shared/**/*.yaml', 'folder', '../shared', '**/*.yaml'],
      ['/home/me/rubrics', 'root', '/home/me/rubrics', ''],
      ['/', 'root', '/', ''],
      ['C:\\rubrics\\*.yml', 'root', 'C:/rubrics', '*.yml'],
    ] as const)
      assert.deepStrictEqual(parsePlace(entry), { from, base, glob }, entry);
  });

  test('brackets that offer no choice are part of a name, and so are wildcards in square brackets', () => {
    for (const [entry, base, glob] of [
      ['资料(新)/', '资料(新)', ''],
      ['资料(新)/*.md', '资料(新)', '*.md'],
      ['资料[(]新[)]/第[[]1[]]课/*.md', '资料(新)/第[1]课', '*.md'],
      ['(甲|乙)/*.md', '', '(甲|乙)/*.md'],
      ['a/@(甲)/*.md', 'a', '@(甲)/*.md'],
      ['a/[12]/(*).md', 'a', '[12]/[(]*[)].md'],
    ] as const)
      assert.deepStrictEqual(parsePlace(entry), { from: 'folder', base, glob }, entry);
    assert.strictEqual(entryFor(at('/w/资料(新)/'), true, at('/w'), undefined), '资料[(]新[)]/');
  });

  test('below the home folder', () => {
    assert.deepStrictEqual(parsePlace('~/资料/'), { from: 'home', base: '资料', glob: '' });
    assert.deepStrictEqual(parsePlace('~/资料/*.docx'), { from: 'home', base: '资料', glob: '*.docx' });
    assert.deepStrictEqual(parsePlace('~'), { from: 'home', base: '', glob: '' });
    assert.deepStrictEqual(parsePlace('~old/a.txt').from, 'folder');
  });

  test('what is added is written relative to the workspace, below the home folder, or in full', () => {
    const [folder, home] = [at('/home/me/练习'), at('/home/me')];
    assert.strictEqual(entryFor(at('/home/me/练习/资料/a.txt'), false, folder, home), '资料/a.txt');
    assert.strictEqual(entryFor(at('/home/me/练习/资料/'), true, folder, home), '资料/');
    assert.strictEqual(entryFor(at('/home/me/书/'), true, folder, home), '~/书/');
    assert.strictEqual(entryFor(at('/srv/a.pdf'), false, folder, home), '/srv/a.pdf');
    assert.strictEqual(entryFor(at('/c:/书/a.pdf'), false, undefined, undefined), 'c:/书/a.pdf');
    // The folder itself has no name below itself.
    assert.strictEqual(entryFor(folder, true, folder, home), '~/练习/');
  });

  test('what is written is read back as the same place', () => {
    for (const target of [
      '/home/me/练习/资料/a.txt',
      '/home/me/书/b.docx',
      '/srv/c.md',
      '/home/me/练习/资料(新)/[1]a.txt',
      '/home/me/练习/!要紧/a.txt',
      '/home/me/{书}/什么?.docx',
      '/srv/*c*(1.md',
      '/srv/[(]/@(a|b).md',
    ]) {
      const { from, base, glob } = parsePlace(
        entryFor(at(target), false, at('/home/me/练习'), at('/home/me')),
      );
      const root = { folder: '/home/me/练习/', home: '/home/me/', root: '' }[from];
      assert.strictEqual(`${root}${base}`, target);
      assert.strictEqual(glob, '', target);
    }
  });
});
