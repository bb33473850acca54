import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from '../../../server/src/core/messages/en';
import { messages, toLocale } from '../../../server/src/core/messages/messages';
import { zh } from '../../../server/src/core/messages/zh';
import { ROOT } from '../../support/rubrics';

type Entry = readonly [path: string, value: unknown];

/** All texts of a table with the path to each. */
function entries(table: object, path = ''): Entry[] {
  return Object.entries(table).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? entries(value, `${path}${key}.`)
      : [[`${path}${key}`, value] as const],
  );
}

/** What a text says, its gaps filled with `<1>`, `<2>` …; numbers where a message counts. */
function say(value: unknown, count: number): string {
  if (typeof value !== 'function') return String(value);
  const gaps = Array.from({ length: value.length }, (_, index) =>
    index === value.length - 1 ? count : `<${index + 1}>`,
  );
  return String((value as (...args: unknown[]) => unknown)(...gaps));
}

suite('messages', () => {
  test('both languages have the same texts, with the same gaps', () => {
    const shape = (table: object): string[] =>
      entries(table).map(([path, value]) => `${path}/${typeof value === 'function' ? value.length : 'text'}`);
    assert.deepEqual(shape(en).toSorted(), shape(zh).toSorted());
  });

  for (const [locale, table] of [
    ['zh', zh],
    ['en', en],
  ] as const) {
    test(`no text is empty or broken: ${locale}`, () => {
      for (const [path, value] of entries(table)) {
        for (const count of [0, 1, 2, 61]) {
          const text = say(value, count);
          assert.ok(text.trim() !== '' && !/undefined|NaN|null|\[object|\$\{/.test(text), `${path}: ${text}`);
          assert.equal(text.includes('\n'), false, path);
        }
      }
    });

    test(`every gap is used: ${locale}`, () => {
      for (const [path, value] of entries(table)) {
        if (typeof value !== 'function' || path === 'duration') continue;
        const text = say(value, 7);
        for (let gap = 1; gap < value.length; gap++)
          assert.ok(text.includes(`<${gap}>`), `${path} leaves out ${gap}`);
      }
    });
  }

  test('English texts hold no Chinese but what the writer types', () => {
    for (const [path, value] of entries(en)) {
      const text = say(value, 3).replaceAll(/题目|章法|【】/g, '');
      assert.equal(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(text), false, `${path}: ${text}`);
    }
  });

  test('Chinese texts are in Chinese, with full-width punctuation', () => {
    for (const [path, value] of entries(zh)) {
      const text = say(value, 3);
      assert.match(text.replaceAll(/<\d>/g, ''), /[\u4e00-\u9fff]|^[^A-Za-z]*$/, path);
      assert.equal(/[\u4e00-\u9fff][,;?!]|[,;?!][\u4e00-\u9fff]/.test(text), false, `${path}: ${text}`);
    }
  });

  test('lengths of time', () => {
    const both = (seconds: number): [string, string] => [zh.duration(seconds), en.duration(seconds)];
    assert.deepEqual(both(0), ['0 秒', '0 s']);
    assert.deepEqual(both(59), ['59 秒', '59 s']);
    assert.deepEqual(both(60), ['1 分钟', '1 min']);
    assert.deepEqual(both(61), ['1 分 1 秒', '1 min 1 s']);
    assert.deepEqual(both(180), ['3 分钟', '3 min']);
  });

  test('a source in a numbered document, and one in free text', () => {
    assert.equal(zh.source('900', '17-25'), '依据：参考文档 900 第 17-25 行');
    assert.equal(zh.source('本单位规定'), '依据：本单位规定');
    assert.equal(en.source('900', '17'), 'Source: reference document 900, line 17');
    assert.equal(en.source('900', '17-25'), 'Source: reference document 900, lines 17-25');
    assert.equal(zh.restsOn('900', '17'), '依据 900 第 17 行');
    assert.equal(zh.restsOn('本单位规定'), '依据 本单位规定');
    assert.equal(en.restsOn('900'), 'rests on 900');
  });

  test('a source among the documents of the inventory is called by its title', () => {
    assert.equal(zh.source('003', '17-25'), '依据：参考文档《群众质疑我们的工作》第 17-25 行');
    assert.equal(zh.source('004'), '依据：《群众工作10法》');
    assert.equal(zh.restsOn('003', '17'), '依据《群众质疑我们的工作》第 17 行');
    assert.equal(en.source('003', '17'), 'Source: reference document 《群众质疑我们的工作》, line 17');
    assert.equal(en.restsOn('003', '17, 20'), 'rests on 《群众质疑我们的工作》, lines 17, 20');
    const systems = readFileSync(join(ROOT, 'rubrics/inventory.yaml'), 'utf8');
    const numbers = new Set([...systems.matchAll(/document: '(\d+)'/g)].map(([, number]) => number ?? ''));
    assert.equal(numbers.size, 5);
    for (const number of numbers) assert.match(zh.source(number), /《.+》/, number);
  });

  test('what is not known leaves no empty brackets behind', () => {
    assert.equal(zh.strengthen('处理', '当天修好', ''), '补上“处理”：当天修好');
    assert.equal(zh.sayBetter('请坐', ''), '换个说法：请坐');
    assert.equal(zh.sayingSet('三声', ''), '成组用语“三声”');
    assert.equal(zh.factHistory(''), '**历史提法**，请核实现行表述，不当作现行政策写。');
    assert.equal(zh.factBackground(''), '**背景说法**，可作原因或引入，不作答案主体。');
    assert.equal(zh.rubricSchema('', '缺少“id”'), '不符合框架格式：缺少“id”');
    assert.equal(en.strengthen('handle', '当天修好', ''), 'Add “handle”: 当天修好');
    assert.equal(en.sayBetter('请坐', ''), 'Say instead: 请坐');
    assert.equal(en.sayingSet('三声', ''), 'Set expression “三声”');
    for (const text of [en.factHistory(''), en.factBackground('')]) assert.doesNotMatch(text, /\(/);
    assert.equal(en.rubricSchema('', 'id is missing'), 'Does not fit the rubric format: id is missing');
  });
});

suite('messages: locales', () => {
  test('a locale has its table', () => {
    assert.equal(messages('zh'), zh);
    assert.equal(messages('en'), en);
  });

  for (const tag of ['zh', 'zh-cn', 'zh-TW', 'ZH-Hant-HK', '', undefined])
    test(`${tag ?? 'none'} is Chinese`, () => assert.equal(toLocale(tag), 'zh'));
  for (const tag of ['en', 'en-GB', 'de', 'ja', 'qps-ploc'])
    test(`${tag} is English`, () => assert.equal(toLocale(tag), 'en'));
});
