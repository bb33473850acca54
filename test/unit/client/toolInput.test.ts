import * as assert from 'node:assert';
import { readCheckInput, readSuggestInput } from '../../../client/src/tools/input';

suite('What an assistant asks of the tools', () => {
  test('arguments are taken as they are; those without a value are left out', () => {
    assert.deepStrictEqual(readCheckInput({ text: '甲', minutes: 3, framework: null, path: undefined }), {
      text: '甲',
      minutes: 3,
    });
    assert.deepStrictEqual(readCheckInput({}), {});
    assert.deepStrictEqual(readSuggestInput({ section: 'public-doubt/action', words: '核查', limit: 2 }), {
      section: 'public-doubt/action',
      words: '核查',
      limit: 2,
    });
  });

  const wrong: readonly (readonly [ask: () => unknown, reason: RegExp])[] = [
    [() => readCheckInput('甲'), /^参数应为对象/],
    [() => readCheckInput(null), /^参数应为对象/],
    [() => readCheckInput({ text: '甲', path: 'a.md' }), /^text 和 path 只给一个/],
    [() => readCheckInput({ text: 3 }), /^text 应为文字/],
    [() => readCheckInput({ minute: 3 }), /no such argument: minute$/],
    [() => readCheckInput({ minutes: 999 }), /^minutes 应在 0 到 120 之间/],
    [() => readCheckInput({ rate: Number.NaN }), /^rate 应在 60 到 400 之间/],
    [() => readCheckInput({ text: '长'.repeat(2_000_001) }), /^text 太长/],
    [() => readSuggestInput({}), /^请写明环节/],
    [() => readSuggestInput({ section: ['a'] }), /^section 应为文字/],
    [() => readSuggestInput({ section: 'a/b', limit: '3' }), /^limit 应在 1 到 50 之间/],
  ];
  for (const [ask, message] of wrong)
    test(`refused with the reason: ${String(message)}`, () => assert.throws(ask, { message }));
});
