import assert from 'node:assert/strict';
import { checkRule } from '../../support/check';
import { checkSuppressions } from '../../support/fixes';
import { framework, point, section, WORDING } from '../../support/fixtureRubrics';
import { testRule } from '../../support/ruleTester';

const OPTIONS = { framework: 'lamp' };
/** A section in which nothing is required, and cases are told apart. */
const STANCE = framework('stance', '看法', [
  section('view', '立场', [
    point('yes', '赞成', ['赞成'], { need: 'optional' }),
    point('no', '保留', ['保留'], { need: 'optional' }),
    point('young', '年轻人', ['年轻人'], { need: 'optional', branch: 'who' }),
  ]),
]);
const BARE = framework('bare', '光杆', [section('only', '做法', [])]);

suite('rules/sectionWeak', () => {
  testRule('section.weak', {
    options: OPTIONS,
    valid: [
      '',
      '我道歉。我查看灯杆，问清时间。',
      { name: 'nothing of the section', text: '天气很好。' },
      { name: 'a heading with nothing beneath is another rule’s', text: '## 核实' },
      { name: 'full, in traditional script and half-width', text: '我去查看燈桿,問清時間.' },
      {
        name: 'full, though part of it stands in a quotation',
        text: '我查看灯杆，说：“您讲讲，我问清时间。”',
      },
      {
        name: 'full, over several lines and a table',
        text: '| 做 |\n| - |\n| 我查看灯杆。 |\n\n我问清时间。',
      },
    ],
    invalid: [
      {
        name: 'a required point is lacking',
        text: '«我查看灯杆。»',
        message: '“核实”环节薄弱：还缺问清楚。',
        english: 'Section “verify” is weak. Lacking: ask.',
        severity: 'information',
      },
      {
        name: 'a point that is only reported',
        text: '«我查看灯杆。»居民说：“要问清时间。”',
        message: /还缺问清楚/,
      },
      {
        name: 'placeholders are left',
        text: '我道歉，对«【谁】»说【什么】。',
        message: '“态度”环节还有 2 处【】没有填。',
        english: 'Section “attitude” still has 2 placeholders 【】 to fill in.',
      },
      {
        name: 'one placeholder',
        text: '我道歉，对«【谁】»。',
        message: /1 处/,
        english: /1 placeholder 【】/,
      },
      {
        name: 'slogans only',
        text: '«我们高度重视，查看灯杆。»',
        message: '“核实”环节只有提法，没有做法：写清谁、什么时候、对谁、做什么。',
        english: /slogans but no deeds/,
      },
      {
        name: 'cases not told apart',
        text: '## 处理\n\n«确实坏了就修。»',
        message: '“处理”环节薄弱：还缺维修。分情况还缺：误会。',
        english: 'Section “handle” is weak. Lacking: repair. Cases not told apart yet: mistaken.',
      },
      {
        name: 'of the points required ones alone are lacking',
        text: '## 态度\n\n«到那边走了一趟。»又回来。',
        message: '“态度”环节薄弱：还缺道歉。',
      },
      {
        name: 'a line under its heading',
        text: '## 核实\n\n«到那边走了一趟。»又回来。',
        message: '“核实”环节薄弱：还缺看现场；问清楚。',
      },
      {
        name: 'beside surrogates and emoji',
        text: '«\ud83d我查看灯杆。»👨‍👩‍👧好\udc00。',
        message: /还缺问清楚/,
      },
      {
        name: 'after front matter',
        text: '---\nframework: lamp\n---\n\n«我查看灯杆。»',
        message: /还缺问清楚/,
      },
    ],
  });

  test('at most three lacking points are named', () => {
    const many = framework('many', '多点', [
      section(
        'only',
        '做法',
        ['甲乙', '丙丁', '戊己', '庚辛', '壬癸'].map((cue, index) => point(`p${index}`, `点${index}`, [cue])),
      ),
    ]);
    const [finding] = checkRule('section.weak', '先甲乙。', { rubrics: { frameworks: [many], wording: [] } });
    assert.equal(finding?.message, '“做法”环节薄弱：还缺点1；点2；点3。');
  });

  test('one slogan among deeds does not make a section one of slogans', () => {
    const [finding] = checkRule('section.weak', '我查看灯杆。我们高度重视，查看灯杆。再查看灯杆。', OPTIONS);
    assert.equal(finding?.message, '“核实”环节薄弱：还缺问清楚。');
  });

  test('a section without points is only touched on', () => {
    const [finding] = checkRule('section.weak', '## 做法\n\n到那边走了一趟。', {
      rubrics: { frameworks: [BARE], wording: WORDING },
    });
    assert.equal(finding?.message, '“做法”环节一笔带过：写清谁、什么时候、对谁、做什么。');
  });

  test('a long sentence over two lines is shown on its first', () => {
    const text = '我去路口查看灯杆和路两边的电线接头还有附近每一家门口的亮度\n再回来。';
    assert.equal(checkRule('section.weak', text, OPTIONS)[0]?.at, text.split('\n')[0]);
  });

  test('says where it comes from', () => {
    assert.deepEqual(checkRule('section.weak', '## 态度\n\n到那边走了一趟。又回来。', OPTIONS)[0]?.related, [
      { message: '依据：参考文档 900 第 3-4 行' },
    ]);
    assert.deepEqual(
      checkRule('section.weak', '我道歉，对【谁】。', OPTIONS)[0]?.related,
      [],
      'blanks explain themselves',
    );
  });

  test('filling in what is lacking mends it', () => {
    assert.deepEqual(checkRule('section.weak', '我查看灯杆。再问清时间。', OPTIONS), []);
    assert.deepEqual(checkRule('section.weak', '我道歉，对居民说对不起。', OPTIONS), []);
  });

  test('where no point is required, those not named yet are lacking, cases apart', () =>
    assert.deepEqual(
      checkRule('section.weak', '## 立场\n\n到那边走了一趟。又回来。', {
        rubrics: { frameworks: [STANCE], wording: [] },
        framework: 'stance',
      }).map(({ message }) => message),
      ['“立场”环节薄弱：还缺赞成；保留。分情况还缺：年轻人。'],
    ));

  test('can be switched off', () => checkSuppressions('section.weak', '- 好。\n- 我查看灯杆。\n', OPTIONS));
});
