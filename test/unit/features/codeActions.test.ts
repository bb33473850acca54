import assert from 'node:assert/strict';
import { STATUS_FEATURES } from '../../../server/src/core/analysis/statusFeatures';
import { type CodeAction, codeActions } from '../../../server/src/core/features/codeActions';
import { applyEdits } from '../../../server/src/core/features/edits';
import type { Locale } from '../../../server/src/core/messages/messages';
import { analyse, checkAnalysis, checkRule, type TestOptions } from '../../support/check';
import { FIXTURE_MODEL_DATA, fixtureModel, weights } from '../../support/fixtureModel';
import { framework, point, RUBRICS, section } from '../../support/fixtureRubrics';
import { crlf, lines, marked } from '../../support/marked';

const OPTIONS = { framework: 'lamp' };

/** The actions where the mark « » stands. */
function at(
  source: string,
  locale: Locale = 'zh',
  options: TestOptions = OPTIONS,
): { text: string; actions: CodeAction[] } {
  const { text, ranges } = marked(source);
  const analysis = analyse(text, options);
  const [range] = ranges;
  assert.ok(range);
  return {
    text,
    actions: codeActions(analysis, checkAnalysis(analysis, { ...options, locale }), range, locale),
  };
}

const titles = (source: string, locale?: Locale): string[] =>
  at(source, locale).actions.map(({ title }) => title);

/** The draft after the action that begins with the given words. */
function after(source: string, title: string): string {
  const { text, actions } = at(source);
  const action = actions.find((candidate) => candidate.title.startsWith(title));
  assert.ok(action?.edits, `${title} among ${actions.map((one) => one.title).join()}`);
  return applyEdits(text, action.edits);
}

suite('features/codeActions', () => {
  test('remedies first, then the ways to switch off', () => {
    assert.deepEqual(titles('我道歉。\n\n您«急什么»。'), [
      '改为“您别着急”',
      '改为“我马上给您看”',
      '这里不再提示（wording.taboo）',
      '本文件不再提示（wording.taboo）',
      '整个工作区不再提示（wording.taboo）',
    ]);
  });

  test('in English', () => {
    assert.deepEqual(titles('我道歉。\n\n您«急什么»。', 'en').slice(0, 3), [
      'Replace with “您别着急”',
      'Replace with “我马上给您看”',
      'Do not report here (wording.taboo)',
    ]);
  });

  test('only for findings that touch the place, borders included', () => {
    assert.deepEqual(titles('我道歉。\n\n«»您急什么。'), []);
    assert.notDeepEqual(titles('我道歉。\n\n您«»急什么。'), []);
    assert.notDeepEqual(titles('我道歉。\n\n您急什么«»。'), []);
  });

  test('other frameworks are offered with what is said of sections', () => {
    assert.ok(titles('题目：灯？«»\n\n天气很好。').includes('改用框架“排队疏导”'));
    assert.equal(titles('我道歉。\n\n您«急什么»。').includes('改用框架“排队疏导”'), false);
  });

  test('only the likeliest, and not where a section is thin', () => {
    const frameworks = (source: string): string[] =>
      titles(source).filter((title) => title.startsWith('改用框架'));
    assert.equal(frameworks('题目：灯？«»\n\n天气很好。').length, 1);
    assert.deepEqual(titles('题目：灯？\n\n我«查看»灯杆。'), [
      '“核实”判得不对，记下来',
      '这里不再提示（section.weak）',
      '本文件不再提示（section.weak）',
      '整个工作区不再提示（section.weak）',
    ]);
  });

  test('each way to switch off is offered once for a rule', () => {
    const found = titles('«题目：灯？\n\n您急什么。您急什么。»');
    assert.equal(found.filter((title) => title === '本文件不再提示（section.missing）').length, 1);
    assert.equal(found.filter((title) => title === '本文件不再提示（wording.taboo）').length, 1);
  });

  test('the workspace is the setting’s to change', () => {
    const action = at('您«急什么»。').actions.at(-1);
    assert.deepEqual(action?.setSeverity, { code: 'wording.taboo', severity: 'off' });
    assert.equal(action.edits, undefined);
  });

  test('every action names its finding', () => {
    for (const { finding, title } of at('«题目：灯？\n\n您急什么。»').actions)
      assert.ok(finding?.code, title);
  });
});

