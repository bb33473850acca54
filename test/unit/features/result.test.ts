import assert from 'node:assert/strict';
import { type FileResult, toFileResult } from '../../../server/src/core/features/result';
import { ruleUrl, toSarif } from '../../../server/src/core/features/sarif';
import { RULE_CODES } from '../../../server/src/core/rules/types';
import { analyse, checkAnalysis, type TestOptions } from '../../support/check';
import { crlf, lines } from '../../support/marked';

const TEXT = lines('---', 'question: 路灯坏了', '---', '', '我道歉。𠮷我查看灯杆。', '', '您急什么。', '');

function resultOf(text: string, options: TestOptions = {}, path = 'a/草稿.md'): FileResult {
  const analysis = analyse(text, options);
  return toFileResult(path, analysis, checkAnalysis(analysis, options), options.locale ?? 'zh');
}

const range = (line: number, from: number, to: number): unknown => ({
  start: { line, character: from },
  end: { line, character: to },
});

suite('features/result', () => {
  test('has the fields that are promised, and no other', () => {
    const result = resultOf(TEXT);
    assert.deepEqual(Object.keys(result), [
      'path',
      'framework',
      'questionKind',
      'questionKinds',
      'sections',
      'sentences',
      'findings',
      'methods',
      'length',
    ]);
    assert.deepEqual(Object.keys(result.framework ?? {}), ['id', 'chosenBy', 'confidence']);
    for (const section of result.sections)
      assert.deepEqual(Object.keys(section), ['id', 'title', 'status', 'points', 'ranges']);
    for (const sentence of result.sentences) assert.deepEqual(Object.keys(sentence), ['range', 'sections']);
    for (const found of result.findings)
      assert.deepEqual(Object.keys(found), ['code', 'severity', 'range', 'message']);
    assert.deepEqual(Object.keys(result.length), ['hanzi', 'spokenSeconds']);
  });

  test('says what was found, and where', () => {
    const result = resultOf(TEXT);
    assert.equal(result.path, 'a/草稿.md');
    assert.deepEqual(
      [result.framework?.id, result.framework?.chosenBy, result.questionKind],
      ['lamp', 'question', 'interpersonal'],
    );
    assert.deepEqual(result.sections[0], {
      id: 'attitude',
      title: '态度',
      status: 'full',
      points: [
        { id: 'apologise', title: '道歉', covered: true, required: true },
        { id: 'thank', title: '感谢', covered: false, required: false },
      ],
      ranges: [range(4, 0, 4)],
    });
    assert.deepEqual(result.sentences, [
      { range: range(4, 0, 4), sections: ['attitude'] },
      { range: range(4, 4, 12), sections: ['verify'] },
      { range: range(6, 0, 5), sections: [] },
    ]);
    const taboo = result.findings.find(({ code }) => code === 'wording.taboo');
    assert.deepEqual(taboo, {
      code: 'wording.taboo',
      severity: 'information',
      range: range(6, 1, 4),
      message: '“急什么”：hurry：换个说法。',
    });
    assert.deepEqual(result.length, { hanzi: 3 + 6 + 4, spokenSeconds: 4 });
  });

  test('with Windows line ends the places are the same', () =>
    assert.deepEqual(resultOf(crlf(TEXT)), resultOf(TEXT)));
  test('in English', () => assert.equal(resultOf(TEXT, { locale: 'en' }).sections[0]?.title, 'attitude'));

  test('the kind is what the writer says, else the framework’s first, else none', () => {
    assert.equal(resultOf('---\nkind: 应急应变\nframework: lamp\n---\n').questionKind, '应急应变');
    assert.equal(resultOf('---\nframework: queue\n---\n').questionKind, 'planning');
    const none = resultOf('好。', { rubrics: { frameworks: [], wording: [] } });
    assert.deepEqual(
      [none.framework, none.questionKind, none.sections, none.sentences],
      [null, null, [], []],
    );
  });

  test('the confidence has three digits', () => {
    const { confidence } = resultOf('题目：路灯报修？\n\n好。').framework ?? { confidence: -1 };
    assert.ok(confidence > 0 && confidence < 1);
    assert.equal(confidence, Number(confidence.toFixed(3)));
  });

  test('survives JSON', () => {
    const result = resultOf(TEXT);
    assert.deepEqual(JSON.parse(JSON.stringify(result)), result);
  });
});

interface Sarif {
  readonly version: string;
  readonly $schema: string;
  readonly runs: readonly {
    readonly columnKind: string;
    readonly tool: {
      readonly driver: {
        readonly name: string;
        readonly version: string;
        readonly rules: readonly { readonly id: string; readonly helpUri: string }[];
      };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: Record<string, number>;
        };
      }[];
    }[];
  }[];
}

suite('features/sarif', () => {
  const sarif = (...files: FileResult[]): Sarif =>
    JSON.parse(JSON.stringify(toSarif({ version: 1, files }, '1.2.3'))) as Sarif;
  const uriOf = (path: string): string | undefined =>
    sarif(resultOf(TEXT, {}, path)).runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri;

  test('is a SARIF 2.1.0 log with every rule', () => {
    const { version, $schema, runs } = sarif();
    assert.deepEqual([version, runs.length, runs[0]?.columnKind], ['2.1.0', 1, 'utf16CodeUnits']);
    assert.match($schema, /sarif-2\.1\.0/);
    assert.deepEqual([runs[0]?.tool.driver.name, runs[0]?.tool.driver.version], ['zhangfa', '1.2.3']);
    assert.deepEqual(
      runs[0]?.tool.driver.rules.map(({ id }) => id),
      [...RULE_CODES],
    );
    assert.deepEqual(
      runs[0].tool.driver.rules.map(({ helpUri }) => helpUri),
      RULE_CODES.map(ruleUrl),
    );
    assert.deepEqual(runs[0].results, []);
  });

  test('places count from one', () => {
    const taboo = sarif(resultOf(TEXT)).runs[0]?.results.find(({ ruleId }) => ruleId === 'wording.taboo');
    assert.deepEqual(taboo?.locations[0]?.physicalLocation.region, {
      startLine: 7,
      startColumn: 2,
      endLine: 7,
      endColumn: 5,
    });
    assert.equal(taboo.message.text, '“急什么”：hurry：换个说法。');
  });

  test('every finding of every file', () => {
    const one = resultOf(TEXT);
    assert.equal(sarif(one, { ...one, path: 'b.md' }).runs[0]?.results.length, one.findings.length * 2);
  });

  test('severities are levels', () => {
    const levels = (severity: 'error' | 'warning' | 'information' | 'hint'): string | undefined =>
      sarif(resultOf('您急什么。', { severity: { 'wording.taboo': severity } })).runs[0]?.results.find(
        ({ ruleId }) => ruleId === 'wording.taboo',
      )?.level;
    assert.deepEqual(
      [levels('error'), levels('warning'), levels('information'), levels('hint')],
      ['error', 'warning', 'note', 'note'],
    );
  });

  test('paths are URIs', () => {
    assert.equal(uriOf('a\\草 稿.md'), 'a/%E8%8D%89%20%E7%A8%BF.md');
    assert.equal(uriOf('100%.md'), '100%25.md');
  });

  test('a path with # or ? names the file, not a part of it', () => {
    const decoded = (path: string): string =>
      decodeURIComponent(new URL(uriOf(path) ?? '', 'file:///base/').pathname);
    assert.equal(decoded('稿#2.md'), '/base/稿#2.md');
    assert.equal(decoded('怎么办?.md'), '/base/怎么办?.md');
  });
});
