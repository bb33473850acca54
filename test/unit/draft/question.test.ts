import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { bigrams, overlap, type Question } from '../../../server/src/core/draft/question';
import { crlf, lines, mark } from '../../support/marked';
import { outlineOf } from '../../support/parse';

const ASKED = '居民说路灯坏了没人管，你怎么办？';

/** The question of a draft: `from, labelled|unlabelled: text`, or `none`. */
function question(text: string): string {
  const found: Question | undefined = parseDraft(text).question;
  return found ? `${found.from}, ${found.labelled ? 'labelled' : 'unlabelled'}: ${found.text}` : 'none';
}

/** The blocks that are answered, without the question and what is quoted. */
function answer(text: string): string[] {
  return outlineOf(text)
    .filter((block) => block.includes(' answer: '))
    .map((block) => block.replace(/^\S+ answer: /, ''));
}

suite('draft/question: labels', () => {
  const labels = [
    `题目：${ASKED}`,
    `题目:${ASKED}`,
    `【题目】${ASKED}`,
    `【题目】：${ASKED}`,
    `题目1：${ASKED}`,
    `试题：${ASKED}`,
    `面试题：${ASKED}`,
    `**题目：**${ASKED}`,
    `**题目**：${ASKED}`,
    `> 题目：${ASKED}`,
    `> **题目：** ${ASKED}`,
  ];
  for (const label of labels) {
    test(label.replace(ASKED, '…'), () => {
      assert.equal(question(`${label}\n\n我先道歉。`), `body, labelled: ${ASKED}`);
      assert.deepEqual(answer(`${label}\n\n我先道歉。`), ['我先道歉。']);
    });
  }

  test('in traditional script', () =>
    assert.equal(question(`題目：${ASKED}\n\n我先道歉。`), `body, labelled: ${ASKED}`));
  test('问题 is no label: too many notes have one', () =>
    assert.equal(question(`问题：${ASKED}\n\n我先道歉。`), 'none'));
  test('the word inside a sentence is no label', () =>
    assert.equal(question(`看到题目：我先道歉。`), 'none'));

  test('only the first labelled block is the question', () => {
    assert.equal(question(`题目：${ASKED}\n\n题目：另一道。`), `body, labelled: ${ASKED}`);
  });
});

suite('draft/question: headings', () => {
  const headings = [
    '# 题目',
    '## 题目：',
    '### 【题目】',
    '## 试题 1',
    '# **题目**',
    '题目\n===',
    '## 题目 ##',
    '## 題目',
  ];
  for (const heading of headings) {
    test(JSON.stringify(heading), () => {
      assert.equal(
        question(lines(heading, '', ASKED, '', '## 作答', '', '我先道歉。')),
        `body, labelled: ${ASKED}`,
      );
    });
  }

  test('everything up to the next heading is the question', () => {
    const text = lines(
      '## 题目',
      '',
      '路灯坏了。',
      '',
      '> 居民不满。',
      '',
      '你怎么办？',
      '',
      '## 作答',
      '',
      '我先道歉。',
    );
    assert.equal(question(text), 'body, labelled: 路灯坏了。\n居民不满。\n你怎么办？');
    assert.deepEqual(answer(text), ['## 作答', '我先道歉。']);
  });

  test('without another heading only the first paragraph', () => {
    const text = lines('## 题目', '', ASKED, '', '我先道歉。', '', '我再核实。');
    assert.deepEqual(answer(text), ['我先道歉。', '我再核实。']);
  });

  test('a label for the answer ends it', () => {
    const text = lines('## 题目', '', ASKED, '', '答案：我先道歉。', '', '## 后记', '', '好。');
    assert.deepEqual(answer(text), ['答案：我先道歉。', '## 后记', '好。']);
  });

  test('a comment in between is stepped over', () => {
    assert.equal(
      question(lines('## 题目', '', '<!-- 记 -->', '', ASKED, '', '我先道歉。')),
      `body, labelled: ${ASKED}`,
    );
  });

  test('a heading with nothing beneath asks nothing', () => {
    const text = lines('## 题目', '', '## 作答', '', '我先道歉。');
    assert.equal(question(text), 'none');
    assert.deepEqual(answer(text), ['## 作答', '我先道歉。']);
  });

  test('a longer heading is not the question', () => assert.equal(question('## 题目分析\n\n好。'), 'none'));
});

