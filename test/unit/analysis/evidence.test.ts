import assert from 'node:assert/strict';
import { collectEvidence, type SentenceEvidence } from '../../../server/src/core/analysis/evidence';
import { Lexicon } from '../../../server/src/core/analysis/lexicon';
import { parseDraft } from '../../../server/src/core/draft/draft';
import type { Rubrics } from '../../../server/src/core/framework/types';
import { entry, framework, point, RUBRICS, section, wordingList } from '../../support/fixtureRubrics';
import { crlf } from '../../support/marked';

const lexicon = new Lexicon(RUBRICS);

function evidenceOf(text: string, words = lexicon): { blockFrom: number; evidence: SentenceEvidence }[] {
  return parseDraft(text).blocks.flatMap(({ block, from }) =>
    collectEvidence(block, words).map((evidence) => ({ blockFrom: from, evidence })),
  );
}

/** The cues as `text strength guard`. */
function cues(text: string, words = lexicon): string[] {
  return evidenceOf(text, words).flatMap(({ blockFrom, evidence }) =>
    evidence.cues.map(
      ({ from, to, cue, guard }) =>
        `${text.slice(blockFrom + from, blockFrom + to)} ${cue.strength} ${guard}`,
    ),
  );
}

/** The wordings as `text entry guard`. */
function wording(text: string, words = lexicon): string[] {
  return evidenceOf(text, words).flatMap(({ blockFrom, evidence }) =>
    evidence.wording.map(
      ({ from, to, entry: { id }, guard }) =>
        `${text.slice(blockFrom + from, blockFrom + to)} ${id} ${guard}`,
    ),
  );
}

suite('analysis/evidence: cues', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['said', '我先道歉。', ['道歉 cue said']],
    ['in traditional script', '我先賠不是。', ['賠不是 cue said']],
    ['with emphasis around', '我先**道歉**。', ['道歉 cue said']],
    ['with emphasis inside', '我先道**歉**。', ['道**歉 cue said']],
    ['with a comment inside', '我先道<!-- 记 -->歉。', ['道<!-- 记 -->歉 cue said']],
    ['as the text of a link', '我先[道歉](道歉.md)。', ['道歉 cue said']],
    ['negated', '我不道歉。', ['道歉 cue negated']],
    ['reported', '居民说：“你要道歉。”', ['道歉 cue reported']],
    ['in own speech', '我说：“我来道歉。”', ['道歉 cue own-speech']],
    ['in a heading', '## 态度', ['态度 heading said']],
    [
      'in a list, a quote and a table',
      '- 道歉。\n\n> 道歉。\n\n| 道歉 |\n| - |',
      ['道歉 cue said', '道歉 cue said', '道歉 cue said'],
    ],
    ['none in code', '`道歉`。\n\n```\n道歉\n```', []],
    ['none in a link target', '看[灯](http://道歉.cn)。', []],
    ['beside a lone surrogate', '\ud83d道歉\udc00。', ['道歉 cue said']],
    ['after astral characters', '👨‍👩‍👧𠮷，我道歉。', ['道歉 cue said']],
  ];
  for (const [name, text, expected] of cases) test(name, () => assert.deepEqual(cues(text), expected));

  test('whether a sentence has any of a framework', () => {
    const speaksFor = (text: string): boolean[] => {
      const [first] = evidenceOf(text);
      assert.ok(first);
      return [0, 1].map((framework) => first.evidence.speaksFor(framework));
    };
    assert.deepEqual(speaksFor('天气很好。'), [false, false]);
    assert.deepEqual(speaksFor('我道歉。'), [true, false]);
    assert.deepEqual(speaksFor('我加开窗口。'), [false, true]);
    assert.deepEqual(speaksFor('我道歉，加开窗口。'), [true, true]);
    assert.deepEqual(speaksFor('我加开窗口，再不道歉。'), [true, true]);
  });

  test('a negation farther off does not reach a cue', () => {
    assert.deepEqual(cues('我没有耽误时间就道歉。'), ['道歉 cue said']);
  });

  // The example of the comment on CUE_NEGATION_REACH.
  test('没有耽误 does not negate what was done in time', () =>
    assert.deepEqual(cues('我没有耽误道歉。'), ['道歉 cue said']));

  test('offsets hold with Windows line ends', () => {
    const text = crlf('## 态度\n\n- 我先道歉。\n- 我去查看灯杆。\n');
    assert.deepEqual(cues(text), ['态度 heading said', '道歉 cue said', '查看灯杆 cue said']);
  });

  test('one word may speak for several points, in several ways', () => {
    const words = new Lexicon({
      frameworks: [
        framework('a', '甲', [
          section('one', '一段', [point('p', '点', ['道歉'], { weakCues: ['谢谢'], phrases: ['谢谢'] })], {
            headings: ['道歉'],
          }),
        ]),
      ],
      wording: [],
    });
    assert.deepEqual(cues('道歉，谢谢。', words).toSorted(), [
      '谢谢 phrase said',
      '谢谢 weak said',
      '道歉 cue said',
      '道歉 heading said',
    ]);
  });
});

