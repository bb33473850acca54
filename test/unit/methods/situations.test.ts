import assert from 'node:assert/strict';
import { askedSituations, lackingBranches } from '../../../server/src/core/methods/branches';
import { adviseMethods } from '../../../server/src/core/methods/advise';
import { brokenSets, selfChecks } from '../../../server/src/core/methods/selfCheck';
import type { System, SystemMember } from '../../../server/src/core/framework/types';
import { adviseSayings } from '../../../server/src/core/methods/sayings';
import { analyse, checkRule } from '../../support/check';
import { entry, wordingList } from '../../support/fixtureRubrics';
import { member, system, WITH_SYSTEMS } from '../../support/fixtureSystems';
import { lines } from '../../support/marked';

const options = { rubrics: WITH_SYSTEMS, framework: 'lamp' };
const draft = (question: string, answer: string): string =>
  lines('---', `question: ${question}`, '---', '', answer);
const shown = (
  all: readonly {
    readonly system: System;
    readonly found: readonly SystemMember[];
    readonly lacking: readonly SystemMember[];
  }[],
): string[] =>
  all.map(
    ({ system, found, lacking }) =>
      `${system.id} +${found.map(({ id }) => id).join(' ')} -${lacking.map(({ id }) => id).join(' ')}`,
  );

suite('methods: rubrics without systems', () => {
  test('put no situation, advise nothing and have nothing to check', () => {
    const analysis = analyse(draft('路灯坏了，居民抱怨，怎么办？', '我换位思考，形成闭环。'), {
      framework: 'lamp',
    });
    assert.deepEqual(askedSituations(analysis), []);
    assert.deepEqual(lackingBranches(analysis, 'verify'), []);
    assert.deepEqual(adviseMethods(analysis), []);
    assert.deepEqual(selfChecks(analysis), []);
  });
});

suite('methods/branches', () => {
  const asked = (question: string, answer: string): string[] =>
    shown(askedSituations(analyse(draft(question, answer), options)));

  test('of a situation with a question for each branch, those the question puts', () => {
    assert.deepEqual(asked('老人上门，怎么办？', '我修灯。'), ['visitors + -frail']);
    assert.deepEqual(asked('老人上门举报，怎么办？', '我搀扶他。'), ['visitors +frail -reporter']);
  });

  test('only where the situation itself is there', () =>
    assert.deepEqual(asked('老人打电话，怎么办？', '我修灯。'), []));

  test('branches that belong to sections are judged there', () =>
    assert.deepEqual(asked('来人上门，怎么办？', '我修灯。'), []));

  test('of a situation of halves, all of them', () =>
    assert.deepEqual(asked('经费不够，怎么办？', '我马上更换。'), ['triage +now -later']));

  test('what is denied is lacking', () =>
    assert.deepEqual(asked('老人上门，怎么办？', '我没有搀扶。'), ['visitors + -frail']));

  test('a section has only its own', () => {
    const analysis = analyse(draft('老人上门，经费不够，怎么办？', '我修灯。'), options);
    const ids = (section: string): string[] => lackingBranches(analysis, section).map(({ id }) => id);
    assert.deepEqual(ids('verify'), ['frail']);
    assert.deepEqual(ids('handle'), ['now', 'later']);
    assert.deepEqual(ids('attitude'), []);
  });

  test('section.weak names the branches the question asks for', () => {
    const text = draft('经费不够，路灯怎么办？', '更换灯泡，其实没坏，确实坏了【写法】。');
    const found = checkRule('section.weak', text, options);
    assert.deepEqual(
      found.map(({ message }) => message),
      ['“处理”环节还有 1 处【】没有填。'],
    );
    const weak = checkRule('section.weak', draft('经费不够，路灯怎么办？', '我确实坏了这样说。'), options);
    assert.deepEqual(
      weak.map(({ message }) => message),
      ['“处理”环节薄弱：还缺维修。分情况还缺：误会；马上修；以后修。'],
    );
    const plain = checkRule('section.weak', draft('路灯怎么办？', '我确实坏了这样说。'), options);
    assert.deepEqual(
      plain.map(({ message }) => message),
      ['“处理”环节薄弱：还缺维修。分情况还缺：误会。'],
    );
  });
});

