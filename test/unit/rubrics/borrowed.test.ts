import assert from 'node:assert/strict';
import { checkRule } from '../../support/check';
import { readModel, readRubrics } from '../../support/rubrics';

/** Wording that is right in a document and wrong in an answer: flagged as one's own, not as what is criticised. */
suite('rubrics/borrowed', () => {
  const options = { rubrics: readRubrics(), model: readModel() };
  const found = (text: string): string[] =>
    checkRule('wording.taboo', text, options).map(({ at, remedy }) =>
      [at, remedy?.type === 'replace' ? remedy.rewrites[0] : ''].join('→'),
    );

  for (const [text, flagged] of [
    ['面对质疑，同学们应该主动回应。', '同学们应该→我将'],
    ['我常去村里攀亲交友。', '攀亲交友→结对联系'],
    ['我要为群众撑腰。', '为群众撑腰→依法维护群众的合法权益'],
    ['我先树立威严，再谈办法。', '树立威严→坚持原则'],
    ['我在网上引导群众思想。', '引导群众思想→及时回应群众的疑问'],
    ['我用以柔克刚的办法。', '以柔克刚→耐心讲道理'],
  ] as const)
    test(`flags ${flagged}`, () => assert.deepEqual(found(text), [flagged]));

  for (const text of [
    '我不攀亲交友，公事公办。',
    '绝不能靠树立威严来压人。',
    '有人说“同学们应该主动回应”。',
    '我和同学们一起去村里。',
    '老人腰不好，我扶他坐下。',
  ])
    test(`accepts ${text}`, () => assert.deepEqual(found(text), []));
});
