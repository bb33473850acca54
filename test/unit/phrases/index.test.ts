import assert from 'node:assert/strict';
import { PhraseIndex } from '../../../server/src/core/phrases/index';
import type { PhraseEntry } from '../../../server/src/core/phrases/types';
import { document, entry, indexOf, texts } from './support';

const S = ['f/s'];
const query = { framework: 'f', section: 's', limit: 10 };

suite('phrases/index: the order', () => {
  test('what fits better comes first, in steps', () => {
    const index = indexOf(
      entry('当天上门看望老人', ['f/s@0.5']),
      entry('每周清扫一次楼道', ['f/s@0.96']),
      entry('及时更换坏的灯泡', ['f/s@0.75']),
    );
    assert.deepEqual(texts(index.query(query)), ['每周清扫一次楼道', '及时更换坏的灯泡', '当天上门看望老人']);
  });

  test('then what shares the words of the question', () => {
    const index = indexOf(
      entry('把楼道扫干净', S),
      entry('上门看望独居老人并问问身体', S),
      entry('查看电梯维保记录', S),
    );
    const question = '小区电梯坏了，维保记录不全，居民很有意见，你怎么处理？';
    assert.equal(texts(index.query({ ...query, question }))[0], '查看电梯维保记录');
    assert.equal(texts(index.query(query))[0], '把楼道扫干净');
  });

  test('by its keywords too', () => {
    const index = indexOf(
      entry('把楼道扫干净', S),
      entry('先请师傅到现场看一遍', S, { keywords: ['电梯', '漏水'] }),
    );
    assert.equal(texts(index.query({ ...query, question: '电梯停了一周' }))[0], '先请师傅到现场看一遍');
    assert.deepEqual(texts(index.query({ ...query, words: '漏水' })), ['先请师傅到现场看一遍']);
  });

  test('exam phrasing says nothing of what a question is about', () => {
    const index = indexOf(entry('作为工作人员处理情况', S), entry('上门看望老人', S));
    assert.equal(
      texts(index.query({ ...query, question: '你是单位工作人员，你怎么处理这种情况？' }))[0],
      '上门看望老人',
    );
  });

  test('then what the draft does not have yet', () => {
    const index = indexOf(entry('把楼道扫干净', S), entry('上门看望独居老人并问问身体', S));
    assert.equal(
      texts(index.query({ ...query, draft: '我组织志愿者把楼道扫干净了。' }))[0],
      '上门看望独居老人并问问身体',
    );
    assert.equal(texts(index.query({ ...query, draft: '我去扫楼道。' }))[0], '把楼道扫干净');
  });

  test('then the short one', () => {
    const index = indexOf(entry('请分管领导牵头和业务骨干一起组成核查小组', S), entry('把楼道扫干净', S));
    assert.equal(texts(index.query(query))[0], '把楼道扫干净');
  });

  test('then what several documents have', () => {
    const index = indexOf(entry('按月上门回访', S), entry('把楼道扫干净', S));
    assert.equal(texts(index.query(query))[0], '把楼道扫干净');
    index.add(document('file:///b.txt', [entry('按月上门回访', S)]));
    const [first] = index.query(query);
    assert.equal(first?.text, '按月上门回访');
    assert.deepEqual(
      first.places.map((place) => place.document),
      ['file:///a.txt', 'file:///b.txt'],
    );
  });

  test('equals stand in the order of their text, however they came in', () => {
    const all = ['甲乙丙丁戊己', '子丑寅卯辰巳', '天地玄黄宇宙'].map((text) => entry(text, S));
    const sorted = ['天地玄黄宇宙', '子丑寅卯辰巳', '甲乙丙丁戊己'];
    assert.deepEqual(texts(indexOf(...all).query(query)), sorted);
    assert.deepEqual(texts(indexOf(...all.reverse()).query(query)), sorted);
  });

  test('each criterion outweighs all that follow', () => {
    const index = indexOf(
      entry('先把电梯维保记录一页一页调出来仔细核对清楚，再请师傅看', ['f/s@0.95']),
      entry('把楼道扫干净', ['f/s@0.5'], { keywords: ['电梯', '维保', '记录'] }),
    );
    assert.equal(texts(index.query({ ...query, question: '电梯维保记录' }))[0]?.slice(0, 2), '先把');
  });

  test('the point asked for comes first, whatever fits', () => {
    const index = indexOf(entry('把楼道扫干净', ['f/s/p@0.99']), entry('上门看望独居老人', ['f/s/q@0.5']));
    assert.deepEqual(texts(index.query({ ...query, point: 'q' })), ['上门看望独居老人', '把楼道扫干净']);
    assert.deepEqual(texts(index.query({ ...query, point: 'none' })), ['把楼道扫干净', '上门看望独居老人']);
  });
});

