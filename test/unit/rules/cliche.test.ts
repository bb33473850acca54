import assert from 'node:assert/strict';
import { checkRule } from '../../support/check';
import { checkAfter, checkSuppressions } from '../../support/fixes';
import { fixtureModel, wordWeights } from '../../support/fixtureModel';
import { testRule } from '../../support/ruleTester';

const TALK = '对这件事我们一定要«高度重视»起来，把思想统一到要求上面。';
const MORE = '同时还要«凝聚合力»，久而久之把工作推向新的台阶和水平。';
const LAST = '我们相信在大家的努力之下前景一定越来越美好，越来越光明。';
const DEED = '当天上午我上门登记，查看灯杆，3天内更换灯泡，再打电话回访5户居民。';

suite('rules/cliche', () => {
  testRule('cliche', {
    valid: [
      '',
      { name: 'a short text', text: '我们高度重视。我们凝聚合力。' },
      {
        name: 'few slogans among deeds',
        text: `我们一定要高度重视起来，把思想统一到要求上面。${DEED}${DEED}`,
      },
      { name: 'slogans in a concrete answer', text: `我们高度重视，${DEED}我们凝聚合力，${DEED}` },
      {
        name: 'a closing thought of two sentences',
        text: `${DEED}${DEED}\n\n要切实提高思想认识，牢固树立服务意识，持续强化责任担当，不断凝聚各方面的力量。要坚持问题导向，狠抓工作落实，推动各项任务落地见效。`,
      },
      {
        name: 'a paragraph that names who and when',
        text: `${DEED}${DEED}\n\n要切实提高思想认识，每周三下午请社工讲一课。要不断健全机制，由网格员在三天内上门登记。要坚持问题导向，狠抓工作落实，推动落地见效。`,
      },
      { name: 'talk without slogans', text: LAST.repeat(3) },
    ],
    invalid: [
      {
        name: 'template talk',
        text: TALK + MORE + LAST,
        message:
          /^全篇 75 字，3 句里 2 句是套话，没有一个时间、地点、人物、数量、期限；考官最反感模板腔。先把这一句换成一件具体的事。$/,
        english: /^75 characters, 2 of 3 sentences are clichés, no time, place, person, number, deadline;/,
        severity: 'information',
      },
      {
        name: 'in traditional script',
        text:
          '對這件事我們一定要«高度重視»起來，把思想統一到要求上面。同時還要«凝聚合力»，久而久之把工作推向新的臺階和水平。' +
          LAST,
        message: /^全篇/,
      },
      {
        name: 'in half-width punctuation',
        text: (TALK + MORE + LAST).replaceAll('，', ',').replaceAll('。', '.'),
        message: /^全篇/,
      },
      { name: 'in a list', text: `- ${TALK}\n- ${MORE}\n- ${LAST}`, message: /^全篇/ },
      {
        name: 'one paragraph of slogans in an answer of deeds',
        text: `${DEED}${DEED}\n\n«要切实提高思想认识，牢固树立服务意识，持续强化责任担当。»要不断健全体制机制，统筹各方力量，形成工作合力。要坚持问题导向，狠抓工作落实，推动任务落地见效。\n\n${DEED}${DEED}`,
        message:
          '这一段 67 字，3 句口号，没有一个时间、地点、人物、数量、期限。把其中一句换成谁在什么时候、到哪里、做了什么。',
        english: /^This paragraph has 67 characters, 3 slogans and no time, place/,
      },
      { name: 'beside surrogates', text: `${TALK}\ud83d${MORE}👨‍👩‍👧${LAST}`, message: /套话/ },
    ],
  });

  test('only the first is about the whole; the others are hints', () => {
    const text = (TALK + MORE + LAST).replaceAll(/[«»]/g, '');
    const [, second, ...none] = checkRule('cliche', text);
    assert.deepEqual(none, []);
    assert.deepEqual([second?.severity, second?.message], ['hint', '套话“凝聚合力”：pool：换个说法。']);
  });

  test('exactly sixty 字 are enough', () => {
    const found = (hanzi: number): number =>
      checkRule('cliche', `我们高度重视${'好'.repeat(hanzi - 6)}。`).length;
    assert.deepEqual([found(59), found(60)], [0, 1]);
  });

  test('slogans without a known cliché are told once, at the sentence', () => {
    const sentence = '我们要齐心协力把这件事情放在心上抓在手上落到实处去。';
    const model = fixtureModel({ slogan: { bias: -4, scale: 1, ngrams: wordWeights(['齐心协力']) } });
    const found = checkRule('cliche', sentence.repeat(3), { model });
    assert.deepEqual(
      found.map(({ at, remedy }) => [at, remedy]),
      [[sentence, undefined]],
    );
  });

  test('words of others are not the writer’s slogans', () => {
    const text = '居民问：“你们说高度重视，可是灯杆一根都没有修，到底管不管我们？”'.repeat(3);
    assert.equal(
      checkRule('cliche', text).some(({ at }) => at === '高度重视'),
      false,
    );
  });

  test('nor are those named as what to avoid', () => {
    const text = '我们不能只喊高度重视这样的口号，不做一点点实在的事情让人看到。'.repeat(3);
    assert.equal(
      checkRule('cliche', text).some(({ at }) => at === '高度重视'),
      false,
    );
  });

  test('mends what it flags', () => {
    const text = (TALK + MORE + LAST).replaceAll(/[«»]/g, '');
    assert.equal(
      checkAfter('cliche', text, '改为“当天去看”').some(({ at }) => at === '高度重视'),
      false,
    );
  });

  test('can be switched off', () =>
    checkSuppressions('cliche', `${TALK}\n\n${MORE}\n\n${LAST}`.replaceAll(/[«»]/g, '')));
});
