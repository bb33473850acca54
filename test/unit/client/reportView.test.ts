import assert from 'node:assert/strict';
import { reportModel, type ReportModel } from '../../../server/src/core/features/reportModel';
import type { WorkspaceModel } from '../../../server/src/core/features/reportWorkspace';
import type { Locale } from '../../../server/src/core/messages/messages';
import { Controls, data, readAction } from '../../../client/src/report/controls';
import { reportMessages } from '../../../server/src/core/messages/report';
import type { HistoryEntry } from '../../../client/src/report/history';
import { escape, newNonce, page } from '../../../client/src/report/html';
import { SCRIPT } from '../../../client/src/report/script';
import { STYLE } from '../../../client/src/report/style';
import { reportBody } from '../../../client/src/report/view';
import { workspaceBody } from '../../../client/src/report/workspaceView';
import { analyse, checkAnalysis } from '../../support/check';
import { lines } from '../../support/marked';

const TEXT = lines('题目：路灯坏了，怎么办？', '', '我道歉。我查看灯杆。', '', '您急什么。', '');

function report(locale: Locale = 'zh'): ReportModel {
  const analysis = analyse(TEXT);
  const findings = checkAnalysis(analysis, { locale });
  return reportModel(analysis, findings, { name: '稿.md', locale, minutes: 2, speakingRate: 200 });
}

const entry = (at: number, coverage: number): HistoryEntry => ({
  at,
  coverage,
  full: 1,
  expected: 4,
  findings: 3,
  seconds: 60,
});
const HISTORY = [entry(1, 0.25), entry(2, 0.5)];
const moment = (at: number): string => `moment ${at}`;

const bodyOf = (model: ReportModel, live = true): string =>
  reportBody(model, { live, history: HISTORY, moment });

/** Replaces every text of a model by one that would break out of HTML wherever it stood unescaped. */
function hostile<T>(value: T): T {
  const kept = new Set(['locale', 'status', 'need', 'code', 'severity', 'from', 'uri']);
  const spoil = (part: unknown, key: string): unknown => {
    if (typeof part === 'string') return kept.has(key) ? part : `${HOSTILE}${part}`;
    if (Array.isArray(part)) return part.map((item) => spoil(item, key));
    if (typeof part === 'object' && part !== null)
      return Object.fromEntries(Object.entries(part).map(([name, own]) => [name, spoil(own, name)]));
    return part;
  };
  return spoil(value, '') as T;
}

const HOSTILE = `"'><img src=x onerror=alert(1)></title></style></script><script>alert(1)</script>&#39;`;

/** The tags of some HTML with their attributes, after checking that quotes and tags are balanced. */
function tags(html: string): { readonly name: string; readonly attributes: ReadonlyMap<string, string> }[] {
  const found: { name: string; attributes: Map<string, string> }[] = [];
  const open: string[] = [];
  for (const [, close, name = '', rest = '', self] of html.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w-]+(?:="[^"<>]*")?)*)\s*(\/?)>/g,
  )) {
    if (close) assert.equal(open.pop(), name);
    else if (!self && !['meta', 'br'].includes(name)) open.push(name);
    if (close) continue;
    const attributes = new Map(
      [...rest.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value]),
    );
    found.push({ name, attributes });
  }
  assert.deepEqual(open, []);
  // Every `<` begins a tag that was understood.
  const all = [...html.matchAll(/<[a-zA-Z]/g)].length;
  assert.equal(found.length, all);
  return found;
}

const ALLOWED = new Set(
  'header main section div h1 h2 h3 p ul ol li span b br button table thead tbody tr th td details summary svg g defs pattern rect line circle text title'.split(
    ' ',
  ),
);

function assertHarmless(html: string): void {
  for (const { name, attributes } of tags(html)) {
    assert.ok(ALLOWED.has(name), name);
    for (const key of attributes.keys()) {
      assert.ok(!key.startsWith('on') && !['style', 'href', 'src'].includes(key), `${name} ${key}`);
    }
  }
}

