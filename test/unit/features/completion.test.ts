import assert from 'node:assert/strict';
import { completions } from '../../../server/src/core/features/completion';
import { PhraseIndex } from '../../../server/src/core/phrases/index';
import { analyse } from '../../support/check';
import { crlf } from '../../support/marked';
import { accept, type Asked, atCursor, offered, sourcesOf } from './phraseSupport';

const Q = '题目：路灯坏了。\n\n';
const labels = (source: string, options?: Asked): string[] =>
  offered(Q + source, options).map(({ label }) => label);
const typed = (source: string): string[] => labels(source, { trigger: 'typed' });
/** The draft after the phrase that begins with the given words. */
const after = (source: string, label: string, options?: Asked): string => {
  const item = offered(Q + source, options).find((one) => one.label.startsWith(label));
  return accept(Q + source, item).slice(Q.length);
};

suite('features/completion: asked for', () => {
  test('the phrases of the section at the cursor, what it lacks first', () => {
    assert.deepEqual(labels('我查看灯杆。‸'), [
      '再问清楚哪天开始不亮',
      '多一分耐心，少一分急躁',
      '先看清灯杆编号',
      '我带上梯子当晚去看',
    ]);
  });

  test('on an empty line below a full section, it and the next by turns', () =>
    assert.deepEqual(labels('我道歉。\n\n‸').slice(0, 4), [
      '谢谢您提醒我们',
      '先看清灯杆编号',
      '先说一声对不起',
      '我带上梯子当晚去看',
    ]));

  test('what goes on from the typed words is first, also from other sections', () => {
    assert.equal(labels('我道歉。先看‸')[0], '先看清灯杆编号');
    assert.equal(labels('我道歉。‸')[0], '谢谢您提醒我们');
  });

  test('else what contains them, in this section or another; else the section, beside them', () => {
    assert.equal(labels('我道歉。灯杆‸')[0], '先看清灯杆编号');
    assert.equal(offered(`${Q}我道歉。灯杆‸`)[0]?.filterText, '灯杆');
    assert.equal(after('我道歉。天气‸', '谢谢'), '我道歉。天气，谢谢您提醒我们‸');
  });

  test('by the initials of pinyin, in every section, and nothing else', () =>
    assert.deepEqual(labels('我道歉。hhdp‸'), ['换好灯泡再走，不留半截活']));

  test('letters that spell nothing leave the list', () => assert.equal(labels('我道歉。qqqqq‸').length, 3));

  test('a section without phrases: those of the framework', () =>
    assert.ok(labels('## 安抚\n\n请他坐下。‸').includes('换好灯泡再走，不留半截活')));

  test('without a framework: all phrases', () => {
    const rubrics = { frameworks: [], wording: [] };
    const items = offered('我道歉。‸', { rubrics });
    assert.equal(items.length, 10);
    assert.deepEqual(
      items.filter(({ detail }) => !['口语', '书面'].includes(detail)),
      [],
    );
  });

  test('a phrase that is there already is no completion', () => {
    assert.equal(labels('我道歉。先看清灯杆编号‸').includes('先看清灯杆编号'), false);
    assert.equal(labels('我道歉。先看‸清灯杆编号').includes('先看清灯杆编号'), false);
  });

  test('nothing outside the answer, without phrases, without documents', () => {
    assert.deepEqual(offered('题目：路灯‸'), []);
    assert.deepEqual(labels('我道歉。‸', { sources: sourcesOf([], []) }), []);
    assert.deepEqual(labels('我道歉。‸', { sources: { references: undefined, banks: [] } }), []);
  });
});

