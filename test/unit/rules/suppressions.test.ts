import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { readSuppressions } from '../../../server/src/core/rules/suppressions';
import { crlf, lines, marked } from '../../support/marked';

/** Whether a rule is suppressed at each mark of a draft, in order. */
function suppressed(source: string, code = 'cliche'): boolean[] {
  const { text, ranges } = marked(source);
  const isSuppressed = readSuppressions(parseDraft(text));
  return ranges.map((range) => isSuppressed?.(code, range) ?? false);
}

/** The same with either line end. */
function both(source: string, expected: readonly boolean[], code?: string): void {
  assert.deepEqual(suppressed(source, code), expected);
  assert.deepEqual(suppressed(crlf(source), code), expected, 'with Windows line ends');
}

suite('rules/suppressions: next line', () => {
  const NEXT = '<!-- zhangfa-disable-next-line cliche -->';
  test('only the next line', () =>
    both(lines('«前»。', '', NEXT, '«后»。«同行»。', '', '«再后»。'), [false, true, true, false]));
  test('blank lines are stepped over', () =>
    both(lines(NEXT, '', ' \t', '«后»。', '«再后»。'), [true, false]));
  test('another rule goes on', () => both(lines(NEXT, '«后»。'), [false], 'text.repeat'));
  test('several rules', () =>
    both(lines('<!-- zhangfa-disable-next-line text.repeat, cliche -->', '«后»。'), [true]));
  test('all rules', () => both(lines('<!-- zhangfa-disable-next-line -->', '«后»。'), [true]));
  test('with a reason', () =>
    both(lines('<!-- zhangfa-disable-next-line cliche 引用原话 -->', '«后»。'), [true]));
  test('a reason without a rule means all rules', () =>
    both(lines('<!-- zhangfa-disable-next-line 引用A的原话 -->', '«后»。'), [true]));
  test('in a list', () =>
    both(lines('- «一»。', '  <!-- zhangfa-disable-next-line cliche -->', '- «二»。', '- «三»。'), [
      false,
      true,
      false,
    ]));
  test('in a quote', () => both(lines(`> ${NEXT}`, '>', '> «一»。', '', '«二»。'), [true, false]));
  test('inside a paragraph', () => both(lines('«一»。', NEXT, '«二»。'), [false, true]));
  test('at the end of a line', () => both(lines(`«一»。${NEXT}`, '«二»。'), [false, true]));
  test('at the end of the file', () => both(lines('«一»。', '', NEXT), [false]));
  test('over several lines', () =>
    both(lines('<!--', 'zhangfa-disable-next-line cliche', '-->', '«一»。', '«二»。'), [true, false]));
});

suite('rules/suppressions: stretches', () => {
  test('from disable to enable', () => {
    both(
      lines(
        '«一»。',
        '',
        '<!-- zhangfa-disable cliche -->',
        '',
        '«二»。',
        '',
        '<!-- zhangfa-enable cliche -->',
        '',
        '«三»。',
      ),
      [false, true, false],
    );
  });

  test('to the end without enable', () =>
    both(lines('<!-- zhangfa-disable cliche -->', '', '«一»。', '', '«二»'), [true, true]));
  test('all rules', () =>
    both(lines('<!-- zhangfa-disable -->', '', '«一»。', '', '<!-- zhangfa-enable -->', '', '«二»。'), [
      true,
      false,
    ]));
  test('enable without a rule ends all', () =>
    both(lines('<!-- zhangfa-disable cliche -->', '', '<!-- zhangfa-enable -->', '', '«一»。'), [false]));

  test('enabling one rule leaves the others off', () => {
    const text = lines(
      '<!-- zhangfa-disable cliche text.repeat -->',
      '',
      '<!-- zhangfa-enable text.repeat -->',
      '',
      '«一»。',
    );
    both(text, [true], 'cliche');
    both(text, [false], 'text.repeat');
  });

  test('enabling one rule after all were switched off', () => {
    const text = lines('<!-- zhangfa-disable -->', '', '<!-- zhangfa-enable cliche -->', '', '«一»。');
    both(text, [false], 'cliche');
    both(text, [true], 'text.repeat');
  });

  test('enabling two rules ends what each comment switched off', () => {
    const text = lines(
      '<!-- zhangfa-disable cliche -->',
      '',
      '<!-- zhangfa-disable text.repeat -->',
      '',
      '<!-- zhangfa-enable cliche, text.repeat -->',
      '',
      '«一»。',
    );
    both(text, [false], 'cliche');
    both(text, [false], 'text.repeat');
  });

  test('off again after on', () => {
    both(
      lines(
        '<!-- zhangfa-disable cliche -->',
        '',
        '«一»。',
        '',
        '<!-- zhangfa-enable cliche -->',
        '',
        '«二»。',
        '',
        '<!-- zhangfa-disable cliche -->',
        '',
        '«三»。',
      ),
      [true, false, true],
    );
  });

  test('two comments on a line both count', () => {
    const text = lines('<!-- zhangfa-disable text.repeat --><!-- zhangfa-disable cliche -->', '', '«一»。');
    both(text, [true], 'text.repeat');
    both(text, [true], 'cliche');
  });

  test('inside a paragraph, from where they stand', () =>
    both(
      lines(
        '前言。',
        '',
        '«一»。',
        '«二»。<!-- zhangfa-disable cliche --> «三»。<!-- zhangfa-enable cliche -->«四»。',
        '«五»。',
      ),
      [false, false, true, false, false],
    ));

  test('enable before disable does nothing', () =>
    both(lines('<!-- zhangfa-enable cliche -->', '', '<!-- zhangfa-disable cliche -->', '', '«一»。'), [
      true,
    ]));
});

suite('rules/suppressions: what is no comment of ours', () => {
  const nothing = [
    '<!-- 记：zhangfa-disable cliche -->',
    '<!-- zhangfa-disabled cliche -->',
    '<!-- zhangfa disable cliche -->',
    '`<!-- zhangfa-disable cliche -->`',
    '```\n<!-- zhangfa-disable cliche -->\n```',
    '\\<!-- zhangfa-disable cliche -->',
  ];
  for (const comment of nothing)
    test(comment.replaceAll('\n', '⏎'), () => assert.deepEqual(suppressed(`${comment}\n\n«一»。`), [false]));

  for (const typo of [
    'zhangfa-disable-line cliche',
    'zhangfa-disable-nextline cliche',
    'zhangfa-disable-file',
  ]) {
    test(`a word that does not exist switches nothing off: ${typo}`, () => {
      assert.deepEqual(suppressed(`<!-- ${typo} -->\n\n«一»。\n\n«二»。`), [false, false]);
    });
  }

  test('a rule that does not exist switches no other off', () =>
    both(lines('<!-- zhangfa-disable clichee -->', '', '«一»。'), [false]));
});

suite('rules/suppressions: front matter', () => {
  for (const [name, line, expected] of [
    ['a list', 'zhangfa-disable: [text.repeat, cliche]', true],
    ['a single rule', 'zhangfa-disable: cliche', true],
    ['a Chinese key', '停用规则: [cliche]', true],
    ['all', 'zhangfa-disable: all', true],
    ['another rule', 'zhangfa-disable: [text.repeat]', false],
    ['an empty list', 'zhangfa-disable: []', false],
  ] as const) {
    test(name, () => both(lines('---', line, '---', '', '«一»。'), [expected]));
  }

  test('reaches the front matter itself', () =>
    both(lines('---', 'zhangfa-disable: cliche', '«question»: 灯', '---'), [true]));
});
