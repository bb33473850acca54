import assert from 'node:assert/strict';
import { type PhrasePick, phrasePick, type PickRequest } from '../../../server/src/core/features/phrasePick';
import { analyse, type TestOptions } from '../../support/check';
import { atCursor, sourcesOf } from './phraseSupport';

const SOURCE = '题目：路灯坏了。\n\n我道歉。\n\n我查看灯杆。‸';

function pick(more: Partial<PickRequest> = {}, options: TestOptions = {}, source = SOURCE): PhrasePick {
  const { text, offset } = atCursor(source);
  const analysis = analyse(text, { framework: 'lamp', ...options });
  return phrasePick({ analysis, offset, locale: 'zh', limit: 20, ...sourcesOf(), ...more });
}

const texts = ({ phrases }: PhrasePick): string[] => phrases.map(({ text }) => text);

suite('features/phrasePick', () => {
  test('the phrases of the section at the cursor, and the sections there are', () => {
    const found = pick();
    assert.equal(found.section, 'verify');
    assert.equal(texts(found)[0], '再问清楚哪天开始不亮');
    assert.deepEqual(
      found.sections.map(({ id, title }) => `${id} ${title}`),
      ['attitude 态度', 'verify 核实', 'handle 处理', 'soothe 安抚', 'lasting 长效'],
    );
  });

  test('those of a named section, or of all', () => {
    assert.deepEqual(texts(pick({ section: 'lasting' })), ['每月巡一遍路灯', '坏一盏换一盏']);
    assert.equal(pick({ section: '*' }).phrases.length, 10);
    assert.equal(pick({ section: '*', limit: 3 }).phrases.length, 3);
    assert.equal(pick({ section: 'none' }).section, '*');
  });

  test('all where the cursor is in no section, or not known', () => {
    assert.equal(pick({ offset: 2 }).section, '*');
    assert.equal(pick({ offset: undefined }).section, '*');
  });

  test('on a heading those of what is below it', () => {
    const at = (source: string): string => pick({}, {}, source).section;
    assert.equal(at('我道歉。\n\n## 处‸理\n\n我更换灯泡。'), 'handle');
    assert.equal(at('我道歉。\n\n## 核实‸\n我更换灯泡，'), 'verify');
    assert.equal(at('我道歉。\n\n## 处‸理'), 'handle', 'at the end');
  });

  test('those with the words searched for', () => {
    assert.deepEqual(texts(pick({ section: '*', words: '灯泡' })), ['换好灯泡再走，不留半截活']);
    assert.deepEqual(texts(pick({ words: '灯泡' })), []);
    assert.deepEqual(texts(pick({ section: '*', words: 'hhdp' })), ['换好灯泡再走，不留半截活']);
  });

  test('where a phrase stands, with the passage around it', () => {
    const found = pick().phrases.find(({ text }) => text.startsWith('先看清'));
    assert.deepEqual(found, {
      text: '先看清灯杆编号',
      section: '核实',
      register: 'written',
      source: '路灯.txt:2',
      location: {
        uri: 'file:///路灯.txt',
        range: { start: { line: 1, character: 5 }, end: { line: 1, character: 12 } },
      },
      passage: '到了现场，先看清灯杆编号，再问清楚哪天开始不亮，多一分耐心，少一分急躁，问完再走。',
    });
  });

  test('what a phrase of a bank rests on, without a place', () => {
    const found = pick({ locale: 'en' }).phrases.find(({ text }) => text.startsWith('我带上'));
    assert.deepEqual(found, {
      text: '我带上梯子当晚去看',
      section: 'verify',
      register: 'written',
      source: 'built-in phrase · rests on 900',
    });
  });

  test('without documents nothing; without frameworks all, of no section', () => {
    assert.deepEqual(pick({ references: undefined }).phrases, []);
    const found = pick({}, { rubrics: { frameworks: [], wording: [] } });
    assert.deepEqual([found.section, found.sections, found.phrases.length], ['*', [], 10]);
    assert.equal(found.phrases[0]?.section, '');
  });
});