suite('features/completion: while typing', () => {
  test('only what goes on from two characters or more', () => {
    assert.deepEqual(typed('我道歉。先看‸'), ['先看清灯杆编号']);
    assert.deepEqual(typed('我道歉。我会先看‸'), ['先看清灯杆编号']);
    assert.deepEqual(typed('我道歉。天气看‸'), []);
    assert.deepEqual(typed('我道歉。灯杆‸'), [], 'a phrase that only contains it');
  });

  test('or from the one character a clause begins with', () => {
    assert.deepEqual(typed('我道歉，换‸'), ['换好灯泡再走，不留半截活']);
    assert.deepEqual(typed('我道歉，我‸'), [], '我 tells nothing');
  });

  test('in the middle of a sentence too', () =>
    assert.deepEqual(typed('我道歉，先看‸然后修。'), ['先看清灯杆编号']));

  test('a few for the section after a sentence, after an ordinal, on an empty line', () => {
    for (const source of [
      '我查看灯杆。‸',
      '我查看灯杆！‸',
      '我说：“我查看灯杆。”‸',
      '我查看灯杆。\n\n首先，‸',
    ])
      assert.equal(typed(source)[0], '再问清楚哪天开始不亮', source);
    assert.equal(typed('我查看灯杆。\n\n‸')[0], '再问清楚哪天开始不亮');
    assert.deepEqual(typed('我查看灯杆。‸然后走。'), [], 'not before other text');
    assert.ok(typed('‸').length <= 5);
  });

  test('after a comma only the rest of a phrase that has it there', () => {
    assert.deepEqual(typed('我查看灯杆，多一分耐心，‸'), ['多一分耐心，少一分急躁']);
    assert.deepEqual(typed('我查看灯杆，多一分耐心，少‸'), ['多一分耐心，少一分急躁']);
    assert.deepEqual(typed('我查看灯杆，多一分耐心，我‸'), []);
    assert.deepEqual(typed('我查看灯杆，多一分耐心、‸'), []);
    assert.deepEqual(typed('我查看灯杆，‸'), []);
  });

  test('initials of two letters or more, not Latin words', () => {
    assert.deepEqual(typed('我道歉。hh‸'), ['换好灯泡再走，不留半截活']);
    assert.deepEqual(typed('hhdp‸'), ['换好灯泡再走，不留半截活']);
    for (const source of ['我道歉。h‸', '我道歉。HHDP‸', '我道歉。OK hh‸', '我道歉。5hh‸', '我道歉。app‸'])
      assert.deepEqual(typed(source), [], source);
  });

  test('nothing by initials before their readings are there', () => {
    const sources = sourcesOf();
    const phrases = new PhraseIndex(sources.references.phrases.parts().store);
    const references = { ...sources.references, phrases };
    assert.deepEqual(labels('我道歉。hhdp‸', { trigger: 'typed', sources: { references, banks: [] } }), []);
  });
});

suite('features/completion: what lands in the draft', () => {
  test('a sentence of its own ends as one', () => {
    assert.equal(after('我查看灯杆。‸', '再问'), '我查看灯杆。再问清楚哪天开始不亮。‸');
    assert.equal(after('我查看灯杆。\n\n- ‸', '再问'), '我查看灯杆。\n\n- 再问清楚哪天开始不亮。‸');
    assert.equal(after('我道歉。hhdp‸', '换好'), '我道歉。换好灯泡再走，不留半截活。‸');
    assert.equal(after('我查看灯杆。\n\n首先，‸', '再问'), '我查看灯杆。\n\n首先，再问清楚哪天开始不亮。‸');
  });

  test('a clause that goes on from typed words is left open', () => {
    assert.equal(after('我道歉。先看‸', '先看'), '我道歉。先看清灯杆编号‸');
    assert.equal(after('我道歉，我会先看‸', '先看'), '我道歉，我会先看清灯杆编号‸');
    assert.equal(after('我道歉，多一分耐心，少‸', '多'), '我道歉，多一分耐心，少一分急躁‸');
  });

  test('punctuation that stands there is not doubled', () => {
    for (const mark of ['。', '，', '；', '”', '）', '.', ',', '**'])
      assert.equal(
        after(`我查看灯杆。‸${mark}`, '再问'),
        `我查看灯杆。再问清楚哪天开始不亮${mark === '**' ? '。' : ''}‸${mark}`,
      );
  });

  test('before other text a comma, but not before 的', () => {
    assert.equal(after('我查看灯杆。‸然后走。', '再问'), '我查看灯杆。再问清楚哪天开始不亮，‸然后走。');
    assert.equal(
      after('我查看灯杆，有‸的态度。', '多一分'),
      '我查看灯杆，有，多一分耐心，少一分急躁‸的态度。',
    );
  });

  test('after an unfinished clause a comma; none after a lead-in or a word that wants more', () => {
    assert.equal(after('我查看灯杆‸', '再问'), '我查看灯杆，再问清楚哪天开始不亮‸');
    for (const lead of ['我查看灯杆，我会', '我查看灯杆，并', '我查看灯杆，通过', '我查看灯杆，问他：“'])
      assert.equal(after(`${lead}‸`, '再问'), `${lead}再问清楚哪天开始不亮‸`);
  });

  test('what a lead-in has said is not said twice', () => {
    assert.equal(after('我查看灯杆，我会‸', '我带上'), '我查看灯杆，我会带上梯子当晚去看‸');
    assert.equal(after('我查看灯杆，我‸', '我带上'), '我查看灯杆，我带上梯子当晚去看‸');
    assert.equal(after('我查看灯杆，我先‸', '先看清'), '我查看灯杆，我先看清灯杆编号‸');
  });

  test('a question gets its mark', () => {
    const phrases = [{ text: '您看这样修行不行呢', slots: ['lamp/verify'] }];
    const sources = sourcesOf([{ name: '问.txt', lines: ['您看这样修行不行呢'], phrases }], []);
    assert.equal(after('我查看灯杆。‸', '您看', { sources }), '我查看灯杆。您看这样修行不行呢？‸');
  });

  test('half-width punctuation of a bank is made full-width, a closing one dropped', () => {
    const phrases = [{ text: '您好,我先看灯。', slots: ['lamp/verify'] }];
    const sources = sourcesOf([{ name: '灯.txt', lines: ['您好,我先看灯。'], phrases }], []);
    assert.equal(after('我查看灯杆。‸', '您好', { sources }), '我查看灯杆。您好，我先看灯。‸');
  });

  test('only what is on this side of emphasis is replaced', () => {
    assert.equal(after('我道歉，**先看‸**', '先看'), '我道歉，**先看清灯杆编号‸**');
    assert.equal(
      offered(`${Q}我道歉，**先看**‸`).some(({ filterText }) => filterText !== ''),
      false,
    );
  });

  test('every item replaces what stands before the cursor, and says so', () => {
    for (const source of [
      '我道歉。先看‸',
      '我道歉。hhdp‸',
      '我查看灯杆，多一分耐心，‸',
      '我道歉。‸',
      '先看‸',
    ])
      for (const draft of [Q + source, crlf(Q + source)]) {
        const { text, offset } = atCursor(draft);
        const items = offered(draft);
        assert.ok(items.length > 0, source);
        for (const { range, filterText } of items) {
          assert.equal(range.to, offset);
          assert.equal(filterText, text.slice(range.from, range.to));
          assert.equal(/[\r\n]/.test(filterText), false);
        }
      }
  });

  test('traditional characters are gone on from', () =>
    assert.deepEqual(
      offered(`${Q}我道歉，換好‸`, { trigger: 'typed' }).map(({ filterText, text }) => [filterText, text]),
      [['換好', '换好灯泡再走，不留半截活']],
    ));

  test('half a surrogate pair is never taken', () => {
    const draft = `${Q}我道歉。先看\ud83d‸\udc4d`;
    for (const { range } of offered(draft)) assert.ok(range.to <= draft.indexOf('‸') - 1);
    assert.ok(offered(draft).length > 0);
    assert.ok(offered(`${Q}\udc4d我道歉，先看‸\ud83d`).length > 0);
  });
});

