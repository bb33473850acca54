import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/core/features/edits';
import { checkRule } from '../../support/check';
import { actionsFor, applyAction, checkAfter, checkSuppressions } from '../../support/fixes';
import { crlf, lines } from '../../support/marked';
import { testRule } from '../../support/ruleTester';

suite('rules/sectionEmpty', () => {
  testRule('section.empty', {
    options: { framework: 'lamp' },
    valid: [
      '',
      '## 态度\n\n我道歉。',
      { name: 'a list beneath', text: '## 态度\n\n- 我道歉。' },
      { name: 'a table beneath', text: '## 态度\n\n| 我道歉 |\n| - |' },
      { name: 'a title above deeper headings', text: '# 作答\n\n## 态度\n\n我道歉。' },
      { name: 'a setext title above headings', text: '一稿\n===\n\n## 态度\n\n我道歉。' },
      { name: 'a section above numbered lines', text: '## 态度\n\n一、先道歉\n我起身相迎。' },
      { name: 'the heading of the question', text: '## 题目\n\n灯坏了？\n\n## 作答\n\n我道歉。' },
      { name: 'a heading in code', text: '我道歉。\n\n```\n## 态度\n```' },
      { name: 'a title with Windows line ends', text: crlf('# 作答\n\n## 态度\n\n我道歉。') },
    ],
    invalid: [
      {
        name: 'the last of all',
        text: '## «态度»',
        message: '标题“态度”下面没有内容，阅卷时不算写了这个环节。',
        english: /^Nothing stands under the heading “attitude”/,
        severity: 'information',
      },
      { name: 'before another of its level', text: '## «态度»\n\n## 核实\n\n我查看灯杆。', message: /态度/ },
      { name: 'before a higher one', text: '### «态度»\n\n## 核实\n\n我查看灯杆。', message: /态度/ },
      { name: 'one of no section, by its own words', text: '## «闲话 👍»', message: /“闲话 👍”/ },
      { name: 'with nothing but a comment', text: '## «态度»\n\n<!-- 待写 -->', message: /态度/ },
      { name: 'with nothing but a quote', text: '我道歉。\n\n## «核实»\n\n> 引文。', message: /核实/ },
      { name: 'with nothing but code', text: '## «核实»\n\n```\n码\n```', message: /核实/ },
      { name: 'numbered, in a line of its own', text: '«一、态度»\n\n«二、核实»', message: /态度/ },
      { name: 'bold', text: '**«态度»**\n\n## 核实\n\n我查看灯杆。', message: /态度/ },
      { name: 'setext', text: '«态度»\n---\n\n## 核实\n\n我查看灯杆。', message: /态度/ },
      { name: 'in traditional script', text: '## «態度»', message: /态度/ },
      { name: 'with emphasis inside', text: '## «我的**态度»**', message: /态度/ },
    ],
  });

  test('without a framework no heading announces a section', () =>
    assert.deepEqual(
      checkRule('section.empty', '## 态度', { rubrics: { frameworks: [], wording: [] } }),
      [],
    ));

  test('an outline mends it', () => {
    const text = crlf(lines('## 态度', '', '## 核实', '', '我查看灯杆。', ''));
    assert.deepEqual(checkAfter('section.empty', text, '插入“态度”环节的提纲', { framework: 'lamp' }), []);
    assert.equal(
      applyAction('section.empty', text, '插入“态度”环节的提纲', { framework: 'lamp' }),
      crlf(lines('## 态度', '', '我道歉【态度】。', '', '## 核实', '', '我查看灯杆。', '')),
    );
  });

  test('an outline goes under the very heading that is empty, not under another of its section', () => {
    const text = lines('## 态度', '', '## 先赔不是', '', '## 核实', '', '我查看灯杆。', '');
    const { actions } = actionsFor('section.empty', text, { framework: 'lamp' });
    const inserted = actions
      .filter(({ title }) => title.startsWith('插入'))
      .map(({ edits }) => applyEdits(text, edits ?? []));
    assert.deepEqual(inserted, [
      lines('## 态度', '', '我道歉【态度】。', '', '## 先赔不是', '', '## 核实', '', '我查看灯杆。', ''),
      lines('## 态度', '', '## 先赔不是', '', '我道歉【态度】。', '', '## 核实', '', '我查看灯杆。', ''),
    ]);
  });

  test('a heading of no section has no outline to insert', () => {
    assert.equal(
      actionsFor('section.empty', '## 闲话', { framework: 'lamp' }).actions.some(({ title }) =>
        title.startsWith('插入'),
      ),
      false,
    );
  });

  test('can be switched off', () => {
    checkSuppressions('section.empty', '## 态度', { framework: 'lamp' });
    checkSuppressions('section.empty', '我道歉。\n\n## 核实\n\n## 处理\n', { framework: 'lamp' });
  });
});