suite('draft/question: quotes and repetitions', () => {
  test('a quote before any text is the question', () => {
    assert.equal(question(`> ${ASKED}\n\n我先道歉。`), `body, unlabelled: ${ASKED}`);
    assert.equal(question(`# 一稿\n\n> ${ASKED}\n\n我先道歉。`), `body, unlabelled: ${ASKED}`);
  });

  test('a quote after text is not', () => assert.equal(question(`我先道歉。\n\n> ${ASKED}`), 'none'));

  test('its lines are joined without the marks', () => {
    assert.equal(
      question('> 居民说路灯坏了，\n>   没人管。\n\n好。'),
      'body, unlabelled: 居民说路灯坏了，没人管。',
    );
  });

  test('Windows line ends leave nothing behind', () => {
    assert.equal(
      question(crlf(`> 居民说路灯坏了，\n> 没人管。\n\n好。`)),
      'body, unlabelled: 居民说路灯坏了，没人管。',
    );
  });

  test('the front matter goes first', () => {
    const text = `---\nquestion: ${ASKED}\n---\n\n> 一句引文。\n\n我先道歉。`;
    assert.equal(question(text), `front-matter, labelled: ${ASKED}`);
    assert.deepEqual(answer(text), ['我先道歉。']);
  });

  test('a repetition of it in the text is not the answer', () => {
    const text = `---\nquestion: ${ASKED}\n---\n\n居民說路燈壞了，沒人管,你怎么办?\n\n我先道歉。`;
    assert.deepEqual(answer(text), ['我先道歉。']);
    const { ranges = [] } = parseDraft(text).question ?? {};
    assert.equal(
      mark(text, ranges),
      `---\nquestion: «${ASKED}»\n---\n\n«居民說路燈壞了，沒人管,你怎么办?»\n\n我先道歉。`,
    );
  });

  test('an answer that only takes up words of it is an answer', () => {
    const text = `---\nquestion: ${ASKED}\n---\n\n居民说路灯坏了没人管，我先当面道歉，再带电工去换灯泡，换好后逐户回访。`;
    assert.equal(answer(text).length, 1);
  });

  test('its ranges cover the label and the heading too', () => {
    const text = `## 题目\n\n${ASKED}\n\n我先道歉。`;
    assert.equal(
      mark(text, parseDraft(text).question?.ranges ?? []),
      `«## 题目»\n\n«${ASKED}»\n\n我先道歉。`,
    );
  });

  test('an empty label asks nothing', () => assert.equal(question('题目：\n\n我先道歉。'), 'none'));

  test('a suppression comment in the quote is not part of the question', () => {
    const text = `> <!-- zhangfa-disable-next-line section.missing -->\n> 题目：${ASKED}\n\n我先道歉。`;
    assert.equal(question(text), `body, labelled: ${ASKED}`);
  });
});

suite('draft/question: likeness', () => {
  test('bigrams step over punctuation and do not join across it', () => {
    assert.deepEqual([...bigrams('路灯，坏了')], ['路灯', '坏了']);
    assert.deepEqual([...bigrams('路')], []);
  });

  test('bigrams are folded', () => assert.deepEqual([...bigrams('路燈ＡＢ')], ['路灯', '灯a', 'ab']));

  test('overlap is the share of the part', () => {
    const set = (...items: string[]): Set<string> => new Set(items);
    assert.equal(overlap(set('a', 'b', 'c', 'd'), set('a', 'b', 'c', 'x', 'y')), 0.75);
    assert.equal(overlap(set(), set('a')), 0);
  });
});
