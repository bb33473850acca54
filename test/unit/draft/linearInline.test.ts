import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { SILENT } from '../../../server/src/core/draft/sentences';

/** What is said of a line: all but markup, targets and titles; without blanks. */
const said = (text: string): string =>
  parseDraft(text)
    .blocks.flatMap(({ block }) => block.sentences)
    .map(({ folded }) => folded.replaceAll(SILENT, '').replace(/\s/g, ''))
    .join('');

suite('draft/linearInline: the target of a link is not said', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['an address', '看[说明](a.md)好'],
    ['none', '看[说明]()好'],
    ['an address with brackets', '看[说明](a_(1).md)好'],
    ['an address in angles', '看[说明](<a b.md>)好'],
    ['a title', '看[说明](a.md "路灯")好'],
    ['a title in single marks', "看[说明](a.md '路灯' )好"],
    ['a title in brackets', '看[说明](a.md (路灯))好'],
    ['an escaped mark in a title', '看[说明](a.md "路\\"灯")好'],
  ];
  for (const [name, text] of cases) test(name, () => assert.equal(said(text), '看说明好'));

  test('what does not end is no target', () => {
    assert.equal(said('看[说明](a.md "路灯好'), '看说明(a.md"路灯好');
    assert.equal(said('看[说明](a.md 路灯)好'), '看说明(a.md路灯)好');
    assert.equal(said('看[说明](<a.md好'), '看说明(<a.md好');
  });
});
