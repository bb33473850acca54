import assert from 'node:assert/strict';
import {
  anyOf,
  type FaultPattern,
  type PatternHit,
  PatternSet,
  words,
} from '../../../../server/src/core/rules/patterns/pattern';
import { LONGEST_SENTENCE } from '../../../../server/src/core/rules/patterns/meant';
import { findIn } from './cases';

const why = { zh: '因为', en: 'because' };
const pattern = (id: string, form: RegExp, more: Partial<FaultPattern> = {}): FaultPattern => ({
  id,
  anchors: () => [/^[^([{?*+|]+/.exec(form.source)?.[0] ?? ''],
  form: () => new RegExp(form.source, 'g'),
  why,
  rewrites: ['好'],
  ...more,
});
const find = (text: string, ...patterns: FaultPattern[]): readonly PatternHit[] =>
  findIn(new PatternSet({ 'wording.taboo': patterns }), text);
const ids = (text: string, ...patterns: FaultPattern[]): string[] =>
  find(text, ...patterns).map((hit) => hit.pattern.id);

suite('rules/patterns/pattern', () => {
  test('a hit knows its place in the sentence and its rule', () => {
    const [hit] = find('我说急什么。', pattern('a', /急什么/));
    assert.deepEqual([hit?.from, hit?.to, hit?.rule], [2, 5, 'wording.taboo']);
  });

  test('what is negated is not meant, and the next place of the same form is tried', () => {
    assert.deepEqual(ids('我不说急什么。', pattern('a', /急什么/)), []);
    const [hit] = find('他问我急什么,我说:急什么。', pattern('a', /急什么/));
    assert.equal(hit?.from, 10);
  });

  test('what has to be said with it, and what must not be', () => {
    const form = pattern('a', /一分不少/, { when: () => /放心/, unless: /核实/ });
    assert.deepEqual(ids('放心,一分不少', form), ['a']);
    assert.deepEqual(ids('一分不少', form), []);
    assert.deepEqual(ids('放心,核实以后一分不少', form), []);
  });

  test('rude only when it is said to somebody', () => {
    const form = pattern('a', /催什么/, { spoken: true });
    assert.deepEqual(ids('我对他说:催什么。', form), ['a']);
    assert.deepEqual(ids('问清楚他在催什么。', form), []);
  });

  test('rude only in his very words to people, unless softened in the same breath', () => {
    const form = pattern('a', /催什么/, { aloud: true, softened: /对不住/ });
    const other = pattern('b', /急什么/, { aloud: true });
    assert.deepEqual(ids('我对他说:“催什么。”', form, other), ['a']);
    assert.deepEqual(ids('我对他说:“催什么,急什么。”', form, other), ['a', 'b']);
    assert.deepEqual(ids('我对他说:“对不住,催什么,急什么。”', form, other), ['b']);
    assert.deepEqual(ids('我觉得对不住,对他说:“催什么。”', form), ['a']);
    assert.deepEqual(ids('我看他催什么,急什么。', form, other), []);
    assert.deepEqual(ids('我看他催什么,我跟他讲:“坐下。”', form), []);
  });

  test('what others do is not the fault of the writer', () => {
    const form = pattern('a', /全额赔/, { self: true });
    assert.deepEqual(ids('我全额赔他。', form), ['a']);
    assert.deepEqual(ids('物业全额赔他。', form), []);
  });

  test('a label stays one under a negated verb, but not where it is denied', () => {
    const form = pattern('a', /刁民/, { label: true });
    assert.deepEqual(ids('我不怕刁民。', form), ['a']);
    assert.deepEqual(ids('他不是刁民。', form), []);
    assert.deepEqual(ids('不把群众看成刁民。', form), []);
  });

  test('inside a longer match of another pattern nothing is reported twice', () => {
    assert.deepEqual(ids('当场拍板免掉', pattern('short', /拍板/), pattern('long', /当场拍板免掉/)), [
      'long',
    ]);
    assert.deepEqual(ids('当场拍板', pattern('one', /拍板/), pattern('two', /拍板/)), ['one', 'two']);
  });

  test('matches that overlap, or end or begin together, count once only when one lies inside the other', () => {
    const overlap = [pattern('first', /甲乙丙/), pattern('second', /丙丁/)];
    assert.deepEqual(ids('甲乙丙丁', ...overlap), ['first', 'second']);
    assert.deepEqual(ids('丙丁甲乙丙', ...overlap), ['first', 'second']);
    assert.deepEqual(ids('甲乙丙', pattern('long', /甲乙丙/), pattern('begin', /甲乙/)), ['long']);
    assert.deepEqual(ids('甲乙丙', pattern('end', /乙丙/), pattern('long', /甲乙丙/)), ['long']);
  });

  test('matches of different rules are told both', () => {
    const set = new PatternSet({
      'wording.taboo': [pattern('short', /乙/)],
      'role.shirk': [pattern('long', /甲乙丙/)],
    });
    assert.deepEqual(
      findIn(set, '甲乙丙').map(({ pattern: { id }, rule }) => [id, rule]),
      [
        ['short', 'wording.taboo'],
        ['long', 'role.shirk'],
      ],
    );
  });

  test('hits come in the order of the patterns, wherever they stand', () => {
    const three = [pattern('a', /甲甲/), pattern('b', /乙乙/), pattern('c', /丙丙/)];
    assert.deepEqual(ids('丙丙,甲甲,乙乙', ...three), ['a', 'b', 'c']);
    assert.deepEqual(ids('乙乙,甲甲', ...three), ['a', 'b']);
  });

  test('of a long sentence only the beginning is looked at', () => {
    const far = (before: number): string[] => ids(`${'灯'.repeat(before)}急什么。`, pattern('a', /急什么/));
    assert.deepEqual(far(LONGEST_SENTENCE - 3), ['a']);
    assert.deepEqual(far(LONGEST_SENTENCE - 2), []);
    assert.deepEqual(far(LONGEST_SENTENCE * 2), []);
    const after = `急什么,${'灯'.repeat(LONGEST_SENTENCE)}。`;
    assert.deepEqual(ids(after, pattern('a', /急什么/)), ['a']);
  });

  test('a form is tried at six places', () => {
    const others = (times: number): string[] =>
      ids(`${'他问我急什么,'.repeat(times)}我说:急什么。`, pattern('a', /急什么/));
    assert.deepEqual(others(5), ['a']);
    assert.deepEqual(others(6), []);
  });

  test('a form that may be nothing is found where it is something', () => {
    const [hit] = find('好灯', { ...pattern('a', /(?:灯)?/), anchors: () => ['灯'] });
    assert.deepEqual([hit?.from, hit?.to], [1, 2]);
  });

  test('without any of its anchors a form is not looked for', () => {
    assert.deepEqual(ids('急什么', { ...pattern('a', /急什么/), anchors: () => ['灯'] }), []);
    assert.deepEqual(ids('急什么', { ...pattern('a', /急什么/), anchors: () => ['灯', '急'] }), ['a']);
  });

  test('negated it is not meant, but for labels; put in quotation marks not even those', () => {
    assert.deepEqual(ids('我不怕刁民。', pattern('a', /刁民/)), []);
    assert.deepEqual(ids('我不怕“刁民”。', pattern('a', /刁民/, { label: true })), []);
  });

  suite('what the writer has still to fill in', () => {
    const form = pattern('a', /不归[^,。;]{0,6}管/);
    const places = (text: string): string[] => find(text, form).map(({ from, to }) => text.slice(from, to));

    test('a form that stands in it, begins there, ends there or runs over it is none', () => {
      for (const text of [
        '【不归谁管】。',
        '这事【归不归】谁管。',
        '【不归】谁管。',
        '不归【谁管】。',
        '不归【谁】管。',
      ])
        assert.deepEqual(places(text), [], text);
    });

    test('beside it, it is one', () => {
      for (const text of ['【谁】不归我管。', '不归我管【什么】。', '【】不归我管。', '不归【我管。'])
        assert.equal(places(text).length, 1, text);
    });

    test('it is looked for behind it, and before', () => {
      assert.deepEqual(places('【不归谁管】,不归我管。'), ['不归我管']);
      assert.deepEqual(places('不归【谁】管,不归我管。'), ['不归我管']);
      assert.deepEqual(places('不归【谁】不归我管。'), ['不归我管']);
      const wide = pattern('b', /只管收件,[^。;]{0,20}不归|都不管/);
      assert.deepEqual(
        find('只管收件,都不管,【谁】不归。', { ...wide, anchors: () => ['不'] }).map(({ from }) => from),
        [5],
      );
    });

    test('it is not among the six places', () => {
      assert.deepEqual(places(`${'不归【谁】管,'.repeat(7)}不归我管。`), ['不归我管']);
    });

    test('whatever is longer than a few words is no such thing', () => {
      assert.deepEqual(places(`【不归我管${'灯'.repeat(36)}】`).length, 0);
      assert.deepEqual(places(`【不归我管${'灯'.repeat(37)}】`).length, 1);
    });
  });

  test('alternatives of a form, each found everywhere', () =>
    assert.deepEqual('甲乙,丙丁,甲乙'.match(anyOf('甲乙', '丙丁')), ['甲乙', '丙丁', '甲乙']));

  test('in alternatives, what may stand between stands in the same clause', () => {
    const form = (): RegExp => anyOf('甲…{0,3}乙', '丙…丁…戊');
    assert.deepEqual('甲乙'.match(form()), ['甲乙']);
    assert.deepEqual('甲在中间乙'.match(form()), ['甲在中间乙']);
    assert.deepEqual('丙一丁二戊'.match(form()), ['丙一丁二戊']);
    for (const mark of ',。;:!?“”"') assert.equal(`甲${mark}乙`.match(form()), null, mark);
  });

  test('how many patterns there are', () => {
    const set = new PatternSet({
      'wording.taboo': [pattern('a', /甲/), pattern('b', /乙/)],
      'role.shirk': [pattern('c', /丙/)],
    });
    assert.equal(set.size, 3);
    assert.deepEqual(set.anchors(), [['甲'], ['乙'], ['丙']]);
  });

  test('anchors are written with spaces between', () =>
    assert.deepEqual(words('甲 乙乙 丙')(), ['甲', '乙乙', '丙']));
});
