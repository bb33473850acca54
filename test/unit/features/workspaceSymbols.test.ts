import assert from 'node:assert/strict';
import { passageSymbols } from '../../../server/src/core/features/workspaceSymbols';
import { ReferenceLibrary } from '../../../server/src/core/references/library';
import { entry } from '../phrases/support';
import { cleaned, libraryOf, noPhrases } from '../references/support';

const ID = 'file:///d/a.txt';
const TEXT = [
  '接访',
  '',
  '一、先请坐',
  '',
  '来了人先请坐，“倒水”，听他把话说完。然后把要求记下来。请坐好再说，别站着。',
  '',
  '二、再答复',
  '',
  '能当场答复的当场答复，不能的说清几天。',
].join('\n');

function library(): ReferenceLibrary {
  const own = new ReferenceLibrary();
  const from = TEXT.indexOf('能当场');
  const phrase = { ...entry('能当场答复的当场答复'), line: 8, from, to: from + 10 };
  own.add(cleaned(ID, TEXT), { ...noPhrases(ID), entries: [phrase] });
  const letters: Readonly<Record<string, string>> = { 能: 'n', 当: 'd', 场: 'c', 答: 'd', 复: 'f', 的: 'd' };
  own.phrases.useInitials((text) => text.split('').map((unit) => letters[unit] ?? ''));
  return own;
}

const names = (query: string, limit?: number): string[] =>
  passageSymbols(library(), query, limit).map(({ name }) => name);

suite('features/workspaceSymbols', () => {
  test('a passage is shown with its document, heading and place', () => {
    assert.deepEqual(passageSymbols(library(), '记下'), [
      {
        name: '然后把要求记下来。',
        container: 'a.txt · 一、先请坐',
        span: { document: ID, start: { line: 4, character: 19 }, end: { line: 4, character: 28 } },
      },
    ]);
  });

  test('every sentence with the words is found, punctuation and script no matter', () => {
    assert.deepEqual(names('请坐'), ['来了人先请坐，“倒水”，听他把话说完。', '请坐好再说，别站着。']);
    assert.deepEqual(names('請坐 倒水'), ['来了人先请坐，“倒水”，听他把话说完。']);
    assert.deepEqual(names('水听他'), ['来了人先请坐，“倒水”，听他把话说完。']);
    assert.deepEqual(names('站着 请坐'), ['请坐好再说，别站着。']);
    assert.deepEqual(names('先请说'), [], 'a word that only begins so is not there');
  });

  test('words of two sentences are found in none', () => assert.deepEqual(names('倒水 要求'), []));

  test('phrases are found by the initials of their pinyin', () => {
    assert.deepEqual(
      passageSymbols(library(), 'ndcdf').map(({ name, container, span }) => [
        name,
        container,
        span.start.line,
      ]),
      [['能当场答复的当场答复', 'a.txt · 二、再答复', 8]],
    );
  });

  test('what was found as a sentence is not told again as a phrase', () =>
    assert.deepEqual(names('当场答复'), ['能当场答复的当场答复，不能的说清几天。']));

  test('a phrase with some of the words only is not found', () => assert.deepEqual(names('能当场 站着'), []));

  test('no more than the limit', () => {
    assert.deepEqual(names('请坐', 1), ['来了人先请坐，“倒水”，听他把话说完。']);
    assert.deepEqual(names('请坐', 0), []);
    const many = libraryOf({ a: '请坐。'.repeat(500) });
    assert.equal(passageSymbols(many, '请坐').length, 100);
  });

  test('a cut on both sides is shown', () => {
    const own = libraryOf({ a: `${'前面的话'.repeat(30)}请坐${'后面的话'.repeat(30)}` });
    assert.match(passageSymbols(own, '请坐')[0]?.name ?? '', /^….*请坐.*…$/);
    const end = libraryOf({ a: `${'前面的话'.repeat(30)}请坐。` });
    assert.match(passageSymbols(end, '请坐')[0]?.name ?? '', /^….*请坐。$/);
  });

  test('what closes the sentence before is no part of the next', () => {
    const own = libraryOf({ a: '他说：“慢慢讲。”）请坐好再说。' });
    assert.deepEqual(
      passageSymbols(own, '请坐').map(({ name }) => name),
      ['请坐好再说。'],
    );
  });

  test('nor more phrases', () => assert.deepEqual(names('ndcdf', 0), []));

  for (const query of ['', '  ', '，。', '没有的词'])
    test(`nothing is found for “${query}”`, () => assert.deepEqual(names(query), []));

  test('a long sentence is cut around the words, not inside a character', () => {
    const own = libraryOf({ a: `${'前面的话'.repeat(30)}请坐${'😀'.repeat(60)}` });
    const [symbol] = passageSymbols(own, '请坐');
    assert.match(symbol?.name ?? '', /^….*请坐(?:😀)+…$/u);
    assert.ok((symbol?.name.length ?? 0) <= 82);
  });

  test('hostile documents and words are only long', () => {
    const own = libraryOf({ a: '一'.repeat(200_000), b: '二'.repeat(1000) });
    assert.equal(passageSymbols(own, `${'一'.repeat(500)}二`).length, 1);
    assert.deepEqual(passageSymbols(own, '\ud800 三'), []);
  });
});
