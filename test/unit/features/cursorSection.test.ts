import assert from 'node:assert/strict';
import { cursorSection, type CursorSection } from '../../../server/src/core/features/cursorSection';
import { NONE_FEATURES } from '../../../server/src/core/analysis/features';
import { Model } from '../../../server/src/core/analysis/model';
import { analyse, type TestOptions } from '../../support/check';
import { FIXTURE_MODEL_DATA, weights } from '../../support/fixtureModel';
import { crlf } from '../../support/marked';
import { atCursor } from './phraseSupport';

function at(source: string, options: TestOptions = { framework: 'lamp' }): CursorSection | undefined {
  const { text, offset } = atCursor(source);
  return cursorSection(analyse(text, options), offset);
}

const Q = '题目：路灯坏了。\n\n';

/** Section, and the next one after `+`. */
const section = (source: string, options?: TestOptions): string => {
  const found = at(Q + source, options);
  if (!found) return 'none';
  return [found.section ?? '-', ...(found.next === undefined ? [] : [found.next])].join('+');
};

suite('features/cursorSection', () => {
  test('the sentence the cursor is in, or the last one before it', () => {
    assert.equal(section('我道歉。我查看‸灯杆，然后走。'), 'verify');
    assert.equal(section('我道‸歉。我查看灯杆。'), 'attitude');
    assert.equal(section('我道歉。我查看灯杆。‸'), 'verify');
    assert.equal(section('我道歉。我查看灯杆。今天天气很好。‸'), 'verify');
  });

  test('a word of a section tells where an unfinished sentence is going, the sentence before where it comes from', () => {
    const QUIET = { ...FIXTURE_MODEL_DATA, none: weights(NONE_FEATURES, { bias: 20 }) };
    const options = { framework: 'lamp', model: new Model(QUIET) };
    assert.equal(section('然后我更换灯泡‸', options), 'handle');
    assert.equal(section('然后我更换灯泡。‸', options), 'attitude', 'finished, it is in no section');
    assert.equal(section('## 核实\n\n然后我更换灯泡‸', options), 'verify');
  });

  test('the heading above when nothing below it says more', () => {
    assert.equal(section('## 处理\n\n‸'), 'handle');
    assert.equal(section('我道歉。\n\n## 处理\n\n今天天气‸'), 'handle');
    assert.equal(section('**处理**\n\n‸'), 'handle');
  });

  test('else the next one the draft lacks, in the order of the framework', () => {
    assert.equal(section('‸'), 'attitude');
    assert.equal(section('我道歉。\n\n## 小结\n\n‸'), 'verify');
    assert.equal(section('‸\n\n我道歉。'), 'verify');
    assert.equal(section('我更换灯泡。\n\n我每月巡灯。\n\n## 小结\n\n‸'), 'attitude', 'an earlier one');
  });

  test('a section the question does not call for is not next', () => {
    const text = '我道歉。\n\n我查看灯杆，问清时间。\n\n我更换灯泡。\n\n## 小结\n\n‸';
    assert.equal(section(text), 'lasting');
    assert.equal(at(`题目：有人吵闹。\n\n${text}`)?.section, 'soothe');
  });

  test('on an empty line below a full section the next absent one too', () => {
    assert.equal(section('我道歉。\n\n‸'), 'attitude+verify');
    assert.equal(section('我道歉。\n\n- ‸'), 'attitude+verify');
    assert.equal(section('我道歉。\n\n‸\n\n我查看灯杆，问清时间。'), 'attitude+handle');
    assert.equal(section('我道歉。‸'), 'attitude');
    assert.equal(section('我查看灯杆。\n\n‸'), 'verify', 'it still lacks a point');
  });

  test('where nothing is lacking, the section of what follows; none where nothing does', () => {
    const all = '我道歉。我查看灯杆，问清时间。我更换灯泡。每月巡灯。';
    assert.equal(section(`‸\n\n${all}`), 'attitude');
    assert.equal(section(`${all}\n\n## 小结\n\n‸`), '-');
    assert.deepEqual(at(`${Q}${all}\n\n## 小结\n\n‸`), { framework: 'lamp' });
    assert.equal(section(`${all}\n\n‸`), 'lasting', 'and no next one');
  });

  test('the point that is not there yet: required ones, then cases, then others', () => {
    assert.equal(at(`${Q}我查看灯杆。‸`)?.point, 'ask');
    assert.equal(at(`${Q}我更换灯泡。‸`)?.point, 'real');
    assert.equal(at(`${Q}我道歉。‸`)?.point, 'thank');
    assert.equal(at(`${Q}我查看灯杆，问清时间。‸`)?.point, undefined);
  });

  for (const [name, source] of [
    ['front matter', '---\nquestion: 路‸灯\n---\n\n我道歉。'],
    ['front matter whose end is not typed', '---\nquestion: 路灯‸'],
    ['front matter above a draft, not closed', '---\nquestion: 路灯‸\n\n我道歉。'],
    ['the fence that ends it', '---\nquestion: 路灯\n---‸'],
    ['the question', '题目：路灯坏了，‸居民不满。\n\n我道歉。'],
    ['the end of the question', '题目：路灯坏了。‸'],
    ['below the heading of the question', '## 题目\n\n‸'],
    ['between question and first heading', '## 题目\n\n路灯坏了。\n\n‸\n\n## 态度\n\n我道歉。'],
    ['a heading', `${Q}## 态‸度\n\n我道歉。`],
    ['code', `${Q}\`\`\`\n我道‸歉\n\`\`\`\n`],
    ['code left open', `${Q}\`\`\`\n我道歉\n‸`],
    ['code in a line', `${Q}我道歉\`co‸de\`。`],
    ['code in a list', `${Q}- 我道歉\n\n  \`\`\`\n  a‸b\n  \`\`\`\n`],
    ['a comment', `${Q}<!-- 我道‸歉 -->\n\n我道歉。`],
    ['a comment in a line', `${Q}我道歉<!-- zhang‸fa -->。`],
    ['a comment left open', `${Q}<!-- zhangfa\n\n‸`],
    ['a quote', `${Q}我道歉。\n\n> 引‸用\n`],
  ] as const) {
    test(`nothing in ${name}`, () => {
      assert.equal(at(source), undefined);
      assert.equal(at(crlf(source)), undefined, 'with Windows line ends');
    });
  }

  for (const [name, source] of [
    ['below front matter', '---\nquestion: 路灯\n---\n‸'],
    ['below a quoted question', '> 题目：路灯坏了。\n\n‸'],
    ['below the only paragraph of the question', '## 题目\n\n路灯坏了。\n\n‸'],
    ['below code', `${Q}\`\`\`\na\n\`\`\`\n‸`],
    ['after code in a line', `${Q}我道歉\`a\`‸`],
    ['below a comment', `${Q}<!-- a -->\n\n‸`],
    ['in a list', `${Q}- 我道歉\n- ‸`],
    ['in a table', `${Q}| 一 | 二 |\n| - | - |\n| 我道歉‸ | |\n`],
    ['in nothing at all', '‸'],
  ] as const) {
    test(`the answer ${name}`, () => {
      assert.equal(at(source)?.framework, 'lamp');
      assert.equal(at(crlf(source))?.framework, 'lamp', 'with Windows line ends');
    });
  }

  test('without frameworks the place is known, and nothing of it', () => {
    const rubrics = { frameworks: [], wording: [] };
    assert.deepEqual(at('我道歉。‸', { rubrics }), {});
    assert.equal(at('题目：灯‸', { rubrics }), undefined);
  });
});
