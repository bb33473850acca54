import assert from 'node:assert/strict';
import { type Analysis, Analyzer } from '../../../server/src/core/analysis/analyse';
import { parseDraft } from '../../../server/src/core/draft/draft';
import { analyse, checkAnalysis } from '../../support/check';
import { fixtureModel } from '../../support/fixtureModel';
import { RUBRICS } from '../../support/fixtureRubrics';
import { crlf, lines, slice } from '../../support/marked';
import { readModel, readRubrics } from '../../support/rubrics';
import { seeded } from '../../corpus/random';

const TEXT = lines(
  '---',
  'question: 路灯坏了，居民吵闹，你怎么办？',
  '---',
  '',
  '## 态度',
  '',
  '我先**道歉**，再说一声对不起。',
  '',
  '## 核实',
  '',
  '- 我去查看灯杆。',
  '- 我问清时间。',
  '',
  '更换灯泡。急什么。',
  '',
);

/** What is judged, without the objects it was judged from. */
const judged = ({ choice, sections, lines: labelled, length, draft }: Analysis): unknown => ({
  framework: choice?.framework.id,
  sections: sections.map(({ section, status, points }) => [
    section.id,
    status,
    points.map(({ id, evidence }) => [id, ...evidence.map((range) => slice(draft.text, range))]),
  ]),
  lines: labelled.map(({ line, sections: own }) => [slice(draft.text, line), own]),
  length,
});

suite('analysis/analyse', () => {
  test('puts it all together', () => {
    const { choice, sections, lines: labelled, length, draft } = analyse(TEXT);
    assert.equal(choice?.framework.id, 'lamp');
    assert.deepEqual(
      sections.map(({ section, status }) => `${section.id} ${status}`),
      ['attitude full', 'verify full', 'handle full', 'soothe absent', 'lasting absent'],
    );
    assert.deepEqual(
      labelled.map(({ line }) => slice(draft.text, line)),
      ['我先**道歉**，再说一声对不起。', '我去查看灯杆。', '我问清时间。', '更换灯泡。', '急什么。'],
    );
    assert.deepEqual(length, { hanzi: 11 + 6 + 5 + 4 + 3, spokenSeconds: 9 });
  });

  test('the kind of question is there where the rubrics tell kinds apart', () => {
    assert.equal(analyse(TEXT).kinds, undefined);
    const rubrics = { ...RUBRICS, kinds: readRubrics().kinds ?? [] };
    const kindsOf = (text: string): string[] | undefined =>
      analyse(text, { rubrics }).kinds?.kinds.map(({ kind }) => kind.id);
    assert.deepEqual(kindsOf('---\nquestion: 你组织一次社区义诊，怎么筹备？\n---\n\n我先摸底。'), [
      'planning',
    ]);
    assert.deepEqual(kindsOf('---\nkind: emergency\n---\n\n我先摸底。'), ['emergency']);
    assert.equal(kindsOf('我先摸底。'), undefined);
  });

  test('Windows line ends and a byte order mark change nothing that is judged', () => {
    assert.deepEqual(judged(analyse(crlf(TEXT))), judged(analyse(TEXT)));
    assert.deepEqual(judged(analyse(`\uFEFF${TEXT}`)), judged(analyse(TEXT)));
  });

  test('the speaking rate sets the time', () => {
    assert.equal(analyse('好'.repeat(300), { speakingRate: 150 }).length.spokenSeconds, 120);
    assert.equal(analyse('好'.repeat(300)).length.spokenSeconds, 90);
  });

  test('the question, headings and quotes take no time', () => {
    assert.equal(analyse('> 题目：路灯坏了？\n\n## 态度\n\n好。\n\n> 引文。').length.hanzi, 1);
  });

  test('the same draft is judged alike, again and by another', () => {
    const analyzer = new Analyzer(RUBRICS, fixtureModel());
    const draft = parseDraft(TEXT);
    assert.deepEqual(judged(analyzer.analyse(draft)), judged(analyzer.analyse(draft)));
    assert.deepEqual(
      judged(analyzer.analyse(draft)),
      judged(new Analyzer(RUBRICS, fixtureModel()).analyse(draft)),
    );
  });

  test('another framework does not disturb what is kept of the blocks', () => {
    const analyzer = new Analyzer(RUBRICS, fixtureModel());
    const draft = parseDraft(TEXT);
    const first = judged(analyzer.analyse(draft, { framework: 'lamp' }));
    assert.notDeepEqual(judged(analyzer.analyse(draft, { framework: 'queue' })), first);
    assert.deepEqual(judged(analyzer.analyse(draft, { framework: 'lamp' })), first);
  });

  test('without rubrics there are lines and a length, and no sections', () => {
    const {
      choice,
      sections,
      lines: labelled,
      answer,
      length,
    } = analyse(TEXT, { rubrics: { frameworks: [], wording: [] } });
    assert.deepEqual([choice, sections, labelled], [undefined, [], []]);
    assert.equal(answer.lines.length, 5);
    assert.ok(length.hanzi > 0);
  });

  for (const [name, rubrics, model] of [
    ['the fixture', RUBRICS, fixtureModel()],
    ['what ships', readRubrics(), readModel()],
  ] as const) {
    test(`after edits everything is judged as if read anew: ${name}`, () => {
      const analyzer = new Analyzer(rubrics, model);
      const pieces = [
        '道歉',
        '。',
        '\n\n',
        '## 处理\n',
        '急什么',
        '每月巡灯',
        '“',
        '首先，',
        '- ',
        '<!-- zhangfa-disable -->',
        '𠮷',
        '【',
      ];
      const random = seeded(17);
      let draft = parseDraft(TEXT);
      for (let round = 0; round < 120; round++) {
        const from = Math.floor(random() * (draft.text.length + 1));
        const to = Math.min(draft.text.length, from + Math.floor(random() * 4));
        const piece = pieces[Math.floor(random() * pieces.length)] ?? '';
        const text = draft.text.slice(0, from) + piece + draft.text.slice(to);
        draft = parseDraft(text, draft, [{ from, to, inserted: piece.length }]);
        const updated = analyzer.analyse(draft);
        const anew = new Analyzer(rubrics, model).analyse(parseDraft(text));
        assert.deepEqual(judged(updated), judged(anew), JSON.stringify({ round, text }));
        assert.deepEqual(checkAnalysis(updated), checkAnalysis(anew));
      }
    });
  }
});