suite('features/completion: what an item says', () => {
  const item = (label: string, options?: Asked) => {
    const found = offered(`${Q}我道歉。\n\n‸`, options).find((one) => one.label.startsWith(label));
    assert.ok(found);
    return found;
  };

  test('section, register and where it comes from', () => {
    const { detail, source, data } = item('先看清');
    assert.deepEqual([detail, source], ['核实 · 书面', '路灯.txt:2']);
    assert.deepEqual(data, {
      text: '先看清灯杆编号',
      document: 'file:///路灯.txt',
      line: 1,
      from: 30,
      to: 37,
    });
    assert.equal(item('我带上').source, '内置表述');
  });

  test('in English', () => {
    const { detail, source } = item('我带上', { locale: 'en' });
    assert.deepEqual([detail, source], ['verify · written', 'built-in phrase']);
  });

  test('how many documents have it', () => {
    const phrases = [{ text: '先看清灯杆编号', slots: ['lamp/verify'] }];
    const one = { lines: ['先看清灯杆编号'], phrases };
    const sources = sourcesOf(
      [
        { name: '甲.txt', ...one },
        { name: '乙.txt', ...one },
      ],
      [],
    );
    assert.equal(item('先看清', { sources }).source, '乙.txt:1（2 份文档）');
  });

  test('what is to be filled in is a tab stop, brackets and all; plain text has the brackets', () => {
    const { text, snippet } = item('您好');
    assert.equal(text, '您好，我姓【什么】，灯的事跟我说。');
    assert.equal(snippet, '您好，我姓${1:【什么】}，灯的事跟我说。');
    assert.equal(item('先看清').snippet, undefined);
  });

  test('the order is kept whatever an editor sorts by', () => {
    const { text, offset } = atCursor(`${Q}我查看灯杆。‸`);
    const analysis = analyse(text, { framework: 'lamp' });
    const list = completions({ analysis, offset, locale: 'zh', trigger: 'invoked', ...sourcesOf() });
    assert.equal(list.isIncomplete, true);
    assert.deepEqual(
      list.items.map(({ sortText }) => sortText),
      ['0000', '0001', '0002', '0003'],
    );
  });

  test('an offset beyond the draft counts as its end', () => {
    const analysis = analyse(`${Q}我查看灯杆。`, { framework: 'lamp' });
    const list = completions({ analysis, offset: 9999, locale: 'zh', trigger: 'invoked', ...sourcesOf() });
    assert.equal(list.items[0]?.range.to, analysis.draft.text.length);
  });
});
