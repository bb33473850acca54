/**
 * Phrases like those of documents, made of words by their frequency in the trade: the same seed gives the same ones.
 * Not sentences anyone wrote; the distribution of characters and bigrams is what matters to an index.
 */
const WHO =
  '群众 居民 村民 老人 来访人 商户 家长 业主 网友 办事人 同事 志愿者 楼长 网格员 代表 当事人 邻居 租户 困难家庭 独居老人 孩子 大叔 大姐 师傅 残疾人 企业 农户 分管领导 业务骨干 窗口人员'.split(
    ' ',
  );
const HOW =
  '主动 认真 耐心 及时 当场 立即 逐条 逐户 定期 全程 详细 如实 依法 公开 当面 尽快 轻声 先 再 一起 分别 反复 仔细 坚决 按时 上门 随手 专门 统一 重新'.split(
    ' ',
  );
const DO =
  '倾听 记录 核实 解释 答复 反馈 回访 联系 协调 转办 登记 公示 走访 看望 安抚 道歉 说明 调取 查阅 整改 培训 督办 复核 征求 整理 提醒 陪同 慰问 调解 商量 排查 张贴 更新 简化 跟踪 汇总 通报 请示 引导 帮助'.split(
    ' ',
  );
const WHAT =
  '意见 建议 诉求 政策 流程 材料 进度 结果 台账 名单 补助 低保 医保 社保 路灯 电梯 停车位 垃圾 噪声 漏水 用电 供暖 物业费 施工 围挡 积水 下水道 健身器材 公告栏 意见簿 热线 承诺书 整改清单 责任人 时限 档案 票据 合同 账目 监控记录 会议记录 宣传单 明白纸 预约 绿色通道 便民服务 交接单 值班表 工作日志 家庭情况 身体状况 实际困难'.split(
    ' ',
  );
const WHERE =
  '在村口 在楼道 在窗口 在社区 在现场 在大厅 在广场 在活动室 在接待室 在网格群 在田间 在工地 在学校 在医院 在院子里'.split(
    ' ',
  );
const WHEN = '当天 三天内 第二天 每月 每周 节前 会后 一周后 每季度 下班前 五个工作日内 次日上午 月底前'.split(
  ' ',
);
const TAIL =
  '让大家心里有底 请他核对 不让他再跑一趟 避免再次发生 确保有人接手 听听他怎么说 直到办结 留下联系电话 把原因讲清楚 说清下一步怎么办 请代表来监督 记在民情日记里 贴在看得见的地方 逐项销号 不推给别人 换位想一想 约好时间 一次说明白 不落一户 请他签字确认'.split(
    ' ',
  );
const CHARACTERS =
  '安办帮保报备本比表别步部查常场成处传次存达打代单当到道得登点电定动度对多发反方访防分服负复改干告给更工公共关管规过好号和户互划还环回会活机及急集计记家间检件建将交教接结解今进经久就居具决开看可口困来老类里理力立利联了料列另流录路落满门面民名明难内能年排配批片评期其齐起气前情请求区取全确让人日容入若三上社身深生声时实使示事是收手受数说送诉所台谈提题体条贴听通同头推外完晚网为位温文问物务下先现线相想项小协写心新信行修需许选学压严验要业一宜以因应用优有于语员原约在早责增展站张找照者整证之知直指制中终众周主住助注抓转资自总走组最作'.split(
    '',
  );
const SECTIONS = {
  'public-doubt': ['attitude', 'action', 'long-term', 'elevate'],
  'mass-relations': [
    'greet-channels',
    'listen-calm',
    'explain-policy',
    'act-follow',
    'fair-open',
    'integrity',
    'care-life',
    'improve-join',
  ],
  'absent-colleague': ['calm-sorry-listen', 'handle-branch', 'feedback-improve'],
  'visit-reception': ['receive', 'record', 'explain-by-type', 'resolve'],
  'relations-three-points': ['role', 'in-duty-service', 'balance'],
};

/** Random numbers, 0 to 1, the same for the same seed. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** @returns documents of 100 phrases each, and queries with what an editor would send along */
export function generate(phrases, queries, seed = 20) {
  const random = seeded(seed);
  /** Words at the front of a list are commoner, as in a language. */
  const pick = (list) => list[Math.floor(random() ** 2 * list.length)];
  // Names and rare words: two or three characters that are seldom side by side.
  const rare = () =>
    Array.from(
      { length: 2 + Math.floor(random() * 2) },
      () => CHARACTERS[Math.floor(random() * CHARACTERS.length)],
    ).join('');
  const clause = () => {
    const shape = random();
    if (shape < 0.3) return `${pick(HOW)}${pick(DO)}${pick(WHO)}的${pick(WHAT)}`;
    if (shape < 0.5) return `把${rare()}${pick(WHAT)}${pick(DO)}给${pick(WHO)}`;
    if (shape < 0.7) return `${pick(WHERE)}${pick(HOW)}${pick(DO)}${rare()}${pick(WHAT)}`;
    if (shape < 0.85) return `${pick(WHEN)}${pick(DO)}${pick(WHO)}反映的${rare()}${pick(WHAT)}`;
    return `请${pick(WHO)}${pick(HOW)}${pick(DO)}${pick(WHAT)}`;
  };
  const keys = Object.entries(SECTIONS).flatMap(([framework, list]) =>
    list.map((section) => ({ framework, section })),
  );
  const seen = new Set();
  const all = [];
  while (all.length < phrases) {
    const parts = [clause()];
    if (random() < 0.6) parts.push(random() < 0.5 ? pick(TAIL) : clause());
    const text = parts.join('，');
    if (seen.has(text) || text.length > 44) continue;
    seen.add(text);
    const slots = Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
      ...keys[Math.floor(random() * keys.length)],
      fit: 0.4 + random() * 0.6,
    }));
    all.push({
      text,
      slots,
      register: random() < 0.3 ? 'spoken' : 'written',
      line: all.length,
      from: 0,
      to: text.length,
    });
  }
  const documents = [];
  for (let i = 0; i < all.length; i += 100) {
    documents.push({
      id: `file:///${i / 100}.txt`,
      version: '1',
      origin: 'documents',
      entries: all.slice(i, i + 100),
    });
  }
  const list = Array.from({ length: queries }, () => {
    // What one types: a piece of two to eight characters of a phrase that is there, or words that may not be.
    const { text, slots } = all[Math.floor(random() * all.length)];
    const key = random() < 0.7 ? slots[0] : keys[Math.floor(random() * keys.length)];
    const length = 2 + Math.floor(random() * 7);
    const plain = text.replace('，', '');
    const at = Math.floor(random() * Math.max(1, plain.length - length));
    const piece = random() < 0.8 ? plain.slice(at, at + length) : pick(HOW) + pick(DO);
    return { text: piece, framework: key.framework, section: key.section };
  });
  const question =
    '某小区路灯坏了半个月没人修，居民在网上发帖质疑物业和社区推诿，评论区情绪激动，你是社区工作人员，你怎么处理？';
  const draft = Array.from({ length: 60 }, clause).join('。');
  return { documents, queries: { list, question, draft } };
}
