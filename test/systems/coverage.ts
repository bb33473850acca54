import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Framework, Rubrics, System, SystemKind } from '../../server/src/core/framework/types';
import { ROOT } from '../support/rubrics';

/** One system of the reference documents as rubrics/inventory.yaml lists it: ids only. */
export interface InventoryEntry {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly source: { readonly document: string; readonly lines: string };
  readonly members: readonly string[];
  /** For frameworks whose sections have other names: where a member, or a point of one (`member/point`), lives. */
  readonly at?: Readonly<Record<string, readonly string[]>>;
  readonly denied?: readonly { readonly id: string; readonly reason: string }[];
}

/** Where one system of the documents lives, and what it does for the writer. */
export interface CoverageRow {
  readonly entry: InventoryEntry;
  /** `file#id`, or empty when it is nowhere. */
  readonly place: string;
  readonly features: readonly string[];
  readonly covered: readonly string[];
  readonly denied: readonly { readonly id: string; readonly reason: string }[];
  /** Neither there nor denied. */
  readonly missing: readonly string[];
}

/** The systems of the documents by their ids. */
export function readInventory(): InventoryEntry[] {
  const { inventory } = parse(readFileSync(join(ROOT, 'rubrics/inventory.yaml'), 'utf8')) as {
    inventory: InventoryEntry[];
  };
  return inventory;
}

const FEATURES: Readonly<Record<SystemKind, readonly string[]>> = {
  method: ['报告“方法”', '结果 `methods`', '插入方法'],
  situation: ['`section.weak` 分情况', '报告“自查”'],
  checklist: ['报告“自查”'],
  fact: ['悬停“历史提法”'],
  saying: ['悬停成组用语', '报告“可以说”'],
};

/** Finds every system of the inventory in the rubrics. */
export function coverage(inventory: readonly InventoryEntry[], rubrics: Rubrics): CoverageRow[] {
  return inventory.map((entry) => {
    const framework = rubrics.frameworks.find(({ id }) => id === entry.id);
    if (framework) return frameworkRow(entry, framework);
    const system = rubrics.systems?.find(({ id }) => id === entry.id);
    if (system) return systemRow(entry, system);
    return { entry, place: '', features: [], covered: [], denied: [], missing: entry.members };
  });
}

function frameworkRow(entry: InventoryEntry, framework: Framework): CoverageRow {
  const denied = entry.denied ?? [];
  const places = entry.at ?? Object.fromEntries(entry.members.map((id) => [id, [id]]));
  const wanted = [...new Set([...entry.members, ...Object.keys(places), ...denied.map(({ id }) => id)])];
  const isThere = (id: string): boolean => {
    const own = places[id] ?? [];
    return own.length > 0 && own.every((place) => hasPlace(framework, place));
  };
  const covered = wanted.filter(isThere);
  return {
    entry,
    place: placeOf(framework.origin, entry.id),
    features:
      framework.tier === 2
        ? ['指定或题目点到时检查环节', '插入提纲', '悬停']
        : ['检查环节', '插入提纲', '表述补全', '悬停'],
    covered,
    denied,
    missing: wanted.filter((id) => !covered.includes(id) && !denied.some((one) => one.id === id)),
  };
}

function systemRow(entry: InventoryEntry, system: System): CoverageRow {
  const has = new Set(system.members.map(({ id }) => id));
  const rules = system.members.some(({ rule }) => rule !== undefined);
  const branches = system.members.some(({ at }) => at.length > 0);
  return {
    entry,
    place: placeOf(system.origin, entry.id),
    features: [
      ...(branches ? ['`section.weak` 并列要点'] : FEATURES[system.kind]),
      ...(system.kind === 'saying' && system.use === 'all' ? ['报告“自查”（没写齐的）'] : []),
      ...(rules ? ['用语提示'] : []),
    ],
    covered: entry.members.filter((id) => has.has(id)),
    denied: system.denied,
    missing: entry.members.filter((id) => !has.has(id) && !system.denied.some((one) => one.id === id)),
  };
}

/** Whether a framework has a section, or a point of one (`section/point`). */
export function hasPlace({ sections }: Framework, place: string): boolean {
  const [section, point] = place.split('/');
  const own = sections.find(({ id }) => id === section);
  return own !== undefined && (point === undefined || own.points.some(({ id }) => id === point));
}

/** `builtin:methods/listening.yaml` → `rubrics/methods/listening.yaml#id` */
function placeOf(origin: string, id: string): string {
  return `rubrics/${origin.replace(/^builtin:/, '')}#${id}`;
}

/** The page docs/coverage.md. */
export function coverageMarkdown(rows: readonly CoverageRow[]): string {
  const count = (of: (row: CoverageRow) => readonly unknown[]): number =>
    rows.reduce((sum, row) => sum + of(row).length, 0);
  const denied = rows.filter((row) => row.denied.length > 0);
  return [
    '# 体系覆盖 Coverage of the documents’ systems',
    '',
    '五份参考文档里的每个体系在哪里、由哪个功能使用。本页由脚本生成，请不要手改：`npx tsc -b && node out/test/systems/write.js`。测试 `test/unit/rubrics/coverage.test.ts` 核对本页没有过期、没有一个体系或成员落空。',
    '',
    '*Where every system of the five reference documents lives and which feature uses it. Generated by `test/systems/write.ts`; a test fails when it is stale, or when a system or a member is neither there nor denied with a reason.*',
    '',
    `共 ${rows.length} 个体系：收入成员和要点 ${count(({ covered }) => covered)} 个，不给写作者的 ${count((row) => row.denied)} 个（[原因见下](#不收的成员-denied)）。成员一栏是“收入/不收”，作答框架连要点一起数。`,
    '',
    '| 编号 | 名称 | 类别 | 文档:行 | 在哪里 | 由谁使用 | 成员 |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ entry, place, features, covered, denied: out }) =>
        `| \`${entry.id}\` | ${entry.title} | ${KIND_TITLES[entry.kind] ?? entry.kind} | ${entry.source.document}:${entry.source.lines} | \`${place}\` | ${features.join('、')} | ${covered.length}/${out.length} |`,
    ),
    '',
    '## 不收的成员 Denied',
    '',
    '| 体系 | 成员 | 为什么 |',
    '| --- | --- | --- |',
    ...denied.flatMap(({ entry, denied: out }) =>
      out.map(({ id, reason }) => `| \`${entry.id}\` | \`${id}\` | ${reason} |`),
    ),
    '',
  ].join('\n');
}

const KIND_TITLES: Readonly<Record<string, string>> = {
  'answer-framework': '作答框架',
  'method-set': '方法',
  checklist: '清单',
  situations: '情形',
  wording: '用语',
  fact: '背景',
};
