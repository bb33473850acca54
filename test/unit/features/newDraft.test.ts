import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { isAnswerDraft } from '../../../server/src/core/draft/isDraft';
import { newDraft } from '../../../server/src/core/features/newDraft';
import { analyse, check } from '../../support/check';
import { LAMP } from '../../support/fixtureRubrics';
import { readModel, readRubrics } from '../../support/rubrics';

suite('features/newDraft', () => {
  test('front matter with the question, and the outline of every section', () => {
    assert.equal(
      newDraft(LAMP, '路灯坏了，怎么办？'),
      '---\nquestion: 路灯坏了，怎么办？\nframework: lamp\n---\n\n## 态度\n\n我道歉【态度】。\n\n## 核实\n\n我查看灯杆【核实】。\n\n## 处理\n\n我更换灯泡【处理】。\n\n## 安抚\n\n我请他坐下【安抚】。\n\n## 长效\n\n我每月巡灯【长效】。\n',
    );
  });

  const questions = [
    '灯',
    '灯: 坏了 # 三天',
    '"灯"坏了',
    "'灯'",
    '- 灯',
    '[灯]',
    '{灯}',
    '---',
    '|',
    '> 灯',
    '@灯',
    '%灯',
    '&灯',
    '*灯',
    '!灯',
    '12',
    'true',
    'null',
    '~',
    '2024-01-01',
    '灯👨‍👩‍👧𠮷',
    '灯\\n坏',
    '长'.repeat(500),
  ];
  for (const question of questions) {
    test(`the question is read again as it was: ${question.slice(0, 20)}`, () => {
      const draft = parseDraft(newDraft(LAMP, question));
      assert.equal(draft.frontMatter.question?.value, question);
      assert.equal(draft.frontMatter.framework?.value, 'lamp');
      assert.deepEqual(draft.frontMatter.problems, []);
      assert.equal(draft.blocks.length, 10);
    });
  }

  test('lines of a question are joined', () => {
    assert.equal(
      parseDraft(newDraft(LAMP, '  灯坏了，\r\n  怎么办？\n')).frontMatter.question?.value,
      '灯坏了，怎么办？',
    );
  });

  test('without a question it is still a draft', () => {
    const draft = parseDraft(newDraft(LAMP, ''));
    assert.equal(draft.frontMatter.question, undefined);
    assert.deepEqual(draft.frontMatter.problems, []);
    assert.equal(isAnswerDraft(draft), true);
  });

  test('nothing is missing from it, only the placeholders are left', () => {
    const codes = new Set(check(newDraft(LAMP, '路灯坏了')).map(({ code }) => code));
    assert.deepEqual([...codes], ['section.weak']);
  });

  test('so it is for every framework that ships', () => {
    const options = { rubrics: readRubrics(), model: readModel() };
    for (const framework of options.rubrics.frameworks) {
      const { sections, choice } = analyse(newDraft(framework, '居民来反映问题，怎么办？'), options);
      assert.equal(choice?.framework.id, framework.id);
      assert.deepEqual(
        sections.filter(({ status }) => status === 'absent').map(({ section }) => section.id),
        [],
      );
    }
  });
});
