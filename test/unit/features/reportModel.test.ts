import assert from 'node:assert/strict';
import type { Element, Rubrics } from '../../../server/src/core/framework/types';
import { reportMessages } from '../../../server/src/core/messages/report';
import { LAMP, RUBRICS } from '../../support/fixtureRubrics';
import { crlf, lines } from '../../support/marked';
import { at, model, TEXT } from './reportModelSupport';

const element = (id: string, weight: number, sections: readonly string[]): Element => ({
  id,
  title: { zh: id, en: id },
  weight,
  sections,
});

const SCORED: Rubrics = {
  ...RUBRICS,
  frameworks: [
    {
      ...LAMP,
      elements: [
        element('care', 20, ['attitude', 'lasting']),
        element('skill', 15, ['verify', 'handle']),
        element('calm', 10, ['soothe']),
      ],
    },
  ],
};

suite('features/reportModel: how the draft stands', () => {
  test('in a line and in numbers', () => {
    const report = model(TEXT);
    assert.equal(report.verdict, '4 个环节中 1 个完整；缺：处理、长效；薄弱：核实');
    assert.deepEqual([report.full, report.expected, report.coverage], [1, 4, 1.5 / 4]);
    assert.equal(report.framework, '路灯报修（根据题目判断；题目中有：路灯）');
    assert.equal(report.name, '稿.md');
  });

  test('without a framework there is nothing to cover', () => {
    const report = model(TEXT, {}, { frameworks: [], wording: [] });
    assert.deepEqual([report.coverage, report.expected, report.sections, report.elements], [0, 0, [], []]);
    assert.deepEqual(report.strip.segments, []);
  });

  test('what to fix first, with its place or the section to insert', () => {
    const { first } = model(TEXT);
    assert.deepEqual(
      first.map(({ code, insert, place }) => [code, insert, at(TEXT, place), place.line]),
      [
        ['section.missing', 'handle', '题目：路灯坏了', 1],
        ['wording.taboo', undefined, '急什么', 5],
        ['section.weak', undefined, '👍我查看灯杆。', 3],
      ],
    );
  });

  test('every other finding once, by rule', () => {
    const report = model(TEXT);
    const shown = report.first.length + report.faults.reduce((sum, { items }) => sum + items.length, 0);
    assert.equal(shown, report.findings);
    for (const { code, title, items } of report.faults) {
      assert.equal(title, reportMessages('zh').rules[code]);
      for (const item of items) assert.ok(item.code === code && !report.first.includes(item));
    }
  });

  test('an empty draft: all sections to insert at once', () => {
    const report = model(lines('题目：路灯坏了，怎么办？', ''));
    assert.deepEqual(
      report.first.map(({ insert }) => insert),
      ['*'],
    );
    assert.deepEqual(report.strip, { segments: [], ticks: [] });
  });
});

suite('features/reportModel: sections', () => {
  test('status, points with the words found, 字 and seconds, and where it begins', () => {
    const { sections } = model(TEXT);
    assert.deepEqual(
      sections.map(({ id, status, hanzi, seconds, place }) => [
        id,
        status,
        hanzi,
        seconds,
        place && at(TEXT, place),
      ]),
      [
        ['attitude', 'full', 3, 1, '我道歉。'],
        ['verify', 'weak', 5, 2, '👍我查看灯杆。'],
        ['handle', 'absent', 0, 0, undefined],
        ['lasting', 'absent', 0, 0, undefined],
      ],
    );
    assert.deepEqual(
      sections[1]?.points.map(({ title, covered, place }) => [title, covered, place && at(TEXT, place)]),
      [
        ['看现场', true, '查看灯杆'],
        ['问清楚', false, undefined],
      ],
    );
  });

  test('at half the speed a section takes twice as long', () => {
    const [slow] = model('我道歉。', { speakingRate: 60 }).sections;
    assert.equal(slow?.seconds, 3);
  });

  test('lines count whatever ends them', () => {
    assert.equal(model(crlf(TEXT)).sections[1]?.place?.line, 3);
  });
});

suite('features/reportModel: what is scored', () => {
  test('the mean of the sections it is seen in; what the question does not ask for is left out', () => {
    assert.deepEqual(
      model(TEXT, {}, SCORED).elements.map(({ id, weight, share, sections }) => [
        id,
        weight,
        share,
        sections,
      ]),
      [
        ['care', 20, 0.5, ['态度', '长效']],
        ['skill', 15, 0.25, ['核实', '处理']],
      ],
    );
    const asked = model(TEXT.replace('坏了', '坏了，居民吵闹'), {}, SCORED).elements;
    assert.deepEqual(
      asked.map(({ id }) => id),
      ['care', 'skill', 'calm'],
    );
  });

  test('the writer’s weights go before; 0 leaves one out', () => {
    assert.deepEqual(
      model(TEXT, { weights: { care: 0, skill: 30 } }, SCORED).elements.map(({ id, weight }) => [id, weight]),
      [['skill', 30]],
    );
  });

  test('a framework that says nothing of it has no bars', () => assert.deepEqual(model(TEXT).elements, []));
});

suite('features/reportModel: time', () => {
  for (const [name, text, minutes, limit] of [
    ['of the front matter', '---\nminutes: 2\n---\n我道歉。', 5, { from: 'draft', seconds: 120 }],
    ['of the settings', '我道歉。', 5, { from: 'setting', seconds: 300 }],
    ['none', '我道歉。', 0, undefined],
  ] as const)
    test(`limit: ${name}`, () => {
      const { time } = model(text, { minutes });
      assert.deepEqual(time.limit, limit);
      assert.deepEqual([time.hanzi, time.seconds], [3, 1]);
    });
});

suite('features/reportModel: texts', () => {
  test('English ones hold no Chinese and Chinese ones are all there', () => {
    const texts = (table: object): string[] =>
      Object.values(table).flatMap((value: unknown) =>
        typeof value === 'object' && value !== null
          ? texts(value)
          : [typeof value === 'function' ? (value as (...gaps: number[]) => string)(1, 2, 3) : String(value)],
      );
    for (const text of texts(reportMessages('en')))
      assert.equal(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(text), false, text);
    for (const text of texts(reportMessages('zh'))) {
      assert.ok(text.trim() !== '' && !/undefined|NaN/.test(text), text);
    }
  });

  test('an English report has English titles', () => {
    const { sections, faults, first } = model(TEXT, { locale: 'en' });
    assert.equal(sections[0]?.title, 'attitude');
    assert.match(first[0]?.message ?? '', /handle/);
    assert.ok(faults.every(({ title }) => /^[A-Z]/.test(title)));
  });

  test('is plain data', () => {
    const report = model(TEXT);
    assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
  });
});
