import assert from 'node:assert/strict';
import { hoverAt } from '../../../server/src/core/features/hovers';
import { analyse, checkAnalysis } from '../../support/check';
import { WITH_SYSTEMS } from '../../support/fixtureSystems';
import { slice } from '../../support/marked';
import { libraryOf } from '../references/support';

const SAID = '我参加亮灯行动，把每一根灯杆都编上号码，贴上报修电话';
const TEXT = `题目：路灯坏了，怎么办？\n\n我道歉。${SAID}。天气好。\n`;
const DOCUMENT = 'file:///d/灯.txt';
const library = libraryOf({ [DOCUMENT]: `${SAID}。` });

function at(words: string, own?: string): { about: string; parts: string[] } | undefined {
  const analysis = analyse(TEXT, { rubrics: WITH_SYSTEMS });
  const shown = hoverAt(analysis, checkAnalysis(analysis), library, TEXT.indexOf(words) + 1, 'zh', own);
  return shown && { about: slice(TEXT, shown.range), parts: shown.markdown.split('\n\n---\n\n') };
}

suite('features/hovers', () => {
  test('a place of which there is much to say: its document, then wording of the past, about the first', () => {
    const found = at('亮灯行动');
    assert.equal(found?.about, SAID);
    assert.deepEqual(
      found.parts.map((part) => part.split('\n')[0]),
      [
        '与参考文档 **灯.txt** 第 1 行相同，24 字',
        '**亮灯行动** — **历史提法**（2009），请核实现行表述，不当作现行政策写。',
      ],
    );
  });

  test('the document that is the draft itself is no source', () => {
    const found = at('亮灯行动', DOCUMENT);
    assert.equal(found?.about, '亮灯行动');
    assert.equal(found.parts.length, 1);
  });

  test('nothing to say is no hover', () => assert.equal(at('天气'), undefined));
});
