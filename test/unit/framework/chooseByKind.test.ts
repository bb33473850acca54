import assert from 'node:assert/strict';
import { hover } from '../../../server/src/core/features/hover';
import { reportMarkdown } from '../../../server/src/core/features/report';
import { toFileResult } from '../../../server/src/core/features/result';
import { sectionCard } from '../../../server/src/core/features/sectionCard';
import type { Analysis } from '../../../server/src/core/analysis/analyse';
import { analyse, type TestOptions } from '../../support/check';
import { framework, point, section } from '../../support/fixtureRubrics';
import { readModel, readRubrics } from '../../support/rubrics';

const shipped = { rubrics: readRubrics(), model: readModel() };

/** A draft that has nothing but its question, and what else stands in the front matter. */
function ask(question: string, more = '', options: TestOptions = shipped): Analysis {
  return analyse(`---\nquestion: ${question}\n${more}---\n`, options);
}

const frameworkOf = (question: string, more = ''): string | undefined =>
  ask(question, more).choice?.framework.id;

suite('framework/choose: by the kind of question', () => {
  for (const [question, id] of [
    ['大厅突然停电，几十名群众围住窗口，你怎么办？', 'emergency'],
    ['搭档处处不配合，你怎么和他沟通？', 'interpersonal'],
    ['单位让你组织一次党员义诊活动，你怎么安排？', 'planning-activity'],
    ['领导派你对共享单车停放做一次调研，你怎么开展？', 'planning-research'],
    ['请你策划一场节水宣传，你打算怎么宣传？', 'planning-publicity'],
    ['近年来一些地方的广场越修越大，你怎么看这种现象？', 'analysis-phenomenon'],
    ['“千里之行，始于足下”，谈谈你对这句话的理解。', 'analysis-view'],
    ['漫画：两个人隔着一堵墙喊话，谁也不肯拆砖。谈谈寓意。', 'analysis-cartoon'],
    ['表弟想辞职去炒股，请你现场劝说他。', 'simulation-persuasion'],
  ] as const)
    test(`${id}: ${question}`, () => assert.equal(frameworkOf(question), id));

  test('a framework for particular questions goes before it', () => {
    assert.equal(frameworkOf('群众在网上发帖质疑低保名单不公平，引发热议，你怎么处理？'), 'public-doubt');
    assert.equal(frameworkOf('同事临时外出，老人久等后吵闹，嚷着要投诉，你怎么办？'), 'absent-colleague');
  });

  test('what does not fit the kind comes after what does', () => {
    const { choice } = ask('有居民在群里质疑换路灯花了十八万元，跟帖的人越来越多，你怎么办？');
    assert.equal(choice?.framework.id, 'public-doubt');
    const others = choice.alternatives.map(({ framework: { id } }) => id);
    for (const id of ['analysis-cartoon', 'analysis-view', 'four-true'])
      assert.ok(others.indexOf('emergency') < others.indexOf(id), others.slice(0, 6).join());
  });

  test('the kind that the writer names decides', () => {
    const question = '小区电动车飞线充电严重。';
    assert.equal(frameworkOf(question, 'kind: 计划组织\n'), 'planning-activity');
    assert.equal(frameworkOf(question, 'kind: 宣传\n'), 'planning-publicity');
    assert.equal(frameworkOf(question, '题型: 情景模拟\n'), 'simulation-persuasion');
  });

  test('where two kinds are asked for, the frameworks of both come first', () => {
    const { choice, kinds } = ask('节假日古镇人满为患、价格虚高，你怎么看，该如何治理？');
    assert.deepEqual(kinds?.kinds.map(({ kind }) => kind.id).sort(), ['analysis', 'planning']);
    const first = [choice?.framework.id, ...(choice?.alternatives ?? []).map(({ framework: { id } }) => id)];
    const rank = (id: string): number => first.indexOf(id);
    assert.ok(rank('analysis-phenomenon') < 4 && rank('planning-activity') < 4, first.slice(0, 5).join());
  });

  test('it says for which kind, and by which words', () => {
    const { choice } = ask('大厅突然停电，几十名群众围住窗口，你怎么办？');
    assert.equal(choice?.kind, 'emergency');
    assert.deepEqual([...choice.because].sort(), ['停电', '围住', '突然']);
    assert.equal(ask('群众在网上发帖质疑低保名单不公平，怎么办？').choice?.kind, undefined);
  });

  test('without question kinds no framework is taken for a kind', () => {
    const { choice, kinds } = ask('大厅突然停电，你怎么办？', '', {
      ...shipped,
      rubrics: { ...shipped.rubrics, kinds: [] },
    });
    assert.equal(kinds, undefined);
    assert.notEqual(choice?.framework.general, true);
  });

  test('a writer’s framework goes before it where its cues call for it', () => {
    const own = framework('own', '自家框架', [section('a', '甲段', [])], { cues: ['停电'] });
    const rubrics = { ...shipped.rubrics, frameworks: [...shipped.rubrics.frameworks, own] };
    const { choice } = ask('大厅突然停电，你怎么办？', '', { ...shipped, rubrics });
    assert.equal(choice?.framework.id, 'own');
  });
});

