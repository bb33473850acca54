import assert from 'node:assert/strict';
import { DEFAULT_RUBRICS, rubricPlaces } from '../../../server/src/rubrics/rubricPlaces';

const FOLDER = 'file:///work/%E8%8D%89%E7%A8%BF';
const YAML = '**/*.{yaml,yml}';

suite('rubrics/rubricPlaces', () => {
  const relative: readonly (readonly [string, string])[] = [
    ['.zhangfa/rubrics/', `.zhangfa/rubrics/${YAML}`],
    ['rubrics', `rubrics/${YAML}`],
    ['./rubrics', `rubrics/${YAML}`],
    ['a\\b', `a/b/${YAML}`],
    ['a//b/', `a/b/${YAML}`],
    ['own.yaml', 'own.yaml'],
    ['a/own.YML', 'a/own.YML'],
    ['框架/自家.yaml', '框架/自家.yaml'],
    ['a.yaml.d', `a.yaml.d/${YAML}`],
    ['*.yaml', '*.yaml'],
    ['a/**/*.yml', 'a/**/*.yml'],
    ['a/{b,c}.yaml', 'a/{b,c}.yaml'],
    ['.', YAML],
    ['./', YAML],
  ];
  for (const [entry, glob] of relative) {
    test(`${JSON.stringify(entry)} in the folder`, () => {
      const { base, globs } = rubricPlaces(FOLDER, entry);
      assert.equal(decodeURIComponent(base), decodeURIComponent(FOLDER));
      assert.deepEqual(
        globs.map((one) => one.replace(/^\.\//, '')),
        [glob],
      );
    });
  }

  const absolute: readonly (readonly [string, string, string])[] = [
    ['/etc/rubrics', 'file:///etc/rubrics', YAML],
    ['/etc/rubrics/', 'file:///etc/rubrics', YAML],
    ['/etc/own.yaml', 'file:///etc', 'own.yaml'],
    ['/etc/*.yaml', 'file:///etc', '*.yaml'],
    ['/etc/a/**/x.yml', 'file:///etc/a', '**/x.yml'],
    ['/*.yaml', 'file:///', '*.yaml'],
    ['C:\\rubrics', 'file:///c:/rubrics', YAML],
    ['C:/rubrics/own.yml', 'file:///c:/rubrics', 'own.yml'],
    ['D:\\a b\\*.yaml', 'file:///d:/a b', '*.yaml'],
    ['\\\\server\\share\\rubrics', 'file://server/share/rubrics', YAML],
    ['//server/share/own.yaml', 'file://server/share', 'own.yaml'],
    ['//server/share/*.yaml', 'file://server/share', '*.yaml'],
  ];
  for (const [entry, base, glob] of absolute) {
    test(`${JSON.stringify(entry)} wherever the folder is`, () => {
      const places = rubricPlaces(FOLDER, entry);
      assert.equal(
        decodeURIComponent(places.base)
          .replace(/(?<=.)\/$/, '')
          .toLowerCase(),
        base.replace(/(?<=.)\/$/, '').toLowerCase(),
      );
      assert.deepEqual(places.globs, [glob]);
    });
  }

  test('a folder that is not on a disk is kept', () => {
    assert.equal(rubricPlaces('vscode-vfs://github/a/b', 'rubrics').base, 'vscode-vfs://github/a/b');
    assert.equal(rubricPlaces('vscode-vfs://github/a/b', '*.yaml').base, 'vscode-vfs://github/a/b');
  });

  test('the default is a folder', () => {
    for (const entry of DEFAULT_RUBRICS) assert.ok(rubricPlaces(FOLDER, entry).globs[0]?.endsWith(YAML));
  });
});
