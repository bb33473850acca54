import assert from 'node:assert/strict';
import { Desk, TEXT, URI } from './desk';

suite('lsp/calm: a client that tells the cursor', () => {
  test('what is typed is not flagged until the cursor is in another paragraph', () => {
    const desk = new Desk();
    desk.goTo('我道歉');
    desk.type('我道歉', '，您急什么');
    assert.equal(desk.see(), '2', 'what concerns the whole answer is said');
    desk.pause();
    assert.equal(desk.see(), '2', 'thinking is not leaving');
    desk.calm.saved(URI);
    assert.equal(desk.see(), '2', 'nor is saving, which editors do by themselves');
    assert.deepEqual(desk.left, []);
    desk.goTo('我查看');
    assert.deepEqual(desk.left, [URI]);
    assert.equal(desk.see(), '急什么 2');
  });

  test('a new line is another paragraph', () => {
    const desk = new Desk();
    desk.goTo('我道歉');
    desk.replace('我道歉。', '我道歉，您急什么。');
    assert.equal(desk.see(), '2');
    desk.type('您急什么。', '\n');
    assert.equal(desk.see(), '急什么 2');
  });

  test('another document in front is leaving', () => {
    const desk = new Desk();
    desk.goTo('我道歉');
    desk.type('我道歉', '，您急什么');
    desk.see();
    desk.calm.cursor(desk.document, null);
    assert.deepEqual(desk.left, [URI]);
    assert.equal(desk.see(), '急什么 2');
  });

  test('what was flagged stays while it is true, also when it moves', () => {
    const desk = new Desk(TEXT.replace('我道歉', '我道歉，您急什么'));
    assert.equal(desk.see(), '急什么 2');
    desk.goTo('我道歉');
    desk.type('我道歉', '，真心的');
    assert.equal(desk.see(), '急什么 2');
    desk.type('您急什么', '，您急什么');
    assert.equal(desk.see(), '急什么 2', 'the new one waits');
    desk.replace('您急什么', '我来办');
    assert.equal(desk.see(), '2');
    desk.replace('我来办', '您急什么');
    assert.equal(desk.see(), '2', 'written again it is new');
  });

  test('a move within the paragraph, or without writing, changes nothing', () => {
    const desk = new Desk(TEXT.replace('我道歉', '我道歉，您急什么'));
    desk.goTo('我查看');
    desk.goTo('我道歉');
    assert.equal(desk.see(), '急什么 2');
    desk.type('我道歉', '，您急什么');
    desk.goTo('我道歉');
    assert.equal(desk.see(), '急什么 2');
    assert.deepEqual(desk.left, []);
  });

  test('nothing held back: nothing to be told on leaving', () => {
    const desk = new Desk();
    desk.goTo('我道歉');
    desk.type('我道歉', '了');
    desk.see();
    desk.goTo('我查看');
    assert.deepEqual(desk.left, []);
  });

  test('an edit away from the cursor is left after a pause', () => {
    const desk = new Desk();
    desk.goTo('我道歉');
    desk.type('我查看灯杆', '，您急什么');
    assert.equal(desk.see(), '2');
    desk.pause();
    assert.deepEqual(desk.left, [URI]);
    assert.equal(desk.see(), '急什么 2');
  });

  test('the words of another paragraph are flagged at once', () => {
    const desk = new Desk();
    desk.goTo('我道歉');
    desk.type('我道歉', '。\n\n您急什么。\n\n再说');
    assert.equal(desk.see(), '急什么 2');
  });
});

suite('lsp/calm: a client that does not', () => {
  for (const [name, leave] of [
    ['an edit elsewhere', (desk: Desk) => desk.type('我查看灯杆', '了')],
    ['a save', (desk: Desk) => desk.calm.saved(URI)],
    ['a pause', (desk: Desk) => desk.pause()],
  ] as const) {
    test(`${name} is leaving`, () => {
      const desk = new Desk();
      desk.type('我道歉', '，您急什么');
      assert.equal(desk.see(), '2');
      leave(desk);
      assert.equal(desk.see(), '急什么 2');
    });
  }

  test('a pause begins anew with every edit', () => {
    const desk = new Desk();
    desk.type('我道歉', '，您急什么');
    desk.type('您急什么', '啊');
    desk.see();
    desk.pause();
    assert.deepEqual(desk.left, [URI], 'told once');
  });
});

