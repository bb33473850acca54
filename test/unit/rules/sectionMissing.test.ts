import assert from 'node:assert/strict';
import type { Framework } from '../../../server/src/core/framework/types';
import { expectedSections, isExpected } from '../../../server/src/core/rules/sectionMissing';
import { analyse, checkRule, type TestOptions } from '../../support/check';
import { actionsFor, applyAction, checkAfter, checkSuppressions } from '../../support/fixes';
import { framework, point, section } from '../../support/fixtureRubrics';
import { crlf, lines } from '../../support/marked';
import { testRule } from '../../support/ruleTester';
import { readModel, readRubrics } from '../../support/rubrics';

const OPTIONS = { framework: 'lamp' };
const ALL = '我道歉。我查看灯杆，问清时间。我更换灯泡。每月巡灯。';
const QUESTION = '题目：路灯坏了，怎么办？';
/** With its first clause marked, where findings about the whole answer stand. */
const FLAGGED = '«题目：路灯坏了»，怎么办？';

/** The sections that are said to be missing. */
const missing = (text: string, options: TestOptions = OPTIONS): string[] =>
  checkRule('section.missing', text, options).map(
    ({ message, severity }) => `${/“(.+?)”/.exec(message)?.[1]} ${severity}`,
  );

suite('rules/sectionMissing', () => {
  testRule('section.missing', {
    options: OPTIONS,
    valid: [
      { name: 'all there', text: `${QUESTION}\n\n${ALL}` },
      {
        name: 'all there, in traditional script',
        text: `${QUESTION}\n\n我道歉。我查看燈桿，問清時間。我更換燈泡。每月巡燈。`,
      },
      { name: 'a heading of its own', text: `${QUESTION}\n\n我道歉。我更换灯泡。每月巡灯。\n\n## 核实\n` },
      { name: 'no framework', text: '好。', options: { rubrics: { frameworks: [], wording: [] } } },
    ],
    invalid: [
      {
        name: 'a required section',
        text: `${FLAGGED}\n\n我道歉。我更换灯泡。每月巡灯。`,
        message: '缺少“核实”环节。要有核实。',
        english: 'Section “verify” is missing. An answer needs verify.',
        severity: 'warning',
      },
      {
        name: 'one for extra marks',
        text: `${FLAGGED}\n\n我道歉。我查看灯杆。我更换灯泡。`,
        message: '没有“长效”环节（加分项）。要有长效。',
        english: /earns extra marks/,
        severity: 'information',
      },
      {
        name: 'one that is only negated',
        text: `${FLAGGED}\n\n我不道歉。我查看灯杆。我更换灯泡。每月巡灯。`,
        message: /“态度”/,
      },
      {
        name: 'one that is only reported',
        text: `${FLAGGED}\n\n我查看灯杆。我更换灯泡。每月巡灯。\n\n他说：“你要道歉。”`,
        message: /“态度”/,
      },
      {
        name: 'one that only the question names',
        text: `«题目：居民要你道歉»，怎么办？\n\n我查看灯杆。我更换灯泡。每月巡灯。`,
        message: /“态度”/,
      },
      {
        name: 'one the question calls for',
        text: `«题目：居民吵闹»，怎么办？\n\n${ALL}`,
        message: '缺少“安抚”环节。要有安抚。',
        severity: 'warning',
      },
      {
        name: 'one the question calls for in another script',
        text: `«题目:居民吵鬧»,怎麼辦?\n\n${ALL}`,
        message: /“安抚”/,
      },
      {
        name: 'at the front matter where there is no question',
        text: `«---»\nframework: lamp\n---\n\n我道歉。我查看灯杆。我更换灯泡。`,
        message: /长效/,
      },
      {
        name: 'at the question in the front matter',
        text: `---\n«question»: "灯𠮷👍坏了？"\n---\n\n我道歉。我查看灯杆。我更换灯泡。`,
        message: /长效/,
      },
      {
        name: 'at the first sentence where there is neither',
        text: '«我道歉。»我查看灯杆。我更换灯泡。',
        message: /长效/,
      },
    ],
  });

  test('all that are missing, in the order of the framework', () => {
    assert.deepEqual(missing(`${QUESTION}\n\n天气很好。`), [
      '态度 warning',
      '核实 warning',
      '处理 warning',
      '长效 information',
    ]);
  });

  test('an empty draft is told the sections, once and quietly', () => {
    const [finding, ...none] = checkRule('section.missing', '---\nframework: lamp\n---\n', OPTIONS);
    assert.deepEqual(none, []);
    assert.equal(finding?.message, '还没有作答内容。这类题的环节依次是：态度、核实、处理、长效。');
    assert.equal(finding.severity, 'information');
  });

  test('the outline of all sections is offered for an empty draft', () => {
    const text = crlf(`---\nquestion: 路灯坏了\n---\n`);
    const fixed = applyAction('section.missing', text, '插入全部环节的提纲');
    assert.deepEqual(checkRule('section.missing', fixed), []);
    assert.equal(/[^\r]\n/.test(fixed), false, 'one kind of line end');
  });

  test('says where it comes from', () => {
    const related = (text: string): string[] =>
      checkRule('section.missing', text, OPTIONS).flatMap((finding) =>
        finding.related.map(({ message }) => message),
      );
    assert.deepEqual(related(`${QUESTION}\n\n我查看灯杆。我更换灯泡。`), [
      '依据：参考文档 900 第 3-4 行',
      '依据：900',
    ]);
  });

  for (const [title, text] of [
    ['核实', `${QUESTION}\n\n我道歉。\n\n我更换灯泡。\n`],
    ['态度', lines('---', 'question: 路灯坏了', '---', '', '我查看灯杆。', '', '我更换灯泡。')],
    [
      '长效',
      lines('## 题目', '', '路灯坏了？', '', '## 态度', '', '我道歉。', '', '## 处理', '', '- 我更换灯泡。'),
    ],
    ['处理', lines('> 题目：路灯坏了？', '', '- 我道歉。', '- 我查看灯杆。', '')],
  ] as const) {
    test(`the outline of ${title} mends it`, () => {
      for (const source of [text, crlf(text)]) {
        assert.ok(missing(source).some((one) => one.startsWith(title)));
        const after = checkAfter('section.missing', source, `插入“${title}”环节的提纲`, OPTIONS);
        assert.equal(
          after.some(({ message }) => message.includes(`“${title}”`)),
          false,
        );
      }
    });
  }

  test('other frameworks are offered', () => {
    const { actions } = actionsFor('section.missing', `${QUESTION}\n\n我道歉。`);
    assert.ok(actions.some(({ title }) => title === '改用框架“排队疏导”'));
  });

  test('can be switched off', () => {
    checkSuppressions(
      'section.missing',
      `## 题目\n\n路灯坏了？\n\n## 作答\n\n${ALL.replace('每月巡灯。', '')}`,
      OPTIONS,
    );
    checkSuppressions('section.missing', `${QUESTION}\n\n我道歉。`, OPTIONS);
  });

  test('the comment above a labelled quote leaves the quote the question', () => {
    checkSuppressions('section.missing', '> 题目：路灯坏了？\n\n我道歉。', OPTIONS);
    const fixed = applyAction(
      'section.missing',
      '> 题目：路灯坏了？\n\n我道歉。',
      '这里不再提示（section.missing）',
      OPTIONS,
    );
    assert.equal(analyse(fixed, OPTIONS).draft.question?.labelled, true, fixed);
  });
});

