import assert from 'node:assert/strict';
import { checkRule } from '../../support/check';
import { checkSuppressions } from '../../support/fixes';
import { testRule } from '../../support/ruleTester';
import { libraryOf } from '../references/support';

/** 40 字 and one more. */
const FORTY = '到了现场先请大家坐到阴凉处，一人发一瓶水，再请大家推两位代表，把最急的事一条一条说给我';
const LONGER = `${FORTY}听`;
const ID = 'file:///d/接访.txt';
const references = libraryOf({ [ID]: `第一行不一样。\n${LONGER}，我记在本子上。`, b: '别的文字。' });

suite('rules/sourceCopied', () => {
  testRule('source.copied', {
    options: { references },
    valid: [
      '',
      { name: 'as long as the longest phrase offered', text: `我先说明来意：${FORTY}们。` },
      { name: 'no documents', text: LONGER, options: { references: undefined } },
      { name: 'the document is the draft itself', text: LONGER, options: { references, own: ID } },
      { name: 'the question', text: `题目：${LONGER}，怎么办？\n\n我去看看。` },
      { name: 'the front matter', text: `---\nquestion: ${LONGER}\n---\n\n我去看看。` },
      { name: 'a comment', text: `我去看看。<!-- ${LONGER} -->` },
      { name: 'code', text: `我去看看。\n\n\`\`\`\n${LONGER}\n\`\`\`` },
      { name: 'a quote', text: `我去看看。\n\n> ${LONGER}` },
      { name: 'other words in the middle', text: LONGER.replace('再请', '然后请') },
    ],
    invalid: [
      {
        name: 'one more than the longest phrase',
        text: `我去看看。«${LONGER}»们。`,
        message:
          '连续 41 字与参考文档“接访.txt”第 2 行相同。照搬听着像背稿，请换成自己的话，写进题目里的人和事。',
        english:
          /^41 characters in a row are the same as in reference document “接访\.txt”, line 2\. It sounds/,
        severity: 'information',
      },
      { name: 'to the end', text: `«${LONGER}，我记在本子上»。`, message: /^连续 47 字/ },
      {
        name: 'other punctuation and script',
        text: `«到了現場,先請大家坐到陰涼處;一人發一瓶水。再請大家推兩位代表!把最急的事,一條一條說給我聽»了`,
        message: /^连续 41 字/,
      },
      { name: 'emphasis', text: `«${LONGER.replace('阴凉处', '**阴凉处**')}»`, message: /^连续 41 字/ },
      { name: 'twice', text: `«${LONGER}»。\n\n还有：«${LONGER}»。`, message: /^连续 41 字/ },
    ],
  });

  test('it points into the document', () => {
    const [finding] = checkRule('source.copied', LONGER, { references });
    assert.deepEqual(finding?.related, [
      {
        span: { document: ID, start: { line: 1, character: 0 }, end: { line: 1, character: LONGER.length } },
        message: '原文在这里',
      },
    ]);
    assert.equal(finding.remedy, undefined);
  });

  test('can be switched off', () =>
    checkSuppressions('source.copied', `我去看看。\n\n${LONGER}。`, { references }));
});