suite('analysis/analyse: as shipped', () => {
  const options = { rubrics: readRubrics(), model: readModel(), framework: 'public-doubt' };
  const DRAFT = lines(
    '---',
    'question: 小区张贴了旧水管改造公告，有居民在群里质疑费用不清、走过场。你是社区工作人员，怎么办？',
    'framework: public-doubt',
    '---',
    '',
    '大家盯着钱怎么花，说明把改造当成自家的事。我当晚就在群里回一句：谢谢各位提出来，公告没写明费用是我们疏忽，三天内给大家一个说法，欢迎继续问。',
    '',
    '第二天一早，我约上质疑的几位居民和楼长，到物业把合同、报价单和施工记录逐页翻开，再挨户问八家住户水压怎样、签没签过字，记成一张表。',
    '',
    '如果核对下来确实多收了，我请物业当面道歉，把多收的钱五天内退到各户；如果是误会，我拿着单据一笔一笔讲清楚；要是前几年留下的账，就列明来龙去脉，报街道一起定办法。',
    '',
    '处理结果我贴到楼道公告栏，也发到群里，留下电话；给每位提问的居民打个电话，问还有没有不明白的。',
    '',
    '往后凡是收费的工程，开工前先开居民会、公示七天，完工后回访，每季度翻一次台账。群众的疑问早答一天，心里的疙瘩就早解一天。',
    '',
  );

  test('a concrete answer is taken for one', () => {
    const analysis = analyse(DRAFT, options);
    const found = analysis.sections.filter(({ status }) => status !== 'absent').length;
    assert.ok(
      found >= analysis.sections.length - 1,
      analysis.sections.map(({ section, status }) => `${section.id} ${status}`).join(),
    );
    assert.ok(analysis.sections.filter(({ status }) => status === 'full').length >= 2);
  });

  test('so it is with half-width punctuation, in traditional script and with Windows line ends', () => {
    const half = DRAFT.replaceAll('，', ',')
      .replaceAll('：', ':')
      .replaceAll('；', ';')
      .replaceAll('？', '?');
    const statuses = (text: string): string[] => analyse(text, options).sections.map(({ status }) => status);
    assert.deepEqual(statuses(half.replace('question:小', 'question: 小')), statuses(DRAFT));
    assert.deepEqual(statuses(crlf(DRAFT)), statuses(DRAFT));
  });

  test('mere slogans are not', () => {
    const text =
      '---\nframework: public-doubt\n---\n\n我们要高度重视，提高站位，凝聚共识，久久为功，努力让群众满意。\n';
    assert.equal(
      analyse(text, options).sections.some(({ status }) => status === 'full'),
      false,
    );
  });

  test('a text about something else realises hardly any section', () => {
    const text =
      '---\nframework: public-doubt\n---\n\n秋天的山上叶子都红了。我们沿着小路往上走，一路看见松鼠和野菊花，傍晚在湖边煮面。\n';
    assert.ok(analyse(text, options).sections.filter(({ status }) => status === 'full').length === 0);
  });
});
