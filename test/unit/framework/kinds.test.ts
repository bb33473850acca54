import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { KindRecogniser, type KindRecognition } from '../../../server/src/core/framework/kinds';
import { mergeKinds } from '../../../server/src/core/framework/kindsLoad';
import { loadRubric } from '../../../server/src/core/framework/load';
import weights from '../../../rubrics/model/kinds.json';
import { bigrams, overlap } from '../../../server/src/core/draft/question';
import { readOwnQuestions, shareRight, trainKinds } from '../../corpus/trainKinds';
import { lines } from '../../support/marked';
import { readRubrics, ROOT } from '../../support/rubrics';

const shipped = new KindRecogniser(mergeKinds(readRubrics().kinds ?? []));

/** `kind/variant` of every kind recognised. */
function kindsOf(question: string, named?: string, recogniser = shipped): string[] {
  const { kinds = [] } = recogniser.recognise(question, named) ?? {};
  return kinds.map(({ kind, variant }) => (variant ? variant.id : kind.id));
}

/** The kinds a letter of the published list stands for. */
const LETTERS: Readonly<Record<string, readonly string[]>> = {
  应: ['emergency'],
  人: ['interpersonal'],
  组: ['planning'],
  综: ['analysis'],
  情: ['simulation'],
  观: ['analysis', 'mass-relations-view'],
  漫: ['analysis'],
};

interface Published {
  readonly number: number;
  readonly kinds: string;
  readonly title: string;
}

suite('framework/kinds: the 95 published questions', () => {
  const questions = parse(
    readFileSync(join(ROOT, 'test/fixtures/kinds/published-questions.yaml'), 'utf8'),
  ) as readonly Published[];
  const said = ({ title }: Published): KindRecognition | undefined => shipped.recognise(title);
  const isRight = (question: Published, rank: number): boolean => {
    const found = said(question)?.kinds[rank]?.kind.id ?? '';
    return question.kinds.split('/').some((letter) => LETTERS[letter]?.includes(found));
  };

  test('all are there', () => assert.equal(questions.length, 95));

  test('nine in ten and more have their kind first', () => {
    const wrong = questions.filter((question) => !isRight(question, 0)).map(({ number }) => number);
    assert.ok(wrong.length <= 9, `wrong: ${wrong.join()}`);
  });

  test('a second kind is seldom told where there is one', () => {
    const told = questions.filter(({ kinds }) => !kinds.includes('/')).filter((own) => said(own)?.kinds[1]);
    assert.ok(told.length <= 4, `told: ${told.map(({ number }) => number).join()}`);
  });

  test('where there are two, both are told when words speak for both', () => {
    const both = questions.filter(
      (own) => own.kinds.includes('/') && isRight(own, 0) && said(own)?.kinds[1] && isRight(own, 1),
    );
    assert.ok(both.length >= 4, `told: ${both.map(({ number }) => number).join()}`);
  });

  test('every kind is found in most of its questions', () => {
    for (const letter of '应人组综情') {
      const own = questions.filter(({ kinds }) => kinds.startsWith(letter));
      const right = own.filter((question) => isRight(question, 0)).length;
      assert.ok(right / own.length >= 0.8, `${letter}: ${right} of ${own.length}`);
    }
  });
});

suite('framework/kinds: questions of our own', () => {
  const own = readOwnQuestions();
  const set = mergeKinds(readRubrics().kinds ?? []);

  test('five in six and more of those that nothing was trained on or written for', () => {
    const lists = parse(
      readFileSync(join(ROOT, 'test/fixtures/kinds/check-questions.yaml'), 'utf8'),
    ) as Readonly<Record<string, readonly string[]>>;
    const questions = Object.entries(lists).flatMap(([kind, texts]) =>
      texts.map((text) => ({ text, kinds: [kind] })),
    );
    assert.ok(questions.length >= 40);
    assert.ok(shareRight(questions, shipped) >= 0.85);
  });

  test('enough to train on, and none of them is a published one', () => {
    assert.ok(own.length >= 300);
    const published = parse(
      readFileSync(join(ROOT, 'test/fixtures/kinds/published-questions.yaml'), 'utf8'),
    ) as readonly Published[];
    const trained = own.map(({ text }) => bigrams(text));
    const known = published.filter(({ title }) =>
      trained.some((pairs) => overlap(bigrams(title), pairs) > 0.6),
    );
    assert.deepEqual(
      known.map(({ title }) => title),
      [],
    );
  });

  test('the weights that ship are those of the cues and questions there are', () =>
    assert.deepEqual(trainKinds(own, set), weights));
});

