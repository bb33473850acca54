import assert from 'node:assert/strict';
import type { HistoryEntry } from '../../../client/src/report/history';
import { reportBody } from '../../../client/src/report/view';
import { reportModel, type ReportModel } from '../../../server/src/core/features/reportModel';
import type { WorkspaceModel } from '../../../server/src/core/features/reportWorkspace';
import type { Locale } from '../../../server/src/core/messages/messages';
import { analyse, checkAnalysis } from '../../support/check';
import { lines } from '../../support/marked';

/** A draft of which sections are full, weak and absent. */
export const TEXT = lines('题目：路灯坏了，怎么办？', '', '我道歉。我查看灯杆。', '', '您急什么。', '');

/** What there is to say of it. */
export function report(locale: Locale = 'zh'): ReportModel {
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
/** Two checks of a draft. */
export const HISTORY = [entry(1, 0.25), entry(2, 0.5)];
/** A moment that can be told from everything else. */
export const moment = (at: number): string => `moment ${at}`;

/** The body of its page. */
export const bodyOf = (model: ReportModel, live = true): string =>
  reportBody(model, { live, history: HISTORY, moment });

/** Replaces every text of a model by one that would break out of HTML wherever it stood unescaped. */
export function hostile<T>(value: T): T {
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

/** Would break out of HTML wherever it stood unescaped. */
export const HOSTILE = `"'><img src=x onerror=alert(1)></title></style></script><script>alert(1)</script>&#39;`;

/** The tags of some HTML with their attributes, after checking that quotes and tags are balanced. */
export function tags(
  html: string,
): { readonly name: string; readonly attributes: ReadonlyMap<string, string> }[] {
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

/** Nothing in some HTML runs, applies or fetches anything. */
export function assertHarmless(html: string): void {
  for (const { name, attributes } of tags(html)) {
    assert.ok(ALLOWED.has(name), name);
    for (const key of attributes.keys()) {
      assert.ok(!key.startsWith('on') && !['style', 'href', 'src'].includes(key), `${name} ${key}`);
    }
  }
}

/** The report of a folder with one draft. */
export function folder(): WorkspaceModel {
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
