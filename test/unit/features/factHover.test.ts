import assert from 'node:assert/strict';
import { factHover, sayingHover } from '../../../server/src/core/features/factHover';
import type { Hover } from '../../../server/src/core/features/hover';
import type { Locale } from '../../../server/src/core/messages/messages';
import { analyse } from '../../support/check';
import { WITH_SYSTEMS } from '../../support/fixtureSystems';
import { lines, slice } from '../../support/marked';

const hoverAt =
  (hover: typeof factHover) =>
  (text: string, word: string, locale: Locale = 'zh'): (Hover & { at: string }) | undefined => {
    const found = hover(analyse(text, { rubrics: WITH_SYSTEMS }), text.indexOf(word) + 1, locale);
    return found && { ...found, at: slice(text, found.range) };
  };

suite('features/factHover', () => {
  const fact = hoverAt(factHover);

  test('wording of the past: its time, and to check what is said today', () => {
    const hover = fact('我参加亮灯行动。', '亮灯');
    assert.equal(hover?.at, '亮灯行动');
    assert.equal(
      hover.markdown,
      [
        '**亮灯行动** — **历史提法**（2009），请核实现行表述，不当作现行政策写。',
        '某年的活动。',
        '旧活动有用。',
        '_依据：参考文档 902 第 5 行_',
      ].join('\n\n'),
    );
  });

  test('background: no body of an answer', () =>
    assert.equal(
      fact('因为线路老化。', '线路')?.markdown,
      '**线路老化** — **背景说法**，可作原因或引入，不作答案主体。\n\n为什么总坏有用。',
    ));

  test('in English', () =>
    assert.match(
      fact('我参加亮灯行动。', '亮灯', 'en')?.markdown ?? '',
      /^\*\*bright\*\* — \*\*Historical wording\*\* \(2009\): check what is said today/,
    ));

  test('nothing elsewhere, and nothing in the question', () => {
    assert.equal(fact('我参加亮灯行动。', '参加'), undefined);
    const asked = lines('---', 'question: 亮灯行动怎么办？', '---', '', '我修灯。');
    assert.equal(fact(asked, '亮灯'), undefined);
    assert.equal(fact('来有应声。', '应声'), undefined);
  });
});

suite('features/sayingHover', () => {
  const saying = hoverAt(sayingHover);

  test('what belongs to a set', () =>
    assert.equal(
      saying('来有应声。', '应声')?.markdown,
      '成组用语“三声”，同组：问有答话、走有道别\n\n三声有用。\n\n_依据：903_',
    ));

  test('what to write instead of words that may only be criticised', () => {
    const hover = saying('我摆架子。', '架子');
    assert.equal(hover?.at, '摆架子');
    assert.match(hover.markdown, /^“摆架子”只能写成被批评的现象；写自己的做法，换成“坐下来商量”。/);
  });

  test('nothing elsewhere', () => {
    assert.equal(saying('我修灯。', '修灯'), undefined);
    assert.equal(saying('我参加亮灯行动。', '亮灯'), undefined);
  });
});
