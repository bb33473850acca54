/**
 * Writes docs/performance.md and its chart from the results of a run (`npm run bench -- --write`), and says which
 * promises are kept.
 *   node report.mjs FOLDER [--write]
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { judge, ms } from './bars.mjs';
import { root } from './core.mjs';
import { memoryTable } from './memoryTable.mjs';
import { barChart } from './svg.mjs';
import { markdownTable, printTable } from './table.mjs';

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [folder = '.'] = positionals;
const read = (name) => {
  const path = join(folder, `${name}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
};
const results = {
  analysis: read('analysis'),
  stages: read('stages'),
  server: read('server'),
  memory: read('memory'),
};
const judged = judge(results);

const STAGE_NAMES = {
  'Markdown (lezer)': 'Markdown 语法树（lezer）',
  'blocks and sentences': '块、断句、序号、题目',
  'folding (simplified, half-width)': '折叠：简繁、全角半角',
  'words and what they mean here': '扫描全部词，看否定、引语、具体词',
  'n-grams': '字组（模型的输入）',
  'question, framework': '题型、选框架',
  'labels (CRF)': '归类（CRF）',
  coverage: '覆盖',
  rules: '规则',
  'the rest of the analysis': '分析的其余部分',
  'garbage collection': '垃圾回收',
};
const characters = (length) =>
  length >= 10_000 ? `${Math.round(length / 10_000)} 万字` : `${Math.round(length / 1000)} 000 字`;

function analysisTable({ analysis }) {
  const isOurs = (name) => Number(name.startsWith('章法'));
  const names = [...new Set(analysis.flatMap(({ times }) => Object.keys(times)))].sort(
    (a, b) => isOurs(b) - isOurs(a),
  );
  const rows = names.map((name) => [
    name
      .replace('章法 full', '**章法，全文 full**')
      .replace(/章法 edit, (\w+)/, '**章法，改一个字 edit, $1**'),
    ...analysis.map(({ times }) => {
      const time = times[name];
      if (!time) return '';
      const own = times['章法 full'].median;
      return name === '章法 full'
        ? ms(time.median)
        : `${ms(time.median)}（${(time.median / own).toPrecision(2)}）`;
    }),
  ]);
  return markdownTable(['', ...analysis.map(({ length }) => characters(length))], rows);
}

function stageTable({ stages: { stages } }) {
  return markdownTable(
    ['环节 stage', '时间', '占'],
    stages.map(({ name, ms: time, share }) => [
      STAGE_NAMES[name] ?? name,
      ms(time),
      `${(share * 100).toFixed(0)} %`,
    ]),
  );
}

function serverTable({ length, diagnostics, bytes, found }) {
  const { 章法: ours, nothing, echo } = found;
  const row = (title, pick, unit = 'ms') => {
    const [a, b, c] = [ours, nothing, echo].map(pick);
    const cell = (value) =>
      value === undefined ? '' : unit === 'ms' ? ms(value) : `${value.toFixed(0)} ${unit}`;
    return [
      title,
      cell(a),
      cell(b),
      cell(c),
      b ? (a / b).toPrecision(3) : '',
      c ? (a / c).toPrecision(3) : '',
    ];
  };
  const head = [
    `${characters(length)}，${diagnostics} 条诊断，${(bytes / 1024).toFixed(0)} KiB`,
    '章法',
    '什么也不做 (a)',
    '只发同样多的诊断 (b)',
    '÷ a',
    '÷ b',
  ];
  return markdownTable(head, [
    row('启动到第一次诊断 spawn → first diagnostics', ({ spawn }) => spawn?.median),
    ...[
      ['first', '刚打开时，改动到诊断 edit → diagnostics, the first'],
      ['warm', `改 ${ours.edits} 次以后，改动到诊断 the same, later`],
    ].flatMap(([when, title]) => [
      row(title, (one) => one[when].median),
      row('同上，p95', (one) => one[when].p95),
      row('同上，每次的处理器时间 CPU', (one) => one[when].cpu),
    ]),
    row('连改 20 次 burst of 20 edits', ({ burst }) => burst.median),
    row(`改 ${ours.edits} 次以后的内存 memory`, ({ rss }) => rss, 'MiB'),
  ]);
}

function chart({ analysis, server }) {
  const groups = [];
  const middle = analysis?.find(({ length }) => length > 15_000 && length < 30_000);
  if (middle) {
    const rows = Object.entries(middle.times)
      .filter(([name]) => !/edit, (?:start|end)/.test(name))
      .map(([name, { median }]) => ({
        label:
          name === '章法 full' ? '章法 全文 full' : name.replace('章法 edit, middle', '章法 改一个字 edit'),
        value: median,
        text: ms(median),
        own: name.startsWith('章法'),
      }))
      .sort((a, b) => a.value - b.value);
    groups.push({
      title: `检查一篇 ${characters(middle.length)}的文稿 · checking a draft of 20 000 characters`,
      note: '中位数，对数刻度，越短越快 · medians, logarithmic, shorter is faster',
      log: true,
      rows,
    });
  }
  if (analysis) {
    groups.push({
      title: '改一个字，占全文分析的百分之几 · one edit, as a share of the full analysis',
      rows: analysis.map(({ length, times }) => {
        const own = times['章法 full'].median;
        const edit = Math.max(
          ...['middle', 'start', 'end'].map((place) => times[`章法 edit, ${place}`].median),
        );
        return {
          label: characters(length),
          value: edit / own,
          text: `${((edit / own) * 100).toFixed(1)} %`,
          own: true,
          ...(length > 100_000 ? { limit: 0.03 } : {}),
        };
      }),
    });
  }
  const served = (server ?? []).filter(({ length }) => length < 1_000_000);
  if (served.length > 0) {
    groups.push({
      title: '改动到诊断，经过 stdio · edit → diagnostics over stdio',
      note: '写开以后，对数刻度 · after many edits, logarithmic',
      log: true,
      rows: served
        .flatMap(({ length, found }) => [
          { label: `章法 ${characters(length)}`, value: found['章法'].warm.median, own: true },
          { label: '只发同样多的诊断 as much said', value: found.echo.warm.median },
          { label: '什么也不做 nothing', value: found.nothing.warm.median },
        ])
        .map((row) => ({ ...row, text: ms(row.value) })),
    });
    const [{ found }] = served;
    groups.push({
      title: '启动到第一次诊断 · spawn → first diagnostics',
      rows: [
        {
          label: '章法',
          value: found['章法'].spawn.median,
          text: ms(found['章法'].spawn.median),
          own: true,
          limit: found.nothing.spawn.median * 1.5,
        },
        {
          label: '什么也不做 nothing',
          value: found.nothing.spawn.median,
          text: ms(found.nothing.spawn.median),
        },
      ],
    });
  }
  return barChart(groups);
}

function page() {
  const missed = judged.filter(({ kept }) => !kept);
  const [major] = process.versions.node.split('.');
  return `# 性能 Performance

*Written by \`npm run bench -- --write\`: every figure is of one run on one machine (${cpus().length} cores, Node ${major}), so only the ratios mean something elsewhere. Blue is ours, the red line is what was promised.*

这一页由 \`npm run bench -- --write\` 写成，全部数字出自同一次运行，同一台机器（${cpus().length} 个核，Node ${major}）：只有比值在别处也成立。

![各项时间的比较](images/performance.svg)

## 说到的，做到没有

${markdownTable(
  ['', '结果', '不超过', ''],
  judged.map(({ zh, en, kept, found, first, limit }) => [
    `${zh} *${en}*`,
    first === undefined ? found : `${found}（刚打开时 ${first}）`,
    limit,
    kept ? '做到' : '没有',
  ]),
)}
${
  missed.length === 0
    ? ''
    : `\n没有做到的，差在哪里：\n\n${missed.map(({ zh, why }) => `- ${zh}：${why}`).join('\n')}\n`
}
## 全文分析和改一个字

从文本到提示的全部工作，什么也不记得；和改一个字以后，用得上前一个版本的。括号里是和「章法，全文」的比值。同伴各做它本来做的事：autocorrect-node（Rust）查中英文之间的空格和标点，markdownlint、remark-lint 查 Markdown 的写法，zhlint 查中文排版，textlint 用 prh 查 3 000 个词，cspell-lib 查拼写；lezer parse、DFA pass 是我们自己的两步，单独做。空着的，是一次要几秒以上，没有量。

${results.analysis ? analysisTable(results) : ''}

${
  results.stages
    ? `2 万字的全文分析，时间用在哪里（引擎自己的采样，算在最里面的那一步）：

${stageTable(results)}
`
    : ''
}
## 服务

打包好的服务，经过 stdio。旁边是两个什么也不分析的服务，用的是同一个 vscode-languageserver，收同样的消息、保存文稿、每个版本发一次诊断：(a) 发空的；(b) 发和我们一样多的诊断，也就是说，收发这些诊断本身要的时间。

${(results.server ?? []).map(serverTable).join('\n\n')}

${results.memory ? `## 内存和补全\n\n${memoryTable(results)}\n` : ''}
## 怎么量的

- 文稿是用语料里的句子按固定的随机数拼成的，有题目、标题、段落、列表；每次都一样（\`test/bench/drafts.mjs\`）。
- 取许多次的中位数；各方轮流，下一轮倒过来，每一方一轮连跑 10 次或 50 ms：像打字那样，手边的数据还在缓存里，不被别人的一次全文检查冲掉。各方同样先跑 1 000 次或预算的三分之一，不算。慢的同伴少跑几次，不少于三次。改一个字的三种另成一组，跟在后面：开着的稿子记着自己的分析，几篇一起占着内存，人人的垃圾回收都更贵。
- 启动从建立进程算起，到收到第一份诊断；像在 VS Code 里那样，用上一次启动时存下的编译好的代码（\`server/src/codeCache.ts\`），第一次不算。
- 改动是在中间放进一个字，再拿掉；到收到那个版本的诊断为止。量两回，各方一样：刚打开时（第 30 到 330 次），引擎多半还没有编译；改过一千次以后，是写作时平常的样子（文稿太长，就改满 25 秒为止）。「做到没有」按后一回，刚打开时的写在旁边：什么也不做的服务到后来也更快。 *Edits are timed twice, for all servers alike: the first after opening, when the engine has compiled little, and after a thousand, as it is while one writes. Promises are judged by the latter, with the former beside it.*
- 客户端像 VS Code 那样，声明会显示规则页面和有关的另一处，也要覆盖情况：每条提示都带着这些；不声明的编辑器，收到的只有一半长。 *The client announces, as VS Code does, that it shows rule pages and related places, and asks for the coverage; to one that does not, half as much is sent.*
- 内存是进程的常驻内存（RSS），歇下来以后读。改一万次的增长，是第 8、9、10 个一千次以后的中位，减去第 2、3、4 个一千次以后的：头一千次是引擎自己在编译。编辑一刻不停，没有还回去的内存也算在里面；所以另起一个服务，每改一千次，经 Node 的调试接口（SIGUSR1）叫引擎全堆回收，再读堆和缓冲区里还剩多少：那是活着的数据，泄漏才会让它增长。打字的快慢是每秒改 3 次，写一分半钟。 *Memory is the resident set. As edits that never pause leave the engine no time to give back what it has taken, what is alive after full collections is read too, of a server of its own, over Node's inspector: only a leak makes that grow.*
- 同伴在 \`test/bench\` 自己的 package.json 里，版本固定；\`npm run bench\` 第一次运行时安装。改代码时用 \`npm run bench -- --quick\`，一两分钟，数字粗一些。
`;
}

printTable([
  ['', 'found', 'at first', 'at most', ''],
  ...judged.map(({ en, found, first = '', limit, kept }) => [
    en,
    found,
    first,
    limit,
    kept ? 'kept' : 'NOT KEPT',
  ]),
]);
if (values.write) {
  const needed = ['analysis', 'stages', 'server', 'memory'].filter((name) => !results[name]);
  if (needed.length > 0) {
    console.error(`bench: the page needs a run of ${needed.join(', ')} too`);
    process.exit(1);
  }
  mkdirSync(join(root, 'docs/images'), { recursive: true });
  writeFileSync(join(root, 'docs/images/performance.svg'), chart(results));
  // As the sources are formatted, whose check covers the page.
  const { format, resolveConfig } = createRequire(join(root, 'package.json'))('prettier');
  const path = join(root, 'docs/performance.md');
  writeFileSync(path, await format(page(), { ...(await resolveConfig(path)), filepath: path }));
  console.log('written: docs/performance.md, docs/images/performance.svg');
}
