import { documentTitle } from './documentTitles';
import { yamlFault } from './yamlFault';

/** Everything the writer reads from the analysis, in Chinese. `en.ts` has the same shape. */
export const zh = {
  status: { full: '完整', weak: '薄弱', absent: '缺失' },
  listSeparator: '、',
  colon: '：',
  semicolon: '；',
  aside: (text: string) => `（${text}）`,

  missing: (title: string, why: string) => `缺少“${title}”环节。${why}`,
  missingOptional: (title: string, why: string) => `没有“${title}”环节（加分项）。${why}`,
  emptyAnswer: (titles: string) => `还没有作答内容。这类题的环节依次是：${titles}。`,
  begunAnswer: (titles: string) => `刚开了头，接着写。这类题的环节依次是：${titles}。`,
  weak: (title: string, lacking: string) => `“${title}”环节薄弱：还缺${lacking}。`,
  weakBranches: (branches: string) => `分情况还缺：${branches}。`,
  weakSlogan: (title: string) => `“${title}”环节只有提法，没有做法：写清谁、什么时候、对谁、做什么。`,
  weakThin: (title: string) => `“${title}”环节一笔带过：写清谁、什么时候、对谁、做什么。`,
  weakUnfilled: (title: string, count: number) => `“${title}”环节还有 ${count} 处【】没有填。`,
  empty: (title: string) => `标题“${title}”下面没有内容，阅卷时不算写了这个环节。`,
  order: (title: string, earlier: string) =>
    `“${title}”写在了“${earlier}”前面。按作答顺序应当先“${earlier}”后“${title}”，听的人更容易跟上。`,
  orderRelated: (title: string) => `“${title}”从这里开始`,
  wording: (word: string, why: string) => `“${word}”：${why}`,
  askedColleague: '题目把事情放在同事手里，问的就是你接不接。',
  askedInCharge: '题目说这件事由你来办，推出去等于没有接。',
  askedPost: (post: string) => `题目里你是${post}，这一步不由你定。`,
  cliche: (word: string, why: string) => `套话“${word}”：${why}`,
  /** What a slogan does not name. */
  concreteKind: { when: '时间', where: '地点', who: '人物', quantity: '数量', deadline: '期限' },
  clicheLacks: (kinds: string) => `没有一个${kinds}`,
  clicheFew: '具体做法很少',
  clicheWhole: (hanzi: number, sentences: number, slogans: number, lacks: string) =>
    `全篇 ${hanzi} 字，${sentences} 句里 ${slogans} 句是套话，${lacks}；考官最反感模板腔。先把这一句换成一件具体的事。`,
  clicheParagraph: (hanzi: number, slogans: number, lacks: string) =>
    `这一段 ${hanzi} 字，${slogans} 句口号，${lacks}。把其中一句换成谁在什么时候、到哪里、做了什么。`,
  reportOnly:
    '这一环节只有向领导汇报、等指示，没有自己的动作。先写自己能做的：核实、安抚、联系、协调，再写汇报。',
  exampleMissing: '通篇没有一个例子、数字或现场说的话。加一个“比如……”或一句原话，答案会具体得多。',
  offTopic: '内容与题目对不上：题目问的人和事在答案里几乎没有出现。请先扣住题目中的身份、对象和诉求。',
  offTopicNoQuestion: '这篇内容不像任何一种群众工作题的作答。请检查是否答非所问。',
  repeat: '这一句与前文几乎相同，重复不加分，还占时间。',
  repeatRelated: '前文在这里',
  copied: (document: string, line: number, hanzi: number) =>
    `连续 ${hanzi} 字与参考文档“${document}”第 ${line} 行相同。照搬听着像背稿，请换成自己的话，写进题目里的人和事。`,
  copiedRelated: '原文在这里',
  copiedHover: (document: string, line: number, hanzi: number) =>
    `与参考文档 **${document}** 第 ${line} 行相同，${hanzi} 字`,
  lengthOver: (seconds: string, limit: string, over: number) =>
    `按语速约需 ${seconds}，超出 ${limit}的时限，约多 ${over} 字。超时会被打断扣分。`,
  lengthUnder: (seconds: string, limit: string, under: number) =>
    `按语速约 ${seconds}，不到 ${limit}的六成，还可以充实约 ${under} 字。`,
  duration: (seconds: number) =>
    seconds < 60
      ? `${seconds} 秒`
      : seconds % 60 === 0
        ? `${seconds / 60} 分钟`
        : `${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`,

  frontMatterSyntax: (detail: string) =>
    `文首信息（front matter）不是有效的 YAML：${yamlFault(detail)}。其余内容照常检查。`,
  frontMatterUnclosed: '文首信息（front matter）没有结束的 --- 行，按没有文首信息处理。',
  frontMatterNotMap:
    '文首信息（front matter）应是“键: 值”的形式，冒号用半角，后面空一格，例如 question: 题目。',
  frontMatterType: (key: string) =>
    `${key} 的值不对：question、framework、kind 是文字，minutes 是 0 到 120 之间的分钟数。`,
  unknownFramework: (id: string, used: string, known: string) =>
    `没有名为“${id}”的框架，暂按“${used}”检查。可用的有：${known}。`,

  source: (document: string, lines?: string) =>
    lines === undefined
      ? `依据：${documentTitle(document) ?? document}`
      : `依据：参考文档${documentTitle(document) ?? ` ${document} `}第 ${lines} 行`,
  register: { spoken: '口语', written: '书面' },
  builtinPhrase: '内置表述',
  setPhrase: '固定说法',
  restsOn: (document: string, lines?: string) =>
    `依据${documentTitle(document) ?? ` ${document} `}${lines === undefined ? '' : `第 ${lines} 行`}`.trimEnd(),
  inDocuments: (count: number) => `${count} 份文档`,
  phraseLine: (line: number) => `第 ${line} 行`,
  phraseUnder: (heading: string) => `“${heading}”之下`,
  strengthen: (title: string, phrase: string, source: string) =>
    `补上“${title}”：${phrase}${source === '' ? '' : `（${source}）`}`,
  sayBetter: (phrase: string, source: string) => `换个说法：${phrase}${source === '' ? '' : `（${source}）`}`,
  insertSection: (title: string) => `插入“${title}”环节的提纲`,
  insertAllSections: '插入全部环节的提纲',
  replaceWith: (text: string) => `改为“${text}”`,
  deleteRepeat: '删去重复的一句',
  suppressHere: (code: string) => `这里不再提示（${code}）`,
  suppressFile: (code: string) => `本文件不再提示（${code}）`,
  dispute: (section: string) => `“${section}”判得不对，记下来`,
  suppressWorkspace: (code: string) => `整个工作区不再提示（${code}）`,
  chooseFramework: (title: string) => `改用框架“${title}”`,

  hoverAsks: '考官看什么',
  hoverFound: '已写到',
  hoverLacking: '还缺',
  hoverWhere: (count: number) => `由 ${count} 句构成`,
  hoverNone: '没有句子属于这个环节。',
  explainTitle: '判断依据',
  explainSure: (status: string, percent: number) => `${status}，模型把握 ${percent}%`,
  explainWords: (words: string) => `线索：${words}`,
  explainModel: (percent: number) => `没有线索词，按说法和位置判断（${percent}%）`,
  explainSlogan: '像口号',
  explainVague: '没有时间、地点、动作或数字',
  explainMore: (count: number) => `另有 ${count} 句`,
  explainNearest: (quote: string, percent: number) => `最接近的是${quote}，只有 ${percent}% 像`,
  countedKind: {
    when: '时间',
    who: '人物',
    where: '地点',
    deed: '做法',
    condition: '不同情况',
    quantity: '数量',
  },
  fullBecause: (count: number, hanzi: number, kinds: string) =>
    `要点不必写全：这 ${count} 句 ${hanzi} 字${kinds === '' ? '已经说清' : `写明了${kinds}`}，算完整。`,
  optional: '加分项',
  conditional: '视题目而定',
  chosenBy: {
    'front-matter': '文首信息指定',
    setting: '设置指定',
    question: '根据题目判断',
    'best-fit': '根据内容判断',
  },
  because: (words: string) => `题目中有：${words}`,
  confidence: (percent: number) => `把握 ${percent}%`,
  lens: (framework: string) => `章法 · ${framework}`,
  symbolContinued: '（续）',
  lensInsert: (title: string) => `插入“${title}”`,
  outlineQuestion: '题目',
  outlineOther: '未归入环节',
  spoken: (hanzi: number, duration: string) => `${hanzi} 字 · 约 ${duration}`,

  reportTitle: '章法 · 检查报告',
  reportKind: '题型',
  kindVariant: (kind: string, variant: string) => `${kind}·${variant}`,
  kindAlso: (kind: string) => `，也像${kind}`,
  reportFramework: '框架',
  reportLength: '篇幅',
  reportCoverage: '环节',
  reportFirst: '先改这几处',
  reportFindings: '全部提示',
  reportOther: '其余提示',
  noMatch: '没有匹配的文件',
  noDrafts:
    '没有找到作答草稿（需要 question 或 framework 文首信息，或“题目”标题；--all 检查全部 Markdown）。',
  reportNothing: '没有要改的，可以提交。',
  reportUnasked: '还没有题目，也没有作答内容',
  reportAskFirst: '先写上题目：文首信息里的 question（题目），或者用命令“按框架新建草稿”。',
  reportVerdict: (full: number, total: number) => `${total} 个环节中 ${full} 个完整`,
  reportMissing: (titles: string) => `缺：${titles}`,
  reportWeak: (titles: string) => `薄弱：${titles}`,
  reportPoints: (covered: number, total: number) => `要点 ${covered}/${total}`,
  reportMethods: '方法',
  methodsUsed: '用到的方法',
  methodsNone: '没有认出点名或成形的方法。',
  methodsAdvised: '还可以用',
  methodAdvice: (title: string, words: string) => `${title}：题目里有“${words}”`,
  sayingsAdvised: (phrases: string, title: string) => `可以说：${phrases}（${title}，后面接一件具体的事）`,
  selfCheck: '自查',
  selfCheckItem: (title: string, lacking: string) => `${title}：看看有没有写到${lacking}`,
  brokenSet: (title: string, lacking: string) =>
    `“${title}”是一组，还差${lacking}；写就写齐，或者只写一句接一件事`,
  askedBranches: (title: string, lacking: string) => `${title}：题目问到了${lacking}，答案里还没有`,
  factHistory: (date: string) =>
    `**历史提法**${date === '' ? '' : `（${date}）`}，请核实现行表述，不当作现行政策写。`,
  factBackground: (date: string) =>
    `**背景说法**${date === '' ? '' : `（${date}）`}，可作原因或引入，不作答案主体。`,
  sayingSet: (title: string, others: string) =>
    `成组用语“${title}”${others === '' ? '' : `，同组：${others}`}`,
  sayingAvoid: (word: string, instead: string) =>
    `“${word}”只能写成被批评的现象；写自己的做法，换成“${instead}”。`,
  severity: { error: '错误', warning: '警告', information: '提示', hint: '建议' },

  rubricSyntax: (detail: string) => `YAML 语法错误：${yamlFault(detail)}`,
  rubricSchema: (path: string, detail: string) =>
    path === '' ? `不符合框架格式：${detail}` : `${path} 不符合格式：${detail}`,
  schema: {
    required: (key: string) => `缺少“${key}”`,
    unknownKey: (key: string) => `没有“${key}”这个键，请检查拼写`,
    type: '值的类型不对',
    value: (allowed: string) => (allowed === '' ? '不是允许的值' : `只能是 ${allowed}`),
    pattern: '写法不对（id 用小写字母、数字和连字符；行号如 12 或 10-12）',
    length: '太短、太长或为空',
  },
  rubricDuplicate: (id: string) => `id“${id}”重复。`,
  rubricEmpty: '这个文件里没有框架（sections）或用语表（entries）。',
  settingRefused: (key: string) => `设置 zhangfa.${key} 不认识，或者值不对，没有采用。`,
  rubricsMissing: (entry: string, namedBy: 'setting' | 'option') =>
    `${namedBy === 'setting' ? '设置 zhangfa.rubrics 中的' : '--rubrics：'}“${entry}”没有找到任何 YAML 文件；内置框架照常可用。`,
  rubricUnreadable: (file: string, reason: string) => `框架文件没有读取：${file}（${reason}）。`,
  unreadable: {
    binary: '是二进制文件，不是文本',
    'not-utf8': '不是 UTF-8 文本（可能是 GB18030），请另存为 UTF-8',
    gone: '文件不存在或无法读取',
    'too-large': '文件太大（上限 20 MB）',
  },
  workspaceTitle: '章法 · 工作区检查',
  workspaceProgress: '章法：检查工作区草稿',
  workspaceSummary: (drafts: number, files: number) => `${files} 个 Markdown 文件中有 ${drafts} 篇草稿。`,
  workspaceCancelled: '检查已取消，以下只是已完成的部分。',
  workspaceUnreadable: '没有读取的文件',
  workspaceColumns: {
    draft: '草稿',
    sections: '环节',
    verdict: '结论',
    findings: '提示',
    spoken: '时长',
  },
  documentsProgress: '章法：读取参考文档',
  documentsRebuilt: {
    damaged: '保存的表述索引损坏，已从文档重新建立。',
    outdated: '保存的表述索引来自另一个版本或另一套框架，已从文档重新建立。',
  },
  documentsNotKept: (detail: string) => `表述索引没有保存，下次会重新读取文档：${detail}`,
  documentsFailed: (detail: string) => `参考文档没有读完，检查照常：${detail}`,
  diagnosticsLeftOut: (path: string, shown: number, left: number) =>
    `${path}：提示太多，编辑器里只列最要紧的 ${shown} 处，另有 ${left} 处没有列出。改掉一些，后面的就会列出来；检查报告里是全的。`,
  ruleFailed: (code: string, detail: string) => `规则 ${code} 出错，其余规则照常：${detail}`,
};

/** The shape every language has to fill. */
export type Messages = typeof zh;