suite('Report page: escaping', () => {
  for (const live of [true, false])
    test(`no text of a draft, a rubric or a file acts as HTML${live ? '' : ', exported'}`, () => {
      const model = hostile(report());
      const sources = [
        {
          name: HOSTILE,
          hanzi: 12,
          runs: [
            {
              hanzi: 12,
              line: 3,
              place: { from: 0, to: 3, line: 1 },
              span: { document: HOSTILE, start: { line: 2, character: 0 }, end: { line: 2, character: 3 } },
            },
          ],
        },
      ];
      const methods = {
        used: [{ title: HOSTILE, places: [{ title: HOSTILE, place: { from: 0, to: 1, line: 1 } }] }],
        advised: [{ title: HOSTILE, because: [HOSTILE] }],
        selfChecks: [HOSTILE],
      };
      const elements = [{ id: HOSTILE, title: HOSTILE, weight: 20, share: 0.5, sections: [HOSTILE] }];
      const html = reportBody(
        { ...model, sources, methods, elements, kind: HOSTILE },
        { live, history: HISTORY, moment: () => HOSTILE },
      );
      assert.ok(html.includes(escape(HOSTILE)));
      assertHarmless(html);
    });

  test('nor in the report of a folder', () => {
    const html = workspaceBody(hostile(folder()), true);
    assert.ok(html.includes(escape(HOSTILE)));
    assertHarmless(html);
  });

  test('a page runs and applies only what carries its nonce, and fetches nothing', () => {
    const html = page({
      title: HOSTILE,
      language: 'zh-cn',
      body: '<main></main>',
      style: STYLE,
      script: SCRIPT,
      nonce: 'abc',
    });
    const [policy] = /content="(default-src[^"]*)"/.exec(html)?.slice(1) ?? [];
    assert.equal(
      policy,
      "default-src 'none'; style-src 'nonce-abc'; script-src 'nonce-abc'; base-uri 'none'; form-action 'none'",
    );
    assert.ok(html.includes(`<title>${escape(HOSTILE)}</title>`));
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.equal(html.match(/ nonce="abc"/g)?.length, 2);
    assert.doesNotMatch(`${STYLE}${SCRIPT}`, /url\((?!#)|@import|https?:|innerHTML|eval/);
  });

  test('an exported page runs nothing', () => {
    const html = page({ title: 'a', language: 'en', body: '', style: STYLE, nonce: 'abc' });
    assert.doesNotMatch(html, /<script|script-src/);
  });

  test('nonces are of letters and digits, and differ', () => {
    const [a, b] = [newNonce(), newNonce()];
    assert.match(a, /^[0-9a-f]{32}$/);
    assert.notEqual(a, b);
  });
});

suite('Report page: structure', () => {
  const html = bodyOf(report());

  test('one first heading, none skipped, every section named by its heading', () => {
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    assert.equal(levels.filter((level) => level === 1).length, 1);
    levels.reduce((before, level) => {
      assert.ok(level <= before + 1, `h${level} after h${before}`);
      return level;
    }, 0);
    const ids = tags(html).flatMap(({ attributes }) => attributes.get('id') ?? []);
    assert.equal(new Set(ids).size, ids.length);
    for (const { name, attributes } of tags(html))
      if (name === 'section') assert.ok(ids.includes(attributes.get('aria-labelledby') ?? ''));
  });

  test('says what there is to say, in the order of its weight', () => {
    const headings = [...html.matchAll(/<h2 id="(\w+)-title">([^<]*)</g)].map(([, id]) => id);
    assert.deepEqual(headings, ['first', 'strip', 'sections', 'time', 'faults', 'history']);
    assert.ok(html.includes('4 个环节中 1 个完整；缺：处理、长效；薄弱：核实'));
  });

  test('the ring shows as full only what is full', () => {
    const arcs = tags(html)
      .filter(({ name, attributes }) => name === 'circle' && attributes.get('class')?.startsWith('fill'))
      .map(({ attributes }) => [attributes.get('class'), attributes.get('transform')]);
    // One of four is full, and the next is weak.
    assert.deepEqual(arcs, [
      ['fill', 'rotate(-90 32 32)'],
      ['fill thin', 'rotate(0 32 32)'],
    ]);
    assert.ok(html.includes('>1/4</text>'));
  });

  test('a section that is full with few of its points says why', () => {
    const analysis = analyse('题目：路灯坏了，怎么办？\n\n我更换灯泡。');
    const options = { name: '稿.md', locale: 'zh', minutes: 2, speakingRate: 200 } as const;
    const page = bodyOf(reportModel(analysis, [], options));
    assert.ok(page.includes('<p class="muted">要点不必写全：这 1 句 5 字写明了做法，算完整。</p>'));
  });

  test('the strip is said in words', () => {
    const strip = tags(html).find(({ attributes }) => attributes.get('class') === 'strip');
    assert.equal(strip?.attributes.get('role'), 'img');
    assert.match(
      strip.attributes.get('aria-label') ?? '',
      /^态度 0%–25%; 核实 25%–67%; 未归入环节 67%–100%; 找到要点 2 处$/,
    );
  });

  test('the state of a section is in words, beside its mark', () => {
    const rows = html.slice(html.indexOf('<tbody')).split('<tr').slice(1, 5);
    for (const [index, words] of ['✓ 完整', '◐ 薄弱', '✗ 缺失', '✗ 缺失'].entries()) {
      const text = (rows[index] ?? '').replace(/<[^>]*>/g, '');
      assert.ok(text.includes(words), text);
    }
  });

  test('what is found can be jumped to, what is missing inserted; buttons have names', () => {
    const buttons = tags(html).filter(({ name }) => name === 'button');
    const acts = buttons.map(({ attributes }) => attributes.get('data-act'));
    assert.ok(buttons.every(({ attributes }) => attributes.get('type') === 'button'));
    assert.deepEqual(
      buttons
        .filter(({ attributes }) => attributes.get('data-act') === 'insert')
        .map(({ attributes }) => [attributes.get('data-section'), attributes.get('aria-label')]),
      [
        ['handle', '插入提纲：处理'],
        ['handle', '插入提纲：处理'],
        ['lasting', '插入提纲：长效'],
        ['lasting', '插入提纲：长效'],
      ],
    );
    for (const act of ['recheck', 'export', 'jump']) assert.ok(acts.includes(act), act);
    const from = String(TEXT.indexOf('查看灯杆'));
    assert.ok(buttons.some(({ attributes }) => attributes.get('data-from') === from));
  });

  test('on paper there is nothing to click', () => {
    const paper = bodyOf(report(), false);
    assert.doesNotMatch(paper, /<button|data-act|id="stale"/);
    assert.ok(paper.includes('第 5 行'));
  });

  test('nothing to change', () => {
    const analysis = analyse('我道歉。我查看灯杆，问清时间。我更换灯泡。每月巡灯。');
    const good = reportModel(analysis, [], { name: 'a', locale: 'zh', minutes: 0, speakingRate: 200 });
    const text = bodyOf(good);
    assert.ok(text.includes('没有要改的，可以提交。'));
    assert.ok(!text.includes('其余提示'));
  });

  test('with neither question nor answer, how to begin', () => {
    const empty = reportModel(analyse('\n'), [], { name: 'a', locale: 'zh', minutes: 0, speakingRate: 200 });
    const text = bodyOf(empty);
    assert.ok(text.includes('还没有题目，也没有作答内容') && text.includes('先写上题目'), text);
    assert.ok(!text.includes('可以提交') && !text.includes('0/0'), text);
  });

  test('in English without Chinese but what the draft and the rubric say', () => {
    const text = bodyOf(report('en')).replaceAll('稿.md', '').replaceAll('路灯', '').replaceAll('急什么', '');
    assert.deepEqual(text.match(/[\u4e00-\u9fff：（）；]+/g) ?? [], []);
  });

  test('history: a chart said in words, and the table behind it, the last check first', () => {
    assert.ok(html.includes('aria-label="2 次检查，覆盖从 25% 到 50%"'));
    assert.ok(html.indexOf('moment 2') < html.indexOf('moment 1'));
    const once = reportBody(report(), { live: true, history: HISTORY.slice(0, 1), moment });
    assert.ok(once.includes('改完再检查一次') && !once.includes('course-chart'));
    const never = reportBody(report(), { live: true, history: [], moment });
    assert.ok(!never.includes('历次检查'));
  });
});

function folder(): WorkspaceModel {
  return {
    locale: 'zh',
    files: 3,
    cancelled: false,
    rows: [
      {
        uri: 'file:///a.md',
        name: 'a.md',
        framework: '路灯报修',
        verdict: '缺：处理',
        full: 1,
        expected: 2,
        sections: [
          { title: '态度', status: 'full' },
          { title: '处理', status: 'absent' },
        ],
        findings: 3,
        seconds: 61,
      },
    ],
    unreadable: [{ name: 'b.md', reason: '是二进制文件，不是文本' }],
  };
}

suite('Report page: folder', () => {
  test('a row for each draft, which opens it; states in words', () => {
    const html = workspaceBody(folder(), true);
    assert.ok(html.includes('data-act="open" data-index="0"'));
    const text = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    assert.ok(text.includes('a.md 路灯报修 缺：处理 ✓ 态度 完整 ✗ 处理 缺失 3 1 分 1 秒'), text);
    assert.ok(text.includes('b.md：是二进制文件，不是文本'));
    assert.ok(!text.includes('检查已取消'));
  });

  test('more than one draft: columns are put in order by buttons, of values that say what the cells mean', () => {
    const one = folder();
    const [row] = one.rows;
    assert.ok(row);
    const other = { ...row, name: 'b.md', findings: 12, seconds: 9 };
    const html = workspaceBody({ ...one, rows: [row, other] }, true);
    const heads = tags(html).filter(({ name }) => name === 'th' || name === 'button');
    const sorted = heads.filter(({ attributes }) => attributes.has('aria-sort'));
    assert.deepEqual(
      sorted.map(({ attributes }) => attributes.get('aria-sort')),
      ['none', 'none', 'none', 'none'],
    );
    assert.deepEqual(
      [...html.matchAll(/data-value="([^"]*)"/g)].map(([, value]) => value),
      ['a.md', '0.5000', '3', '61', 'b.md', '0.5000', '12', '9'],
    );
    assert.ok(!workspaceBody(one, true).includes('aria-sort'), 'one row is in order');
  });

  test('cancelled, it says so', () => {
    assert.ok(workspaceBody({ ...folder(), cancelled: true }, true).includes('检查已取消'));
  });
});

suite('Report page: what it sends', () => {
  test('what a button carries is what is read', () => {
    for (const action of [
      { act: 'jump', from: 3, to: 5 },
      { act: 'insert', section: 'a' },
      { act: 'source', index: 1 },
      { act: 'open', index: 0 },
      { act: 'recheck' },
      { act: 'export', format: 'html' },
    ] as const) {
      const sent = Object.fromEntries(
        [...data(action).matchAll(/data-(\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
      );
      assert.deepEqual(readAction(sent), action);
    }
  });

  test('anything else is nothing', () => {
    for (const message of [
      undefined,
      null,
      'recheck',
      {},
      { act: 'run' },
      { act: 'jump', from: '1' },
      { act: 'jump', from: '-1', to: '2' },
      { act: 'jump', from: 1, to: 2 },
      { act: 'insert' },
      { act: 'open', index: '1e3' },
      { act: 'export', format: 'exe' },
    ])
      assert.equal(readAction(message), undefined, JSON.stringify(message));
  });

  test('a name with quotes stays in its attribute', () => {
    const controls = new Controls(reportMessages('en'), true);
    assertHarmless(controls.link({ act: 'insert', section: HOSTILE }, HOSTILE, HOSTILE));
  });
});