suite('framework/choose: the kind of question as it is told', () => {
  const analysis = ask('大厅突然停电，几十名群众围住窗口，你怎么办？');
  const at = analysis.draft.text.indexOf('大厅');

  test('in the hover of the question', () => {
    assert.match(
      hover(analysis, [], at, 'zh')?.markdown ?? '',
      /^题型：应急应变（题目中有：.*围住.*）\n\n\*\*应急处置\*\* — 根据题目判断/,
    );
    assert.match(
      hover(analysis, [], at, 'en')?.markdown ?? '',
      /^Question kind: Emergency \(.*围住.*\)\n\n\*\*Handling an emergency\*\*/,
    );
  });

  test('with the sort, with a second kind, and named by the writer', () => {
    const said = (question: string, more = ''): string | undefined =>
      hover(ask(question, more), [], 16, 'zh')?.markdown.split('\n')[0];
    assert.match(said('领导派你对共享单车停放做一次调研，你怎么开展？') ?? '', /^题型：计划组织·调研（/);
    assert.match(said('节假日古镇价格虚高，你怎么看，该如何治理？') ?? '', /^题型：.+，也像.+$/);
    assert.equal(said('小区电动车飞线充电严重。', 'kind: 漫画\n'), '题型：综合分析·漫画（文首信息指定）');
  });

  test('in the report', () =>
    assert.match(
      reportMarkdown(analysis, [], 'a.md', 'zh', () => '#'),
      /\n- 题型：应急应变（题目中有：.+）\n/,
    ));

  test('in the result for machines', () => {
    const result = toFileResult('a.md', analysis, [], 'zh');
    assert.equal(result.questionKind, 'emergency');
    const [kind] = result.questionKinds;
    assert.deepEqual(
      [kind?.id, kind?.title, kind?.variant, result.questionKinds.length],
      ['emergency', '应急应变', null, 1],
    );
    assert.ok(kind && kind.confidence > 0.5 && kind.because.includes('围住'));
    const named = toFileResult('a.md', ask('小区。', 'kind: 调研\n'), [], 'en');
    assert.deepEqual(
      [named.questionKind, named.questionKinds],
      [
        '调研',
        [
          {
            id: 'planning',
            title: 'Planning and organising',
            variant: 'planning-research',
            confidence: 1,
            because: [],
          },
        ],
      ],
    );
  });

  test('the page a section comes from can be opened', () => {
    const own = framework('own', '自家框架', [
      section('a', '甲段', [point('p', '点', ['动手'])], {
        source: { document: 'example.org', url: 'https://example.org/a' },
      }),
    ]);
    const [coverage] = analyse('---\nframework: own\n---\n', {
      rubrics: { frameworks: [own], wording: [] },
    }).sections;
    assert.ok(coverage);
    assert.match(sectionCard(coverage, 'zh'), /_依据：\[example\.org\]\(https:\/\/example\.org\/a\)_$/);
  });
});
