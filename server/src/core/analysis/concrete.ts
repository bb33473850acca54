import { unitTable } from '../text/unitTable';

/** What makes a measure concrete: when, who, where, by which act, under which condition, with what example. */
export type ConcreteKind = 'when' | 'who' | 'where' | 'deed' | 'condition' | 'example';

/**
 * Words that show a sentence says something checkable. Numbers with a unit are counted apart (`countQuantities`).
 * The lists are general words of the field; they name no topic.
 */
export const CONCRETE: readonly (readonly [ConcreteKind, readonly string[]])[] = (
  [
    [
      'when',
      '当天 当日 当场 当晚 当面 次日 第二天 隔天 明天 后天 今天 马上 立即 立刻 随即 第一时间 小时 分钟 工作日 ' +
        '之内 以内 之前 下班前 上午 下午 晚上 早上 中午 周一 周二 周三 周四 周五 周六 周日 星期 每天 每日 每周 ' +
        '每月 每季度 每半年 每年 月底 年底 一个月 半个月 一周 三天 两天 七天 十天 逢年过节 节前 春节 到点 随时 ' +
        '回头 眼下',
    ],
    [
      'who',
      '同志 老人 大爷 大妈 大娘 阿姨 大姐 大叔 大哥 师傅 老师 家长 居民 村民 业主 商户 网友 代表 书记 主任 ' +
        '科长 所长 站长 队长 民警 社工 网格员 志愿者 工作人员 负责人 同事 专家 律师 医生 物业 社区 街道 村委会 ' +
        '居委会 乡镇 司法所 派出所 民政 财政 住建 人社 纪检 第三方 邻居',
    ],
    [
      'where',
      '现场 上门 入户 家里 门口 窗口 大厅 接待室 会议室 休息室 办公室 公告栏 公示栏 公开栏 微信群 公众号 网站 ' +
        '热线 村口 楼下 楼栋 小区 田间 地头 院子 活动室 意见箱 广播',
    ],
    [
      'deed',
      '请他 请她 请来 扶 倒水 倒杯 搬 递 打电话 拨通 联系 登记 记下 记录 写下 写进 念给 核对 查看 查阅 调取 ' +
        '调出 翻 走访 敲门 问问 询问 汇总 张贴 贴出 贴在 公布 发布 答复 回复 回访 道歉 致歉 赔不是 鞠躬 演示 ' +
        '讲解 画 列出 列成 做成 印成 发放 发给 送到 送去 带着 陪 修好 更换 加装 增设 调整 协商 召集 座谈 牵头 ' +
        '组成 成立 培训 演练 签字 交接 抄送 转交 报送 办结 销号 追回 退还 停用 整改 慰问 探望 参加 退回 谢绝 ' +
        '跟进 盯着 催 补办 代办 帮他 帮她 坐下',
    ],
    ['condition', '如果 要是 若是 假如 倘若 一旦 的话 若 凡是 确实是 查实 属实 属于'],
    ['example', '例如 比如 譬如 举例 好比 像是 拿 有一次 去年 有位'],
  ] as const
).map(([kind, words]) => [kind, words.split(' ')]);

/** How many words of each kind a sentence has, and numbers with a unit. */
export type ConcreteCounts = Readonly<Record<ConcreteKind | 'quantity', number>>;

/** Of a sentence without anything concrete, and only of such a sentence. */
export const NOTHING_CONCRETE: ConcreteCounts = {
  when: 0,
  who: 0,
  where: 0,
  deed: 0,
  condition: 0,
  example: 0,
  quantity: 0,
};

const DIGITS = unitTable('0123456789一二三四五六七八九十百两半几');
const UNITS = unitTable('个名户次天日周月年元块米人份张条项家批轮步种点处场遍件');

/** How many numbers with a unit a folded sentence names: each ends with a digit before its unit. */
export function countQuantities(folded: string): number {
  let count = 0;
  for (let i = 0; i + 1 < folded.length; i++) {
    if (DIGITS[folded.charCodeAt(i)] !== 1) continue;
    if (UNITS[folded.charCodeAt(i + 1)] === 1 || startsWithLongUnit(folded, i + 1)) count++;
  }
  return count;
}

function startsWithLongUnit(folded: string, at: number): boolean {
  return folded.startsWith('小时', at) || folded.startsWith('分钟', at);
}