suite('analysis/evidence: wording', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['said', '您急什么。', ['急什么 hurry said']],
    ['negated', '我不会说急什么。', ['急什么 hurry negated']],
    ['a whole clause away', '绝不允许窗口的同事对来反映问题的居民说急什么。', ['急什么 hurry negated']],
    ['reported', '他喊：“不归我管！”', ['不归我管 not-mine reported']],
    ['the longer of two of a rule', '这事不归我管。', ['不归我管 not-mine said']],
    ['both where they stand apart', '不归我管，谁说归我管。', ['不归我管 not-mine said', '归我管 mine said']],
    ['harmless with its exception', '我保证全修好，但要先核实。', []],
    ['in what is still to be filled in, or reaching into it', '先【急什么】，不归【我管】。', []],
    ['beside what is still to be filled in', '【谁】急什么【哪天】。', ['急什么 hurry said']],
    ['the exception counts in its sentence only', '我保证全修好。我会核实。', ['保证全修好 all said']],
  ];
  for (const [name, text, expected] of cases) test(name, () => assert.deepEqual(wording(text), expected));

  test('one place is flagged once by a rule, whichever of its entries meets there', () => {
    const twice = new Lexicon({
      frameworks: [],
      wording: [wordingList('role.shirk', [entry('a', ['不归我管'], ['x']), entry('b', ['不归…管'], ['y'])])],
    });
    assert.equal(wording('这事不归我管。', twice).length, 1);
  });

  test('what lies inside another of its rule is not flagged, wherever in it', () => {
    const inside = new Lexicon({
      frameworks: [],
      wording: [
        wordingList('role.shirk', [
          entry('whole', ['这事不归我管'], ['x']),
          entry('begin', ['这事'], ['x']),
          entry('middle', ['归我'], ['x']),
          entry('end', ['管'], ['x']),
        ]),
      ],
    });
    assert.deepEqual(wording('这事不归我管。', inside), ['这事不归我管 whole said']);
    assert.deepEqual(wording('管，这事，归我。', inside), [
      '管 end said',
      '这事 begin said',
      '归我 middle said',
    ]);
  });

  test('what lies inside one of another rule is flagged too', () => {
    const two = new Lexicon({
      frameworks: [],
      wording: [
        wordingList('role.shirk', [entry('whole', ['事归他管'], ['x'])]),
        wordingList('wording.taboo', [entry('inside', ['归他'], ['x'])]),
      ],
    });
    assert.deepEqual(wording('这事归他管。', two), ['事归他管 whole said', '归他 inside said']);
  });

  test('a form with a gap covers what stands in the gap, though it ends later', () => {
    const gap = new Lexicon({
      frameworks: [],
      wording: [
        wordingList('promise.beyond-authority', [
          entry('wide', ['我保证…办好'], ['x']),
          entry('narrow', ['保证三天'], ['x']),
        ]),
      ],
    });
    assert.deepEqual(wording('我保证三天内办好。', gap), ['我保证三天内办好 wide said']);
    assert.deepEqual(wording('我保证三天内去。', gap), ['保证三天 narrow said']);
  });

  const exceptions = (unless: string): Lexicon => {
    const rubrics: Rubrics = {
      frameworks: [],
      wording: [
        wordingList('promise.beyond-authority', [
          entry('all', ['全部赔给'], ['查清再说'], { unless: [unless] }),
        ]),
      ],
    };
    return new Lexicon(rubrics);
  };
  for (const [unless, text] of [
    ['依規', '我全部赔给您，依规办。'],
    ['依规', '我全部賠給您，依規辦。'],
    ['ＡＢ', '我全部赔给您，走ab流程。'],
    ['查清，', '查清,我全部赔给您。'],
    ['核实', '先核**实**，再全部赔给您。'],
  ] as const) {
    test(`an exception is matched as loosely as a wording: ${unless} in ${text}`, () =>
      assert.deepEqual(wording(text, exceptions(unless)), []));
  }
});

