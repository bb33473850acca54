/** What was promised of the performance, as ratios within one run, and whether it is kept. */

const at = (results, length) => results?.find((one) => Math.abs(one.length - length) < length * 0.1);
const median = (results, length, name) => at(results, length)?.times[name]?.median;
const edits = (results, length) => {
  const times = ['middle', 'start', 'end'].map((place) => median(results, length, `章法 edit, ${place}`));
  return times.includes(undefined) ? undefined : Math.max(...times);
};
const ratio = (a, b) => (a === undefined || b === undefined ? undefined : a / b);
const served = (server, length, read) => {
  const found = at(server, length)?.found;
  return found?.['章法'].spawn && ratio(read(found['章法']), read(found.nothing));
};

/**
 * `why` says what stands in the way where a promise is not kept; `beside` is what the same came to at the beginning,
 * where a promise is of what goes on for long.
 */
const BARS = [
  {
    zh: '全文分析，2 万字 ÷ autocorrect-node',
    en: 'full analysis, 20 000 characters / autocorrect-node',
    limit: 0.8,
    unit: '×',
    value: ({ analysis }) =>
      ratio(median(analysis, 20_000, '章法 full'), median(analysis, 20_000, 'autocorrect-node')),
    why: '每一句都要折叠、断句、扫描全部线索，再由模型归类；各步所占的时间见下面的表。',
  },
  {
    zh: '2 万字到 200 万字，时间增长 ÷ 线性',
    en: 'growth from 20 000 to 2 000 000 characters / linear',
    limit: 1.3,
    unit: '×',
    value: ({ analysis }) => {
      const [small, large] = [at(analysis, 20_000), at(analysis, 2_000_000)];
      return small && large
        ? large.times['章法 full'].median / small.times['章法 full'].median / (large.length / small.length)
        : undefined;
    },
    why: '文稿大了，数据不再留在处理器的缓存里，垃圾回收也更贵。',
  },
  ...[200_000, 2_000_000].map((length) => ({
    zh: `改一个字 ÷ 全文分析，${length / 10_000} 万字`,
    en: `edit / full analysis, ${length.toLocaleString('en')} characters`,
    limit: 0.03,
    unit: '%',
    value: ({ analysis }) => ratio(edits(analysis, length), median(analysis, length, '章法 full')),
    why: '每一条提示的位置都要随版本重新给出，与句子数成正比的部分还在；全文分析快了，分母也小了。',
  })),
  ...[
    [2_000, 2],
    [200_000, 4],
  ].map(([length, limit]) => ({
    zh: `服务：改动到诊断 ÷ 什么也不做的服务，${length / 10_000} 万字`,
    en: `server: edit → diagnostics / a server that does nothing, ${length.toLocaleString('en')} characters`,
    limit,
    unit: '×',
    value: ({ server }) => served(server, length, ({ warm }) => warm.median),
    beside: ({ server }) => served(server, length, ({ first }) => first.median),
    why: ({ server }) => {
      const { found, bytes, diagnostics } = at(server, length);
      const { 章法: ours, nothing, echo } = found;
      return (
        `写开以后，我们用 ${ms(ours.warm.median)}（刚打开时 ${ms(ours.first.median)}），什么也不做的服务只用 ` +
        `${ms(nothing.warm.median)}，就是收发一条消息的工夫；我们的诊断有 ${diagnostics} 条、` +
        `${(bytes / 1024).toFixed(0)} KiB，什么也不算、只把这些发出去就要 ${ms(echo.warm.median)}。`
      );
    },
  })),
  {
    zh: '服务：启动到第一次诊断 ÷ 什么也不做的服务，0.2 万字',
    en: 'server: spawn → first diagnostics / a server that does nothing',
    limit: 1.5,
    unit: '×',
    value: ({ server }) => served(server, 2_000, ({ spawn }) => spawn?.median),
    why: '多出来的是载入我们自己的代码、读框架，和第一次分析：这时引擎还什么也没有编译。',
  },
  {
    zh: '补全，10 万条表述，p95 比什么也不做的服务多',
    en: 'completion among 100 000 phrases, p95 beyond a server that does nothing',
    limit: 5,
    unit: 'ms',
    value: ({ memory }) => memory && memory.completion.own.p95 - memory.completion.none.p95,
    why: '慢的几次碰上了垃圾回收。',
  },
  {
    zh: '内存，五份参考文档',
    en: 'memory with five reference documents',
    limit: 90,
    unit: 'MiB',
    value: ({ memory }) => memory?.withFive,
    why: '其中 Node 自己就占 50 多 MiB。',
  },
  {
    zh: '改一万次以后，内存的增长（比什么也不做的服务多）',
    en: 'growth of memory over 10 000 edits, beyond a server that does nothing',
    limit: 5,
    unit: 'MiB',
    value: ({ memory }) => memory && beyondNothing(memory.growth),
    why: ({ memory: { growth, alive } }) =>
      `活着的数据只多 ${shown(alive.ours.growth, 'KiB')}；编辑一刻不停，引擎就把放新数据的地方加大一倍，不急着归还` +
      (growth.ours.typed === undefined
        ? '。'
        : `：改完时 ${shown(growth.ours.tenths.at(-1), 'MiB')}，再按打字的快慢写一会儿，就只要 ${shown(growth.ours.typed, 'MiB')}。`),
  },
  {
    zh: '改一万次以后，活着的数据的增长（全堆回收以后；比什么也不做的服务多）',
    en: 'growth of what is alive over 10 000 edits, beyond a server that does nothing',
    limit: 512,
    unit: 'KiB',
    value: ({ memory }) => memory && beyondNothing(memory.alive),
    why: '旧版本留下的东西越积越多。',
  },
];

const beyondNothing = ({ ours, nothing }) => ours.growth - Math.max(0, nothing.growth);

export const ms = (value) =>
  `${value >= 100 ? value.toFixed(0) : value >= 1 ? value.toPrecision(3) : value.toPrecision(2)} ms`;

const shown = (value, unit) => {
  if (unit === '%') return `${(value * 100).toFixed(1)} %`;
  if (unit === '×') return `${value.toFixed(2)} ×`;
  return `${value.toFixed(unit === 'KiB' ? 0 : 1)} ${unit}`;
};

/** The promises of which there are figures, with `kept` and the figures as text. */
export function judge(results) {
  return BARS.flatMap(({ zh, en, limit, unit, value, beside, why }) => {
    const found = value(results);
    if (found === undefined) return [];
    const kept = found <= limit;
    const first = beside?.(results);
    return {
      zh,
      en,
      kept,
      found: shown(found, unit),
      first: first === undefined ? undefined : shown(first, unit),
      limit: shown(limit, unit),
      why: kept ? '' : typeof why === 'function' ? why(results) : why,
    };
  });
}