suite('lsp/calm: when it ends', () => {
  test('a text replaced as a whole is not typed', () => {
    const desk = new Desk();
    desk.type('我道歉', '了');
    desk.replaceAll(TEXT.replace('我道歉', '我道歉，您急什么'));
    assert.equal(desk.see(), '急什么 2');
  });

  test('asked for, everything is shown, and stays', () => {
    const desk = new Desk();
    desk.goTo('我道歉');
    desk.type('我道歉', '，您急什么');
    assert.equal(desk.see(), '2');
    desk.calm.end(URI);
    assert.equal(desk.see(), '急什么 2');
    desk.type('您急什么', '吧');
    assert.equal(desk.see(), '急什么 2');
  });

  test('a closed document is forgotten', () => {
    const desk = new Desk();
    desk.type('我道歉', '，您急什么');
    desk.see();
    desk.calm.forget(URI);
    desk.pause();
    assert.deepEqual(desk.left, []);
    assert.equal(desk.see(), '急什么 2');
  });

  test('off by a setting', () => {
    const desk = new Desk(TEXT, { calmWhileTyping: false });
    desk.type('我道歉', '，您急什么');
    assert.equal(desk.see(), '急什么 2');
  });
});

suite('lsp/calm: an answer that is begun', () => {
  const QUESTION = '题目：路灯坏了，怎么办？\n\n';
  const said = (desk: Desk): string[] => {
    desk.see();
    return desk.shown.map(({ severity, message }) => `${severity} ${message}`);
  };
  const EMPTY = 'information 还没有作答内容。这类题的环节依次是：态度、核实、处理、长效。';
  const BEGUN = 'information 刚开了头，接着写。这类题的环节依次是：态度、核实、处理、长效。';
  const LONG = '灯'.repeat(52);

  test('is not told all at once what it lacks', () => {
    const desk = new Desk(QUESTION);
    assert.deepEqual(said(desk), [EMPTY]);
    desk.goTo('题目');
    desk.type('怎么办？\n\n', '我');
    assert.deepEqual(said(desk), [BEGUN]);
    desk.type('\n\n我', '道歉。\n\n');
    assert.deepEqual(said(desk), [BEGUN], 'nor when the first paragraph is left');
    desk.type('道歉。\n\n', `我查看${LONG}。`);
    assert.deepEqual(said(desk), [BEGUN], '58 字');
    desk.type(LONG, '杆子');
    assert.equal(desk.see(), '3', 'from 60 字 on it is told');
    desk.replace(LONG, '');
    assert.equal(desk.see(), '3', 'and stays so');
    desk.replace('我道歉。\n\n我查看杆子。', '');
    assert.deepEqual(said(desk), [EMPTY]);
    desk.type('怎么办？\n\n', '我');
    assert.deepEqual(said(desk), [BEGUN], 'begun anew');
  });

  test('headings written first are no empty ones yet', () => {
    const desk = new Desk(QUESTION);
    said(desk);
    desk.type('怎么办？\n\n', '## 态度\n\n');
    desk.type('## 态度\n\n', '## 核实\n\n');
    desk.pause();
    assert.deepEqual(said(desk), [BEGUN]);
  });

  test('words to be avoided are flagged all the same', () => {
    const desk = new Desk(QUESTION);
    said(desk);
    desk.goTo('题目');
    desk.type('怎么办？\n\n', '您急什么。\n\n');
    desk.type('您急什么。\n\n', '我');
    assert.equal(desk.see(), '急什么 1');
  });

  test('one that was short when it was opened is told', () => {
    assert.equal(new Desk(`${QUESTION}我道歉。\n`).see(), '3');
  });

  test('asked for, all is told', () => {
    const desk = new Desk(QUESTION);
    said(desk);
    desk.type('怎么办？\n\n', '我道歉。');
    assert.deepEqual(said(desk), [BEGUN]);
    desk.calm.end(URI);
    assert.equal(desk.see(), '3');
  });

  test('so it is by a setting', () => {
    const desk = new Desk(QUESTION, { calmWhileTyping: false });
    said(desk);
    desk.type('怎么办？\n\n', '我道歉。');
    assert.equal(desk.see(), '3');
  });
});