suite('methods/selfCheck', () => {
  const checks = (question: string, answer: string): string[] =>
    shown(selfChecks(analyse(draft(question, answer), options)));

  test('the items the answer lacks', () =>
    assert.deepEqual(checks('登记报修，怎么办？', '我问灯杆号。'), ['papers +pole -time']));

  test('an item only some questions ask, there', () =>
    assert.deepEqual(checks('登记总坏的灯，怎么办？', '我问灯杆号。'), ['papers +pole -time again']));

  test('nothing when all is there, or the question does not call for it', () => {
    assert.deepEqual(checks('登记报修，怎么办？', '我问灯杆号、几点坏的。'), []);
    assert.deepEqual(checks('报修，怎么办？', '我问灯杆号。'), []);
  });

  test('of a list to pick from two are enough, and it takes two words of the question to be shown', () => {
    const tips = [
      member('chair', '椅子', ['搬椅子']),
      member('water', '热水', ['倒热水']),
      member('pen', '笔', ['递笔']),
    ];
    const words = { whenCues: ['上门', '老人'] };
    const rubrics = { ...WITH_SYSTEMS, systems: [system('checklist', 'tips', '接待', 'any', tips, words)] };
    const picked = (question: string, answer: string): string[] =>
      shown(selfChecks(analyse(draft(question, answer), { ...options, rubrics })));
    assert.deepEqual(picked('老人上门，怎么办？', '我搬椅子。'), ['tips +chair -water pen']);
    assert.deepEqual(picked('老人上门，怎么办？', '我搬椅子，倒热水。'), []);
    assert.deepEqual(picked('居民上门，怎么办？', '我搬椅子。'), []);
  });

  test('a list about the framework of the answer comes before one that is not; no more than asked for', () => {
    const words = { whenCues: ['登记'] };
    const items = [member('one', '一项', ['写下'])];
    const systems = [
      system('checklist', 'other', '别的', 'all', items, { ...words, sections: ['lampshade/verify'] }),
      system('checklist', 'own', '自己的', 'all', items, { ...words, sections: ['lamp/verify'] }),
    ];
    const analysis = analyse(draft('登记报修，怎么办？', '我修灯。'), {
      ...options,
      rubrics: { ...WITH_SYSTEMS, systems },
    });
    assert.deepEqual(shown(selfChecks(analysis)), ['own + -one', 'other + -one']);
    assert.deepEqual(shown(selfChecks(analysis, undefined, 1)), ['own + -one']);
  });

  test('rubrics without systems check nothing', () => {
    const analysis = analyse(draft('登记报修，怎么办？', '我修灯。'));
    assert.deepEqual([selfChecks(analysis), brokenSets(analysis), adviseSayings(analysis, 2)], [[], [], []]);
  });

  test('sets of expressions that are begun and not finished', () => {
    const sets = (answer: string): string[] => shown(brokenSets(analyse(answer, options)));
    assert.deepEqual(sets('来有应声，问有答话。'), ['voices +come ask -leave']);
    assert.deepEqual(sets('来有应声。'), []);
    assert.deepEqual(sets('来有应声，问有答话，走有道别。'), []);
  });
});

suite('methods/sayings', () => {
  const advised = (question: string, answer: string, more = {}): string[] =>
    adviseSayings(analyse(draft(question, answer), { ...options, ...more }), 2).map(
      ({ system, phrases, because }) => `${system.id} ${because.join(' ')}: ${phrases.join(' ')}`,
    );

  test('what the question calls for and the draft does not say yet', () => {
    assert.deepEqual(advised('迎来送往，怎么办？', '来有应声。'), ['voices 迎来送往: 问有答话 走有道别']);
    assert.deepEqual(advised('路灯怎么办？', '我修灯。'), []);
  });

  test('never what a wording list flags', () => {
    const flagged = wordingList('cliche', [entry('voices', ['答话'], ['回话'])]);
    const rubrics = { ...WITH_SYSTEMS, wording: [flagged] };
    assert.deepEqual(advised('迎来送往，怎么办？', '我修灯。', { rubrics }), [
      'voices 迎来送往: 来有应声 走有道别',
    ]);
  });

  test('those for the kind of question come first; a set all said is no advice', () => {
    const words = { whenCues: ['迎来送往'] };
    const systems = [
      system('saying', 'said', '说过的', 'all', [member('a', '甲', [], { phrases: ['早说过了'] })], words),
      system('saying', 'any', '别处的', 'all', [member('b', '乙', [], { phrases: ['笑脸相迎'] })], words),
      system('saying', 'fits', '对口的', 'all', [member('c', '丙', [], { phrases: ['一杯热茶'] })], {
        ...words,
        kinds: ['planning'],
      }),
    ];
    const text = lines('---', 'question: 迎来送往，怎么办？', 'kind: planning', '---', '', '早说过了。');
    const advice = adviseSayings(analyse(text, { ...options, rubrics: { ...WITH_SYSTEMS, systems } }), 3);
    assert.deepEqual(
      advice.map(({ system: { id }, phrases }) => [id, ...phrases]),
      [
        ['fits', '一杯热茶'],
        ['any', '笑脸相迎'],
      ],
    );
  });
});