suite('features/codeActions: comments', () => {
  const HERE = '这里不再提示（wording.taboo）';
  const COMMENT = '<!-- zhangfa-disable-next-line wording.taboo -->';
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['a paragraph', ['好。', '', '您«急什么»。'], ['好。', '', COMMENT, '您急什么。']],
    ['the first line', ['您«急什么»。'], [COMMENT, '您急什么。']],
    ['an item', ['- 好。', '- 您«急什么»。', ''], ['- 好。', COMMENT, '- 您急什么。', '']],
    ['an item further in', ['- 好。', '  - 您«急什么»。'], ['- 好。', `  ${COMMENT}`, '  - 您急什么。']],
    [
      'after front matter',
      ['---', 'framework: lamp', '---', '您«急什么»。'],
      ['---', 'framework: lamp', '---', COMMENT, '您急什么。'],
    ],
  ];
  for (const [name, before, expected] of cases) {
    test(`above ${name}`, () => {
      assert.equal(after(lines(...before), HERE), lines(...expected));
      const windows = crlf(lines(...before));
      // Without a line end to go by, the usual one.
      if (before.length > 1) assert.equal(after(windows, HERE), crlf(lines(...expected)));
    });
  }

  test('the finding is gone, and no other', () => {
    const text = after('- 好。\n- 您«急什么»。\n- 您问别人去。\n', HERE);
    assert.deepEqual(
      checkRule('wording.taboo', text, OPTIONS).map((finding) => finding.at),
      ['问别人去'],
    );
  });

  test('a table stays a table', () => {
    const source = '| 步 | 说 |\n| - | - |\n| 一 | 好。 |\n| 二 | 您«急什么»。 |\n';
    const blocks = analyse(after(source, HERE), OPTIONS).draft.blocks;
    const said = blocks.flatMap(({ block }) => block.sentences.map(({ folded }) => folded));
    assert.ok(said.includes('您急什么。'), said.join());
  });

  test('a sentence that goes on over a line stays one', () => {
    const source = '我先请来反映路灯不亮的几位居民到值班室里坐下来慢慢说清楚\n再说您«急什么»。';
    const text = after(source, HERE);
    assert.equal(analyse(text, OPTIONS).answer.lines.length, 1);
    assert.deepEqual(checkRule('wording.taboo', text, OPTIONS), []);
  });

  test('none in front matter, where it would be no comment', () => {
    assert.equal(
      titles('---\nquestion: «灯»\n---\n\n天气很好。').some((title) => title.startsWith(HERE)),
      false,
    );
  });

  test('in a table only that table is quiet', () => {
    const text = after('| 说 |\n| - |\n| 您«急什么»。 |\n\n您问别人去。\n', HERE);
    assert.deepEqual(
      checkRule('wording.taboo', text, OPTIONS).map((finding) => finding.at),
      ['问别人去'],
    );
  });

  test('no action is offered that changes nothing', () => {
    for (const source of [
      '---\nquestion: [灯\n---\n\n您«急什么»。',
      '---\n- 灯\n---\n\n您«急什么»。',
      '«---\nframework: [lamb\n---\n\n好。»',
      '«---\nframework: lamb\nframework: lamb\n---\n\n好。»',
    ]) {
      const { text, actions } = at(source);
      for (const { title, edits, setSeverity, dispute } of actions) {
        assert.ok(
          setSeverity ?? dispute ?? (edits && applyEdits(text, edits) !== text),
          `${JSON.stringify(source)}: ${title}`,
        );
      }
    }
  });
});

