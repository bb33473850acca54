import assert from 'node:assert/strict';
import { Analyzer } from '../../../../server/src/core/analysis/analyse';
import type { Answer } from '../../../../server/src/core/analysis/lines';
import { parseDraft } from '../../../../server/src/core/draft/draft';
import { Repeats } from '../../../../server/src/core/rules/repeats/repeats';
import type { Finding } from '../../../../server/src/core/rules/types';
import { readModel, readRubrics } from '../../../support/rubrics';

const LAMP = '我当天到现场查看灯杆和线路，问清是什么时候坏的。';
const CALL = '我给每位反映的居民打电话说明进展，请他们监督。';
const OTHER = '居民散步的时候脚下又亮堂起来了。';

suite('rules/repeats/repeats', () => {
  const analyzer = new Analyzer(readRubrics(), readModel());
  const answerOf = (text: string): Answer => analyzer.analyse(parseDraft(text)).answer;
  /** Findings of one version after another. */
  const versions = (...texts: string[]): (readonly Finding[])[] => {
    const repeats = new Repeats();
    return texts.map((text) => repeats.find(answerOf(text), 'information', 'zh'));
  };
  const anew = (text: string): readonly Finding[] => new Repeats().find(answerOf(text), 'information', 'zh');

  const before = `${LAMP}\n\n${CALL}\n\n${LAMP}\n\n`;
  const text = `${before}${OTHER}\n\n${CALL}${LAMP}\n`;

  test('every finding says where it is, what it repeats and what can be done', () => {
    const [first] = anew(text);
    const from = text.indexOf(LAMP, 1);
    assert.ok(first);
    const { code, severity, range, message, related, remedy } = first;
    assert.deepEqual(
      { code, severity, range, message, related, remedy },
      {
        code: 'text.repeat',
        severity: 'information',
        range: { from, to: from + LAMP.length },
        message: '这一句与前文几乎相同，重复不加分，还占时间。',
        related: [{ range: { from: 0, to: LAMP.length }, message: '前文在这里' }],
        remedy: { type: 'delete' },
      },
    );
  });

  test('each is told where it stands, also within a paragraph, and where it stood first', () => {
    const said = `${OTHER}${LAMP}${CALL}\n\n好。${LAMP}\n\n${OTHER}再好。${CALL}\n`;
    assert.deepEqual(
      anew(said).map(({ range, related }) => [range.from, related[0]?.range?.from]),
      [
        [said.lastIndexOf(LAMP), said.indexOf(LAMP)],
        [said.lastIndexOf(OTHER), 0],
        [said.lastIndexOf(CALL), said.indexOf(CALL)],
      ],
    );
    for (const { range, related } of anew(said))
      assert.equal(
        said.slice(related[0]?.range?.from, related[0]?.range?.to),
        said.slice(range.from, range.to),
      );
    assert.equal(anew(text).length, 3);
  });

  test('what stands before an edit stays the same object, what stands after it moves', () => {
    const edited = `${before}昨晚${OTHER}\n\n${CALL}${LAMP}\n`;
    const [old, next] = versions(text, edited);
    assert.ok(old?.[1] && next?.[1]);
    assert.deepEqual(next, anew(edited));
    assert.equal(next[0], old[0]);
    assert.equal(next[1].range.from, old[1].range.from + 2);
    assert.deepEqual(next[1].related[0]?.range, old[1].related[0]?.range);
    // What was told of the text before does not change.
    assert.deepEqual(old, anew(text));
  });

  for (const [name, edited] of [
    ['what is repeated moves', `好。${text}`],
    ['what is repeated becomes longer', text.replace('时候坏的', '时候坏掉的')],
    ['what is repeated goes', text.slice(LAMP.length + 2)],
    ['a repetition goes', text.replace(`${LAMP}\n\n${OTHER}`, OTHER)],
    ['a repetition becomes longer', `${before}${OTHER}\n\n${CALL.replace('监督。', '监督呀。')}${LAMP}\n`],
    ['a repetition comes before all others', `${LAMP}${LAMP}${text}`],
    ['everything goes', ''],
  ] as const)
    test(`brought in step it finds what it finds anew: ${name}`, () => {
      const [old, next, back] = versions(text, edited, text);
      assert.deepEqual(next, anew(edited));
      assert.deepEqual(back, anew(text));
      assert.deepEqual(old, anew(text));
    });

  test('another severity and another language are taken over at once', () => {
    const repeats = new Repeats();
    const answer = answerOf(text);
    repeats.find(answer, 'information', 'zh');
    assert.deepEqual(
      repeats.find(answer, 'error', 'zh').map(({ severity }) => severity),
      ['error', 'error', 'error'],
    );
    for (const { message, related } of repeats.find(answer, 'error', 'en'))
      assert.match(`${message} ${related[0]?.message}`, /^This sentence repeats .* the earlier sentence$/);
  });
});