suite('framework/kinds: what is asked decides', () => {
  const CASES: readonly (readonly [question: string, ...kinds: string[]])[] = [
    ['大厅停水，办事群众围住窗口吵闹，你怎么办？', 'emergency'],
    ['大厅停水，办事群众围住窗口吵闹。请把考官当作群众，现场模拟。', 'simulation'],
    ['领导让你组织一次节水宣传，你怎么开展？', 'planning-publicity'],
    ['领导让你组织一次党员登山活动，你怎么安排？', 'planning-activity'],
    ['领导派你对辖区用水情况做调研，你怎么开展？', 'planning-research'],
    ['有的小区自发评选节水之星，你怎么看这种现象？', 'analysis-phenomenon'],
    ['“水滴石穿”，谈谈你对这句话的理解。', 'analysis-view'],
    ['漫画：一人提着漏水的桶跑得飞快。谈谈寓意。', 'analysis-cartoon'],
    ['老同事对你有意见，处处不配合，你怎么和他沟通？', 'interpersonal'],
    ['如何处理好群众关系？', 'mass-relations-view'],
    ['你在信访局工作，来访群众第三次上门，你怎么接待？', 'reception'],
  ];
  for (const [question, kind] of CASES) test(question, () => assert.equal(kindsOf(question)[0], kind));

  test('in traditional characters and half-width punctuation too', () =>
    assert.equal(kindsOf('大廳停水,辦事群眾圍住窗口吵鬧,你怎麼辦?')[0], 'emergency'));

  test('words that only contain a cue do not count', () =>
    assert.equal(
      shipped.recognise('你在统计调查队工作，同事对你冷淡，怎么相处？')?.kinds[0]?.kind.id,
      'interpersonal',
    ));

  test('two kinds where a question asks for both, the sum no more than one', () => {
    const { kinds = [] } = shipped.recognise('节假日古镇价格虚高，你怎么看，该如何治理？') ?? {};
    assert.deepEqual(kinds.map(({ kind }) => kind.id).sort(), ['analysis', 'planning']);
    assert.ok(kinds.reduce((sum, { confidence }) => sum + confidence, 0) <= 1);
  });

  test('it says by which words', () => {
    const [kind] = shipped.recognise('几十人堵门，有人下跪，你怎么办？')?.kinds ?? [];
    assert.deepEqual([...(kind?.because ?? [])].sort(), ['下跪', '堵门']);
  });

  test('no question, no kind', () => {
    assert.equal(shipped.recognise(''), undefined);
    assert.equal(shipped.recognise(' \n'), undefined);
  });

  test('a very long question is judged by its ends', () =>
    assert.equal(kindsOf(`${'情况说明。'.repeat(5000)}漫画讽刺了什么？谈谈寓意。`)[0], 'analysis-cartoon'));
});

suite('framework/kinds: named by the writer', () => {
  for (const [name, kind] of [
    ['planning', 'planning'],
    ['计划组织', 'planning'],
    ['計劃組織', 'planning'],
    ['计划', 'planning'],
    ['调研', 'planning-research'],
    ['Cartoon', 'analysis-cartoon'],
    ['综合分析 - 漫画', undefined],
    ['应急应变', 'emergency'],
    ['情景模拟', 'simulation'],
    ['群众关系', 'mass-relations-view'],
  ] as const) {
    test(name, () => {
      const found = shipped.recognise('', name);
      assert.equal(found?.chosenBy, kind === undefined ? undefined : 'front-matter');
      assert.deepEqual(kindsOf('', name), kind === undefined ? [] : [kind]);
    });
  }

  test('goes before what the question shows, and is certain', () => {
    const found = shipped.recognise('你怎么看？', '应急应变');
    assert.deepEqual(
      found?.kinds.map(({ kind, confidence }) => [kind.id, confidence]),
      [['emergency', 1]],
    );
  });

  test('a name nobody knows leaves it to the question', () =>
    assert.equal(shipped.recognise('对这种现象你怎么看？', '怪题')?.chosenBy, 'question'));
});

suite('framework/kinds: files', () => {
  const FILE = lines(
    'id: mine',
    'kinds:',
    '  - id: riddle',
    '    title: 猜谜',
    '    cues: [谜底]',
    '  - id: analysis',
    '    title: { zh: 我的综合, en: Mine }',
    '    cues: [怎么看]',
    '',
  );

  test('a kind of the writer’s own is recognised beside the others, one with the same id replaces it', () => {
    const { kinds = [], problems } = loadRubric(FILE, 'test:');
    assert.deepEqual(problems, []);
    const own = new KindRecogniser(mergeKinds([...(readRubrics().kinds ?? []), ...kinds]));
    assert.deepEqual(kindsOf('谜底是什么？', undefined, own), ['riddle']);
    assert.equal(own.recognise('这件事怎么看？')?.kinds[0]?.kind.title.zh, '我的综合');
  });

  test('a mistake is told where it stands', () => {
    const { problems, kinds } = loadRubric(FILE.replace('cues: [谜底]', 'cue: [谜底]'), 'test:');
    assert.equal(kinds, undefined);
    assert.deepEqual(
      problems.map(({ kind, path, key }) => [kind, path, key]),
      [['schema', 'kinds[0]', 'cue']],
    );
  });

  test('a framework that names its kinds is still a framework', () =>
    assert.equal(loadRubric('id: a\ntitle: 甲\nkinds: [emergency]\n', 'test:').kinds, undefined));

  test('ids of what ships stand once, and every kind says where it is from', () => {
    const { kinds } = mergeKinds(readRubrics().kinds ?? []);
    const all = kinds.flatMap((kind) => [kind, ...kind.variants]);
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    for (const { id, sources } of all) assert.ok(sources.length > 0, id);
    for (const { id, variants } of kinds)
      assert.ok(variants.length === 0 || variants.filter((variant) => variant.default).length === 1, id);
  });
});
