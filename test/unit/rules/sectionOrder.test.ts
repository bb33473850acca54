import assert from 'node:assert/strict';
import { checkRule } from '../../support/check';
import { checkSuppressions } from '../../support/fixes';
import { testRule } from '../../support/ruleTester';
import { slice } from '../../support/marked';

suite('rules/sectionOrder', () => {
  testRule('section.order', {
    options: { framework: 'lamp' },
    valid: [
      '',
      '我道歉。我查看灯杆，问清时间。我更换灯泡。',
      { name: 'one sentence of a section too late', text: '我道歉。我查看灯杆，问清时间。我再道歉。' },
      { name: 'a weak section out of place', text: '我查看灯杆。我道歉。' },
      {
        name: 'in the question',
        text: '题目：更换灯泡之后居民要道歉，怎么办？\n\n我道歉。我查看灯杆，问清时间。',
      },
      { name: 'negated', text: '我先不更换灯泡。我道歉。我查看灯杆，问清时间。' },
    ],
    invalid: [
      {
        name: 'the later before the earlier',
        text: '«我更换灯泡。»我道歉。',
        message: '“处理”写在了“态度”前面。按作答顺序应当先“态度”后“处理”，听的人更容易跟上。',
        english: '“handle” comes before “attitude”. “attitude” first is easier to follow.',
        severity: 'information',
      },
      { name: 'in paragraphs', text: '«我更换灯泡。»\n\n- 我道歉。', message: /“处理”写在了“态度”前面/ },
      { name: 'under headings', text: '## 处理\n\n«我更换灯泡。»\n\n## 态度\n\n我道歉。', message: /处理/ },
      { name: 'in traditional script', text: '«我更換燈泡。»我道歉。', message: /处理/ },
    ],
  });

  test('each earlier section that comes too late is named once', () => {
    const found = checkRule('section.order', '我更换灯泡。我查看灯杆，问清时间。我道歉。', {
      framework: 'lamp',
    });
    assert.deepEqual(
      found.map(({ message }) => message.slice(0, 14)).toSorted(),
      ['“处理”写在了“核实”前面。', '“核实”写在了“态度”前面。'].toSorted(),
    );
  });

  test('it points to where the other begins', () => {
    const text = '我更换灯泡。\n\n我道歉。';
    const [finding] = checkRule('section.order', text, { framework: 'lamp' });
    const [related] = finding?.related ?? [];
    assert.equal(related?.message, '“态度”从这里开始');
    assert.equal(related.range && slice(text, related.range), '我道歉。');
  });

  test('a sentence over two lines is shown on its first', () => {
    const text = `我更换灯泡，又把路口两边每一根灯杆的高度位置亮度都看了个遍\n才走。\n\n我道歉。`;
    assert.equal(checkRule('section.order', text, { framework: 'lamp' })[0]?.at, text.split('\n')[0]);
  });

  test('can be switched off', () =>
    checkSuppressions('section.order', '我更换灯泡。\n\n我道歉。', { framework: 'lamp' }));
});