suite('rules/sectionMissing: what is expected', () => {
  test('a conditional section only when the question calls for it', () => {
    const expected = (text: string): string =>
      expectedSections(analyse(text, OPTIONS))
        .map(({ section }) => section.id)
        .join(' ');
    assert.equal(expected(QUESTION), 'attitude verify handle lasting');
    assert.equal(expected('题目：居民吵闹？'), 'attitude verify handle soothe lasting');
    assert.equal(
      expected(`${QUESTION}\n\n我请他坐下。`),
      'attitude verify handle soothe lasting',
      'one that is there counts',
    );
  });

  test('any other section always', () => {
    const analysis = analyse('', OPTIONS);
    assert.deepEqual(
      analysis.sections.map(({ section }) => isExpected(section, analysis)),
      [true, true, true, false, true],
    );
  });
});

suite('rules/sectionMissing: several words that call for a section', () => {
  const calm = section('calm', '安抚', [point('sit', '请坐', ['请他坐下'])], {
    need: 'conditional',
    whenCues: ['吵闹', '拍桌子'],
  });
  const rubrics = { frameworks: [framework('desk', '接待', [calm])], wording: [] };
  const expected = (text: string): number =>
    expectedSections(analyse(text, { rubrics, framework: 'desk' })).length;

  test('one of them is enough, and without a question there is none', () => {
    assert.equal(expected('题目：来人拍桌子，怎么办？\n\n我修灯。'), 1);
    assert.equal(expected('题目：来人递材料，怎么办？\n\n我修灯。'), 0);
    assert.equal(expected('我修灯。'), 0);
  });
});

suite('rules/sectionMissing: as shipped', () => {
  test('slogans alone leave most sections missing, in either language', () => {
    const options = { rubrics: readRubrics(), model: readModel(), framework: 'public-doubt' };
    const found = missing(
      '题目：居民质疑水费算错了，怎么办？\n\n我住在城东的一个小院里，院里有两棵石榴树。',
      options,
    );
    assert.ok(found.length >= 3, found.join());
  });

  test('frameworks judged by words alone only inform; those the model was trained on, and own ones, warn', () => {
    const rubrics = readRubrics();
    const levels = (framework: string, change: Partial<Framework> = {}): string[] => {
      const frameworks = rubrics.frameworks.map((one) =>
        one.id === framework ? { ...one, ...change } : one,
      );
      const options = { rubrics: { ...rubrics, frameworks }, model: readModel(), framework };
      const found = checkRule(
        'section.missing',
        '题目：居民质疑水费算错了，怎么办？\n\n我住在城东的一个小院里，院里有两棵石榴树。',
        options,
      );
      return [...new Set(found.map(({ severity }) => severity))];
    };
    const { data } = readModel();
    for (const { id, general, tier } of rubrics.frameworks)
      assert.equal(general === true || tier === 2, !Object.hasOwn(data.frameworks, id), id);
    assert.ok(levels('public-doubt').includes('warning'));
    assert.deepEqual(levels('emergency'), ['information']);
    assert.deepEqual(levels('four-true'), ['information']);
    assert.ok(levels('emergency', { origin: 'file:///own.yaml' }).includes('warning'));
  });
});
