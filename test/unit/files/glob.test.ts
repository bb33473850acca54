import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch/posix';
import { compileGlob } from '../../../server/src/files/glob';

function names(glob: string, ...paths: string[]): string[] {
  const test = compileGlob(glob);
  assert(test, glob);
  return paths.filter(test);
}

suite('files/glob', () => {
  test('wildcards within a name and over folders', () => {
    assert.deepEqual(names('*.md', 'a.md', '.a.md', 'a.txt', 'b/a.md', '.md', 'md'), [
      'a.md',
      '.a.md',
      '.md',
    ]);
    assert.deepEqual(names('drafts/**/*.md', 'drafts/a.md', 'drafts/b/c/a.md', 'a.md', 'drafts'), [
      'drafts/a.md',
      'drafts/b/c/a.md',
    ]);
    assert.deepEqual(names('草?/**', '草稿/一.md', '草稿', '草/一.md'), ['草稿/一.md']);
    assert.deepEqual(names('./a/*', 'a/b', 'a'), ['a/b']);
  });

  test('choices, classes and what is escaped', () => {
    assert.deepEqual(names('{a,b/{c,d}}.md', 'a.md', 'b/c.md', 'b/d.md', 'b.md'), [
      'a.md',
      'b/c.md',
      'b/d.md',
    ]);
    assert.deepEqual(names('@(一|二)?(稿).md', '一.md', '二稿.md', '三.md'), ['一.md', '二稿.md']);
    assert.deepEqual(names('[a-c][!x].md', 'ab.md', 'cx.md', 'd1.md'), ['ab.md']);
    assert.deepEqual(names('\\*[*].md', '**.md', 'aa.md'), ['**.md']);
    assert.deepEqual(names('+(a)x.md', 'aaax.md', 'b.md'), ['aaax.md']);
    assert.deepEqual(names('!(a).md', 'b.md', 'a.md'), ['b.md']);
  });

  test('what is no glob, and what asks for too much', () => {
    for (const glob of [
      '[',
      '(',
      '(a|b',
      '{a,b}'.repeat(20),
      '('.repeat(100) + ')'.repeat(100),
      'x'.repeat(5000),
      '+(+(a))',
      '+(a)+(b)+(c)+(d)+(e)',
    ])
      assert.equal(compileGlob(glob), undefined, glob.slice(0, 40));
  });

  test('many wildcards take no longer than a few', () => {
    // A regular expression made of these would not come to an end.
    const path = `${'a/'.repeat(500)}${'a'.repeat(2000)}.md`;
    assert.deepEqual(names(`**/${'*a'.repeat(300)}*b.md`, path), []);
    assert.deepEqual(names(`${'**/'.repeat(300)}b.md`, path), []);
    assert.deepEqual(names(`${'**/*a*/'.repeat(100)}**/*a.md`, path), [path]);
  });

  test('names the same paths as picomatch', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '.',
      '*',
      '?',
      '[ab]',
      '[^a]',
      '{a,b}',
      '{a,*b}',
      '(a|b)',
      '@(a|.b)',
    );
    const segment = fc.oneof(
      { weight: 3, arbitrary: fc.array(piece, { minLength: 1, maxLength: 4 }).map((all) => all.join('')) },
      { weight: 1, arbitrary: fc.constant('**') },
    );
    const glob = fc
      .array(segment, { minLength: 1, maxLength: 4 })
      .map((all) => all.join('/'))
      // What comes together means something else there: `a**`, `(a)?`, `*(a)`; `a/**` names `a` as well, `*/**` does not.
      .filter((text) => !/\*\*[^/]|[^/]\*\*|^\.\/|(?:^|\/)\.{1,2}(?:\/|$)|\)[?*]|[?*]\(|\/\*\*$/.test(text));
    const path = fc
      .array(fc.string({ unit: fc.constantFrom('a', 'b', '.'), minLength: 1, maxLength: 4 }), {
        minLength: 1,
        maxLength: 4,
      })
      .filter((all) => all.every((name) => !/^\.{1,2}$/.test(name)))
      .map((all) => all.join('/'));
    fc.assert(
      fc.property(glob, path, (pattern, text) => {
        const test = compileGlob(pattern);
        fc.pre(test !== undefined);
        assert.equal(test(text), picomatch(pattern, { dot: true })(text), `${pattern} ${text}`);
      }),
      { numRuns: 3000 },
    );
  });
});