suite('analysis/evidence: wordings with a gap', () => {
  const gapped = (form: string): Lexicon =>
    new Lexicon({
      frameworks: [],
      wording: [wordingList('promise.beyond-authority', [entry('fix', [form], ['查清再说'])])],
    });

  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['the halves apart', '我保证三天内办好。', ['保证三天内办好 fix said']],
    ['the halves together', '我保证办好。', ['保证办好 fix said']],
    ['only the first half', '我保证尽力。', []],
    ['only the second half', '我一定办好。', []],
    ['the second half in another clause', '我保证，这事办好。', []],
    ['in another clause, half-width', '我保证,这事办好.', []],
    [
      'as far apart as may be',
      '我保证一二三四五六七八九十日夜办好。',
      ['保证一二三四五六七八九十日夜办好 fix said'],
    ],
    ['one farther', '我保证一二三四五六七八九十个日夜办好。', []],
    ['too far apart', '我保证在很长很长的一段时间以后再办好。', []],
    ['in traditional script', '我保證三天內辦好。', ['保證三天內辦好 fix said']],
    ['negated', '我不能保证三天内办好。', ['保证三天内办好 fix negated']],
    ['with emphasis around the second half', '我保证**办好**。', ['保证**办好 fix said']],
    ['with emphasis inside the second half', '我保证办**好**。', ['保证办**好 fix said']],
  ];
  for (const [name, text, expected] of cases)
    test(name, () => assert.deepEqual(wording(text, gapped('保证…办好')), expected));

  test('the second half may hold astral characters', () => {
    assert.deepEqual(wording('我保证修好𠮷野家。', gapped('保证…𠮷野家')), ['保证修好𠮷野家 fix said']);
  });

  test('a gap may be written as Chinese writes an ellipsis', () => {
    assert.deepEqual(wording('我保证三天内办好。', gapped('保证……办好')), ['保证三天内办好 fix said']);
    assert.deepEqual(wording('我保证尽力。', gapped('保证……办好')), []);
  });
});

suite('analysis/evidence: concrete words', () => {
  /** The kinds that are there at all. */
  const concrete = (text: string): unknown => {
    const counts = evidenceOf(text)[0]?.evidence.concrete;
    assert.ok(counts);
    return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
  };

  test('are counted by kind', () => {
    assert.deepEqual(concrete('当天我上门登记，2天内答复。'), { when: 1, where: 1, deed: 2, quantity: 1 });
  });

  test('none in a slogan', () => assert.deepEqual(concrete('高度重视，凝聚合力。'), {}));
  test('in traditional script', () => assert.deepEqual(concrete('當天登記。'), { when: 1, deed: 1 }));
  test('not in what is not said', () => assert.deepEqual(concrete('好<!-- 当天登记3天 -->。'), {}));
});
