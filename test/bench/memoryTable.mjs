/** The table of docs/performance.md that says what memory the server takes. */
import { ms } from './bars.mjs';
import { markdownTable } from './table.mjs';

/** @param results with what memory.mjs found */
export function memoryTable({ memory }) {
  const { completion, growth, alive, edits } = memory;
  const mib = (value) => `${value.toFixed(1)} MiB`;
  const kib = (value) => `${value.toFixed(0)} KiB`;
  return markdownTable(
    ['', ''],
    [
      ['内存，没有参考文档 memory, no documents', mib(memory.without)],
      [`内存，五份${memory.own ? '' : '（生成的）'}参考文档 five documents`, mib(memory.withFive)],
      [`改 ${edits} 次，内存的增长 growth`, mib(growth.ours.growth)],
      ['同上，什么也不做的服务 the same, a server that does nothing', mib(growth.nothing.growth)],
      [
        `改 ${[edits, ...growth.ours.later.map((one) => one.edits)].join('、')} 次以后的内存 memory after so many`,
        [growth.ours.tenths.at(-1), ...growth.ours.later.map(({ memory }) => memory)].map(mib).join('、'),
      ],
      ...(growth.ours.typed === undefined
        ? []
        : [['再按打字的快慢写一会儿 then on at the pace of typing', mib(growth.ours.typed)]]),
      [`改 ${edits} 次，全堆回收以后还活着的，增长 growth of what is alive`, kib(alive.ours.growth)],
      ['同上，什么也不做的服务 the same, a server that does nothing', kib(alive.nothing.growth)],
      [
        `补全，${completion.phrases} 条表述，中位 / p95 completion`,
        `${ms(completion.own.median)} / ${ms(completion.own.p95)}`,
      ],
      [
        '同上，什么也不做的服务 the same, a server that does nothing',
        `${ms(completion.none.median)} / ${ms(completion.none.p95)}`,
      ],
      [`内存，${completion.phrases} 条表述`, mib(completion.rss)],
    ],
  );
}
