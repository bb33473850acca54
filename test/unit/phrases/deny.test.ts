import assert from 'node:assert/strict';
import { DenyFilter, denyWording } from '../../../server/src/core/phrases/deny';
import type { DenyList } from '../../../server/src/core/phrases/types';
import { WORDING } from '../../support/fixtureRubrics';

const reason = { zh: '不好', en: 'bad' };
const LIST: DenyList = {
  id: 'test',
  title: reason,
  origin: 'test:',
  entries: [
    { id: 'label', match: ['那帮闲人', '闲人，免进'], unless: [], reason },
    { id: 'conflict', match: ['矛盾激化'], unless: ['避免'], reason },
  ],
};
const filter = new DenyFilter([LIST], ['那帮闲人的说法']);

suite('phrases/deny', () => {
  test('a listed word denies, with its entry', () => {
    const denial = filter.denial('先把那帮闲人请出去');
    assert.equal(denial?.entry.id, 'label');
    assert.equal(denial.word, '那帮闲人');
  });
  test('also negated, quoted, in traditional script or other width', () => {
    for (const text of ['绝不说“那帮闲人”', '那幫閒人', '閒人,免進']) assert.ok(filter.denial(text), text);
  });
  test('a word that makes it harmless', () => {
    assert.ok(filter.denial('矛盾激化得很快'));
    assert.equal(filter.denial('避免矛盾激化'), undefined);
  });
  test('other text passes', () => {
    for (const text of ['', '先请大家坐下', '\0', '闲人']) assert.equal(filter.denial(text), undefined);
  });
  test('an allowed text passes whatever is in it, its longer form does not', () => {
    assert.equal(filter.denial('那帮闲人的说法。'), undefined);
    assert.ok(filter.denial('不要那帮闲人的说法'));
  });
  test('an empty filter denies nothing', () =>
    assert.equal(new DenyFilter([]).denial('那帮闲人'), undefined));
  test('the wording rules flag is denied, with its reason', () => {
    const wording = new DenyFilter(denyWording(WORDING));
    assert.equal(wording.denial('您急什么')?.entry.reason.zh, 'hurry：换个说法。');
    assert.equal(wording.denial('核实之后保证全修好'), undefined);
  });
});