suite('features/codeActions: deleting and replacing', () => {
  const SENTENCE = '我先带着电工到路口把灯杆逐根查看一遍。';
  test('a repeated line goes with its line end', () => {
    assert.equal(after(`${SENTENCE}\n\n«${SENTENCE}»\n\n好。\n`, '删去'), `${SENTENCE}\n\n好。\n`);
  });

  test('a repeated sentence goes alone', () => {
    assert.equal(
      after(`好。${SENTENCE}\n\n好。«${SENTENCE}»好。\n`, '删去'),
      `好。${SENTENCE}\n\n好。好。\n`,
    );
  });

  test('paragraphs that a deleted line stood between stay apart', () => {
    assert.equal(after(`${SENTENCE}\n«${SENTENCE}»\n\n好。\n`, '删去'), `${SENTENCE}\n\n好。\n`);
    assert.equal(after(`- ${SENTENCE}\n- «${SENTENCE}»\n\n好。\n`, '删去'), `- ${SENTENCE}\n\n好。\n`);
  });

  test('a replacement takes exactly what was found', () => {
    assert.equal(after('👍您«急**什么»**。', '改为'), '👍您您别着急**。');
  });
});

suite('features/codeActions: a verdict that is wrong', () => {
  const disputed = (source: string) =>
    at(source).actions.flatMap(({ title, dispute }) => (dispute ? [{ title, ...dispute }] : []));

  test('can be noted for each section that is missing or weak', () => {
    assert.deepEqual(disputed('题«目»：灯？\n\n我道歉。我查看灯杆，问清时间。我更换灯泡。'), [
      {
        title: '“长效”判得不对，记下来',
        code: 'section.missing',
        framework: 'lamp',
        section: 'lasting',
        said: 'absent',
      },
    ]);
    const [weak] = disputed('题目：灯？\n\n我道歉。\n\n我查看«灯杆»。\n\n我更换灯泡。每月巡灯。');
    assert.deepEqual([weak?.code, weak?.section, weak?.said], ['section.weak', 'verify', 'weak']);
  });

  test('for the section the finding names, though it has no sentence', () => {
    const { full } = FIXTURE_MODEL_DATA.status;
    const { actions } = at(`题«目»：灯？\n\n${'天气很好，风也不大。'.repeat(10)}`, 'zh', {
      ...OPTIONS,
      model: fixtureModel({ status: { full, weak: weights(STATUS_FEATURES, { bias: 1 }) } }),
    });
    const said = actions.flatMap(({ finding, dispute }) =>
      dispute ? [[finding?.code, dispute.section]] : [],
    );
    assert.deepEqual(said, [
      ['section.weak', 'attitude'],
      ['section.weak', 'verify'],
      ['section.weak', 'handle'],
      ['section.weak', 'soothe'],
      ['section.weak', 'lasting'],
    ]);
  });

  test('for the section the finding names, though its sentence counts for a full one too', () => {
    const both = framework('both', '两样', [
      section('first', '先', [point('look', '看', ['查看'])]),
      section('second', '后', [point('look', '看', ['查看']), point('ask', '问', ['问清'])]),
    ]);
    const trained = { both: { sections: ['first', 'second'], bias: [0, 0, 0], scale: 0, ngrams: '' } };
    const { actions } = at('«我查看灯杆。»', 'zh', {
      framework: 'both',
      rubrics: { ...RUBRICS, frameworks: [both] },
      model: fixtureModel({ frameworks: trained }),
    });
    const said = actions.flatMap(({ finding, dispute }) =>
      dispute ? [[finding?.code, dispute.section, dispute.said]] : [],
    );
    assert.deepEqual(said, [['section.weak', 'second', 'weak']]);
  });

  test('not for what is no verdict on a section', () =>
    assert.deepEqual(disputed('我道歉。\n\n您«急什么»。'), []));
});