suite('phrases/index: rows that are nearly the same', () => {
  test('of one text with different keywords the order of the keywords decides, however they came in', () => {
    const first = entry('把楼道扫干净', S, { keywords: ['楼梯'], from: 7 });
    const second = entry('把楼道扫干净', S, { keywords: ['电梯'] });
    for (const entries of [
      [first, second],
      [second, first],
    ]) {
      const [found, ...more] = indexOf(...entries).query(query);
      assert.deepEqual(more, []);
      assert.equal(found?.places[0]?.from, 7);
    }
  });

  test('of one character each, those that differ stay', () => {
    const index = indexOf(entry('好', S), entry('好。', S), entry('行', S));
    assert.equal(index.query(query).length, 2);
  });

  test('what has no word at all is found by no word', () => {
    const index = indexOf(entry('？！', S), entry('把楼道扫干净', S));
    assert.deepEqual(texts(index.query({ ...query, words: '把楼' })), ['把楼道扫干净']);
    assert.equal(index.query(query).length, 2);
  });

  test('the places of one document are in order', () => {
    const index = new PhraseIndex();
    const at = (line: number, from: number): PhraseEntry => ({ ...entry('把楼道扫干净', S), line, from });
    index.add({ ...document('file:///a.txt', []), entries: [at(3, 40), at(1, 15), at(1, 5)] });
    const [found] = index.query(query);
    assert.deepEqual(
      found?.places.map(({ line, from }) => [line, from]),
      [
        [1, 5],
        [1, 15],
        [3, 40],
      ],
    );
  });

  test('what the draft has gives way to what it has not, once the list is full', () => {
    const others = Array.from({ length: 30 }, (_, i) => entry(String.fromCharCode(0x8000 + i).repeat(6), S));
    const index = indexOf(...others, entry('一二三四五六', S));
    const one = { ...query, limit: 1 };
    assert.deepEqual(texts(index.query(one)), ['一二三四五六']);
    assert.notDeepEqual(texts(index.query({ ...one, draft: '一二三四五六' })), ['一二三四五六']);
  });
});

suite('phrases/index: the scope', () => {
  const index = indexOf(
    entry('把楼道扫干净', ['f/s', 'g/t']),
    entry('上门看望独居老人', ['f/u']),
    entry('今天天气真不错'),
  );
  index.add(document('bank:b', [entry('请大家加开窗口', ['f/s'])], 'bank'));

  test('section, framework, all', () => {
    assert.deepEqual(texts(index.query(query)).sort(), ['把楼道扫干净', '请大家加开窗口']);
    assert.deepEqual(texts(index.query({ framework: 'f', limit: 9 })).length, 3);
    assert.deepEqual(texts(index.query({ framework: 'g', limit: 9 })), ['把楼道扫干净']);
    assert.equal(index.query({ limit: 9 }).length, 4);
    assert.deepEqual(index.query({ framework: 'x', section: 's', limit: 9 }), []);
  });

  test('documents or bank', () => {
    assert.deepEqual(texts(index.query({ ...query, origin: 'bank' })), ['请大家加开窗口']);
    assert.deepEqual(texts(index.query({ ...query, origin: 'documents' })), ['把楼道扫干净']);
  });

  test('the same words in bank and document are offered once', () => {
    const both = indexOf(entry('把楼道扫干净', S));
    both.add(document('bank:b', [entry('把楼道扫干净。', S)], 'bank'));
    assert.equal(both.query(query).length, 1);
    assert.equal(both.size, 2);
  });

  test('a limit of none, of nonsense, of too many', () => {
    for (const [limit, found] of [
      [0, 0],
      [-3, 0],
      [1, 1],
      [1.9, 1],
      [1e9, 2],
      [Number.NaN, 0],
    ] as const) {
      assert.equal(index.query({ ...query, limit }).length, found, String(limit));
    }
  });
});

suite('phrases/index: a search', () => {
  test('by one character finds what has it anywhere', () => {
    const index = indexOf(entry('更换坏的灯泡', S), entry('把楼道扫干净', S), entry('灯杆要扶正', S));
    assert.deepEqual(texts(index.query({ ...query, words: '灯' })).sort(), ['更换坏的灯泡', '灯杆要扶正']);
  });
});

suite('phrases/index: what is typed', () => {
  const index = indexOf(
    entry('先安抚他们的情绪', S),
    entry('安抚好围观的群众', S),
    entry('请心理老师来安抚孩子', S),
    entry('把楼道扫干净', S),
    entry('安排人手分头登记', S),
  );
  const typed = (before: string, limit = 3): [string, number][] =>
    index.query({ ...query, before, limit }).map(({ text, replace }) => [text, replace]);

  test('what goes on from it comes first, then what contains it; both take its place', () => {
    assert.deepEqual(typed('老人很生气，我安抚'), [
      ['安抚好围观的群众', 2],
      ['先安抚他们的情绪', 2],
      ['请心理老师来安抚孩子', 2],
    ]);
    assert.deepEqual(typed('我会先安抚', 1), [['先安抚他们的情绪', 3]]);
  });

  test('punctuation typed inside is taken along', () => {
    const one = indexOf(entry('不回避、不推诿', S));
    assert.equal(one.query({ ...query, before: '我们不回避、不推' })[0]?.replace, 6);
  });

  test('one character must begin it', () =>
    assert.deepEqual(
      typed('安', 2).map(([text]) => text.charAt(0)),
      ['安', '安'],
    ));

  test('after punctuation, on an empty line, or after a lead-in: any of the section', () => {
    for (const before of ['', '\n', '老人很生气，', '首先，我会', '其次我', '说完：“']) {
      assert.deepEqual(typed(before, 1), [['把楼道扫干净', 0]], before);
    }
  });

  test('when nothing goes on from it, any of the section, beside it', () => {
    assert.deepEqual(
      typed('把电线', 9).map(([, replace]) => replace),
      [0, 0, 0, 0, 0],
    );
  });

  test('or none but what has it, when only that is wanted', () => {
    const only = (before: string): string[] =>
      texts(index.query({ ...query, before, limit: 9, typedOnly: true }));
    assert.deepEqual(only('把电线'), []);
    assert.deepEqual(only('老人很生气，'), []);
    assert.deepEqual(only('先安抚').slice(0, 1), ['先安抚他们的情绪']);
  });

  test('width and script make no difference', () =>
    assert.equal(typed('先安撫', 1)[0]?.[0], '先安抚他们的情绪'));

  test('a search finds all words first, and nothing without any', () => {
    const found = (words: string): string[] => texts(index.query({ ...query, words }));
    assert.equal(found('安抚 孩子')[0], '请心理老师来安抚孩子');
    assert.equal(found('安抚').length, 3);
    assert.deepEqual(found('无关'), []);
    assert.equal(found('   ').length, 5);
  });

  test('near duplicates give way to others', () => {
    const many = indexOf(
      ...[
        '耐心倾听群众的意见和建议',
        '耐心倾听群众意见和建议',
        '耐心倾听群众的意见和建议要求',
        '认真记下每一个电话号码',
      ].map((text) => entry(text, S)),
    );
    assert.equal(many.query({ ...query, limit: 2 }).length, 2);
    assert.equal(
      texts(many.query({ ...query, limit: 2 }))[1]?.startsWith('认真'),
      !texts(many.query({ ...query, limit: 2 }))[0]?.startsWith('认真'),
    );
  });
});

suite('phrases/index: what a suggestion says', () => {
  test('its sections, best first, its register, its places in order', () => {
    const index = new PhraseIndex();
    index.add(document('b', [entry('把楼道扫干净', ['f/s/p@0.6'], { register: 'spoken', from: 7, to: 13 })]));
    index.add(
      document('a', [
        entry('把楼道扫干净', ['f/s/q@0.9', 'g/t@0.95'], { register: 'spoken', from: 2, to: 8 }),
      ]),
    );
    const [found] = index.query(query);
    assert.deepEqual(
      found?.slots.map(({ framework, section, point }) => [framework, section, point]),
      [
        ['g', 't', undefined],
        ['f', 's', 'q'],
      ],
    );
    assert.equal(found.register, 'spoken');
    assert.equal(found.origin, 'documents');
    assert.deepEqual(found.places, [
      { document: 'a', line: 0, from: 2, to: 8 },
      { document: 'b', line: 0, from: 7, to: 13 },
    ]);
  });
});
